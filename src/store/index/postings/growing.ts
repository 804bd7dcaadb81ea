// A packed list of whole numbers that grows. It checks no ranges.

/** A list of 32-bit unsigned numbers: 4 bytes each, at most half of its memory unused. */
export class Growing {
  #data = new Uint32Array(1 << 12);
  #length = 0;

  /** Count of numbers held. */
  get length(): number {
    return this.#length;
  }

  /** Appends a number, 0 … 2³²−1. */
  push(value: number): void {
    if (this.#length === this.#data.length) {
      const larger = new Uint32Array(this.#data.length * 2);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.#length++] = value;
  }

  /** Returns the number at a place, 0 if there is none. */
  at(index: number): number {
    return this.#data[index] ?? 0;
  }

  /** Replaces the number at a place below `length`. */
  set(index: number, value: number): void {
    this.#data[index] = value;
  }

  /** Returns a copy of what it holds, without the unused rest. */
  take(): Uint32Array {
    return this.#data.slice(0, this.#length);
  }
}
