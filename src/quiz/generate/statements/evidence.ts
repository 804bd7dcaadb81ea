// The span that an item stands on, and the citation and the hash made of it.
import { occursWhole } from '../../../text/occurrence.ts';
import { scanConfidence } from '../../../text/page-confidence.ts';
import type { Citation, Library, ReportMeta, Span } from '../../../types.ts';
import { digest } from '../../random-choice.ts';
import type { ItemSource, ReportLine } from './sources.ts';

/** A span of a report and how it is read. */
export interface ItemEvidence extends Span {
  readonly report: ReportMeta;
  readonly heading: readonly string[];
  readonly read: string;
}

/** Returns the evidence of one line. */
export function evidenceOf({ sentence, passage }: ReportLine, { report }: ItemSource): ItemEvidence {
  return { report, heading: passage.heading, start: sentence.start, end: sentence.end, read: sentence.read };
}

/** Returns the evidence of neighbouring lines as one span, from the first to the last. */
export function evidenceFrom(lines: readonly ReportLine[], { report }: ItemSource): ItemEvidence | null {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return null;
  return {
    report,
    heading: first.passage.heading,
    start: first.sentence.start,
    end: last.sentence.end,
    read: lines.map(({ sentence }) => sentence.read).join(''),
  };
}

const squeezed = (text: string): string => text.replace(/\s+/gu, '');

/** Returns the citation of a piece of evidence, numbered 1. */
export function citationOf({ report, heading, start, end, read }: ItemEvidence, library: Library): Citation {
  const quote = library.textOf(report.id).slice(start, end);
  const reading = squeezed(quote) === squeezed(read) ? null : read;
  return { n: 1, report, start, end, quote, reading, heading, ...scanConfidence(report, { start, end }, library) };
}

/** True if words stand, figures as wholes, in a citation's quote or in its reading, whatever their script and width. */
export function standsIn(words: string, { quote, reading }: Citation): boolean {
  return occursWhole(words, quote) || (reading !== null && occursWhole(words, reading));
}

/** Returns the SHA-256 of a quote and its report's id. */
export function spanHashOf({ quote, report }: Citation): string {
  return digest(report.id, quote);
}
