// Turns the points of an indicator into what a chart draws: lines by time, bars by district, shares. Pure.
import type { PointJson } from '../../server/schemas-browse.ts';

/** The kinds of charts. */
export const CHART_KINDS = ['line', 'bar', 'rank', 'share'] as const;

/** A kind of chart. */
export type ChartKind = (typeof CHART_KINDS)[number];

/** A value of a line at its time, in years. */
export interface LinePoint {
  readonly time: number;
  readonly point: PointJson;
}

/** The values of one district over time, ascending. */
export interface Line {
  readonly district: string;
  readonly points: readonly LinePoint[];
}

/** A bar: what is told of one district; two points or more contradict each other. */
export interface Bar {
  readonly district: string;
  readonly points: readonly PointJson[];
}

/** Converts a period to a number: its end, in years. @example timeOf('2020-06') // => 2020.5 */
export function timeOf(period: string): number {
  const [year = '', month = ''] = (period.split('/').at(-1) ?? '').split('-');
  return Number(year) + (month === '' ? 1 : Number(month) / 12);
}

/** Groups points by a name, in order of first appearance. */
function groupsOf<Name>(points: readonly PointJson[], nameOf: (point: PointJson) => Name): Map<Name, PointJson[]> {
  const groups = new Map<Name, PointJson[]>();
  for (const point of points) groups.set(nameOf(point), [...(groups.get(nameOf(point)) ?? []), point]);
  return groups;
}

/** Returns the lines of districts with values of two or more times; what sums up several years is on none. */
export function linesOf(points: readonly PointJson[]): Line[] {
  const timed = points.flatMap((point): { point: PointJson; time: number }[] =>
    point.period === null || isRange(point.period) ? [] : [{ point, time: timeOf(point.period) }],
  );
  return [...groupsOf(points, ({ district }) => district).keys()].flatMap((district): Line[] => {
    const own = timed.filter(({ point }) => point.district === district).sort((a, b) => a.time - b.time);
    return new Set(own.map(({ time }) => time)).size < 2 ? [] : [{ district, points: own }];
  });
}

const isRange = (period: string): boolean => {
  const [from = '', to] = period.split('/');
  return to !== undefined && from.slice(0, 4) !== to.slice(0, 4);
};

/** Returns the periods of which values are told, those of most districts first, then the latest; null: no time is told. */
export function periodsOf(points: readonly PointJson[]): (string | null)[] {
  const districts = (own: readonly PointJson[]): number => new Set(own.map(({ district }) => district)).size;
  const late = (period: string | null): number => (period === null ? 0 : timeOf(period));
  return [...groupsOf(points, ({ period }) => period)]
    .sort(([a, one], [b, other]) => districts(other) - districts(one) || late(b) - late(a))
    .map(([period]) => period);
}

/** Returns the bars of a period; undefined: the latest values of each district, whatever their time. */
export function barsOf(points: readonly PointJson[], period?: string | null): Bar[] {
  return [...groupsOf(points, ({ district }) => district)].flatMap(([district, own]): Bar[] => {
    const latest = own.reduce((best, { period: one }) => (later(one, best) ? one : best), own[0]?.period ?? null);
    const at = period === undefined ? latest : period;
    const told = own.filter((point) => point.period === at);
    return told.length > 0 ? [{ district, points: told }] : [];
  });
}

const later = (one: string | null, other: string | null): boolean =>
  one !== null && (other === null || timeOf(one) > timeOf(other));

/** Returns the period that two or more districts share, most of them; undefined: there is none. */
export function sharedPeriod(points: readonly PointJson[]): string | null | undefined {
  const [first] = periodsOf(points);
  return first !== undefined && barsOf(points, first).length >= 2 ? first : undefined;
}

/** Returns bars, the largest first. */
export function ranked(bars: readonly Bar[]): Bar[] {
  const top = ({ points }: Bar): number => Math.max(...points.map(({ value }) => value));
  return [...bars].sort((a, b) => top(b) - top(a));
}

/** Returns the share of each bar in the sum of all, in percent; null where values are disputed, negative or of several times. */
export function sharesOf(bars: readonly Bar[]): number[] | null {
  const values = bars.map(({ points: [first, ...more] }) => (more.length === 0 ? (first?.value ?? 0) : Number.NaN));
  const sum = values.reduce((total, value) => total + value, 0);
  const periods = new Set(bars.flatMap(({ points }) => points.map(({ period }) => period)));
  if (!(sum > 0) || values.some((value) => value < 0) || bars.length < 2 || periods.size > 1) return null;
  return values.map((value) => Math.round((value / sum) * 1000) / 10);
}

/** Returns the kinds of charts that points make, the most telling first. */
export function kindsOf(points: readonly PointJson[], isAdditive: boolean): ChartKind[] {
  const period = sharedPeriod(points);
  const bars = barsOf(points, period);
  const hasShares = isAdditive && sharesOf(bars) !== null;
  return [
    ...(linesOf(points).length > 0 ? (['line'] as const) : []),
    ...(points.length >= 2 ? (['bar'] as const) : []),
    ...(bars.length >= 2 && period !== undefined ? (['rank'] as const) : []),
    ...(hasShares ? (['share'] as const) : []),
  ];
}

/** Formats a large number in 万 or 亿. @example shortNumber(120_000_000) // => '1.2亿' */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e8) return `${trimmed(value / 1e8)}亿`;
  return size >= 1e4 ? `${trimmed(value / 1e4)}万` : trimmed(value);
}

const trimmed = (value: number): string => String(Number(value.toPrecision(4)));
