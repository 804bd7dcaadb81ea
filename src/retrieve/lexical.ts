// Ranks the passages of a collection for the terms of a question: BM25, raw scores of all fields added. It reads no text.
//
// Lists are taken in the order of what they can add for each entry walked. As soon as all lists that remain could not lift a
// passage without any of the terms so far among the best, no new passage is considered: the remaining lists, which are the
// long ones, count for the passages that may still win alone, and these get fewer with every list (MaxScore: Turtle & Flood
// 1995). The result is that of adding up everything.
import type { Postings } from '../store/index/postings/postings.ts';
import type { TermKey } from '../store/index/postings/terms.ts';
import { Accumulator } from './accumulator.ts';
import { Bm25, type QueryTerm } from './bm25.ts';
import { gain } from './look-up.ts';
import type { TermList } from './term-list.ts';
import { type ScoredPassage, Top } from './top.ts';

export type { QueryTerm } from './bm25.ts';
export type { ScoredPassage } from './top.ts';

/** Result of a search: the best passages, and the score of a passage that holds every term to saturation. */
interface LexicalResult {
  readonly scored: readonly ScoredPassage[];
  readonly attainable: number;
}

/** The best of the passages with a score, by the scores they have so far, best first. */
type PickBest = () => readonly ScoredPassage[];

/** Sums are rounded: a passage is given up only if it is behind by more than that. */
const SLACK = 1 - 1e-9;
/** Entries that could be walked in the time in which one passage is compared with the best so far. */
const COMPARING_ENTRIES = 0.2;
/** Entries that could be walked in the time in which one passage is looked up in one list. */
const LOOKING_UP_ENTRIES = 8;

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
   * Returns the best passages for the terms, best first; equal scores in order of number.
   * @param count ≥ 0   @param accept passages to consider, always the same for a passage; default: all
   */
  search(terms: readonly QueryTerm[], count: number, accept: (number: number) => boolean = () => true): LexicalResult {
    const { lists, attainable } = this.#bm25.weigh(terms);
    if (count < 1) return { scored: [], attainable };
    try {
      this.#addUp(lists, count, () => this.#best(count, accept));
      return { scored: this.#best(count, accept), attainable };
    } finally {
      this.#sums.clear();
    }
  }

  /** Adds the lists up until the best passages have their whole scores. */
  #addUp(lists: readonly TermList[], count: number, pickBest: PickBest): void {
    const sums = this.#sums;
    let remaining = boundOf(lists);
    // A score that the last of the best is sure to have; finding it costs about as much as walking `price` entries.
    let floor = 0;
    let walked = 0;
    for (const [index, list] of lists.entries()) {
      walked += list.to - list.from;
      const price = COMPARING_ENTRIES * sums.seenCount + LOOKING_UP_ENTRIES * count * (lists.length - index);
      if (floor <= remaining && sums.highest > remaining && walked > price) {
        floor = Math.max(floor, floorOf(pickBest(), { count, rest: lists.slice(index) }));
        walked = 0;
      }
      if (floor > remaining) {
        this.#settle(lists.slice(index), floor);
        return;
      }
      sums.add(list);
      remaining -= list.bound;
    }
  }

  /** Adds the remaining lists to the passages that may still be among the best, and gives up the others. */
  #settle(rest: readonly TermList[], floor: number): void {
    const sums = this.#sums;
    let remaining = boundOf(rest);
    sums.keep(floor - remaining);
    for (const list of rest) {
      if (list.to - list.from < LOOKING_UP_ENTRIES * sums.seenCount) sums.addToSeen(list);
      else sums.lookUp(list);
      remaining -= list.bound;
      sums.keep(floor - remaining);
    }
  }

  #best(count: number, accept: (number: number) => boolean): readonly ScoredPassage[] {
    const { scores, seen } = this.#sums;
    const top = new Top(count);
    for (const passage of seen) {
      const score = scores[passage] ?? 0;
      if (score >= top.floor && accept(passage)) top.offer(passage, score);
    }
    return top.take();
  }
}

/** No passage gets more from some lists together. */
function boundOf(lists: readonly TermList[]): number {
  return lists.reduce((sum, { bound }) => sum + bound, 0);
}

/** Returns the lowest score that those ahead so far will have in the end; 0 if they are fewer than wanted. */
function floorOf(
  ahead: readonly ScoredPassage[],
  { count, rest }: { count: number; rest: readonly TermList[] },
): number {
  if (ahead.length < count) return 0;
  return SLACK * Math.min(...ahead.map(({ number, score }) => score + gain(rest, number)));
}
