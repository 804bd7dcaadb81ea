// Cuts an answer in one's own words into the pieces that may each make a point, and tells which of them are denied.
import { parseChineseNumeral } from '../../text/chinese-numerals.ts';
import { fold } from '../../text/normalise.ts';
import { CARRIED_DENIAL, DENIAL, EXCLUDING, NO_DENIAL, TRAILING_DENIAL } from './grading-cues.ts';

/** A piece of an answer with its place. */
export interface AnswerPiece {
  /** Letters and digits, numerals in digits. */
  readonly text: string;
  /** Number of the sentence it stands in, from 0. */
  readonly sentence: number;
  /** How many denying words bear on it. */
  readonly denials: number;
}

const SENTENCE_END = /[。;!?\n]+/u;
const CLAUSE_END = /[,:]+|而是|但是|但(?=[\u4e00-\u9fff])/u;
const ITEM_END = /[、\s/|+→·&*-]+|和|与|及|还有|并且|同时/u;
const NUMBERING =
  /(?:^|(?<=[\s,、;。\n]))(?:\d{1,2}[.、)](?!\d)|\(\d{1,2}\)|[一二三四五六七八九十]、|[一二三四五六七八九]是|第[一二三四五六七八九])/gu;
/** A lone digit right before a word of two signs or more that is no measure of anything. */
const GLUED = /(?<![\d.])\d(?=[\u4e00-\u9fff]{2})/gu;
const CIRCLED = /[\u2460-\u2473]/gu;
const QUOTES = /["'()[\]{}<>《》【】〈〉]/gu;
const NUMERAL = /[零〇一二两三四五六七八九十百千万亿]+/gu;

/** Returns letters and digits alone, numerals in digits. @example plainLetters('十二处“社区食堂”') // => '12处社区食堂' */
export function plainLetters(text: string): string {
  const parts = fold(text)
    .replace(/(?<=[零一二三四五六七八九十\d])成(?![立为效果员功])/gu, '0%')
    .replace(/1半|一半/gu, '50%');
  const inDigits = parts.replace(NUMERAL, (numeral) => String(parseChineseNumeral(numeral) ?? numeral));
  return inDigits.replace(/[^\p{L}\p{N}%.]|\.(?!\d)|(?<!\d)\./gu, '');
}

/** Returns how many denying words a text holds. @example countDenials('没有配备') // => 1 */
export function countDenials(text: string): number {
  return text.replace(NO_DENIAL, '').match(DENIAL)?.length ?? 0;
}

/** Cuts a clause into pieces. A denial bears on what stands behind it in the clause; at the end of it, on all of it. */
function piecesOfClause(clause: string, sentence: number): AnswerPiece[] {
  const isSetAside = clause.search(EXCLUDING) >= 0 || clause.search(TRAILING_DENIAL) >= 0;
  let carried = 0;
  return clause.split(ITEM_END).flatMap((part) => {
    const own = countDenials(part);
    const piece = { text: plainLetters(part), sentence, denials: isSetAside ? 1 : Math.max(own, carried) };
    // 没有A、B、C: what is denied first stays denied; 非 and 无 belong to their own word.
    if (part.replace(NO_DENIAL, '').search(CARRIED_DENIAL) >= 0) carried = Math.max(own, carried);
    return piece.text === '' ? [] : [piece];
  });
}

/** Returns a text whose parts are numbered without a mark between, with marks: 1登记2公示3协商. */
function withGluedNumbersApart(text: string): string {
  const numbers = [...text.matchAll(GLUED)].map(([number]) => Number(number));
  const isCounting = numbers.length > 2 && numbers.every((number, n) => number === n + 1);
  return isCounting ? text.replace(GLUED, ';') : text;
}

/** Returns the pieces of an answer in their order. */
export function piecesOf(answer: string): AnswerPiece[] {
  const folded = fold(answer.replace(CIRCLED, '\n')).replace(QUOTES, '');
  const plain = withGluedNumbersApart(folded).replace(NUMBERING, ';');
  return plain
    .split(SENTENCE_END)
    .flatMap((sentence, n) => sentence.split(CLAUSE_END).flatMap((clause) => piecesOfClause(clause, n)));
}
