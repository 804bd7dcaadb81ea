// Summarizes the ingest report for the page: totals and reports that need review. Pure; the report may come from an earlier version,
// so every part of it is optional.
import type { PageWording } from '../wording/wordings.ts';

/** The parts of the ingest report that are used here. */
interface Health {
  readonly totals?: { readonly reports: number; readonly facts: number };
  readonly reports?: readonly {
    readonly id: string;
    readonly title: string;
    readonly spun: boolean;
    readonly inferred: readonly string[];
    readonly notes: readonly string[];
  }[];
  readonly skipped?: readonly { readonly path: string; readonly reason: string }[];
  readonly conflicts?: readonly unknown[];
  readonly duplicates?: readonly unknown[];
}

/** The full report, which the screen links to, lists all. */
const MAX_ISSUES = 100;

/** A report or skipped file, with its issues. */
export interface ReportIssue {
  readonly name: string;
  /** Null for a skipped file. */
  readonly id: string | null;
  readonly lines: readonly string[];
}

/** The summary, in the page's language. */
interface HealthView {
  /** Empty if the report has no totals. */
  readonly counts: string;
  /** Findings about all reports together. */
  readonly lines: readonly string[];
  /** Skipped files first, then reports with issues, in their order; at most 100. */
  readonly issues: readonly ReportIssue[];
}

/** Summarizes an ingest report. */
export function healthView(health: object, words: PageWording['maintain']): HealthView {
  const { totals, reports = [], skipped = [], conflicts = [], duplicates = [] } = health as Health;
  const leftOut = skipped.map(({ path, reason }) => ({ name: path, id: null, lines: [words.leftOut(reason)] }));
  const told = reports.map(({ id, title, spun, inferred, notes }) => {
    const fields = inferred.map((field) => (words.fields as Readonly<Record<string, string>>)[field] ?? field);
    const guessed = fields.length === 0 ? [] : [words.inferred(fields.join(' · '))];
    return { name: title, id, lines: [...(spun ? [words.spun] : []), ...guessed, ...notes] };
  });
  return {
    counts: totals === undefined ? '' : words.healthCounts(totals.reports, totals.facts),
    lines: [
      ...(conflicts.length > 0 ? [words.conflicts(conflicts.length)] : []),
      ...(duplicates.length > 0 ? [words.duplicates(duplicates.length)] : []),
    ],
    issues: [...leftOut, ...told.filter(({ lines }) => lines.length > 0)].slice(0, MAX_ISSUES),
  };
}
