// What a matched part of a year (上半年, 一季度, 1—4月, 9月1日) covers.
import { isDate, isoPeriod } from './calendar.ts';
import { parseNumeral } from './chinese-numerals.ts';

/** Kind of a period: a calendar unit, or a stretch of years or months. */
export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'day' | 'range';

/** The named groups of a match of period-patterns.ts. */
export type PeriodGroups = Record<string, string | undefined>;

interface PeriodPart {
  /** Canonical. */
  readonly period: string;
  readonly kind: PeriodKind;
}

/** Returns the number that a group holds, in figures or in Chinese; null where the group is empty. */
export function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : parseNumeral(text);
}

/** Returns the months and days that a matched part of a year covers; null where it is no date. @param year null: any year */
export function partOf(groups: PeriodGroups, year: number | null): PeriodPart | null {
  const months = (first: number, last: number): string => `${isoPeriod(year, first)}/${isoPeriod(year, last)}`;
  const quarter = numberOf(groups.quarter);
  if (groups.half) return { kind: 'half', period: groups.half === '上' ? months(1, 6) : months(7, 12) };
  if (quarter) return { kind: 'quarter', period: months(quarter * 3 - 2, quarter * 3) };
  const last = numberOf(groups.firstMonths) ?? (numberOf(groups.quarters) ?? 0) * 3;
  if (last > 0) return { kind: 'range', period: months(1, last) };
  const [from, to] = [numberOf(groups.fromMonth), numberOf(groups.toMonth)];
  if (from !== null && to !== null) return from < to ? { kind: 'range', period: months(from, to) } : null;
  if (groups.yearPart) return { kind: 'month', period: isoPeriod(year, groups.yearPart === '初' ? 1 : 12) };
  return dayOf(groups, year);
}

function dayOf(groups: PeriodGroups, year: number | null): PeriodPart | null {
  const [month, day, toDay] = [numberOf(groups.month), numberOf(groups.day), numberOf(groups.toDay)];
  if (month === null) return year === null ? null : { kind: 'year', period: isoPeriod(year) };
  if (day === null) return { kind: 'month', period: isoPeriod(year, month) };
  if (!isDate(month, day)) return null;
  if (toDay === null) return { kind: 'day', period: isoPeriod(year, month, day) };
  return { kind: 'range', period: `${isoPeriod(year, month, day)}/${isoPeriod(year, month, toDay)}` };
}
