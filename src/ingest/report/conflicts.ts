// Finds where reports contradict each other, or themselves: two figures for the same thing, two frequencies of the same meeting.
// It compares what the fact table and the sentences say; which of them is right it cannot know.
import { factCue } from '../../lexicon/words/fact-cues.ts';
import type { Generation } from '../../store/index/generation.ts';
import type { Fact, Library, ReportId } from '../../types.ts';

/** One side of a contradiction, with the exact words. */
interface ConflictingStatement {
  readonly reportId: ReportId;
  /** The figure or frequency as written. */
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Statements that cannot all be right. */
export interface Conflict {
  readonly kind: 'figure' | 'frequency';
  readonly district: string;
  /** Indicator or meeting that the statements are about. */
  readonly about: string;
  /** Canonical period; null for a frequency. */
  readonly period: string | null;
  readonly statements: readonly ConflictingStatement[];
}

/** A figure that is said to be only near or beyond the truth contradicts nothing. */
const VAGUE_BEFORE = factCue('vague before');
const VAGUE_BEHIND = factCue('vague behind');
const MIN_INDICATOR_CHARACTERS = 3;
/** Attributes that every project has: two figures for it are two projects, not a contradiction. */
const OF_EACH_PROJECT = factCue('of each project');
/** Values further apart are not two statements of one thing, but of a part and its whole. */
const MAX_RATIO = 3;
const MAX_STATEMENTS = 6;

function isVague(fact: Fact, text: string): boolean {
  const clause = text.slice(fact.start, fact.end);
  const at = clause.indexOf(fact.surface);
  if (at < 0) return true;
  return VAGUE_BEFORE.test(clause.slice(0, at)) || VAGUE_BEHIND.test(clause.slice(at + fact.surface.length));
}

/** Returns the weight of the last digit that is written: 0.1 亿 for 248.8亿元. */
function lastDigit({ surface, value }: Fact): number {
  const digits = /\d[\d,，]*(?:\.\d+)?/.exec(surface)?.[0].replaceAll(/[,，]/g, '');
  const written = Number(digits ?? Number.NaN);
  if (!Number.isFinite(written) || written === 0) return 0;
  const decimals = digits?.split('.')[1]?.length ?? 0;
  return Math.abs(value / written) * 10 ** -decimals;
}

/** True if one figure is the other, rounded. */
function agree(a: Fact, b: Fact): boolean {
  const step = Math.max(lastDigit(a), lastDigit(b));
  return Math.abs(a.value - b.value) <= step * 0.5000001;
}

const isComparable = (a: Fact, b: Fact): boolean =>
  a.value > 0 && b.value > 0 && Math.max(a.value / b.value, b.value / a.value) <= MAX_RATIO;

/** Returns a key that facts about one thing share; null for a fact that can contradict nothing: a plan, a rough figure. */
function keyOf({ district, subject, indicator, period, unit, isPlanned, isApproximate }: Fact): string | null {
  if (district === null || period === null || indicator.length < MIN_INDICATOR_CHARACTERS) return null;
  if (isPlanned || isApproximate || OF_EACH_PROJECT.test(indicator)) return null;
  return JSON.stringify([district, subject, indicator, period, unit]);
}

/** Returns the facts that contradict the first of their group; none where fewer than two do. */
function contradicting(facts: readonly Fact[]): Fact[] {
  const distinct: Fact[] = [];
  for (const fact of facts) if (!distinct.some((other) => agree(other, fact))) distinct.push(fact);
  const [first] = distinct;
  const rivals = distinct.filter((fact) => first !== undefined && (fact === first || isComparable(first, fact)));
  return rivals.length > 1 ? rivals : [];
}

function groupBy<Item>(items: Iterable<Item>, keyOfItem: (item: Item) => string | null): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Two figures of one list (分别为3个、5个) measure different things: facts of one clause do not contradict each other. */
function onePerClause(facts: readonly Fact[]): Fact[] {
  const clauses = groupBy(facts, ({ reportId, start }) => `${start} ${reportId}`);
  return [...clauses.values()].flatMap((inside) => (inside.length === 1 ? inside : []));
}

/** Facts of which two give different figures for the same thing. @param facts those to look at, in the order of the reports */
export function figureConflicts(library: Library, facts: readonly Fact[]): Conflict[] {
  const groups = groupBy(facts, keyOf);
  return [...groups.values()].flatMap((group): Conflict[] => {
    const exact = onePerClause(group).filter((fact) => !isVague(fact, library.textOf(fact.reportId)));
    const rivals = contradicting(exact);
    const [first] = rivals;
    if (!first?.district) return [];
    const statements = rivals
      .slice(0, MAX_STATEMENTS)
      .map(({ reportId, surface, start, end }): ConflictingStatement => {
        return { reportId, surface, start, end, quote: library.textOf(reportId).slice(start, end) };
      });
    return [{ kind: 'figure', district: first.district, about: first.indicator, period: first.period, statements }];
  });
}

/**
 * 每周召开一次调度会, 每两周开展一次“读书会”: how often, then what takes place. A name may stand in quotation marks; 社会, 机会 and
 * bodies such as 协会 and 委员会 are no meetings.
 */
const FREQUENCY =
  /(每(?:半?[天日周旬月年]|季度?|[两二三四六]个?[天周月年])|每?半[月年])(?:至少|定期|固定)?(?:组织)?(?:召开|开展|举行|举办|组织|进行)?(?:[一二两三1-4][次场个回])?的?([\p{Script=Han}“”"‘’「」]{1,12}?(?<![社机协学商工员委展都])会议?)(?![计员商展场长社见])/gu;
const QUOTATION_MARKS = /[“”"‘’「」]/g;

interface Frequency extends ConflictingStatement {
  readonly district: string;
  readonly meeting: string;
  /** Frequency in canonical form. */
  readonly often: string;
}

const SENTENCE_END = /[。！？\n\r]/;

/** Returns the sentence around a place of a text, without the white space at its ends. */
function sentenceAround(text: string, at: number): { start: number; end: number } {
  let [start, end] = [at, at];
  while (start > 0 && !SENTENCE_END.test(text[start - 1] ?? '')) start--;
  while (end < text.length && !SENTENCE_END.test(text[end] ?? '')) end++;
  while (/\s/.test(text[start] ?? '')) start++;
  return { start, end: Math.min(text.length, end + 1) };
}

/** One form of a frequency: 每季度 is 每季, 每两个月 is 每两月. */
function oftenOf(written: string): string {
  return written
    .replaceAll(/[个度]/g, '')
    .replace(/^半/, '每半')
    .replace('二', '两');
}

function* frequencies(library: Library): Generator<Frequency> {
  for (const { id: reportId, district } of library.reports.values()) {
    if (district === null) continue;
    const text = library.textOf(reportId);
    for (const { 0: surface, 1: often = '', 2: meeting = '', index } of text.matchAll(FREQUENCY)) {
      const { start, end } = sentenceAround(text, index);
      const quote = text.slice(start, end);
      const name = meeting.replace(QUOTATION_MARKS, '');
      yield { reportId, district, meeting: name, often: oftenOf(often), surface, start, end, quote };
    }
  }
}

/** Meetings of which two frequencies are told for one district. */
export function frequencyConflicts(library: Library): Conflict[] {
  const groups = groupBy(frequencies(library), ({ district, meeting }) => JSON.stringify([district, meeting]));
  return [...groups.values()].flatMap((told): Conflict[] => {
    const different = told.filter(({ often }, index) => told.findIndex((other) => other.often === often) === index);
    const [first] = different;
    if (!first || different.length < 2) return [];
    const statements = different.map(({ reportId, surface, start, end, quote }) => ({
      reportId,
      surface,
      start,
      end,
      quote,
    }));
    return [{ kind: 'frequency', district: first.district, about: first.meeting, period: null, statements }];
  });
}

/** Returns the contradictions between the reports of a generation, or within one. */
export function findConflicts(generation: Generation): Conflict[] {
  return [...figureConflicts(generation, generation.rivalFacts()), ...frequencyConflicts(generation)];
}
