// Finds the period that holds for a figure: one that its sentence names, one that a sentence before or a heading left, or none.
import type { Quantity } from '../../text/numbers.ts';
import { findPeriods, type PeriodMention } from '../../text/periods.ts';
import type { Clauses } from './clauses.ts';

/** A period that is known before a sentence is read. */
interface Carried {
  readonly period: string | null;
  readonly publishedOn: string | null;
}

const NOW = /(?:目前|现在|如今|截至发稿)(?!为止的)/g;
const COMPARED = /(?:[比较与同和]|(?:计划|预计|将于|力争|拟于?)[^，。；]{0,4})$/;
const COMPARED_BEHIND = /^(?:年)?(?:同期)?(?:相比|比较|增长|提高|下降|减少|翻|的[\d.]+%(?:提升|提高|增|上升|下降))/;

/** 由2017年的48.6%提高到55.2%: the year is of the figure behind it alone. */
const BEGUN_BEFORE = /[由从]$/;
const BEGUN_BEHIND = /^(?:〔[^〕]*〕)?[底末的]*[\d第]/;

/** 上年新设31家 dates its figure; 高于上年3个百分点 does not. */
const OPENS_CLAUSE = /(?:^|[，,。；;])\s*$/;

/** Returns the periods of a sentence that date its figures: not those compared with (比2018年), begun at (由2017年的) or announced (计划8月底). */
function datingPeriods({ read, periods }: Clauses): PeriodMention[] {
  return periods.filter(
    ({ start, end, surface }) =>
      !COMPARED.test(read.slice(0, start)) &&
      !/同期$/.test(surface) &&
      !(/^上年/.test(surface) && !OPENS_CLAUSE.test(read.slice(0, start))) &&
      !(BEGUN_BEFORE.test(read.slice(0, start)) && BEGUN_BEHIND.test(read.slice(end))) &&
      !(/[比较同与]/.test(read.slice(Math.max(0, start - 4), start)) && COMPARED_BEHIND.test(read.slice(end))),
  );
}

/** 2017年，创建开展以来 lasts until the report was written, though other words stand between. */
function untilNow({ read }: Clauses, { end, period, kind }: PeriodMention, publishedOn: string | null): string {
  const isSince = kind !== 'range' && /^[^。；]{1,24}(?:以来|至今)(?:[，,。]|$)/.test(read.slice(end));
  const year = publishedOn?.slice(0, 4) ?? '';
  return isSince && year > period.slice(0, 4) ? `${period}/${year}` : period;
}

/** The period for which a figure is announced in its own clause: 计划2023年新增…. */
function announcedPeriod({ read, periods }: Clauses, quantity: Quantity): PeriodMention | undefined {
  return periods.findLast(
    ({ start, end, kind }) =>
      kind === 'year' &&
      end <= quantity.start &&
      /(?:计划|预计|力争|拟)$/.test(read.slice(0, start)) &&
      !/[，。；底末前]/.test(read.slice(end, quantity.start)),
  );
}

/** Returns the period that holds for a figure: the last one before it, the date of the report after 目前, else the one carried so far. */
export function periodOf(clauses: Clauses, quantity: Quantity, carried: Carried): string | null {
  const period = datingPeriods(clauses)
    .filter(({ end }) => end <= quantity.start)
    .at(-1);
  const announced = announcedPeriod(clauses, quantity);
  if (announced) return announced.period;
  const before = clauses.read.slice(0, quantity.start);
  // 上半年…，全年…: the year again.
  if (before.lastIndexOf('全年') > (period?.start ?? -1))
    return (period?.period ?? carried.period)?.slice(0, 4) ?? null;
  const now = [...before.matchAll(NOW)].at(-1)?.index ?? -1;
  return now > (period?.start ?? -1)
    ? carried.publishedOn
    : period
      ? untilNow(clauses, period, carried.publishedOn)
      : carried.period;
}

/** A period that others are compared with: 与2019年相比, 比上年. */
const COMPARED_WITH = /[比较与和同]$/;

/**
 * Returns the period of the figure from which a change began, where the sentence says it: 从2019年的52.1%提高到…; 与2019年相比，由…增加到….
 * Null if it does not.
 */
export function periodOfOrigin({ read, periods }: Clauses, quantity: Quantity): string | null {
  const before = periods.filter(({ end }) => end <= quantity.start);
  const own = before.findLast(
    ({ start, end }) => /[由从]$/.test(read.slice(0, start)) && !/[，。；]/.test(read.slice(end, quantity.start)),
  );
  const compared = before.findLast(
    ({ start, surface }) => COMPARED_WITH.test(read.slice(0, start)) || /同期$|^上年/.test(surface),
  );
  return (own ?? compared)?.period ?? null;
}

const lasts = ({ kind }: PeriodMention): boolean => kind !== 'day' && kind !== 'month';

/** A sentence that goes on behind it: 2月，出口…；进口…. */
const GOES_ON = /[；;]\s*$/u;

/**
 * Returns the period that holds for the next sentence, too: a year or a stretch, or 截至9月底, lasts; the month or the day of an event only
 * over a semicolon.
 */
export function carriedFrom(clauses: Clauses, { period: before, publishedOn }: Carried): string | null {
  const last = datingPeriods(clauses).at(-1);
  if (!last) return before;
  return lasts(last) || GOES_ON.test(clauses.read) || /截[至止]$/.test(clauses.read.slice(0, last.start))
    ? untilNow(clauses, last, publishedOn)
    : null;
}

/** Returns the period that a heading path gives what stands below it: 2023年工作回顾; the innermost one that names any decides. */
export function periodOfHeading(heading: readonly string[], publishedOn: string | null): string | null {
  for (const each of heading.toReversed()) {
    const [period] = findPeriods(each, publishedOn).filter(lasts);
    if (period) return period.period;
  }
  return null;
}
