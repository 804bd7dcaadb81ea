// Finds single passages in a posting list without walking it. It decides nothing.
import type { TermList } from './term-list.ts';

/** Returns what a list adds to the score of a passage: 0 if it does not hold it. */
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

/** Returns what several lists add to the score of a passage. */
export function gain(lists: readonly TermList[], passage: number): number {
  let sum = 0;
  for (const list of lists) sum += worthOf(list, passage);
  return sum;
}
