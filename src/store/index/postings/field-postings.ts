// One field of the packed lexical index, and how a term is found in it. It builds nothing and knows nothing of scores.
import type { TermKey } from './terms.ts';

/**
 * One field's postings. List of term t: `entries[offsets[t] … offsets[t+1])`, each `passage << 8 | count` with count ≤ 255
 * (so at most 2²⁴ passages), passages ascending. `slots` is an open-addressing hash table of term numbers + 1; its length
 * is a power of two and at least twice the number of terms.
 */
export interface FieldPostings {
  readonly slots: Uint32Array;
  readonly keyHigh: Uint32Array;
  readonly keyLow: Uint32Array;
  readonly offsets: Uint32Array;
  readonly entries: Uint32Array;
  /** Length of each passage in this field (Chinese characters + other words). */
  readonly lengths: Uint32Array;
}

/** Most passages a collection may hold: numbers are 24 bits wide in an entry. */
export const MAX_PASSAGES = 2 ** 24;
/** More occurrences of a term in one passage are not told apart. */
export const MAX_COUNTED = 255;

/** Returns an entry of a posting list. @param passage 0 … 2²⁴−1   @param count 1 … 255 */
export const entryOf = (passage: number, count: number): number => ((passage << 8) | count) >>> 0;

/** Returns the slot where the search for a key begins, before it is cut to the table's size. */
export const firstSlot = (high: number, low: number): number =>
  Math.imul(high ^ Math.imul(low, 0x9e3779b1), 0x85ebca6b) >>> 7;

/** Returns the free slot where a key belongs that a table does not hold. @param slots length a power of two, not full */
export function freeSlot(slots: Uint32Array, { high, low }: TermKey): number {
  const mask = slots.length - 1;
  let slot = firstSlot(high, low) & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  return slot;
}

/** Number of a term in a field, −1 where it does not occur. */
export function termOf({ slots, keyHigh, keyLow }: FieldPostings, { high, low }: TermKey): number {
  const mask = slots.length - 1;
  let slot = firstSlot(high, low) & mask;
  for (let term = slots[slot] ?? 0; term !== 0; term = slots[slot] ?? 0) {
    if (keyHigh[term - 1] === high && keyLow[term - 1] === low) return term - 1;
    slot = (slot + 1) & mask;
  }
  return -1;
}

/** Range of a term's entries: [from, to), empty for a term that does not occur. */
export function entriesOf(field: FieldPostings, term: number): { readonly from: number; readonly to: number } {
  return term < 0 ? { from: 0, to: 0 } : { from: field.offsets[term] ?? 0, to: field.offsets[term + 1] ?? 0 };
}
