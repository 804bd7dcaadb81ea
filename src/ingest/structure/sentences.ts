// The sentences of a report, kept to a length that can be shown: text without Chinese full stops (another language, a table
// flattened into a line, no punctuation at all) is cut at the next best places. Spans only; nothing is edited.
import { splitSentences } from '../../text/sentences.ts';
import type { Span } from '../../types.ts';
import { trimmed } from './line-parts.ts';

/** Sentences up to this many UTF-16 units stay whole. Real ones reach 500: lists of projects strung together by commas. */
const LONGEST = 800;
/** Beyond `LONGEST`, sentences are cut to about this length. */
const CUT_TO = 400;

/** Places to cut a sentence that is too long, best first: ends of Western sentences, clauses, words. */
const CUTS: readonly RegExp[] = [/[.!?]["'”’)\]]*\s+(?=[\p{Lu}\d"'“‘(])/gu, /[，,、：:]["'”’)\]]*\s*/gu, /\s+/gu];

/** Returns the last place to cut in the second half of the stretch, or its end where there is none. */
function cutPlace(text: string): number {
  for (const pattern of CUTS) {
    const ends = [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
    const place = ends.findLast((end) => end >= CUT_TO / 2 && end < text.length);
    if (place !== undefined) return place;
  }
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.length - 1 : text.length;
}

function bounded(text: string, sentence: Span): Span[] {
  const parts: Span[] = [];
  let start = sentence.start;
  while (sentence.end - start > LONGEST) {
    const end = start + cutPlace(text.slice(start, start + CUT_TO));
    const part = trimmed(text, start, end);
    if (part) parts.push(part);
    start = end;
  }
  const rest = trimmed(text, start, sentence.end);
  return rest ? [...parts, rest] : parts;
}

/** Returns the sentences of a stretch of text in order, none longer than 800 UTF-16 units; what is not white space lies in exactly one. */
export function sentencesOf(text: string, span: Span): Span[] {
  return splitSentences(text, span).flatMap((sentence) =>
    sentence.end - sentence.start <= LONGEST ? [sentence] : bounded(text, sentence),
  );
}
