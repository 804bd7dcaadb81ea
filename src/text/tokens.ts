// Cuts folded text into the units that retrieval counts: words and pairs of Chinese characters.
import type { Span } from '../types.ts';
import { fold, isHan } from './normalise.ts';

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** ICU's time grows with the cube of a text's length: longer ones are cut before, mostly behind a mark, where words end anyway. */
const MAX_SEGMENTED = 2_000;
const WORD_ENDS = /[\n。！？；，、|｜\s](?=\p{Script=Han})/gu;

/** Returns where to cut a long text next: behind the last mark that is not too far, else between two characters. */
function nextCut(text: string, start: number): number {
  if (text.length - start <= MAX_SEGMENTED) return text.length;
  const marks = [...text.slice(start, start + MAX_SEGMENTED).matchAll(WORD_ENDS)];
  const last = marks.at(-1);
  if (last !== undefined && last.index > 0) return start + last.index + 1;
  const end = start + MAX_SEGMENTED;
  return /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end;
}

function cut(text: string, isWanted: (piece: Intl.SegmentData) => boolean): WordSpan[] {
  const found: WordSpan[] = [];
  for (let start = 0; start < text.length; ) {
    const end = nextCut(text, start);
    for (const piece of SEGMENTER.segment(text.slice(start, end))) {
      const at = start + piece.index;
      if (isWanted(piece)) found.push({ word: piece.segment, start: at, end: at + piece.segment.length });
    }
    start = end;
  }
  return found;
}

/** A word of a folded text with its place. */
export interface WordSpan extends Span {
  readonly word: string;
}

/** The words of a folded text with their places, in order, without punctuation. */
export function wordSpans(folded: string): WordSpan[] {
  return cut(folded, ({ isWordLike }) => isWordLike === true);
}

/** All pieces of a text with their places, in order and without gaps: words as ICU's dictionary cuts them, marks and white space. */
export function pieceSpans(text: string): WordSpan[] {
  return cut(text, () => true);
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
