// Reads what a question asks to be computed over districts or periods: the most, a rank, a bound, a sum. Data: statistic-cues.tsv.
// It looks nothing up.

import { anyPattern, readPatterns } from '../../lexicon/words/data-files.ts';
import { type Measure, measureOf } from '../../lexicon/words/indicators.ts';
import { contentOf } from '../../lexicon/words/question-words.ts';
import { parseNumeral } from '../../text/chinese-numerals.ts';
import { findQuantities, type Quantity } from '../../text/numbers.ts';
import { findAskedPeriods } from '../../text/periods.ts';
import { UNIT_PATTERN } from '../../text/units.ts';
import { EACH_DISTRICT, WHICH_DISTRICT } from '../../understand/cues.ts';

const ROWS = readPatterns('statistic-cues.tsv');
type Kind = 'negative' | 'order' | 'rank' | 'superlative' | 'between' | 'compared' | Bound | Computed;
type Bound = 'above' | 'upto' | 'below' | 'over';
type Computed = 'multiple' | 'difference' | 'share' | 'average' | 'sum';
const BOUNDS: readonly Bound[] = ['above', 'upto', 'below', 'over'];
const COMPUTED: readonly Computed[] = ['multiple', 'difference', 'share', 'average', 'sum'];
const PERIODS = anyPattern(ROWS, 'periods');
const WITHIN = anyPattern(ROWS, 'within');
/** The patterns one by one: each has groups of its own. */
const CUES = ROWS.map(({ kind, pattern }) => ({ kind, pattern: new RegExp(pattern, 'u') }));

/** Returns what the first row of a kind that matches finds; null if none does. */
function find(kind: Kind, text: string): RegExpExecArray | null {
  for (const row of CUES) {
    const match = row.kind === kind ? row.pattern.exec(text) : null;
    if (match) return match;
  }
  return null;
}

/** A way to compare: upwards (多, 高, 快) or downwards, and the word that says so. */
export interface Direction {
  readonly sign: 1 | -1;
  readonly word: string;
}

/** What a question asks to be computed. */
export type Statistic =
  | { readonly kind: 'rank'; readonly direction: Direction; readonly rank: number }
  | { readonly kind: 'order' | 'compared'; readonly direction: Direction }
  | {
      readonly kind: 'bound';
      /** Bounds as the question writes them; null: open on that side. */
      readonly low: Quantity | null;
      readonly high: Quantity | null;
      readonly includesEnds: boolean;
    }
  | { readonly kind: 'sum' | 'average' | 'difference' | 'multiple' | 'share' }
  /** The cells side by side, without a verdict. */
  | { readonly kind: 'shown' };

/** A statistic with what it is of. */
export interface AskedStatistic {
  readonly statistic: Statistic;
  readonly measure: Measure;
  /** Unit of time that it runs over within one district; null: it runs over districts. */
  readonly over: 'quarter' | 'year' | 'month' | null;
  /** Number of districts or periods that the question counts (四个季度); null: not said. */
  readonly count: number | null;
  /** True if it runs over the districts of a larger one (保定市各县). */
  readonly isWithin: boolean;
}

const UPWARD = /[多高大快长强]/u;
const DEFAULT_WAY = '高';

function directionOf(way: string | undefined): Direction {
  const word = way ?? DEFAULT_WAY;
  return { sign: UPWARD.test(word) ? 1 : -1, word };
}

/** A statistic and the question without the words that ask for it. */
interface Cut {
  readonly statistic: Statistic;
  readonly rest: string;
}

const without = (text: string, match: RegExpExecArray): string =>
  `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;

function rankIn(text: string): Cut | null {
  const match = find('rank', text);
  if (!match) return null;
  const { last, rank, rank2, way } = match.groups ?? {};
  const number = parseNumeral(last ?? rank ?? rank2 ?? '');
  const direction = directionOf(last === undefined ? way : '低');
  return number === null ? null : { statistic: { kind: 'rank', direction, rank: number }, rest: without(text, match) };
}

function superlativeIn(text: string): Cut | null {
  const match = find('superlative', text);
  if (!match) return null;
  const rest = without(text, match);
  const direction = directionOf(match.groups?.['way']);
  // 最高和最低 asks for both ends.
  const other = find('superlative', rest);
  if (other) return { statistic: { kind: 'order', direction }, rest: without(rest, other) };
  return { statistic: { kind: 'rank', direction, rank: 1 }, rest };
}

/** Words behind a figure that make it a bound. */
const AND_MORE = /^(?:及?以上|开外)/u;
const AND_LESS = /^(?:及?以下|以内)/u;

/** Both ends of a range: 在100到200家之间. */
function rangeIn(text: string, [first, second]: readonly Quantity[]): Cut | null {
  const match = find('between', text);
  if (!match || !first) return null;
  const low = { ...first, unit: second?.unit ?? first.unit };
  const high = second ?? { ...first, value: first.valueEnd ?? first.value };
  return { statistic: { kind: 'bound', low, high, includesEnds: true }, rest: without(text, match) };
}

function boundAt(text: string, figure: Quantity): Cut | null {
  const behind = text.slice(figure.end);
  const found = boundBefore(text, figure);
  const name = found?.name ?? (AND_MORE.test(behind) ? 'above' : AND_LESS.test(behind) ? 'upto' : null);
  if (name === null) return null;
  const rest = `${text.slice(0, found?.start ?? figure.start)} ${behind.replace(AND_MORE, '').replace(AND_LESS, '')}`;
  const bounds = name === 'above' || name === 'over' ? { low: figure, high: null } : { low: null, high: figure };
  return { statistic: { kind: 'bound', ...bounds, includesEnds: name === 'above' || name === 'upto' }, rest };
}

const ZERO: Quantity = { start: 0, end: 0, surface: '0', value: 0, unit: '', approximate: false, kind: 'other' };

function boundIn(text: string): Cut | null {
  const negative = find('negative', text);
  if (negative)
    return { statistic: { kind: 'bound', low: null, high: ZERO, includesEnds: false }, rest: without(text, negative) };
  if (!/哪|几个|多少个/u.test(text)) return null;
  // 亿元以上项目 is a name; 20亿元以上 is a bound.
  const figures = findQuantities(text).filter(
    ({ kind, surface }) => kind !== 'ordinal' && kind !== 'duration' && /[\d一二两三四五六七八九十百千]/u.test(surface),
  );
  const range = rangeIn(text, figures);
  return figures.reduce((found, figure) => found ?? boundAt(text, figure), range);
}

/** Returns the word right before a figure that makes it a bound. */
function boundBefore(text: string, { start }: Quantity): { readonly name: Bound; readonly start: number } | null {
  for (const name of BOUNDS) {
    const match = find(name, text);
    if (match && match.index + match[0].length === start) return { name, start: match.index };
  }
  return null;
}

function orderIn(text: string): Cut | null {
  const match = find('order', text);
  return (
    match && { statistic: { kind: 'order', direction: directionOf(match.groups?.['way']) }, rest: without(text, match) }
  );
}

/** The unit that is asked for, left behind by 多少: 多[多少]公里公路里程. */
const LEADING_UNIT = new RegExp(`(?<=\\s)(?:${UNIT_PATTERN})(?=[\\u4e00-\\u9fff]{2})`, 'u');

function computedIn(text: string): Cut | null {
  for (const kind of COMPUTED) {
    const match = find(kind, text);
    if (match) return { statistic: { kind }, rest: without(text, match).replace(LEADING_UNIT, ' ') };
  }
  return null;
}

function comparedIn(text: string): Cut | null {
  const match = find('compared', text);
  const way = match?.groups?.['way'];
  if (!match || way === undefined) return null;
  const at = match.index + match[0].lastIndexOf(way);
  return {
    statistic: { kind: 'compared', direction: directionOf(way) },
    rest: `${text.slice(0, at)} ${text.slice(at + 1)}`,
  };
}

const READERS = [orderIn, rankIn, superlativeIn, comparedIn, boundIn, computedIn];

const UNITS_OF_TIME: Readonly<Record<string, AskedStatistic['over']>> = { 季: 'quarter', 年: 'year', 月: 'month' };
/** Words of a question about several districts that say nothing of what is measured. */
const SCENE =
  /(?:在)?(?:这|那)?张?表(?:格)?(?:里|中|内)?|(?:这|那|上述|以上)?(?:[一二三四五六七八九十两几\d]+)个?(?:区县|区|县|市)(?![域级])|相比|比较|对比|之间|当中|之中|中(?=,|，|\s|$)|哪(?:一)?(?:个|家|边|里)?|谁|各自|分别|更|一些|\(|\)|市、区|全部|所有|加在一起/gu;
const COUNTED = /(?<count>[二三四五六七八九十两\d]+)个?(?:区县|区|县|市|季度|年|月)(?![域级度])/u;

const CHANGE_SAID = /(?:涨|增长|增加|提高|上升|发展)得?$/u;

/** What is measured: how fast something is (收入涨得最慢) is how it changed. */
function measureIn(bare: string, statistic: Statistic): Measure {
  const name = askedName(bare);
  const isSpeed = 'direction' in statistic && /[快慢]/u.test(statistic.direction.word);
  const own = measureOf(name.replace(CHANGE_SAID, ''));
  return isSpeed && (own.indicator !== null || own.literal !== name) ? { ...own, aspect: 'change' } : measureOf(name);
}

/**
 * Returns what a question asks to be computed; null if nothing.
 * @param folded the question, folded, names of districts blanked out
 */
export function readStatistic(folded: string): AskedStatistic | null {
  const periods = findAskedPeriods(folded, null);
  const text = periods.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    folded,
  );
  for (const read of READERS) {
    const cut = read(text);
    if (!cut) continue;
    const over = PERIODS.exec(text);
    const unit = over?.groups?.['unit']?.[0] ?? '';
    const bare = (over ? cut.rest.replace(PERIODS, ' ') : cut.rest)
      .replace(WITHIN, ' ')
      .replace(EACH_DISTRICT, ' ')
      .replace(WHICH_DISTRICT, ' ')
      .replace(SCENE, ' ');
    const measure = measureIn(bare, cut.statistic);
    const counted = COUNTED.exec(text)?.groups?.['count'];
    const isPlain = measure.key === '' && measure.aspect === 'level';
    if (isPlain) return null;
    const count = counted === undefined ? null : parseNumeral(counted);
    return { statistic: cut.statistic, measure, over: UNITS_OF_TIME[unit] ?? null, count, isWithin: WITHIN.test(text) };
  }
  return null;
}

/** Returns what a comparison sets side by side where it is a known indicator, or a figure by its name; null of anything else. */
export function readShown(folded: string, isFigure: boolean): AskedStatistic | null {
  const text = findAskedPeriods(folded, null).reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    folded,
  );
  const measure = measureOf(askedName(text.replace(SCENE, ' ').replace(COMPARING, ' ')));
  if (measure.key === '' || (measure.indicator === null && !isFigure)) return null;
  return { statistic: { kind: 'shown' }, measure, over: null, count: null, isWithin: false };
}

const COMPARING = /比一比|比较|对比|相比|情况|如何|怎么样|怎样/gu;

/** Words that ask or join, beside those that questions have anywhere. */
const ASKING =
  /(?:多少|几)(?:个百分点|万?亿?[元家个人名户张台辆吨件所座处项亩次位只头套间条公里平方米]*)?|(?:百分之|大概|大约|请问|的?(?:数字|数据)|增长得|发展得|得(?=\s|$)|呢|吗|[?？,，。!！;；、]|(?<=^|\s)的?(?:区县|区|县|市)(?=\s|$)|^\s*(?:和|与|跟|同|比)\s*(?:和|与|跟|同|比)?|\s(?:和|与|跟|同|比|在|中|里|是|的|有)(?=\s|$))/gu;

/** Returns the name of what is asked for, out of a question without the words that ask. */
export function askedName(text: string): string {
  return contentOf(text.replace(ASKING, ' ')).replace(ASKING, ' ').replace(/\s+/gu, '');
}
