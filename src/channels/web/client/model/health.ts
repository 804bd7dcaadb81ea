// Summarizes the ingest report for the page: totals, reports with what is to be put right, and what needs review. Pure; the report may come
// from an earlier version, so every part of it is optional. Its remarks come from the server in the page's language.
import type { PageWording } from '../wording/wordings.ts';

/** What is to be put right of a report. */
export type ToDo = 'no-district' | 'no-date' | 'guessed-title' | 'guessed-district' | 'guessed-date';

/** The kinds of things to do, the most harmful first. */
export const TO_DO: readonly ToDo[] = ['no-district', 'no-date', 'guessed-district', 'guessed-date', 'guessed-title'];

/** A report as maintainers handle it. */
export interface MaintainedReport {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly district: string | null;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly kind: string | null;
  readonly inferred: readonly string[];
  readonly corrected: readonly string[];
  readonly toDo: readonly ToDo[];
  /** What wants a look. */
  readonly notes: readonly string[];
}

/** The parts of the ingest report that are used here. */
interface Health {
  readonly totals?: { readonly reports: number; readonly facts: number };
  readonly reports?: readonly (Partial<MaintainedReport> & Pick<MaintainedReport, 'id' | 'title'>)[];
  readonly notices?: readonly string[];
  readonly skipped?: readonly { readonly path: string; readonly reason: string }[];
  readonly conflicts?: readonly unknown[];
  readonly duplicates?: readonly unknown[];
}

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
  /** Skipped files first, then reports with issues, in their order. */
  readonly issues: readonly ReportIssue[];
}

/** Returns all reports of an ingest report, in its order: what needs most attention first. */
export function maintainedReports(health: object): readonly MaintainedReport[] {
  const { reports = [] } = health as Health;
  const none = { path: '', district: null, publisher: null, publishedOn: null, kind: null };
  return reports.map((report) => ({ ...none, inferred: [], corrected: [], toDo: [], notes: [], ...report }));
}

/** Summarizes an ingest report. */
export function healthView(health: object, words: PageWording['maintain']): HealthView {
  const { totals, notices = [], skipped = [], conflicts = [], duplicates = [] } = health as Health;
  const reports = maintainedReports(health);
  const leftOut = skipped.map(({ path, reason }) => ({ name: path, id: null, lines: [words.leftOut(reason)] }));
  const told = reports.map(({ id, title, toDo, notes }) => ({
    name: title,
    id,
    lines: [...notes, ...toDo.map((each) => words.toDo[each])],
  }));
  return {
    counts: totals === undefined ? '' : words.healthCounts(totals.reports, totals.facts),
    lines: [
      ...(conflicts.length > 0 ? [words.conflicts(conflicts.length)] : []),
      ...(duplicates.length > 0 ? [words.duplicates(duplicates.length)] : []),
      ...notices,
    ],
    issues: [...leftOut, ...told.filter(({ lines }) => lines.length > 0)],
  };
}
