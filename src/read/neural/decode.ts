// From a reader's logits to spans: the likeliest stretches of an excerpt that answer. It judges nothing else.
import type { Span } from '../../types.ts';
import type { JudgedSpan } from '../reader.ts';

/** Logits for the pieces of one input, position 0 meaning "not answered". */
export interface Logits {
  readonly start: Float32Array;
  readonly end: Float32Array;
  readonly answered: number;
}

const MAX_SPANS = 5;
const MAX_SPAN_PIECES = 60;
/** Starts and ends that are tried: the likeliest of each. */
const TRIED = 12;
/** What each piece beyond the first costs in choosing among spans (logits): else one that runs on is as good as one that stops. */
const PIECE_COST = 0.08;

interface Scored {
  readonly from: number;
  readonly to: number;
  /** Start and end logit together, and the same less what its length costs. */
  readonly score: number;
  readonly worth: number;
}

function likeliest(logits: Float32Array, count: number): number[] {
  return [...logits.keys()].sort((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0) || a - b).slice(0, count);
}

function scored(start: Float32Array, end: Float32Array): Scored[] {
  const ends = likeliest(end, TRIED);
  return likeliest(start, TRIED)
    .flatMap((from) =>
      ends
        .filter((to) => to >= from && to - from < MAX_SPAN_PIECES)
        .map((to): Scored => {
          const score = (start[from] ?? 0) + (end[to] ?? 0);
          return { from, to, score, worth: score - PIECE_COST * (to - from) };
        }),
    )
    .sort((a, b) => b.worth - a.worth || a.from - b.from || a.to - b.to);
}

/** The likeliest spans of an excerpt, none overlapping another, and by how much the best beats "not answered" (logits). */
export function decode(
  { start, end }: Logits,
  { offset, spans }: { readonly offset: number; readonly spans: readonly Span[] },
): { spans: JudgedSpan[]; lead: number } {
  const within = (logits: Float32Array): Float32Array => logits.subarray(offset, offset + spans.length);
  const all = scored(within(start), within(end));
  const [best] = all;
  if (!best) return { spans: [], lead: Number.NEGATIVE_INFINITY };
  const weightOf = ({ worth }: Scored): number => Math.exp(worth - best.worth);
  const total = all.reduce((sum, one) => sum + weightOf(one), 0);
  // Spans that overlap are readings of one place: their belief adds up.
  const kept: { readonly span: Scored; weight: number }[] = [];
  for (const one of all) {
    const place = kept.find(({ span: { from, to } }) => one.to >= from && one.from <= to);
    if (place) place.weight += weightOf(one);
    else if (kept.length < MAX_SPANS) kept.push({ span: one, weight: weightOf(one) });
  }
  const judged = kept.map(({ span: { from, to }, weight }) => ({
    start: spans[from]?.start ?? 0,
    end: spans[to]?.end ?? 0,
    probability: weight / total,
  }));
  // The piece for the space that every text begins with stands for no character.
  return { spans: judged.filter(({ start, end }) => start < end), lead: best.score - (start[0] ?? 0) - (end[0] ?? 0) };
}
