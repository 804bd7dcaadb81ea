// Turns the points of an indicator into chart data: lines by year, or bars by district. Pure.
import type { PointJson } from '../../server/schemas-browse.ts';

/** Lines over time: `values[d][i]` is the value of district d at `times[i]`, null where there is none. */
export interface Lines {
  readonly districts: readonly string[];
  /** Years, months as twelfths; ascending. */
  readonly times: readonly number[];
  readonly periods: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
}

/** Bars of districts at one period, largest first. */
export interface Bars {
  readonly period: string;
  readonly points: readonly PointJson[];
}

/** Converts a period to a number: its end, in years. @example timeOf('2020-06') // => 2020.5 */
export function timeOf(period: string): number {
  const [year = '', month = ''] = (period.split('/').at(-1) ?? '').split('-');
  return Number(year) + (month === '' ? 0 : Number(month) / 12);
}

/** Returns the lines of districts with two or more points; null if there are none. */
export function linesOf(points: readonly PointJson[]): Lines | null {
  const byDistrict = groupsOf(points, ({ short }) => short);
  const lasting = [...byDistrict].filter(([, own]) => own.length >= 2);
  if (lasting.length === 0) return null;
  const periods = [...new Set(lasting.flatMap(([, own]) => own.map(({ period }) => period)))];
  periods.sort((a, b) => timeOf(a) - timeOf(b) || a.localeCompare(b));
  return {
    districts: lasting.map(([short]) => short),
    times: periods.map(timeOf),
    periods,
    values: lasting.map(([, own]) =>
      periods.map((period) => own.find((point) => point.period === period)?.value ?? null),
    ),
  };
}

/** Returns the bars of the period with the most districts (the latest of them); null if none has two. */
export function barsOf(points: readonly PointJson[]): Bars | null {
  const latestFirst = [...groupsOf(points, ({ period }) => period)].sort(([a], [b]) => timeOf(b) - timeOf(a));
  const [fullest] = latestFirst.sort(([, a], [, b]) => b.length - a.length);
  if (fullest === undefined || fullest[1].length < 2) return null;
  return { period: fullest[0], points: [...fullest[1]].sort((a, b) => b.value - a.value) };
}

/** Groups points by a name, in order of first appearance. */
function groupsOf(points: readonly PointJson[], nameOf: (point: PointJson) => string): Map<string, PointJson[]> {
  const groups = new Map<string, PointJson[]>();
  for (const point of points) groups.set(nameOf(point), [...(groups.get(nameOf(point)) ?? []), point]);
  return groups;
}

/** Formats a large number in 万 or 亿 for axis labels. @example shortNumber(120_000_000) // => '1.2亿' */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e8) return `${trimmed(value / 1e8)}亿`;
  return size >= 1e4 ? `${trimmed(value / 1e4)}万` : trimmed(value);
}

const trimmed = (value: number): string => String(Number(value.toPrecision(4)));
