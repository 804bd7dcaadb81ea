// Figures of a district in the order of time: year by year, the latest first. Pure.
import type { FactJson } from '../../server/schemas-browse.ts';

/** The figures of a year; null: the reports name no time. */
export interface TimeLineYear {
  readonly year: string | null;
  readonly facts: readonly FactJson[];
}

/** The year in which a period ends; null for none. */
const yearOf = (period: string | null): string | null => /^\d{4}/u.exec(period?.split('/').at(-1) ?? '')?.[0] ?? null;

/** Returns figures by the year in which their period ends, the latest year first, undated ones last; within a year in the order of time. */
export function timeLine(facts: readonly FactJson[]): TimeLineYear[] {
  const years = [...new Set(facts.map(({ period }) => yearOf(period)))];
  years.sort((a, b) => (b ?? '').localeCompare(a ?? ''));
  return years.map((year) => ({
    year,
    facts: facts
      .filter(({ period }) => yearOf(period) === year)
      .sort((a, b) => (a.period ?? '').localeCompare(b.period ?? '')),
  }));
}
