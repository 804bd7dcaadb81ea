// The terms under which a passage is found, and their 64-bit keys. It counts nothing and stores nothing.
//
// Chinese is cut into characters and pairs of neighbours, everything else into words. Longer Chinese words have no key of
// their own: measured on 2,500 questions they add nothing to their pairs, and cutting them takes most of the time of a build.
import { fold, isHan } from '../../../text/normalise.ts';

/** A term's key as two 32-bit halves: characters and pairs exactly, other words by two independent hashes. */
export interface TermKey {
  readonly high: number;
  readonly low: number;
}

const CHARACTER = 1;
const PAIR = 2;
/** Words carry a hash in their upper half; this bit keeps them apart from characters and pairs. */
const WORD_BIT = 0x80000000;

const [NONE, HAN, LETTER, DIGIT] = [0, 1, 2, 3];

function classOf(unit: number): number {
  if (isHan(unit)) return HAN;
  const character = String.fromCharCode(unit);
  if (/\p{N}/u.test(character)) return DIGIT;
  return /[\p{L}\p{M}]/u.test(character) ? LETTER : NONE;
}

const CLASSES = Uint8Array.from({ length: 0x10000 }, (_, unit) => classOf(unit));

const classAt = (text: string, index: number): number => CLASSES[text.charCodeAt(index)] ?? NONE;
const isDigitAt = (text: string, index: number): boolean => classAt(text, index) === DIGIT;

/** True if a comma at a place parts thousands: three digits behind it, not more, and no more than three before it. */
function partsThousands(text: string, comma: number, start: number): boolean {
  const parts = text.slice(start, comma).split(',');
  const areDigits = [1, 2, 3].every((step) => isDigitAt(text, comma + step));
  return areDigits && !isDigitAt(text, comma + 4) && /^\d{1,3}$/.test(parts.at(-1) ?? '');
}

/** End of the word that starts at a place: letters and digits, with points and thousands commas between digits. */
function wordEnd(text: string, start: number): number {
  let end = start + 1;
  for (;;) {
    if (classAt(text, end) >= LETTER) end++;
    else if (text[end] === '.' && isDigitAt(text, end - 1) && isDigitAt(text, end + 1)) end += 2;
    else if (text[end] === ',' && isDigitAt(text, end - 1) && partsThousands(text, end, start)) end += 4;
    else return end;
  }
}

function hash(word: string, seed: number): number {
  // FNV-1a over UTF-16 units with a final mix (murmur3's), so that both halves are independent for different seeds.
  let value = seed;
  for (let index = 0; index < word.length; index++) value = Math.imul(value ^ word.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Key of a term (folded): one Chinese character, two, or a word that is not Chinese. */
export function keyOf(term: string): TermKey {
  const [first, second] = [term.charCodeAt(0), term.charCodeAt(1)];
  if (term.length === 1 && isHan(first)) return { high: CHARACTER, low: first };
  if (term.length === 2 && isHan(first) && isHan(second)) return { high: PAIR, low: ((first << 16) | second) >>> 0 };
  return { high: (hash(term, 0x811c9dc5) | WORD_BIT) >>> 0, low: hash(term, 0x9747b28c) };
}

/**
 * Returns the words of a folded text that are not Chinese, in order, with repeats; thousands commas are left out.
 * @example otherWords('a股涨1,200.5点') // => ['a', '1200.5']
 */
export function otherWords(folded: string): string[] {
  const found: string[] = [];
  for (let index = 0; index < folded.length; index++) {
    if (classAt(folded, index) < LETTER) continue;
    const end = wordEnd(folded, index);
    found.push(folded.slice(index, end).replaceAll(',', ''));
    index = end - 1;
  }
  return found;
}

/**
 * Calls `visit` with the key of every term of a text, with repeats: each Chinese character, each pair of neighbouring
 * ones, and each word that is not Chinese.
 * @returns the length of the text in characters and words that are not Chinese
 */
export function visitTerms(text: string, visit: (high: number, low: number) => void): number {
  const folded = fold(text);
  let length = 0;
  let before = 0;
  for (let index = 0; index < folded.length; index++) {
    const unit = folded.charCodeAt(index);
    const isChinese = CLASSES[unit] === HAN;
    if (isChinese) {
      length++;
      visit(CHARACTER, unit);
      if (before > 0) visit(PAIR, ((before << 16) | unit) >>> 0);
    }
    before = isChinese ? unit : 0;
  }
  for (const word of otherWords(folded)) {
    const { high, low } = keyOf(word);
    visit(high, low);
    length++;
  }
  return length;
}
