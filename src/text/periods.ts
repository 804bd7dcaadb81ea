// Finds the periods that a text names, resolves relative ones (去年, 截至9月底, 三年来) against the date of the report,
// and writes the resolution behind them. It never guesses a year where the report has no date.
import type { Span } from '../types.ts';
import {
  type Anchor,
  isDate,
  isoPeriod,
  isYearless,
  parseAnchor,
  shiftDay,
  shiftMonth,
  WHOLE_YEAR,
} from './calendar.ts';
import { fold } from './normalise.ts';
import { numberOf, type PeriodGroups, type PeriodKind, partOf } from './period-parts.ts';
import * as patterns from './period-patterns.ts';
import { nothingTaken } from './taken.ts';

export { isPartOfYear, isSameTime, isYearless, periodCovers, periodsOverlap } from './calendar.ts';

/** A period that a text names. `surface` is the slice [start, end). */
export interface PeriodMention extends Span {
  readonly surface: string;
  /** Canonical: `2016` | `2020-09` | `2017-05-28` | `2021-01/2021-04`. 年底 counts as December, 年初 as January. */
  readonly period: string;
  readonly kind: PeriodKind;
  /** True if the year has to be known from elsewhere (去年, 9月底, 三年来). */
  readonly relative: boolean;
  /** The resolution in words (`2020年9月`), null for an absolute period. */
  readonly resolution: string | null;
}

type Mention = Omit<PeriodMention, keyof Span | 'surface'>;

interface PeriodContext {
  readonly anchor: Anchor | null;
  readonly text: string;
  readonly folded: string;
  readonly span: Span;
  /** Year of the last period before this one in the same sentence. */
  readonly carriedYear: number | null;
  /** True if a part of a year counts where nothing says of which. */
  readonly isAnyYear: boolean;
}

type ReadPeriod = (groups: PeriodGroups, context: PeriodContext) => Mention | null;

const FUTURE_BEFORE = /(?:将|计划|预计|力争|拟|确保|争取|有望|定于)[^，。；,;]{0,12}$/;
const SINCE_BEHIND = /^(?:份|初|底)?(?:以来|至今(?!年))/;

/** 2013年以来 lasts until the report was written. */
function untilAnchor(mention: Mention, { anchor, folded, span }: PeriodContext): Mention {
  if (!anchor || !SINCE_BEHIND.test(folded.slice(span.end, span.end + 4))) return mention;
  const isRange = mention.period.includes('/');
  const until = mention.kind === 'year' ? isoPeriod(anchor.year) : isoPeriod(anchor.year, anchor.month);
  return isRange || mention.period >= until
    ? mention
    : { ...mention, kind: 'range', period: `${mention.period}/${until}` };
}

/** The period with its year, in the words of the source: 去年9月份 → 2020年9月. */
function inWords(year: number, tail: string | undefined, { text, span }: PeriodContext): string {
  const written = text.slice(span.end - (tail?.length ?? 0), span.end);
  return `${year}年${written.replace('份', '').replace(/^年/, '').replaceAll(/\s/g, '')}`;
}

/** A part of whatever year: 上半年, 7月; but 年底 is when all of a year is counted. */
function partOfAnyYear(groups: PeriodGroups): Mention | null {
  const part = groups.yearPart === undefined ? partOf(groups, null) : null;
  return part && { ...part, relative: false, resolution: null };
}

const readYear: ReadPeriod = (groups, context) => {
  const offset = groups.named === undefined ? undefined : patterns.NAMED_YEARS.get(groups.named);
  // 截至2021年底…比上年: the year before the one spoken of, where one is; 去年 is the year before the report's.
  const base = groups.named === '上年' ? (context.carriedYear ?? context.anchor?.year) : context.anchor?.year;
  if (offset !== undefined && base === undefined)
    return context.isAnyYear && offset === 0 ? partOfAnyYear(groups) : null;
  const year = offset === undefined ? numberOf(groups.year ?? groups.hanYear) : (base ?? 0) + offset;
  const part = year === null ? null : partOf(groups, year);
  if (year === null || !part) return null;
  const relative = offset !== undefined;
  return untilAnchor({ ...part, relative, resolution: relative ? inWords(year, groups.tail, context) : null }, context);
};

const readPart: ReadPeriod = (groups, context) => {
  const { anchor, folded, span, carriedYear, isAnyYear } = context;
  if (!anchor && isAnyYear && carriedYear === null) return partOfAnyYear(groups);
  if (!anchor) return null;
  const inAnchorYear = partOf(groups, anchor.year);
  const isFuture = FUTURE_BEFORE.test(folded.slice(Math.max(0, span.start - 20), span.start));
  // Without a year, a month that the report had not seen yet is last year's, unless the words announce it.
  const now = isoPeriod(anchor.year, anchor.month ?? 12);
  const isOver = groups.yearPart !== undefined || isFuture || (inAnchorYear?.period.slice(0, 7) ?? '') <= now;
  const year = carriedYear ?? (isOver ? anchor.year : anchor.year - 1);
  const part = partOf(groups, year);
  return part && untilAnchor({ ...part, relative: true, resolution: inWords(year, groups.tail, context) }, context);
};

const readWholeYear: ReadPeriod = (_, { anchor, carriedYear, isAnyYear }) => {
  if (!isAnyYear || carriedYear !== null) return null;
  const period = anchor ? isoPeriod(anchor.year) : WHOLE_YEAR;
  return { kind: 'year', period, relative: false, resolution: null };
};

const readNamedMonth: ReadPeriod = (groups, { anchor }) => {
  const offset = patterns.NAMED_MONTHS.get(groups.name ?? '');
  if (!anchor?.month || offset === undefined) return null;
  const { year, month } = shiftMonth({ year: anchor.year, month: anchor.month }, offset);
  const day = numberOf(groups.day);
  if (day !== null && !isDate(month, day)) return null;
  const resolution = `${year}年${month}月${day === null ? '' : `${day}日`}${groups.monthPart ?? ''}`;
  return { kind: day === null ? 'month' : 'day', period: isoPeriod(year, month, day), relative: true, resolution };
};

const readNamedDay: ReadPeriod = (groups, { anchor }) => {
  const offset = patterns.NAMED_DAYS.get(groups.name ?? '');
  if (!anchor?.month || !anchor.day || offset === undefined) return null;
  const period = shiftDay({ year: anchor.year, month: anchor.month, day: anchor.day }, offset);
  const [year, month, day] = period.split('-').map(Number);
  return { kind: 'day', period, relative: true, resolution: `${year}年${month}月${day}日` };
};

const readYearRange: ReadPeriod = ({ from = '', to = '' }) =>
  from < to ? { kind: 'range', period: `${from}/${to}`, relative: false, resolution: null } : null;

const readNumericDate: ReadPeriod = ({ year, month, day, mark }) => {
  if (day === undefined && (mark !== '-' || month?.length !== 2)) return null;
  const period = isoPeriod(Number(year), Number(month), numberOf(day));
  return { kind: day === undefined ? 'month' : 'day', period, relative: false, resolution: null };
};

const readPlan: ReadPeriod = ({ plan, bare }) => {
  const first = 2001 + 5 * (numberOf(plan ?? bare) ?? 0);
  return { kind: 'range', period: `${first}/${first + 4}`, relative: false, resolution: null };
};

const readDecade: ReadPeriod = ({ digits, from, han }) => {
  const first = 1900 + 10 * (numberOf(from ?? digits ?? han) ?? 0);
  const last = 1909 + 10 * (numberOf(digits ?? han) ?? 0);
  return { kind: 'range', period: `${first}/${last}`, relative: false, resolution: null };
};

const readLastYears: ReadPeriod = ({ years, pastYears }, { anchor }) => {
  const count = numberOf(years ?? pastYears);
  if (!anchor || !count) return null;
  const first = anchor.year - count;
  return { kind: 'range', period: `${first}/${anchor.year}`, relative: true, resolution: `${first}—${anchor.year}年` };
};

const readBareYear: ReadPeriod = ({ year = '' }) => ({ kind: 'year', period: year, relative: false, resolution: null });

/** Longer forms first: what one takes, the others leave alone. Each is tried only where its sign occurs. */
const FORMS: readonly { readonly sign: RegExp; readonly pattern: RegExp; readonly read: ReadPeriod }[] = [
  { sign: /\d{4}.{1,4}\d{4}/, pattern: patterns.YEAR_RANGE, read: readYearRange },
  { sign: /\d{4}[-/.]\d/, pattern: patterns.NUMERIC_DATE, read: readNumericDate },
  { sign: /年代/, pattern: patterns.DECADE, read: readDecade },
  { sign: /年以?来|[近去].{1,4}年/, pattern: patterns.LAST_YEARS, read: readLastYears },
  { sign: /十[一二三四五六七]五/, pattern: patterns.FIVE_YEAR_PLAN, read: readPlan },
  { sign: /年/, pattern: patterns.YEAR_WITH_PART, read: readYear },
  { sign: /[本上下]个?月/, pattern: patterns.NAMED_MONTH, read: readNamedMonth },
  { sign: /[月季]|半年|年[底末初]/, pattern: patterns.PART_ALONE, read: readPart },
  { sign: /全年/, pattern: patterns.WHOLE_YEAR, read: readWholeYear },
  { sign: /[前昨今明][天日]/, pattern: patterns.NAMED_DAY, read: readNamedDay },
  { sign: /(?:19|20)\d{2}/, pattern: patterns.BARE_YEAR, read: readBareYear },
];

/** No form matches a text without one of these; most sentences have none. */
const ANY_SIGN = /[年月季天日五]|\d{4}/;

interface PeriodCandidate extends Span {
  readonly groups: PeriodGroups;
  readonly read: ReadPeriod;
}

function candidates(folded: string): PeriodCandidate[] {
  const found: PeriodCandidate[] = [];
  const taken = nothingTaken(folded.length);
  if (!ANY_SIGN.test(folded)) return found;
  for (const { sign, pattern, read } of FORMS) {
    if (!sign.test(folded)) continue;
    for (const match of folded.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (!taken.isFree(span)) continue;
      taken.take(span);
      found.push({ ...span, groups: match.groups ?? {}, read });
    }
  }
  return found.sort((left, right) => left.start - right.start);
}

/** The year that a part of a year takes over: 2019年3月开工，10月投产 — but not from a comparison (比2018年). */
function yearBefore(text: string, previous: PeriodMention | undefined, start: number): number | null {
  if (!previous || isYearless(previous.period) || /[。！？!?\n]/.test(text.slice(previous.end, start))) return null;
  const compared = /[比较与和同于]$/.test(text.slice(Math.max(0, previous.start - 1), previous.start));
  const ownYear = previous.period.slice(0, 4) === previous.period.split('/').at(-1)?.slice(0, 4);
  return compared || !ownYear || /同期$|^上年/.test(previous.surface) ? null : Number(previous.period.slice(0, 4));
}

/**
 * The periods that a text names, in order, never overlapping. A relative one that cannot be resolved with certainty
 * (no date of the report, or one that is not exact enough) is left out.
 * @param publishedOn date of the report: `2017`, `2017-05` or `2017-05-28`; absent or null: unknown
 * @example findPeriods('去年9月份以来', '2021')[0] // => { surface: '去年9月份', period: '2020-09/2021', relative: true, … }
 */
export function findPeriods(text: string, publishedOn: string | null = null): PeriodMention[] {
  return mentionsIn(text, publishedOn, false);
}

/**
 * The periods that a question names, as {@link findPeriods} does; a part of a year without one (上半年, 7月) is that part of any year.
 * @param spokenOf the period that the chat speaks of, null: none
 * @example findAskedPeriods('上半年增长多少', null)[0] // => { surface: '上半年', period: '--01/--06', … }
 */
export function findAskedPeriods(text: string, spokenOf: string | null): PeriodMention[] {
  return mentionsIn(text, spokenOf, true);
}

/**
 * The periods that a text as read names: the dates added to it for relative ones, and parts of years that nothing says the year of
 * (8月3日 in a report without a date).
 */
export function findReadPeriods(read: string): PeriodMention[] {
  return mentionsIn(read, null, true).filter(({ end, period }) => !isYearless(period) || read[end] !== '〔');
}

function mentionsIn(text: string, publishedOn: string | null, isAnyYear: boolean): PeriodMention[] {
  const folded = fold(text);
  const anchor = parseAnchor(publishedOn);
  const mentions: PeriodMention[] = [];
  for (const { start, end, groups, read } of candidates(folded)) {
    const carriedYear = yearBefore(text, mentions.at(-1), start);
    const mention = read(groups, { anchor, text, folded, span: { start, end }, carriedYear, isAnyYear });
    // What comes round every year (每年10月) is no date.
    const recurs = /每[年月周]?$/.test(text.slice(Math.max(0, start - 2), start));
    if (mention && !recurs) mentions.push({ start, end, surface: text.slice(start, end), ...mention });
  }
  return mentions;
}

/** The end of a month, up to which is counted since January: 截至4月底. */
const MONTH_END = /月[底末]$/u;

/** Returns the period that a figure is counted over at a mention: since January where it is the end of a month. */
export function countedOver({ period, surface }: Pick<PeriodMention, 'period' | 'surface'>): string {
  return MONTH_END.test(surface) ? `${period.slice(0, -2)}01/${period}` : period;
}
