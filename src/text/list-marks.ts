// How items of a list are marked at the beginning of a sentence: 一是…, 第二步：…, （三）…, 4.…, 路径之五：…, ——….
import { parseNumeral } from './chinese-numerals.ts';

const NUMERAL = '[一二三四五六七八九十]';

/** Marks whose numeral opens a sentence of a list: 一是, 第二, （三）. */
export const NUMBERED_SENTENCE_MARKS: readonly RegExp[] = [
  new RegExp(`^(?<numeral>${NUMERAL})(?:是|要)`, 'u'),
  new RegExp(`^第(?<numeral>${NUMERAL})(?<step>步)?[，,、：:是]?`, 'u'),
  new RegExp(`^[（(](?<numeral>${NUMERAL}{1,2}|\\d{1,2})[)）]`, 'u'),
];

/** All forms of marks; the items of one list have one form. */
export const LIST_MARKS: readonly RegExp[] = [
  ...NUMBERED_SENTENCE_MARKS,
  new RegExp(`^(?<numeral>${NUMERAL})、`, 'u'),
  /^(?<numeral>\d{1,2})[.．、](?!\d)/u,
  new RegExp(`^[^，。：]{1,6}之(?<numeral>${NUMERAL})[：:，]?`, 'u'),
  /^——/u,
  /^[-*•]\s/u,
];

/** The number of a heading (一、, （二）, 三是, 4.), with the blanks behind it. */
export const HEADING_NUMBER = new RegExp(`^(?:${NUMERAL}+、|（${NUMERAL}+）|${NUMERAL}是|\\d{1,2}[.．、])\\s*`, 'u');

/** A mark at the beginning of a text. */
export interface ListMark {
  readonly form: RegExp;
  /** Null where marks of this form have no number. */
  readonly number: number | null;
  /** True if the number is that of a step (第一步). */
  readonly isStep: boolean;
  /** Where the text behind the mark begins. */
  readonly end: number;
}

/** Returns the mark that a text begins with, of the first form that fits; null if it begins with none. */
export function listMarkOf(text: string, forms: readonly RegExp[] = LIST_MARKS): ListMark | null {
  for (const form of forms) {
    const match = form.exec(text);
    if (!match) continue;
    const numeral = match.groups?.['numeral'];
    const number = numeral === undefined ? null : (parseNumeral(numeral) ?? 0);
    return { form, number, isStep: match.groups?.['step'] !== undefined, end: match[0].length };
  }
  return null;
}
