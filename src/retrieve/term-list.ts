// The posting list of one term in one field as it is weighed, and the way into a long one. It adds nothing up.

/** The entries [from, to) of a field. */
export interface EntryRange {
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
 * Returns the way into a list: takes 1/8 to 1/4 of its memory.
 * @param entries passages ascending in the range   @param range not empty   @param passageCount of the collection, ≥ 1
 */
export function skipsOf(entries: Uint32Array, { from, to }: EntryRange, passageCount: number): Skips {
  const shift = Math.max(0, Math.ceil(Math.log2((ENTRIES_A_STRETCH * passageCount) / (to - from))));
  const starts = new Uint32Array(((passageCount - 1) >>> shift) + 2);
  let stretch = 0;
  for (let index = from; index < to; index++) {
    const own = (entries[index] ?? 0) >>> (8 + shift);
    while (stretch <= own) starts[stretch++] = index;
  }
  return { shift, starts: starts.fill(to, stretch) };
}

/** A term's list in one field: entries [from, to), each adding `factor · count ⁄ (count + norms[passage])`. */
export interface TermList extends EntryRange {
  readonly entries: Uint32Array;
  readonly norms: Float32Array;
  readonly factor: number;
  /** A way into the list, null for a short one. */
  readonly skips: Skips | null;
  /** No entry adds more. */
  readonly bound: number;
}
