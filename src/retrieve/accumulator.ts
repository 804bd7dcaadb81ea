// The scores of one search as they add up, passage by passage. It decides nothing.
import type { TermList } from './bm25.ts';

/** Adds up the scores of passages; made once for a collection and cleared after each search: 12 bytes a passage. */
export class Accumulator {
  /** Score of each passage so far, 0 for one that was not seen. */
  readonly scores: Float64Array;
  readonly #seen: Uint32Array;
  #seenCount = 0;
  #highest = 0;

  constructor(passageCount: number) {
    this.scores = new Float64Array(passageCount);
    this.#seen = new Uint32Array(passageCount);
  }

  /** Passages with a score, in no order; a view that holds until the next `add` or `clear`. */
  get seen(): Uint32Array {
    return this.#seen.subarray(0, this.#seenCount);
  }

  /** The highest score that `add` has made. */
  get highest(): number {
    return this.#highest;
  }

  /** Adds a whole list. */
  add({ entries, norms, from, to, factor }: TermList): void {
    const { scores } = this;
    let [seenCount, highest] = [this.#seenCount, this.#highest];
    for (let index = from; index < to; index++) {
      const entry = entries[index] ?? 0;
      const passage = entry >>> 8;
      const count = entry & 0xff;
      const before = scores[passage] ?? 0;
      if (before === 0) this.#seen[seenCount++] = passage;
      const score = before + (factor * count) / (count + (norms[passage] ?? 1));
      scores[passage] = score;
      if (score > highest) highest = score;
    }
    this.#seenCount = seenCount;
    this.#highest = highest;
  }

  /** Those of some passages whose score is at least `least`, in the order given. */
  atLeast(least: number, passages: Uint32Array): Uint32Array {
    const kept = new Uint32Array(passages.length);
    let count = 0;
    for (const passage of passages) {
      if ((this.scores[passage] ?? 0) >= least) kept[count++] = passage;
    }
    return kept.subarray(0, count);
  }

  /** Forgets everything. */
  clear(): void {
    for (let index = 0; index < this.#seenCount; index++) this.scores[this.#seen[index] ?? 0] = 0;
    this.#seenCount = 0;
    this.#highest = 0;
  }
}
