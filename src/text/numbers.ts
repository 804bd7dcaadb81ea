// Finds the figures of a text: value, unit and kind, in Latin digits or Chinese characters.
// Dates are not figures (periods.ts), nor are bare numbers in names (360工作法, 12345, 5G, “2+4”).
import type { Span } from '../types.ts';
import { parseChineseNumeral, parseRoughNumeral } from './chinese-numerals.ts';
import {
  DOUBLING,
  FIGURE,
  FRACTION,
  FRACTION_IN_WORDS,
  type Groups,
  isFigure,
  isRough,
  kindOf,
  ORDINAL,
  PARTS,
  PERCENT_IN_WORDS,
  RANKING_BEFORE,
  TENTHS,
} from './figure-patterns.ts';
import { fold } from './normalise.ts';
import { nothingTaken } from './taken.ts';
import { type QuantityKind, UNITS } from './units.ts';

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
  /** True if the text says that the figure is rough: 余, 多, 近, 约, 超, 以上 … */
  readonly approximate: boolean;
  readonly kind: QuantityKind;
}

function numberOf(numeral: string, scale: string | undefined): number | null {
  const base = /^\d/.test(numeral) ? Number(numeral.replaceAll(',', '')) : parseChineseNumeral(numeral);
  const factor = scale === undefined ? 1 : parseChineseNumeral(scale);
  const value = base === null || factor === null ? Number.NaN : Number((base * factor).toPrecision(15));
  // Three hundred digits in a row are no number of anything.
  return Number.isFinite(value) ? value : null;
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

interface FoundQuantity extends Span {
  readonly value: number;
  readonly valueEnd?: number | undefined;
  readonly unit: string;
  readonly kind: QuantityKind;
  readonly approximate?: boolean;
}

type ReadNumber = (groups: Groups, span: Span, text: string) => Omit<FoundQuantity, 'start' | 'end'> | null;

const readFigure: ReadNumber = (groups, span, text) => {
  const values = endsOf(groups);
  if (!values || !isFigure(text, span, groups)) return null;
  return {
    value: values[0],
    valueEnd: values[1],
    unit: groups.unit ?? '',
    kind: kindOf(groups.unit),
    approximate: isRough(text, span, groups),
  };
};

const readPercent: ReadNumber = ({ numeral = '' }) => {
  const value = numberOf(numeral, undefined);
  return value === null ? null : { value, unit: '%', kind: 'percent' };
};

const readTenths: ReadNumber = ({ first = '', last }) => {
  const value = numberOf(first, undefined);
  const end = numberOf(last ?? first, undefined);
  if (value === null || end === null) return null;
  const valueEnd = last === undefined ? undefined : Math.max(value, end) * 10;
  return { value: Math.min(value, end) * 10, valueEnd, unit: '%', kind: 'percent' };
};

const readFraction: ReadNumber = ({ above = '', below = '' }) => {
  const part = numberOf(above, undefined);
  const whole = numberOf(below, undefined);
  return part === null || whole === null || part >= whole ? null : { value: part / whole, unit: '', kind: 'ratio' };
};

/**
 * A clock says 8:30:00; shares of a whole come to about 100, or are so small that none of them is written with two digits. Nothing to
 * nothing (a score of 0:0) is no share.
 */
const readParts: ReadNumber = (_, { start, end }, text) => {
  const parts = text.slice(start, end).split(/[:∶]/).map(Number);
  const sum = parts.reduce((total, part) => total + part, 0);
  if (sum === 0) return null;
  if (parts.length > 2 && Math.abs(sum - 100) > 2 && parts.some((part) => part >= 10)) return null;
  return { value: (parts[0] ?? 0) / sum, unit: '比', kind: 'ratio' };
};

const readDoubling: ReadNumber = ({ times = '' }) => {
  return {
    value: 2 ** (parseChineseNumeral(times) ?? 1),
    unit: '倍',
    kind: 'ratio',
  };
};

const readOrdinal: ReadNumber = ({ numeral = '', unit }, span, text) => {
  const value = numberOf(numeral, undefined);
  const ranked = unit !== undefined || RANKING_BEFORE.test(text.slice(Math.max(0, span.start - 4), span.start));
  return value === null || !ranked ? null : { value, unit: unit ?? '位', kind: 'ordinal' };
};

/** Special forms first: what one of them takes, the plain figures leave alone. Each is tried only where its sign occurs. */
const FORMS: readonly { readonly sign: RegExp; readonly pattern: RegExp; readonly read: ReadNumber }[] = [
  { sign: /百分之/, pattern: PERCENT_IN_WORDS, read: readPercent },
  { sign: /分之/, pattern: FRACTION_IN_WORDS, read: readFraction },
  { sign: /\d\/\d/, pattern: FRACTION, read: readFraction },
  { sign: /\d\s?[:∶]\s?\d/, pattern: PARTS, read: readParts },
  { sign: /番/, pattern: DOUBLING, read: readDoubling },
  { sign: /第/, pattern: ORDINAL, read: readOrdinal },
  { sign: /成/, pattern: TENTHS, read: readTenths },
  { sign: /[\d一二两三四五六七八九十百千万亿]/, pattern: FIGURE, read: readFigure },
];

/** No form matches a text without one of these. */
const ANY_SIGN = /[\d一二两三四五六七八九十百千万亿分番第成零〇]/;

/**
 * Returns the figures of a text, in order, never overlapping.
 * @param text source text, folded or not: offsets are those of `text`
 * @example findQuantities('完成投资1.2亿元')[0] // => { surface: '1.2亿元', value: 120000000, unit: '元', kind: 'money', … }
 */
export function findQuantities(text: string): Quantity[] {
  const folded = fold(text);
  if (!ANY_SIGN.test(folded)) return [];
  // The quotation marks of the source tell names from figures; folding makes them all alike.
  const marked = /[“‘「『]/.test(text) ? folded.replace(/["']/g, (_, index: number) => text[index] ?? '') : folded;
  const found: FoundQuantity[] = [];
  const taken = nothingTaken(text.length);
  for (const { sign, pattern, read } of FORMS) {
    if (!sign.test(folded)) continue;
    for (const match of folded.matchAll(pattern)) {
      const span = {
        start: match.index,
        end: match.index + match[0].trimEnd().length,
      };
      if (!taken.isFree(span)) continue;
      const reading = read(match.groups ?? {}, span, marked);
      if (!reading) continue;
      found.push({ ...span, ...reading });
      taken.take(span);
    }
  }
  return found.sort((left, right) => left.start - right.start).map((quantity) => present(text, folded, quantity));
}

function present(text: string, folded: string, found: FoundQuantity): Quantity {
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

/** True if two figures say the same: `1.0085亿` and `10085万元`, `七成` and `70%`, `三个` and `3项`; roughness does not matter. */
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
