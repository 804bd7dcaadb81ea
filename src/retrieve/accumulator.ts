// The scores of one search as they add up, passage by passage. It decides nothing.

import { worthOf } from './look-up.ts';
import type { TermList } from './term-list.ts';

/** Adds up the scores of passages; made once for a collection and cleared after each search: 12 bytes a passage. */
export class Accumulator {
  /** Score of each passage so far, 0 for one that was not seen or was given up. */
  readonly scores: Float64Array;
  readonly #seen: Uint32Array;
  #seenCount = 0;
  #highest = 0;

  constructor(passageCount: number) {
    this.scores = new Float64Array(passageCount);
    this.#seen = new Uint32Array(passageCount);
  }

  /** Passages with a score, in no order; a view that holds until the next call. */
  get seen(): Uint32Array {
    return this.#seen.subarray(0, this.#seenCount);
  }

  /** Count of passages with a score. */
  get seenCount(): number {
    return this.#seenCount;
  }

  /** The highest score that `add` has made. */
  get highest(): number {
    return this.#highest;
  }

  /** Adds a whole list. */
  add({ entries, norms, from, to, factor }: TermList): void {
    const { scores } = this;
    const seen = this.#seen;
    let [seenCount, highest] = [this.#seenCount, this.#highest];
    for (let index = from; index < to; index++) {
      const entry = entries[index] ?? 0;
      const passage = entry >>> 8;
      const count = entry & 0xff;
      const before = scores[passage] ?? 0;
      if (before === 0) seen[seenCount++] = passage;
      const score = before + (factor * count) / (count + (norms[passage] ?? 1));
      scores[passage] = score;
      if (score > highest) highest = score;
    }
    this.#seenCount = seenCount;
    this.#highest = highest;
  }

  /** Walks a list and adds it to the passages seen before, and to no other. */
  addToSeen({ entries, norms, from, to, factor }: TermList): void {
    const { scores } = this;
    for (let index = from; index < to; index++) {
      const entry = entries[index] ?? 0;
      const passage = entry >>> 8;
      const before = scores[passage] ?? 0;
      if (before === 0) continue;
      const count = entry & 0xff;
      scores[passage] = before + (factor * count) / (count + (norms[passage] ?? 1));
    }
  }

  /** Adds a list to the passages seen before without walking it: the way if it is much longer than they are many. */
  lookUp(list: TermList): void {
    const { scores } = this;
    for (const passage of this.seen) scores[passage] = (scores[passage] ?? 0) + worthOf(list, passage);
  }

  /** Gives up the passages whose score is below `least`. */
  keep(least: number): void {
    const { scores } = this;
    const seen = this.#seen;
    const seenCount = this.#seenCount;
    let count = 0;
    for (let index = 0; index < seenCount; index++) {
      const passage = seen[index] ?? 0;
      if ((scores[passage] ?? 0) >= least) seen[count++] = passage;
      else scores[passage] = 0;
    }
    this.#seenCount = count;
  }

  /** Forgets everything. */
  clear(): void {
    for (let index = 0; index < this.#seenCount; index++) this.scores[this.#seen[index] ?? 0] = 0;
    this.#seenCount = 0;
    this.#highest = 0;
  }
}
