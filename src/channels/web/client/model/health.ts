// What of the health report the page tells at once: how much is held, which reports want a look. Pure; the report comes from the ingest
// that built the index, of this version or an earlier one: what it does not hold is not told.
import type { MaintainWording } from '../wording/wording-zh-maintain.ts';

/** The parts of the health report that are read here. */
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

/** The full report, which the screen leads to, holds the others. */
const MOST_TROUBLED = 100;

/** A report, or a file that is none, with what is to be said of it. */
export interface Troubled {
  readonly name: string;
  /** Null: it was not taken in. */
  readonly id: string | null;
  readonly lines: readonly string[];
}

/** The report, in the page's words. */
export interface HealthView {
  /** Empty where the report does not tell. */
  readonly counts: string;
  /** What holds of all reports together. */
  readonly lines: readonly string[];
  /** Files that were left out first, then reports with something to tell, in their order; 100 at most. */
  readonly troubled: readonly Troubled[];
}

/** The health report, in words. */
export function healthView(health: object, words: MaintainWording): HealthView {
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
    troubled: [...leftOut, ...told.filter(({ lines }) => lines.length > 0)].slice(0, MOST_TROUBLED),
  };
}
