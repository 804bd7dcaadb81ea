// A library in memory: documents that were handed in with a question. Nothing is written.
import type { Fact, Library, Passage, Report, ReportId, ReportMeta } from '../../types.ts';

/** A report and its passages before they have numbers. */
export interface StructuredReport {
  readonly report: Report;
  readonly passages: readonly Omit<Passage, 'number'>[];
}

/** Finds the facts of a report among its numbered passages. */
type FactFinder = (report: Report, passages: readonly Passage[]) => readonly Fact[];

/**
 * Returns a library of the given documents; passages are numbered in their order.
 * @param documents ids must differ
 * @param findFacts default: no facts
 * @throws RangeError where two documents have one id
 */
export function memoryLibrary(documents: readonly StructuredReport[], findFacts: FactFinder = () => []): Library {
  const reports = new Map<ReportId, ReportMeta>();
  const texts = new Map<ReportId, string>();
  const passages: Passage[] = [];
  const facts: Fact[] = [];
  const ranges = new Map<ReportId, { from: number; to: number }>();
  for (const { report, passages: unnumbered } of documents) {
    if (reports.has(report.id)) throw new RangeError(`two documents have the id ${report.id}`);
    // What is known of a report travels with every citation; its text must not.
    const { text, ...meta } = report;
    reports.set(report.id, meta);
    texts.set(report.id, text);
    const own = unnumbered.map((passage, index) => ({ ...passage, number: passages.length + index }));
    ranges.set(report.id, { from: passages.length, to: passages.length + own.length });
    passages.push(...own);
    facts.push(...findFacts(report, own));
  }
  return {
    reports,
    passageCount: passages.length,
    passage: (number) => found(passages[number], `passage ${number}`),
    passagesOf: (id) => found(ranges.get(id), `report ${id}`),
    textOf: (id) => found(texts.get(id), `report ${id}`),
    pagesOf: () => null,
    facts: (district) => (district === undefined ? facts : facts.filter((fact) => fact.district === district)),
  };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new RangeError(`there is no ${what}`);
  return value;
}
