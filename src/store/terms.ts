// The terms under which a passage is found, and their 64-bit keys. It counts nothing and stores nothing.
import { fold, isHan } from '../text/normalise.ts';
import { isHanWord, words } from '../text/tokens.ts';

/** A term's key as two 32-bit halves: characters and pairs exactly, longer words by two independent hashes. */
export interface TermKey {
  readonly high: number;
  readonly low: number;
}

const CHARACTER = 1;
const PAIR = 2;
/** Words carry a hash in their upper half; this bit keeps them apart from characters and pairs. */
const WORD_BIT = 0x80000000;

function hash(word: string, seed: number): number {
  // FNV-1a over UTF-16 units with a final mix (murmur3's), so that both halves are independent for different seeds.
  let value = seed;
  for (let index = 0; index < word.length; index++) value = Math.imul(value ^ word.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Key of a word (folded). A word of one or two Chinese characters has the key of that character or pair. */
export function keyOfWord(word: string): TermKey {
  if (word.length === 1 && isHan(word.charCodeAt(0))) return { high: CHARACTER, low: word.charCodeAt(0) };
  if (word.length === 2 && isHanWord(word))
    return { high: PAIR, low: ((word.charCodeAt(0) << 16) | word.charCodeAt(1)) >>> 0 };
  return { high: (hash(word, 0x811c9dc5) | WORD_BIT) >>> 0, low: hash(word, 0x9747b28c) };
}

/**
 * Calls `visit` with the key of every term of a text, with repeats: each Chinese character, each pair of neighbouring
 * ones, and each word that is neither. Pairs serve for two-character words too: one posting list instead of two.
 * @returns the length of the text in characters and words that are not Chinese
 */
export function visitTerms(text: string, visit: (high: number, low: number) => void): number {
  const folded = fold(text);
  let length = 0;
  for (let index = 0; index < folded.length; index++) {
    const unit = folded.charCodeAt(index);
    if (!isHan(unit)) continue;
    length++;
    visit(CHARACTER, unit);
    const next = folded.charCodeAt(index + 1);
    if (isHan(next)) visit(PAIR, ((unit << 16) | next) >>> 0);
  }
  for (const word of words(folded)) {
    if (word.length <= 2 && isHanWord(word)) continue;
    const key = keyOfWord(word);
    visit(key.high, key.low);
    if (!isHanWord(word)) length++;
  }
  return length;
}
