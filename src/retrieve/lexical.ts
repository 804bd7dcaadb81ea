// Ranks the passages of a collection for the terms of a question: BM25, raw scores of all fields added. It reads no text.
//
// Lists are taken in the order of the most they can add. As soon as all lists that remain could not lift a passage without
// any of the terms so far among the best, no new passage is considered: the remaining lists, which are the long ones, are
// only looked up for the passages that may still win (MaxScore: Turtle & Flood 1995). The result is that of adding up everything.
import type { Postings } from '../store/postings.ts';
import type { TermKey } from '../store/terms.ts';
import { Accumulator } from './accumulator.ts';
import { Bm25, type TermList } from './bm25.ts';
import { gain, lookUp } from './look-up.ts';
import { type Scored, Top } from './top.ts';

export type { Scored } from './top.ts';

/** A term of a question and how much it counts. */
export interface QueryTerm {
  readonly key: TermKey;
  /** Weight, > 0: 1 for a word that is also a pair, 0.5 for a pair, 0.2 for a character. */
  readonly weight: number;
}

/** What a search returns: the best passages and the score that a passage holding every term to saturation would have. */
export interface LexicalResult {
  readonly scored: readonly Scored[];
  readonly attainable: number;
}

/** The best of some passages by the scores they have so far, best first. */
type PickBest = (passages: Uint32Array) => readonly Scored[];

/** Sums are rounded: a passage is given up only if it is behind by more than that. */
const SLACK = 1 - 1e-9;
/** A list is worth looking for a way round it if it is longer than this share of the passages seen so far. */
const LONG_SHARE = 0.3;

/** Ranks the passages of one collection. Holds scratch memory of 12 bytes a passage; a search leaves no trace in it. */
export class LexicalSearcher {
  readonly #bm25: Bm25;
  readonly #sums: Accumulator;

  constructor(postings: Postings) {
    this.#bm25 = new Bm25(postings);
    this.#sums = new Accumulator(postings.passageCount);
  }

  /** Inverse document frequency of a term in the body field. */
  idf(key: TermKey): number {
    return this.#bm25.idf(key);
  }

  /**
   * The best passages for the terms, best first; equal scores in order of number.
   * @param count ≥ 0   @param accept passages to consider, always the same for a passage; default: all
   */
  search(terms: readonly QueryTerm[], count: number, accept: (number: number) => boolean = () => true): LexicalResult {
    const attainable = terms.reduce((sum, { key, weight }) => sum + this.#bm25.most(key, weight), 0);
    if (count < 1) return { scored: [], attainable };
    const lists = terms.flatMap(({ key, weight }) => this.#bm25.lists(key, weight)).sort((a, b) => b.bound - a.bound);
    const pickBest: PickBest = (passages) => this.#best(passages, count, accept);
    try {
      return { scored: pickBest(this.#addUp(lists, count, pickBest)), attainable };
    } finally {
      this.#sums.clear();
    }
  }

  /** Adds the lists up. @returns passages among which are the best, with their whole scores */
  #addUp(lists: readonly TermList[], count: number, pickBest: PickBest): Uint32Array {
    let remaining = lists.reduce((sum, { bound }) => sum + bound, 0);
    for (const [index, list] of lists.entries()) {
      const { seen, highest } = this.#sums;
      if (highest > remaining && list.to - list.from > LONG_SHARE * seen.length) {
        const rest = lists.slice(index);
        const ahead = pickBest(seen);
        const floor = ahead.length < count ? 0 : floorOf(ahead, rest);
        if (floor > remaining) return this.#settle(rest, floor);
      }
      this.#sums.add(list);
      remaining -= list.bound;
    }
    return this.#sums.seen;
  }

  /** Adds the remaining lists to the passages that may still be among the best. @returns those, in order of number */
  #settle(rest: readonly TermList[], floor: number): Uint32Array {
    let remaining = rest.reduce((sum, { bound }) => sum + bound, 0);
    let candidates = this.#sums.atLeast(floor - remaining, this.#sums.seen).sort();
    for (const list of rest) {
      lookUp(list, candidates, this.#sums.scores);
      remaining -= list.bound;
      candidates = this.#sums.atLeast(floor - remaining, candidates);
    }
    return candidates;
  }

  #best(passages: Uint32Array, count: number, accept: (number: number) => boolean): readonly Scored[] {
    const top = new Top(count);
    for (const passage of passages) {
      const score = this.#sums.scores[passage] ?? 0;
      if (score >= top.floor && accept(passage)) top.offer(passage, score);
    }
    return top.take();
  }
}

/** A score that the last of the best is sure to have: the lowest that those ahead so far will have in the end. */
function floorOf(ahead: readonly Scored[], rest: readonly TermList[]): number {
  const scores = ahead.map(({ number, score }) => score + gain(rest, number));
  return SLACK * Math.min(...scores);
}
