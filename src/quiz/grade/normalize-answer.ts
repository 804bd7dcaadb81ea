// What is left of a short typed answer when its writing is taken away: width, case, script, spaces, punctuation, and
// whether a number is written in digits. It compares nothing and knows no question.
import { parseChineseNumeral } from '../../text/chinese-numerals.ts';
import { fold } from '../../text/normalise.ts';

/** Two ways to write one thing, folded: what is found, and the form it gets. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/年年/gu, '年'],
  [/(?<=[年月])末/gu, '底'],
  [/(?<=[\d十])号/gu, '日'],
  [/(?<=月)份/gu, ''],
];
const NUMERAL = /[零〇一二两三四五六七八九十百千万亿]+/gu;
/** Marks that hold a name together or set two apart: DMB+ is not DMB, 10+2 is not 102, 3·15 is not 315. */
const BETWEEN_DIGITS = /(?<=\d)[^\S\n]*[·.:/~-][^\S\n]*(?=\d)/gu;
const MARK = '\u0001';
const MEANINGLESS = /[\s\p{P}`´^¨]/gu;

/** Letters, digits and signs of calculation of a text alone, numerals in digits. @example essence('「ＶＩＰ」 五改') // => 'vip5改' */
export function normalizeAnswer(text: string): string {
  const plain = fold(text).replace(BETWEEN_DIGITS, MARK).replace(MEANINGLESS, '');
  const inDigits = plain.replace(NUMERAL, (numeral) => String(parseChineseNumeral(numeral) ?? numeral));
  return SAME.reduce((form, [found, same]) => form.replace(found, same), inDigits);
}
