// Cuts lines into paragraphs. Most lines are one; a page that was flattened into a single line is cut where its paragraphs met,
// and bylines and headings that were run into a paragraph are taken off its front.
import type { Span } from '../../types.ts';
import { bylinePieces } from './boilerplate.ts';

/** A paragraph, or what was taken off the front of one. */
export interface LinePart extends Span {
  /** `line`: judge it by its form; the others were recognised where they stood. */
  readonly kind: 'line' | 'byline' | 'heading';
}

/** White space behind the end of a sentence: in a long line, a paragraph ended there. */
const RUN_IN_BREAK = /(?=\s)(?<=[。！？!?…][”"’」』）)】》]{0,6})\s+/gu;
const SHORTEST_RUN_IN = 80;
/** A line of this length with this many breaks is a page flattened into a line: its short pieces are headings. */
const SHORTEST_FLATTENED = 500;
const MIN_BREAKS = 3;
const SHORTEST_BODY = 30;
const HEADING_PIECE = /^[\p{Script=Han}“”"‘’《》+]{4,30}$/u;
const MAX_HEADING_PIECES = 3;

const LINE_ENDS: ReadonlySet<number> = new Set([0x0a, 0x0d, 0x2028, 0x2029]);

/** Returns the stretch [start, end) without the white space at its ends; null if nothing is left. */
export function trimmed(text: string, start: number, end: number): Span | null {
  let [first, last] = [start, end];
  while (first < last && /\s/.test(text[first] ?? '')) first++;
  while (last > first && /\s/.test(text[last - 1] ?? '')) last--;
  return first < last ? { start: first, end: last } : null;
}

/** Returns the lines of a stretch of text that hold more than white space, trimmed. */
export function lineSpans(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (let index = start; index <= end; index++) {
    if (index < end && !LINE_ENDS.has(text.charCodeAt(index))) continue;
    const span = trimmed(text, from, index);
    if (span) spans.push(span);
    from = index + 1;
  }
  return spans;
}

function splitAt(text: string, span: Span, pattern: RegExp): Span[] {
  const spans: Span[] = [];
  let start = span.start;
  for (const match of text.slice(span.start, span.end).matchAll(pattern)) {
    const at = span.start + match.index;
    if (at > start) spans.push({ start, end: at });
    start = at + match[0].length;
  }
  if (span.end > start) spans.push({ start, end: span.end });
  return spans;
}

/** Counts the words at the start of a flattened paragraph that are a heading run into it. */
function headingPieces(words: readonly string[], bodyLength: number): number {
  let count = 0;
  while (
    count < MAX_HEADING_PIECES &&
    HEADING_PIECE.test(words[count] ?? '') &&
    /^[\p{L}\p{N}“"《]/u.test(words[count + 1] ?? '')
  )
    count++;
  const length = words.slice(0, count).reduce((sum, word) => sum + word.length + 1, 0);
  return bodyLength - length >= SHORTEST_BODY ? count : 0;
}

function cutFront(text: string, paragraph: Span, flattened: boolean): LinePart[] {
  const words = splitAt(text, paragraph, /\s+/gu);
  const contents = words.map((word) => text.slice(word.start, word.end));
  const byline = bylinePieces(contents);
  const rest = contents.slice(byline);
  const heading = flattened ? headingPieces(rest, paragraph.end - (words[byline]?.start ?? paragraph.end)) : 0;
  const pieces: LinePart[] = [];
  const take = (kind: LinePart['kind'], from: number, to: number): void => {
    const [first, last] = [words[from], words[to - 1]];
    if (to > from && first && last) pieces.push({ kind, start: first.start, end: last.end });
  };
  take('byline', 0, byline);
  take('heading', byline, byline + heading);
  take('line', byline + heading, words.length);
  return pieces;
}

/** Returns the paragraphs of a line, in order; every character of it that is not white space lies in one of them. */
export function cutLine(text: string, line: Span): LinePart[] {
  if (line.end - line.start < SHORTEST_RUN_IN) return [{ kind: 'line', ...line }];
  const paragraphs = splitAt(text, line, RUN_IN_BREAK);
  const flattened = line.end - line.start >= SHORTEST_FLATTENED && paragraphs.length > MIN_BREAKS;
  return paragraphs.flatMap((paragraph) => cutFront(text, paragraph, flattened));
}
