// Finds some passages in a long posting list without walking it. It decides nothing.
import type { TermList } from './bm25.ts';

/**
 * First index in [from, to) whose entry is at least `least`, or `to`: galloping search (Bentley & Yao 1976), so that a
 * near place is found in a few steps and a far one in twice the logarithm of the distance.
 * @param entries ascending in [from, to)
 */
export function gallop(entries: Uint32Array, { from, to }: { from: number; to: number }, least: number): number {
  let [low, step] = [from, 1];
  while (low + step < to && (entries[low + step] ?? 0) < least) {
    low += step;
    step *= 2;
  }
  let high = Math.min(to, low + step);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What an entry adds to the score of its passage. */
function worth({ norms, factor }: TermList, entry: number): number {
  const count = entry & 0xff;
  return (factor * count) / (count + (norms[entry >>> 8] ?? 1));
}

/** What some lists add to the score of one passage. */
export function gain(lists: readonly TermList[], passage: number): number {
  let sum = 0;
  for (const list of lists) {
    const at = gallop(list.entries, list, passage * 256);
    const entry = list.entries[at] ?? 0;
    if (at < list.to && entry >>> 8 === passage) sum += worth(list, entry);
  }
  return sum;
}

/** Adds a list to the scores of some passages. @param passages ascending */
export function lookUp(list: TermList, passages: Uint32Array, scores: Float64Array): void {
  let at = list.from;
  for (const passage of passages) {
    at = gallop(list.entries, { from: at, to: list.to }, passage * 256);
    if (at === list.to) return;
    const entry = list.entries[at] ?? 0;
    if (entry >>> 8 === passage) scores[passage] = (scores[passage] ?? 0) + worth(list, entry);
  }
}
