// Finds single passages in a posting list without walking it. It decides nothing.
import type { TermList } from './bm25.ts';

/** The entries [from, to) of a field. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * A way into a long list: the passages are cut into stretches of 2^shift, and `starts` holds where the entries of each
 * stretch begin, with one place more for where the last one's end.
 */
export interface Skips {
  readonly shift: number;
  readonly starts: Uint32Array;
}

/** Entries of a list in one stretch, at least, on average: fewer make the table large, more make a search long. */
const ENTRIES_A_STRETCH = 4;

/**
 * The way into a list: takes 1/8 to 1/4 of its memory.
 * @param entries passages ascending in the range   @param range not empty   @param passageCount of the collection, ≥ 1
 */
export function skipsOf(entries: Uint32Array, { from, to }: Range, passageCount: number): Skips {
  const shift = Math.max(0, Math.ceil(Math.log2((ENTRIES_A_STRETCH * passageCount) / (to - from))));
  const starts = new Uint32Array(((passageCount - 1) >>> shift) + 2);
  let stretch = 0;
  for (let index = from; index < to; index++) {
    const own = (entries[index] ?? 0) >>> (8 + shift);
    while (stretch <= own) starts[stretch++] = index;
  }
  return { shift, starts: starts.fill(to, stretch) };
}

/** What a list adds to the score of a passage: 0 where it does not hold it. */
export function worthOf({ entries, norms, from, to, factor, skips }: TermList, passage: number): number {
  const stretch = skips === null ? 0 : passage >>> skips.shift;
  let low = skips === null ? from : (skips.starts[stretch] ?? to);
  const end = skips === null ? to : (skips.starts[stretch + 1] ?? to);
  // By halves; the passage stands in the upper bits of an entry, so that entries in order are passages in order.
  for (let high = end; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] ?? 0) >>> 8 < passage) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low] ?? 0;
  if (low === end || entry >>> 8 !== passage) return 0;
  const count = entry & 0xff;
  return (factor * count) / (count + (norms[passage] ?? 1));
}

/** What some lists add to the score of a passage. */
export function gain(lists: readonly TermList[], passage: number): number {
  let sum = 0;
  for (const list of lists) sum += worthOf(list, passage);
  return sum;
}
