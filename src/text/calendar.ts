// Canonical periods: `2016` | `2020-09` | `2017-05-28` | `2021-01/2021-04` (ends may differ in exactness); a part of a year that is
// named without one, as ISO 8601 truncates dates: `--07` | `--07-15` | `--01/--06`.
// It knows the calendar only: finding periods in a text is periods.ts's work.

/** Date of a report, taken apart: the point from which 去年 and 本月 count. */
export interface Anchor {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Takes a date apart (`2017`, `2017-05`, `2017-05-28`); null where it is none.
 * @example parseAnchor('2017-05') // => { year: 2017, month: 5, day: null }
 */
export function parseAnchor(date: string | null): Anchor | null {
  const parts = DATE.exec(date ?? '');
  if (!parts) return null;
  const [, year, month, day] = parts;
  return { year: Number(year), month: month ? Number(month) : null, day: day ? Number(day) : null };
}

/** The canonical form of a year, a month or a day. @param year null: of any year @example isoPeriod(2020, 9) // => '2020-09' */
export function isoPeriod(year: number | null, month?: number | null, day?: number | null): string {
  const parts = [year === null ? '-' : String(year).padStart(4, '0')];
  if (month != null) parts.push(String(month).padStart(2, '0'));
  if (month != null && day != null) parts.push(String(day).padStart(2, '0'));
  return parts.join('-');
}

/** True if month and day exist (29 February counts in every year). */
export function isDate(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000, month, 0)).getUTCDate();
}

/** The month `offset` months away. @example shiftMonth({ year: 2021, month: 1 }, -1) // => { year: 2020, month: 12 } */
export function shiftMonth(from: { year: number; month: number }, offset: number): { year: number; month: number } {
  const months = from.year * 12 + (from.month - 1) + offset;
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
}

/** The day `offset` days away, canonical. @example shiftDay(2021, 1, 1, -1) // => '2020-12-31' */
export function shiftDay(date: { year: number; month: number; day: number }, offset: number): string {
  return new Date(Date.UTC(date.year, date.month - 1, date.day + offset)).toISOString().slice(0, 10);
}

/** First and last day of a canonical period as numbers that sort (20170528), null where it is malformed. */
function bounds(period: string): readonly [number, number] | null {
  const [from = '', to = from, ...more] = period.split('/');
  const first = parseAnchor(from);
  const last = parseAnchor(to);
  if (!first || !last || more.length > 0) return null;
  return [
    first.year * 10_000 + (first.month ?? 1) * 100 + (first.day ?? 1),
    last.year * 10_000 + (last.month ?? 12) * 100 + (last.day ?? 31),
  ];
}

/** True if a canonical period is a part of a year that is named without one. */
export function isYearless(period: string): boolean {
  return period.startsWith('--');
}

/** All of any year. */
export const WHOLE_YEAR = '--01/--12';

/** The part of its year that a period is, without the year; null for what spans several. */
function partOfYear(period: string): string | null {
  if (isYearless(period)) return period;
  if (period.length === 4) return WHOLE_YEAR;
  const ends = period.split('/');
  const isOneYear = ends.every((end) => end.length > 4 && end.slice(0, 4) === period.slice(0, 4));
  return isOneYear ? ends.map((end) => `-${end.slice(4)}`).join('/') : null;
}

/** True if a canonical period is less than a year: a half of one, a quarter, a month, a day. */
export function isPartOfYear(period: string): boolean {
  const part = partOfYear(period);
  return part !== null && !part.startsWith(WHOLE_YEAR);
}

/** Any year that has a 29 February: in it, parts of years are compared. */
const LEAP_YEAR = '2000';
const inLeapYear = (part: string): string => part.replaceAll('--', `${LEAP_YEAR}-`);

/** Applies a test to two periods; where one names no year, to the parts of their years alone. */
function compared(left: string, right: string, test: (left: string, right: string) => boolean): boolean {
  if (!isYearless(left) && !isYearless(right)) return test(left, right);
  const [one, other] = [partOfYear(left), partOfYear(right)];
  return one !== null && other !== null && test(inLeapYear(one), inLeapYear(other));
}

/**
 * True if two canonical periods share a day; false where one is malformed.
 * @example periodsOverlap('2016', '2014/2016') // => true
 */
export function periodsOverlap(left: string, right: string): boolean {
  return compared(left, right, (one, other) => {
    const [these, those] = [bounds(one), bounds(other)];
    return these !== null && those !== null && these[0] <= those[1] && those[0] <= these[1];
  });
}

/** True if the second canonical period lies wholly within the first. @example periodCovers('2016', '2016-09') // => true */
export function periodCovers(outer: string, inner: string): boolean {
  return compared(outer, inner, (one, other) => {
    const [these, those] = [bounds(one), bounds(other)];
    return these !== null && those !== null && these[0] <= those[0] && those[1] <= these[1];
  });
}

const YEAR_END = /^(\d{4})(?:-12(?:-31)?|-01\/\1-12)$/u;

/** True if two canonical periods are one time: a year and its end are. @example isSameTime('2023', '2023-12') // => true */
export function isSameTime(left: string, right: string): boolean {
  const yearOf = (period: string): string => period.replace(YEAR_END, '$1');
  return compared(left, right, (one, other) => one === other || yearOf(one) === yearOf(other));
}
