// Ranks the passages of a collection for the terms of a question: BM25, raw scores of all fields added. It reads no text.
//
// Lists are taken in the order of the most they can add. As soon as all lists that remain could not lift a passage without
// any of the terms so far among the best, no new passage is considered: the remaining lists, which are the long ones, are
// only looked up for the passages that may still win (MaxScore: Turtle & Flood 1995). The result is that of adding up everything.
import type { Postings } from '../store/postings.ts';
import type { TermKey } from '../store/terms.ts';
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

/** How the best of some passages are found by the scores they have so far. */
interface Best {
  readonly count: number;
  readonly of: (passages: ArrayLike<number>) => readonly Scored[];
}

/** Sums are rounded: a passage is given up only if it is behind by more than that. */
const SLACK = 1 - 1e-9;
/** A list is worth looking for a way round it if it is longer than this share of the passages seen so far. */
const LONG_SHARE = 0.5;

/** Ranks the passages of one collection. Holds scratch memory of 8 bytes a passage; a search leaves no trace in it. */
export class LexicalSearcher {
  readonly #bm25: Bm25;
  readonly #scores: Float64Array;

  constructor(postings: Postings) {
    this.#bm25 = new Bm25(postings);
    this.#scores = new Float64Array(postings.passageCount);
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
    return { scored: this.#rank(lists, { count, of: (passages) => this.#best(passages, count, accept) }), attainable };
  }

  #rank(lists: readonly TermList[], best: Best): readonly Scored[] {
    const touched: number[] = [];
    let remaining = lists.reduce((sum, { bound }) => sum + bound, 0);
    let highest = 0;
    let candidates: ArrayLike<number> = touched;
    for (const [index, list] of lists.entries()) {
      if (highest > remaining && list.to - list.from > LONG_SHARE * touched.length) {
        const floor = this.#floor(best, touched, lists.slice(index));
        if (floor > remaining) {
          candidates = this.#settle(touched, lists.slice(index), { floor, remaining });
          break;
        }
      }
      highest = Math.max(highest, add(list, this.#scores, touched));
      remaining -= list.bound;
    }
    const scored = best.of(candidates);
    for (const passage of touched) this.#scores[passage] = 0;
    return scored;
  }

  /** A score that the last of the best is sure to have: the lowest that those ahead so far will have; 0 if they are fewer than asked for. */
  #floor(best: Best, touched: readonly number[], rest: readonly TermList[]): number {
    const ahead = best.of(touched);
    if (ahead.length < best.count) return 0;
    return (
      SLACK *
      ahead.reduce((least, { number, score }) => Math.min(least, score + gain(rest, number)), Number.POSITIVE_INFINITY)
    );
  }

  /** Adds the remaining lists to the passages that may still be among the best. @returns those, in order of number */
  #settle(
    touched: readonly number[],
    rest: readonly TermList[],
    { floor, remaining }: { floor: number; remaining: number },
  ): Uint32Array {
    const isHopeful = (passage: number, most: number): boolean => (this.#scores[passage] ?? 0) + most >= floor;
    let candidates = Uint32Array.from(touched.filter((passage) => isHopeful(passage, remaining))).sort();
    let most = remaining;
    for (const list of rest) {
      lookUp(list, candidates, this.#scores);
      most -= list.bound;
      candidates = candidates.filter((passage) => isHopeful(passage, most));
    }
    return candidates;
  }

  #best(passages: ArrayLike<number>, count: number, accept: (number: number) => boolean): readonly Scored[] {
    const top = new Top(count);
    for (let index = 0; index < passages.length; index++) {
      const passage = passages[index] ?? 0;
      const score = this.#scores[passage] ?? 0;
      if (score >= top.floor && accept(passage)) top.offer(passage, score);
    }
    return top.take();
  }
}

/** Adds a list to the scores of all its passages. @returns the highest of their scores */
function add({ entries, norms, from, to, factor }: TermList, scores: Float64Array, touched: number[]): number {
  let highest = 0;
  for (let index = from; index < to; index++) {
    const entry = entries[index] ?? 0;
    const passage = entry >>> 8;
    const count = entry & 0xff;
    const before = scores[passage] ?? 0;
    if (before === 0) touched.push(passage);
    const score = before + (factor * count) / (count + (norms[passage] ?? 1));
    scores[passage] = score;
    if (score > highest) highest = score;
  }
  return highest;
}
