// Cuts folded text into the units that retrieval counts: words and pairs of Chinese characters.
import type { Span } from '../types.ts';
import { fold, isHan } from './normalise.ts';

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** A word of a folded text with its place. */
export interface WordSpan extends Span {
  readonly word: string;
}

/** The words of a folded text with their places, in order, without punctuation. */
export function wordSpans(folded: string): WordSpan[] {
  const found: WordSpan[] = [];
  for (const piece of SEGMENTER.segment(folded)) {
    if (piece.isWordLike)
      found.push({ word: piece.segment, start: piece.index, end: piece.index + piece.segment.length });
  }
  return found;
}

/** All pieces of a text with their places, in order and without gaps: words as ICU's dictionary cuts them, marks and white space. */
export function pieceSpans(text: string): WordSpan[] {
  return Array.from(SEGMENTER.segment(text), ({ segment, index }) => ({
    word: segment,
    start: index,
    end: index + segment.length,
  }));
}

/**
 * The words of a text, folded, in order, without punctuation (cut by ICU's dictionary, which Node ships).
 * @example words('新增就业14681人') // => ['新增', '就业', '14681', '人']
 */
export function words(text: string): string[] {
  return wordSpans(fold(text)).map(({ word }) => word);
}

/**
 * The overlapping pairs of neighbouring Chinese characters of a folded text, in order, with repeats.
 * @example bigrams('山阳区a') // => ['山阳', '阳区']
 */
export function bigrams(folded: string): string[] {
  const pairs: string[] = [];
  for (let index = 0; index + 1 < folded.length; index++) {
    if (isHan(folded.charCodeAt(index)) && isHan(folded.charCodeAt(index + 1)))
      pairs.push(folded.slice(index, index + 2));
  }
  return pairs;
}

/** True if every character of a non-empty string is Chinese. */
export function isHanWord(word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    if (!isHan(word.charCodeAt(index))) return false;
  }
  return word.length > 0;
}
