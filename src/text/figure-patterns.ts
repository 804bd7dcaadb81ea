// How figures are written, as patterns over folded text, and what only looks like one. Their values are read in numbers.ts.
import type { Span } from '../types.ts';
import { MAX_NUMERAL_CHARACTERS, parseRoughNumeral } from './chinese-numerals.ts';
import { needsLatinDigits, type QuantityKind, UNIT_PATTERN, UNITS } from './units.ts';

/** Named groups of a match. */
export type Groups = Readonly<Record<string, string | undefined>>;

const HAN_DIGITS = '一二两三四五六七八九';
const HAN_NUMERAL = `(?:[${HAN_DIGITS}十百万亿零〇]|千(?![瓦米克伏卡帕赫])){1,${MAX_NUMERAL_CHARACTERS}}(?:点[${HAN_DIGITS}零〇]+)?`;
const LATIN_NUMERAL = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const NUMERAL = `(?:${LATIN_NUMERAL}|${HAN_NUMERAL})`;

const SCALE = '万亿|[十百千]?[万亿]|[十百千](?![瓦米克伏卡帕赫])';

function figurePattern(name: string): string {
  return `(?<${name}>${NUMERAL})\\s?(?<${name}Rough>[余多几]|来(?=[个名家人年天岁位万亿元亩项条次]))?\\s?(?<${name}Scale>${SCALE})?(?<${name}Rougher>[余多])?`;
}

/** Digits behind letters are part of a name (5g, a3), but for GDP and CPI. 数 before a numeral in characters is a part of it (数十家); before digits it ends a name (企业数88家). */
const NOT_INSIDE = String.raw`(?<![\d第几${HAN_DIGITS}十百千万亿]|\d[.]|(?:[a-hj-oq-z]|(?<!gd)p|(?<!cp)i)[-.]?|数(?!\d))`;
/** A plain figure or range with its unit: 12.5万元, 两三百家, 2—3年. */
export const FIGURE = new RegExp(
  `${NOT_INSIDE}${figurePattern('first')}\\s?(?:(?:${UNIT_PATTERN})?[-~至到]+\\s?${figurePattern('last')}\\s?)?(?<unit>${UNIT_PATTERN})?`,
  'g',
);
/** 百分之三十五. */
export const PERCENT_IN_WORDS = new RegExp(`百分之(?<numeral>${NUMERAL})`, 'g');
/** 七成, 三到五成. */
export const TENTHS = new RegExp(
  `(?<![\\d.第几数${HAN_DIGITS}十百千])(?<first>[${HAN_DIGITS}\\d])(?:[-~至到]?(?<last>[${HAN_DIGITS}\\d]))?成(?!为|立|功|员|果|本|效|长|熟|绩|都|了|交|型|品|就|不变|[${HAN_DIGITS}十百])`,
  'g',
);
/** 三分之一. */
export const FRACTION_IN_WORDS = new RegExp(`(?<below>${NUMERAL})分之(?<above>${NUMERAL})`, 'g');
/** 1/3. */
export const FRACTION = /(?<![\d./])(?<above>\d{1,3})\/(?<below>\d{1,3})(?![\d/])/g;
/** 12.7:40.3:47: the shares of three or more parts; of two parts where a word says so. */
export const PARTS =
  /(?<![\d.:∶])(?:(?<first>\d+(?:\.\d+)?)(?:\s?[:∶]\s?\d+(?:\.\d+)?){2,4}|(?<=比[^,;。]{0,8})(?<pair>\d+(?:\.\d+)?)\s?[:∶]\s?\d+(?:\.\d+)?)(?![\d.:∶])/g;
/** 翻一番. */
export const DOUBLING = /翻了?(?:近|约|超)?(?<times>[一两二三四]?)番/g;
/** 第16位, 第一. */
export const ORDINAL = new RegExp(`第(?<numeral>\\d+|[${HAN_DIGITS}十百]+)(?<unit>位|名|届|批|次|个|轮|期|家)?`, 'g');

/** Words that make a bare 第一 a rank. */
export const RANKING_BEFORE = /(?:排名?|位居|[位名]?列|居|位次|全[市省国区县球州]|世界|国际|国内|行业|跃[居升至]|前)$/;
const ROUGH_BEFORE =
  /(?:(?<![最附邻靠临相])近|约|超|超过|逾|大约|将近|突破|冲破|接近|不少于|不低于|至少|不到|不足|高达|上(?=[百千万]))$/;
const ROUGH_BEHIND = /^(?:以上|左右|以内|上下|有余|开外|之多)/;
/** 一年 and 一倍 are figures; 一批, 二次 and 最后一公里 are words. */
const STANDS_WITH_ONE: ReadonlySet<QuantityKind> = new Set(['money', 'percent', 'duration', 'ratio']);
const YEAR = /^[12]\d{3}$/;

/** The kind of a figure with this unit; without one it is `other`. */
export function kindOf(unit: string | undefined): QuantityKind {
  return unit === undefined ? 'other' : (UNITS.get(unit)?.kind ?? 'other');
}

/** True if the words in or around a figure say that it is rough: 余, 多, 近, 约, 以上 … */
export function isRough(text: string, span: Span, groups: Groups): boolean {
  const { firstRough, firstRougher, lastRough, lastRougher, first = '' } = groups;
  if (firstRough ?? firstRougher ?? lastRough ?? lastRougher) return true;
  if (groups.last === undefined && parseRoughNumeral(first)) return true;
  return (
    ROUGH_BEFORE.test(text.slice(Math.max(0, span.start - 4), span.start)) ||
    ROUGH_BEHIND.test(text.slice(span.end, span.end + 2))
  );
}

/** True if a numeral in Chinese characters is a figure at all, not a word made with one (一批, 百姓, 二次, “三个作用”). */
function isHanFigure(text: string, span: Span, groups: Groups): boolean {
  const kind = kindOf(groups.unit);
  const { first = '', last, firstScale, unit } = groups;
  if (unit === undefined || needsLatinDigits(unit)) return false;
  if (last !== undefined) return true;
  if (unit === '年' && /^[^十百千万亿]{4}$/.test(first)) return false;
  if (/^[一二]$/.test(first) && firstScale === undefined && !STANDS_WITH_ONE.has(kind)) return false;
  if (first === '一' && /[新这每同某近]$/.test(text.slice(Math.max(0, span.start - 1), span.start))) return false;
  if (/^[百千万亿]$/.test(first) && firstScale === undefined && !isRough(text, span, groups)) return false;
  const quoted = /[“‘「『]$/.test(text.slice(Math.max(0, span.start - 1), span.start));
  return !(quoted && /^[^”’」』]{0,12}[”’」』]/.test(text.slice(span.end, span.end + 13)));
}

/**
 * True if what `FIGURE` matched is a figure: not a date (2016年), a time (8点30分), a bare number or an everyday word.
 * @param text folded, with the quotation marks of the source
 */
export function isFigure(text: string, span: Span, groups: Groups): boolean {
  const { first = '', last, firstScale, lastScale, firstRough, unit } = groups;
  if (!/^\d/.test(first)) return isHanFigure(text, span, groups);
  const before = text.slice(Math.max(0, span.start - 3), span.start);
  if (unit === undefined) return firstScale !== undefined || lastScale !== undefined || firstRough !== undefined;
  if (unit === '分' && /[点时:]$/.test(before)) return false;
  if (unit === '个月' && before.endsWith('前')) return false;
  const number = last ?? first;
  return !(unit === '年' && firstScale === undefined && (YEAR.test(number) || /^0/.test(number)));
}
