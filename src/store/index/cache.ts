// The things used last, up to a number. No clock, no weight: the one unused for longest goes first.

/** A map that holds at most `capacity` values. */
export class RecentCache<Key, Value> {
  readonly #capacity: number;
  readonly #values = new Map<Key, Value>();

  /** @param capacity ≥ 1 */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Returns the value of a key, made when it is not at hand. */
  get(key: Key, make: (key: Key) => Value): Value {
    const known = this.#values.get(key);
    const value = known ?? make(key);
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#capacity) this.#dropOldest();
    return value;
  }

  #dropOldest(): void {
    for (const key of this.#values.keys()) {
      this.#values.delete(key);
      return;
    }
  }
}
