// Compares short typed answers that are figures or dates: 一百二十 = 120, 1.2亿 = 12000万, 二〇三一年五月 = 2031-05.
import { isoPeriod } from '../../text/calendar.ts';
import { parseChineseNumeral } from '../../text/chinese-numerals.ts';
import { fold } from '../../text/normalise.ts';
import { UNITS } from '../../text/units.ts';

/** A figure that a whole text consists of. */
interface TypedFigure {
  readonly value: number;
  /** The number before a lone 万 or 亿, which one may leave out; null where there are several parts (1亿2000万). */
  readonly bare: number | null;
  readonly hasScale: boolean;
  /** Empty where none is written. */
  readonly unit: string;
}

/** Words around a figure that leave it as it is; the longest first. */
const AROUND =
  /^(?:大约有|大约|大概|约为|约|共计|共有|总共|一共|共|达到|高达|达|将近|接近|近|超过|多于|不少于|至少|超|逾|突破|过|人民币|为|是|有)+|(?:左右|以上|上下|多|余)$/gu;
/** 6000多亩 is 6000亩 to who grades. */
const ROUGH = /(?<=[\d十百千万亿])[多余来](?=.)/gu;
const NUMERAL = '(?:\\d+(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千点]+)';
const FIGURE = new RegExp(`^(?<parts>(?:${NUMERAL}[万亿千百]*)+)(?<unit>[^\\d\\s]{0,6})$`, 'u');
const PART = new RegExp(`(${NUMERAL})([万亿千百]*)`, 'gu');
/** 十百千万 is a name, no number. */
const NO_NUMERAL = /十[百千]|百千/u;
const PERCENT = /^百分之(.+)$/u;
/** 五成, 五成五, 5成. */
const TENTHS = /^(\d|[一二两三四五六七八九十])成([一二三四五六七八九半])?$/u;
const WHOLE = /^(?:实现)?全(?:部)?覆盖$/u;
/** Everyday names of units. */
const UNIT_NAMES: ReadonlyMap<string, string> = new Map([
  ['日', '天'],
  ['人民币', '元'],
  ['元人民币', '元'],
  ['块', '元'],
  ['块钱', '元'],
  ['百分比', '%'],
  ['微克每立方米', '微克/立方米'],
  ['毫克每立方米', '毫克/立方米'],
]);
/** A minus at the head of a figure: at the beginning, behind a mark, or behind a word that leads to a figure; elsewhere it is a range. */
const MINUS = /(?<=^|[^\p{L}\d%‰°]|[由从到至为是达和与及转成增降速率])-(?=\d)/gu;
const DATE =
  /^([\d零〇一二三四五六七八九]{4})(?:年|[-./])(?:(\d{1,2}|[一二三四五六七八九十]{1,3})(?:月份?|[-./]|$)(?:(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?)?)?$/u;

const numberOf = (numeral: string): number | null =>
  /^\d/u.test(numeral) ? Number(numeral) : parseChineseNumeral(numeral);

/** @example percentOfTenths('五成五') // => '55' */
function percentOfTenths(folded: string): string | undefined {
  const [, tenths, rest] = TENTHS.exec(folded) ?? [];
  if (tenths === undefined) return undefined;
  const ones = rest === '半' ? 5 : numberOf(rest ?? '零');
  return String((numberOf(tenths) ?? 0) * 10 + (ones ?? 0));
}

/** Reads a text that is a figure and nothing else; null for any other. */
function readFigure(text: string): TypedFigure | null {
  const folded = fold(text)
    .replace(/[\s,]/gu, '')
    .replace(AROUND, '')
    .replace(ROUGH, '')
    .replace(/(?<=\d)个(?=[万亿])/gu, '')
    .replace(WHOLE, '100%')
    .replace(/[uμ]g\/m3$/u, '微克/立方米')
    .replace(/mg\/m3$/u, '毫克/立方米');
  const percent = PERCENT.exec(folded)?.[1] ?? percentOfTenths(folded);
  const match = FIGURE.exec(percent === undefined ? folded : `${percent}%`);
  if (match === null || NO_NUMERAL.test(folded)) return null;
  const { parts = '', unit: written = '' } = match.groups ?? {};
  const unit = UNIT_NAMES.get(written) ?? written;
  // 三服务 is a name, not three of something.
  if (unit !== '' && !UNITS.has(unit)) return null;
  const pieces = [...parts.matchAll(PART)];
  let value = 0;
  let bare: number | null = null;
  for (const [, numeral = '', scale = ''] of pieces) {
    const number = numberOf(numeral);
    const factor = [...scale].reduce((product, sign) => product * (parseChineseNumeral(sign) ?? 1), 1);
    if (number === null) return null;
    bare = pieces.length === 1 ? number : null;
    value += number * factor;
  }
  return { value, bare, hasScale: /[万亿千百]/u.test(parts) && /\d/u.test(parts), unit };
}

/** Returns a folded text with a minus before a figure as a word, which no search for punctuation takes away. @example withMinusAsWord('从-3%到5%') // => '从负3%到5%' */
export function withMinusAsWord(folded: string): string {
  return folded.replace(MINUS, '负');
}

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** Returns what one of a unit is in the smallest of its dimension; 个 stands for any measure word. Null: the units measure different things. */
function factors(typed: string, wanted: string): readonly [number, number] | null {
  if (typed === wanted || typed === '' || wanted === '') return [1, 1];
  const [a, b] = [UNITS.get(typed), UNITS.get(wanted)];
  if (a === undefined || b === undefined) return null;
  if (a.dimension === b.dimension) return [a.factor, b.factor];
  return a.kind === 'count' && b.kind === 'count' && typed === '个' ? [1, 1] : null;
}

/** Returns the unit of a text that is a figure and nothing else; empty where it has none, or is no figure. */
export function unitOf(text: string): string {
  return readFigure(text)?.unit ?? '';
}

/** True if a text is a figure and nothing else. */
export function isFigure(text: string): boolean {
  return readFigure(text) !== null;
}

/** True if two texts are the same figure; null where one of them is no figure. A typed number without unit and scale may leave out both. */
export function sameFigure(typed: string, accepted: string): boolean | null {
  const [figure, wanted] = [readFigure(typed), readFigure(accepted)];
  if (figure === null || wanted === null) return null;
  const units = factors(figure.unit, wanted.unit);
  if (units === null) return false;
  if (isClose(figure.value * units[0], wanted.value * units[1])) return true;
  return figure.unit === '' && !figure.hasScale && wanted.bare !== null && isClose(figure.value, wanted.bare);
}

const WITHOUT_MARKS = /^(\d{4})(\d{2})(\d{2})$/u;
const SHORT_YEAR = /^\d{2}(?=年|[-./]\d)/u;

/** Returns a date written without marks or with two digits of its year as it is written in full. @example fullDate('16年9月1日', '2016年9月1日') // => '2016年9月1日' */
export function fullDate(typed: string, accepted: string): string {
  const plain = fold(typed).replace(/\s/gu, '').replace(WITHOUT_MARKS, '$1-$2-$3');
  return SHORT_YEAR.test(plain) ? `${accepted.slice(0, 2)}${plain}` : plain;
}

/** Returns a typed figure with the slips of recognition mended: a full stop for the point, l for 1, o for 0 between digits. */
export function mendedFigure(typed: string): string {
  return fold(typed)
    .replace(/(?<=\d)。(?=\d)/gu, '.')
    .replace(/(?<![a-z])l(?=[\d.])/gu, '1')
    .replace(/(?<=\d)o(?=[\d.%]|$)/gu, '0');
}

/** Returns the canonical form of a text that is a date and nothing else; null for any other. @example dateOf('二〇三一年五月') // => '2031-05' */
export function dateOf(text: string): string | null {
  const match = DATE.exec(fold(text).replace(/[\s"'()[\]]/gu, ''));
  if (match === null) return null;
  const year = numberOf(match[1] ?? '');
  const month = match[2] === undefined ? null : numberOf(match[2]);
  const day = match[3] === undefined ? null : numberOf(match[3]);
  return year === null ? null : isoPeriod(year, month, day);
}
