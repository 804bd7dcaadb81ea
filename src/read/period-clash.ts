// How much the periods around a sentence speak against its answering a question that names one.
import { findPeriods, isPartOfYear, isYearless, type PeriodMention, periodsOverlap } from '../text/periods.ts';
import { referenceDate } from '../text/report-dates.ts';
import type { PreparedQuestion } from './features.ts';
import { type Told, tellsOf } from './period-match.ts';
import type { Ranked } from './ranking.ts';

/** A sentence that nothing dates, in a report without a date. */
const UNDATED_CLASH = 0.7;
/** Says that what is told is of all of the year. */
const WHOLE_YEAR = /全年/u;

/**
 * How much the periods speak against a sentence: 1 where it, or the heading above it, names other periods than the question,
 * or where nothing around it names one that fits and its report is of another year; 0.7 where that is not known; else 0.
 */
export function periodClash(
  { understanding, ask }: PreparedQuestion,
  { candidate }: Pick<Ranked, 'candidate'>,
): number {
  const asked = understanding.periods;
  // A figure of several years states none of a year in their midst.
  const isMidst = (one: string, period: string): boolean => ask.shape === 'figure' && liesWithin(one, period);
  const fits = (told: Told): boolean => asked.some((one) => tellsOf(one, told, ask) && !isMidst(one, told.period));
  if (asked.length === 0) return 0;
  const { prepared, passage, periods, report } = candidate;
  if (periods.some(fits)) return 0;
  if (ask.shape === 'figure' && asked.every(isPartOfYear) && WHOLE_YEAR.test(prepared.folded)) return 1;
  // Whatever year 上半年 is of: figures of a whole year are not its own; what else is told of a year may have been in it.
  const speaksAgainst = ({ kind }: PeriodMention): boolean => ask.shape === 'figure' || kind !== 'year';
  if (asked.every(isYearless)) return prepared.periods.some(speaksAgainst) ? 1 : UNDATED_CLASH;
  const isSure =
    prepared.periods.length > 0 || passage.heading.some((heading) => findPeriods(heading, null).length > 0);
  if (periods.length > 0 && isSure) return 1;
  if (findPeriods(report.title, null).some(fits)) return 0;
  const date = referenceDate(report);
  if (date === null) return UNDATED_CLASH;
  // A report speaks of its own year and of the one it looks back on.
  const year = Number(date.slice(0, 4));
  return asked.some((one) => periodsOverlap(one, `${year - 1}/${year}`)) ? 0 : 1;
}

const YEARS = /^(\d{4})\/(\d{4})$/;

/** True if a year lies in the midst of a stretch of years, neither its first nor its last. */
function liesWithin(year: string, period: string): boolean {
  const [, first, last] = YEARS.exec(period) ?? [];
  return first !== undefined && last !== undefined && first < year.slice(0, 4) && year.slice(0, 4) < last;
}
