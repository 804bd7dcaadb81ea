// Widens words that a reader points at to the whole figure, date or name, and figures to the words that say how rough they are.
import type { Span } from '../types.ts';
import type { PreparedSentence } from './prepared-sentence.ts';

/** Words around a figure that say how rough it is belong to it. */
const ROUGH_BEFORE =
  /(?:每|大约|约为|约|将近|接近|(?<![最附邻靠临相])近|超过|超|逾|突破|至少|不到|不足|不[少低]于|不[超高多]过|不高于|最高|最低|高达)$/u;
const ROUGH_BEHIND = /^(?:余|多|以上|以内|左右|上下|有余|开外|之多)/u;

/** Returns a span with the words before and behind it that say how rough a figure is. */
export function withRoughness({ start, end }: Span, { sentence: { read } }: PreparedSentence): Span {
  return {
    start: start - (ROUGH_BEFORE.exec(read.slice(0, start))?.[0].length ?? 0),
    end: end + (ROUGH_BEHIND.exec(read.slice(end))?.[0].length ?? 0),
  };
}

/** Returns the whole figure, date or name that a span is a part of, with the words that say how rough it is. */
export function widened(span: Span, prepared: PreparedSentence): Span {
  const { quantities, periods, persons } = prepared;
  const wholes = [...quantities, ...periods, ...persons].filter(
    ({ start, end }) => start < span.end && end > span.start,
  );
  const start = Math.min(span.start, ...wholes.map((whole) => whole.start));
  const end = Math.max(span.end, ...wholes.map((whole) => whole.end));
  return withRoughness({ start, end }, prepared);
}
