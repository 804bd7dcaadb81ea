// Facts of made-up texts, as the tests of what makes them need them.
import { extractFacts, type FactSource } from '../../src/ingest/facts/facts.ts';
import { annotateRelativeDates } from '../../src/text/added-dates.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import type { Fact, Passage, ReportId, Sentence } from '../../src/types.ts';

/** Id of the report. */
export const ID = 'r1' as ReportId;

/** What is known of the report, and how its sentences are read. */
export interface Options {
  readonly publishedOn?: string | null;
  readonly district?: string | null;
  readonly repair?: (text: string) => string;
  readonly role?: Sentence['role'];
}

/** A report of 泉山区. */
export function reportOf(
  text: string,
  { publishedOn = '2017', district = '江苏省徐州市泉山区' }: Options,
): FactSource & { text: string } {
  return {
    id: ID,
    path: 'r1.txt',
    title: '年报',
    district,
    publisher: null,
    publishedOn,
    kind: null,
    url: null,
    inferred: [],
    text,
  };
}

/** The facts of a text, read as one passage. */
export function factsOf(text: string, options: Options = {}): Fact[] {
  const { publishedOn = '2017', repair = (slice) => slice, role = 'body' } = options;
  const sentences = splitSentences(text, { start: 0, end: text.length }).map((span) => ({
    ...span,
    role,
    read: annotateRelativeDates(repair(text.slice(span.start, span.end)), publishedOn),
  }));
  const passage: Passage = { number: 7, reportId: ID, heading: [], start: 0, end: text.length, sentences };
  return extractFacts(reportOf(text, options), [passage]);
}
