// The best of many scored passages. It knows nothing of how scores come about.

/** A passage by its number, with its score. */
export interface ScoredPassage {
  readonly number: number;
  readonly score: number;
}

/** Best first; equal scores in order of number. */
const byRank = (a: ScoredPassage, b: ScoredPassage): number => b.score - a.score || a.number - b.number;

/** Keeps the best of what it is offered. */
export class Top {
  readonly #count: number;
  readonly #kept: ScoredPassage[] = [];
  #floor = Number.NEGATIVE_INFINITY;

  /** @param count how many to keep, ≥ 1 */
  constructor(count: number) {
    this.#count = count;
  }

  /** Lower scores cannot be among the best any more; −∞ while there is room. Rises in steps: it may lag behind the truth. */
  get floor(): number {
    return this.#floor;
  }

  /** Considers a passage. @param score ≥ `floor` to be of any use */
  offer(number: number, score: number): void {
    this.#kept.push({ number, score });
    if (this.#kept.length >= 4 * this.#count) this.#trim();
  }

  #trim(): void {
    this.#kept.sort(byRank);
    this.#kept.length = Math.min(this.#kept.length, this.#count);
    if (this.#kept.length === this.#count) this.#floor = this.#kept.at(-1)?.score ?? Number.NEGATIVE_INFINITY;
  }

  /** Returns the best, best first; `floor` is exact afterwards. */
  take(): readonly ScoredPassage[] {
    this.#trim();
    return this.#kept;
  }
}
