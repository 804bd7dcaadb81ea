// Which document is wanted: a brief or a comparison, of what, how long. It is written in words by people and in addresses by the page.
import type { BriefLength, BriefSubject, CitedDocument, ComparisonColumn } from '../../documents.ts';
import type { ReportId } from '../../types.ts';
import type { Service } from '../service.ts';
import { briefDocument, type DocumentMaking } from './brief-document.ts';
import { comparisonDocument } from './comparison-document.ts';

/** The lengths that are offered by name. */
export const LENGTHS = { full: 4_000, page: 1_200, short: 500, figures: 'figures' } as const satisfies Readonly<
  Record<string, BriefLength>
>;

/** A length by name. */
export type LengthName = keyof typeof LENGTHS;

/** A brief that is wanted. */
export interface WantedBrief {
  readonly kind: 'brief';
  readonly subject: BriefSubject;
  readonly length: BriefLength;
}

/** A comparison that is wanted. */
export interface WantedComparison {
  readonly kind: 'comparison';
  readonly districts: readonly string[];
  readonly topic: string;
  readonly columns: readonly ComparisonColumn[] | undefined;
  /** Districts stand side by side instead of one below the other. */
  readonly isTurned: boolean;
}

/** A document that is wanted. */
export type WantedDocument = WantedBrief | WantedComparison;

/** The words by which people ask for a length, and what is meant. */
const LENGTH_WORDS: readonly (readonly [RegExp, (found: RegExpExecArray) => BriefLength])[] = [
  [
    /只?(?:要|看|列|给)?(?:关键|主要)?(?:数据|数字)(?:即可|就行|就好)?$|只(?:要|看|列)(?:关键|主要)?(?:数据|数字)|figures only/iu,
    () => 'figures',
  ],
  [/(\d{2,5})\s*个?(?:字|characters)(?:左右|以内|以下|上下)?/iu, ([, count = '']) => boundedLength(Number(count))],
  [/一[页张](?:纸|A4)?|one page/iu, () => LENGTHS.page],
  [/简短|精简|简要|短一[点些]|短些|简单[点些]?|shorter|short/iu, () => LENGTHS.short],
  [/详细|完整|全面|长一[点些]|长些|展开|in full|longer/iu, () => LENGTHS.full],
];
const MIN_CHARACTERS = 150;
const MAX_CHARACTERS = 12_000;

function boundedLength(characters: number): number {
  return Math.min(MAX_CHARACTERS, Math.max(MIN_CHARACTERS, characters));
}

/** The length that a text asks for and the text without the words that do; null: it asks for none. */
export function lengthIn(text: string): { readonly length: BriefLength | null; readonly rest: string } {
  for (const [pattern, lengthOf] of LENGTH_WORDS) {
    const found = pattern.exec(text);
    if (found) return { length: lengthOf(found), rest: text.replace(found[0], ' ').trim() };
  }
  return { length: null, rest: text };
}

/** Returns the address of a document: its query. */
export function addressOf(wanted: WantedDocument): string {
  const query = new URLSearchParams({ kind: wanted.kind });
  if (wanted.kind === 'comparison') {
    query.set('districts', wanted.districts.join(','));
    if (wanted.topic !== '') query.set('topic', wanted.topic);
    if (wanted.columns !== undefined) query.set('columns', wanted.columns.map(columnCode).join(','));
    if (wanted.isTurned) query.set('turned', 'true');
    return query.toString();
  }
  const { subject, length } = wanted;
  query.set('length', String(length));
  if (subject.kind === 'district') query.set('district', subject.district);
  if (subject.kind === 'report') query.set('report', subject.report);
  if (subject.kind === 'topic') {
    query.set('topic', subject.topic);
    if (subject.districts.length > 0) query.set('districts', subject.districts.join(','));
  }
  return query.toString();
}

const TOLD = ['practices', 'results', 'problems', 'plans'] as const;
const columnCode = (column: ComparisonColumn): string =>
  column.kind === 'figure' ? column.indicator : `:${column.kind}`;

/** Parts of an address, each as written; absent or empty: not given. */
export interface DocumentParts {
  readonly kind: 'brief' | 'comparison';
  readonly district?: string | undefined;
  readonly report?: string | undefined;
  readonly topic?: string | undefined;
  readonly districts?: string | undefined;
  readonly columns?: string | undefined;
  readonly length?: string | undefined;
  readonly turned?: string | undefined;
}

const listed = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[,，、]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function columnsIn(text: string | undefined): readonly ComparisonColumn[] | undefined {
  const columns = listed(text).map((code): ComparisonColumn => {
    const told = TOLD.find((kind) => code === `:${kind}`);
    return told === undefined ? { kind: 'figure', indicator: code } : { kind: told };
  });
  return columns.length === 0 ? undefined : columns;
}

function subjectIn({ district, report, topic, districts }: DocumentParts): BriefSubject | null {
  if (report) return { kind: 'report', report: report as ReportId };
  if (topic) return { kind: 'topic', topic, districts: district ? [district] : listed(districts) };
  return district ? { kind: 'district', district } : null;
}

/** Returns the document that an address names; null where it names none. */
export function wantedIn(parts: DocumentParts): WantedDocument | null {
  const { kind, districts, topic = '', columns, length = 'full', turned } = parts;
  if (kind === 'comparison') {
    const named = listed(districts);
    if (named.length === 0) return null;
    return { kind, districts: named, topic, columns: columnsIn(columns), isTurned: turned === 'true' };
  }
  const subject = subjectIn(parts);
  const named = Object.hasOwn(LENGTHS, length) ? LENGTHS[length as LengthName] : Number(length);
  if (subject === null || (named !== 'figures' && !Number.isFinite(named))) return null;
  return { kind, subject, length: named === 'figures' ? named : boundedLength(named) };
}

/** Returns a document; null where the reports hold nothing of it. */
export function documentOf(wanted: WantedDocument, service: Service, making: DocumentMaking): CitedDocument | null {
  const document =
    wanted.kind === 'brief'
      ? briefDocument(service.brief(wanted), making)
      : comparisonDocument(service.comparison(wanted), { ...making, isTurned: wanted.isTurned });
  return document.citations.length === 0 ? null : document;
}
