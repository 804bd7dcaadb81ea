// Finds the figures of a text: value, unit and kind, in Latin digits or Chinese characters.
// Dates are not figures (periods.ts), nor are bare numbers in names (360工作法, 12345, 5G, “2+4”).
import type { Span } from '../types.ts';
import { parseChineseNumeral, parseRoughNumeral } from './chinese-numerals.ts';
import { fold } from './normalise.ts';
import { needsLatinDigits, type QuantityKind, UNIT_PATTERN, UNITS } from './units.ts';

export type { QuantityKind } from './units.ts';

/** A figure of a text. `surface` is the slice [start, end): the number and its unit. */
export interface Quantity extends Span {
  readonly surface: string;
  /** 亿 and 万 multiplied out, percent as the number before the sign (七成 is 70), 1/3 as 0.333… Never NaN. */
  readonly value: number;
  /** Upper end of a range (`2—3年`), else absent. */
  readonly valueEnd?: number;
  /** Base unit without 万 and 亿 (`元`, `个`, `%`), empty where none is written. */
  readonly unit: string;
  /** Whether the text says that the figure is rough: 余, 多, 近, 约, 超, 以上 … */
  readonly approximate: boolean;
  readonly kind: QuantityKind;
}

const HAN_DIGITS = '一二两三四五六七八九';
const HAN_NUMERAL = `[${HAN_DIGITS}十百千万亿零〇]+(?:点[${HAN_DIGITS}零〇]+)?`;
const LATIN_NUMERAL = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const NUMERAL = `(?:${LATIN_NUMERAL}|${HAN_NUMERAL})`;

const SCALE = '万亿|[十百千]?[万亿]|[十百千](?![瓦米克伏卡帕赫])';

function figurePattern(name: string): string {
  return `(?<${name}>${NUMERAL})\\s?(?<${name}Rough>[余多几]|来(?=[个名家人年天岁位万亿元亩项条次]))?\\s?(?<${name}Scale>${SCALE})?(?<${name}Rougher>[余多])?`;
}

const NOT_INSIDE = String.raw`(?<![\d第几数${HAN_DIGITS}十百千万亿]|\d[.]|[a-z][-.]?)`;
const FIGURE = new RegExp(
  `${NOT_INSIDE}${figurePattern('first')}\\s?(?:(?:${UNIT_PATTERN})?[-~至到]+\\s?${figurePattern('last')}\\s?)?(?<unit>${UNIT_PATTERN})?`,
  'g',
);
const PERCENT_IN_WORDS = new RegExp(`百分之(?<numeral>${NUMERAL})`, 'g');
const TENTHS = new RegExp(
  `(?<![\\d.第几数${HAN_DIGITS}十百千])(?<first>[${HAN_DIGITS}\\d])(?:[-~至到]?(?<last>[${HAN_DIGITS}\\d]))?成(?!为|立|功|员|果|本|效|长|熟|绩|都|了|交|型|品|就|不变|[${HAN_DIGITS}十百])`,
  'g',
);
const FRACTION_IN_WORDS = new RegExp(`(?<below>${NUMERAL})分之(?<above>${NUMERAL})`, 'g');
const FRACTION = /(?<![\d./])(?<above>\d{1,3})\/(?<below>\d{1,3})(?![\d/])/g;
const DOUBLING = /翻了?(?:近|约|超)?(?<times>[一两二三四]?)番/g;
const ORDINAL = new RegExp(`第(?<numeral>\\d+|[${HAN_DIGITS}十百]+)(?<unit>位|名|届|批|次|个|轮|期|家)?`, 'g');

const RANKING_BEFORE = /(?:排名?|位居|[位名]?列|居|位次|全[市省国区县球州]|世界|国际|国内|行业|跃[居升至]|前)$/;
const ROUGH_BEFORE =
  /(?:(?<![最附邻靠临相])近|约|超|超过|逾|大约|将近|突破|冲破|接近|不少于|不低于|至少|不到|不足|高达|上(?=[百千万]))$/;
const ROUGH_BEHIND = /^(?:以上|左右|以内|上下|有余|开外|之多)/;
/** 一年 and 一倍 are figures; 一批, 二次 and 最后一公里 are words. */
const STANDS_WITH_ONE: ReadonlySet<QuantityKind> = new Set(['money', 'percent', 'duration', 'ratio']);
const YEAR = /^[12]\d{3}$/;

type Groups = Record<string, string | undefined>;

function numberOf(numeral: string, scale: string | undefined): number | null {
  const base = /^\d/.test(numeral) ? Number(numeral.replaceAll(',', '')) : parseChineseNumeral(numeral);
  const factor = scale === undefined ? 1 : parseChineseNumeral(scale);
  return base === null || factor === null ? null : Number((base * factor).toPrecision(15));
}

/** One figure, or the two ends of a range: the first end borrows the scale of the last (`10—20万元`). */
function endsOf(groups: Groups): readonly [number, number | undefined] | null {
  const { first = '', firstScale, last, lastScale } = groups;
  if (last === undefined) {
    const rough = parseRoughNumeral(first);
    if (rough) return rough;
    const value = numberOf(first, firstScale);
    return value === null ? null : [value, undefined];
  }
  const end = numberOf(last, lastScale);
  const borrowed = numberOf(first, firstScale ?? lastScale);
  const start = borrowed !== null && end !== null && borrowed > end ? numberOf(first, firstScale) : borrowed;
  return start === null || end === null ? null : [Math.min(start, end), Math.max(start, end)];
}

/** Whether the words around a figure say that it is rough. */
function isRough(text: string, span: Span, groups: Groups): boolean {
  const { firstRough, firstRougher, lastRough, lastRougher, first = '' } = groups;
  if (firstRough ?? firstRougher ?? lastRough ?? lastRougher) return true;
  if (groups.last === undefined && parseRoughNumeral(first)) return true;
  return (
    ROUGH_BEFORE.test(text.slice(Math.max(0, span.start - 4), span.start)) ||
    ROUGH_BEHIND.test(text.slice(span.end, span.end + 2))
  );
}

/** Whether a numeral in Chinese characters is a figure at all, not a word made with one (一批, 百姓, 二次, “三个作用”). */
function isHanFigure(text: string, span: Span, groups: Groups, kind: QuantityKind): boolean {
  const { first = '', last, firstScale, unit } = groups;
  if (unit === undefined || needsLatinDigits(unit)) return false;
  if (last !== undefined) return true;
  if (unit === '年' && /^[^十百千万亿]{4}$/.test(first)) return false;
  if (/^[一二]$/.test(first) && firstScale === undefined && !STANDS_WITH_ONE.has(kind)) return false;
  if (first === '一' && /[新这每同某近]$/.test(text.slice(Math.max(0, span.start - 1), span.start))) return false;
  if (/^[百千万亿]$/.test(first) && firstScale === undefined && !isRough(text, span, groups)) return false;
  const quoted = /[“‘「『]$/.test(text.slice(Math.max(0, span.start - 1), span.start));
  return !(quoted && /^[^”’」』]{0,12}[”’」』]/.test(text.slice(span.end)));
}

function isFigure(text: string, span: Span, groups: Groups, kind: QuantityKind): boolean {
  const { first = '', last, firstScale, lastScale, firstRough, unit } = groups;
  if (!/^\d/.test(first)) return isHanFigure(text, span, groups, kind);
  const before = text.slice(Math.max(0, span.start - 3), span.start);
  if (unit === undefined) return firstScale !== undefined || lastScale !== undefined || firstRough !== undefined;
  if (unit === '分' && /[点时:]$/.test(before)) return false;
  if (unit === '个月' && before.endsWith('前')) return false;
  const number = last ?? first;
  return !(unit === '年' && firstScale === undefined && (YEAR.test(number) || /^0/.test(number)));
}

interface Found extends Span {
  readonly value: number;
  readonly valueEnd?: number | undefined;
  readonly unit: string;
  readonly kind: QuantityKind;
  readonly approximate?: boolean;
}

type Read = (groups: Groups, span: Span, text: string) => Omit<Found, 'start' | 'end'> | null;

const readFigure: Read = (groups, span, text) => {
  const kind = groups.unit === undefined ? 'other' : (UNITS.get(groups.unit)?.kind ?? 'other');
  const values = endsOf(groups);
  if (!values || !isFigure(text, span, groups, kind)) return null;
  return {
    value: values[0],
    valueEnd: values[1],
    unit: groups.unit ?? '',
    kind,
    approximate: isRough(text, span, groups),
  };
};

const readPercent: Read = ({ numeral = '' }) => {
  const value = numberOf(numeral, undefined);
  return value === null ? null : { value, unit: '%', kind: 'percent' };
};

const readTenths: Read = ({ first = '', last }) => {
  const value = numberOf(first, undefined);
  const end = numberOf(last ?? first, undefined);
  if (value === null || end === null) return null;
  const valueEnd = last === undefined ? undefined : Math.max(value, end) * 10;
  return { value: Math.min(value, end) * 10, valueEnd, unit: '%', kind: 'percent' };
};

const readFraction: Read = ({ above = '', below = '' }) => {
  const part = numberOf(above, undefined);
  const whole = numberOf(below, undefined);
  return part === null || whole === null || part >= whole ? null : { value: part / whole, unit: '', kind: 'ratio' };
};

const readDoubling: Read = ({ times = '' }) => {
  return {
    value: 2 ** (parseChineseNumeral(times) ?? 1),
    unit: '倍',
    kind: 'ratio',
  };
};

const readOrdinal: Read = ({ numeral = '', unit }, span, text) => {
  const value = numberOf(numeral, undefined);
  const ranked = unit !== undefined || RANKING_BEFORE.test(text.slice(Math.max(0, span.start - 4), span.start));
  return value === null || !ranked ? null : { value, unit: unit ?? '位', kind: 'ordinal' };
};

/** Special forms first: what one of them takes, the plain figures leave alone. Each is tried only where its sign occurs. */
const FORMS: readonly { readonly sign: RegExp; readonly pattern: RegExp; readonly read: Read }[] = [
  { sign: /百分之/, pattern: PERCENT_IN_WORDS, read: readPercent },
  { sign: /分之/, pattern: FRACTION_IN_WORDS, read: readFraction },
  { sign: /\d\/\d/, pattern: FRACTION, read: readFraction },
  { sign: /番/, pattern: DOUBLING, read: readDoubling },
  { sign: /第/, pattern: ORDINAL, read: readOrdinal },
  { sign: /成/, pattern: TENTHS, read: readTenths },
  { sign: /[\d一二两三四五六七八九十百千万亿]/, pattern: FIGURE, read: readFigure },
];

/**
 * The figures of a text, in order, never overlapping.
 * @param text source text, folded or not: offsets are those of `text`
 * @example findQuantities('完成投资1.2亿元')[0] // => { surface: '1.2亿元', value: 120000000, unit: '元', kind: 'money', … }
 */
export function findQuantities(text: string): Quantity[] {
  const folded = fold(text);
  // The quotation marks of the source tell names from figures; folding makes them all alike.
  const marked = /[“‘「『]/.test(text) ? folded.replace(/["']/g, (_, index: number) => text[index] ?? '') : folded;
  const found: Found[] = [];
  for (const { sign, pattern, read } of FORMS) {
    if (!sign.test(folded)) continue;
    for (const match of folded.matchAll(pattern)) {
      const span = {
        start: match.index,
        end: match.index + match[0].trimEnd().length,
      };
      if (found.some((other) => other.start < span.end && span.start < other.end)) continue;
      const reading = read(match.groups ?? {}, span, marked);
      if (reading) found.push({ ...span, ...reading });
    }
  }
  return found.sort((left, right) => left.start - right.start).map((quantity) => present(text, folded, quantity));
}

function present(text: string, folded: string, found: Found): Quantity {
  const { start, end, value, valueEnd, unit, kind } = found;
  const approximate = found.approximate ?? isRough(folded, found, {});
  const surface = text.slice(start, end);
  return {
    start,
    end,
    surface,
    value,
    ...(valueEnd === undefined ? {} : { valueEnd }),
    unit,
    approximate,
    kind,
  };
}

/** Whether two figures say the same: `1.0085亿` and `10085万元`, `七成` and `70%`, `三个` and `3项`; roughness does not matter. */
export function sameQuantity(left: Quantity, right: Quantity): boolean {
  const leftUnit = UNITS.get(left.unit);
  const rightUnit = UNITS.get(right.unit);
  if ((left.kind === 'ordinal') !== (right.kind === 'ordinal')) return false;
  const unitless = left.unit === '' || right.unit === '';
  if (!unitless && left.unit !== right.unit && leftUnit?.dimension !== rightUnit?.dimension) return false;
  if (unitless && left.unit !== right.unit && (left.kind === 'percent' || right.kind === 'percent')) return false;
  const [leftFactor, rightFactor] = unitless ? [1, 1] : [leftUnit?.factor ?? 1, rightUnit?.factor ?? 1];
  return (
    close(left.value * leftFactor, right.value * rightFactor) &&
    close((left.valueEnd ?? left.value) * leftFactor, (right.valueEnd ?? right.value) * rightFactor)
  );
}

function close(left: number, right: number): boolean {
  return Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right));
}
