// Cuts a stretch of text into whole sentences. It marks spans and changes nothing.
import type { Span } from '../types.ts';

const ENDERS = new Set('。！？!?；;…');
const CLOSERS = new Set('”’』」）)】》"\'');
const LINE_ENDS = new Set('\n\r\u2028\u2029');
const WHITE_SPACE = /\s/;

/** A semicolon, question or exclamation mark inside quotation marks or brackets of this length does not end the sentence. */
const LONGEST_ASIDE = 60;
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
  const limit = Math.min(end, start + LONGEST_ASIDE);
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
  for (let index = span.start; index < span.end; index++) {
    const character = text[index] ?? '';
    if (LINE_ENDS.has(character)) close(index);
    else if (ENDERS.has(character)) {
      while (index + 1 < span.end && (ENDERS.has(text[index + 1] ?? '') || CLOSERS.has(text[index + 1] ?? ''))) index++;
      close(index + 1);
    } else {
      const asideEnd = endOfAside(text, index, span.end);
      // A quotation that ends with a full stop and closes the sentence: 他说：“……。” ends here.
      if (asideEnd > index && text[asideEnd - 1] === '。') close(asideEnd + 1);
      index = Math.max(index, asideEnd);
    }
  }
  close(span.end);
  return sentences;
}
