// Cuts a stretch of text into whole sentences. It marks spans and changes nothing.
import type { Span } from '../types.ts';

const ENDERS = new Set('。！？!?；;…');
const CLOSERS = new Set('”’』」）)】》"\'');
const LINE_ENDS = new Set('\n\r\u2028\u2029');
const WHITE_SPACE = /\s/;

/** A semicolon, question or exclamation mark inside quotation marks or brackets of this length does not end the sentence. */
const MAX_ASIDE_CHARACTERS = 60;
const OPENERS = new Map([
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
]);

function endOfAside(text: string, start: number, end: number): number {
  const closer = OPENERS.get(text[start] ?? '');
  if (closer === undefined) return start;
  const limit = Math.min(end, start + MAX_ASIDE_CHARACTERS);
  for (let index = start + 1; index < limit; index++) {
    if (LINE_ENDS.has(text[index] ?? '')) return start;
    if (text[index] === closer) return index;
  }
  return start;
}

function trim(text: string, start: number, end: number): Span | null {
  let first = start;
  let last = end;
  while (first < last && WHITE_SPACE.test(text[first] ?? '')) first++;
  while (last > first && WHITE_SPACE.test(text[last - 1] ?? '')) last--;
  return first < last ? { start: first, end: last } : null;
}

/** Where the sentence that a mark ends ends itself: behind all further marks and closing quotation marks. */
function behindMarks(text: string, index: number, end: number): number {
  let last = index + 1;
  while (last < end && (ENDERS.has(text[last] ?? '') || CLOSERS.has(text[last] ?? ''))) last++;
  return last;
}

/** What a character means for the sentence it stands in: where reading goes on, and whether the sentence ends before that. */
interface Step {
  readonly next: number;
  readonly ends: boolean;
}

function stepAt(text: string, index: number, end: number): Step {
  const character = text[index] ?? '';
  if (LINE_ENDS.has(character)) return { next: index + 1, ends: true };
  if (ENDERS.has(character)) return { next: behindMarks(text, index, end), ends: true };
  const asideEnd = endOfAside(text, index, end);
  // A quotation that ends with a full stop closes the sentence too: 他说：“……。” ends here.
  return { next: asideEnd + 1, ends: asideEnd > index && text[asideEnd - 1] === '。' };
}

/**
 * The sentences of a stretch of text, in order, trimmed of white space: each ends with 。！？!?；;… (and the closing marks
 * behind it) or at a line end. Every character that is not white space lies in exactly one of them.
 * A mark inside a short quotation or bracket ends nothing: “能干吗？能！”他说。 is one sentence.
 * @param span the stretch, in UTF-16 units of `text`
 */
export function splitSentences(text: string, span: Span): Span[] {
  const sentences: Span[] = [];
  let start = span.start;
  const close = (end: number): void => {
    const sentence = trim(text, start, end);
    if (sentence) sentences.push(sentence);
    start = end;
  };
  for (let index = span.start; index < span.end; ) {
    const { next, ends } = stepAt(text, index, span.end);
    if (ends) close(next);
    index = next;
  }
  close(span.end);
  return sentences;
}
