// BM25 over the packed lexical index: body and heading fields, raw scores added. It ranks passages; it reads no text.
import { entriesOf, type FieldPostings, type Postings } from '../store/postings.ts';
import type { TermKey } from '../store/terms.ts';

/** A term of a question and how much it counts. */
export interface QueryTerm {
  readonly key: TermKey;
  /** Weight, > 0: 1 for a word that is also a pair, 0.5 for a pair, 0.1 for a character. */
  readonly weight: number;
}

/** A passage by its number, with its BM25 score. */
export interface Scored {
  readonly number: number;
  readonly score: number;
}

/** Saturation of repeated terms (k₁) and strength of length normalisation (b): measured best on Chinese paragraphs. */
const SATURATION = 1.2;
const LENGTH_STRENGTH = 0.4;
/** How much the heading field counts beside the body (0.5–1 measured equal). */
const HEADING_WEIGHT = 0.75;

/**
 * Weight of a term in BM25: ln(1 + (N − df + 0.5) / (df + 0.5)), always > 0 (Lucene's form of Robertson & Zaragoza 2009, eq. 3.3).
 * @param documentCount N, ≥ 1   @param documentFrequency df, 0 … N
 * @example inverseDocumentFrequency(2, 1) // => 0.693…
 */
export function inverseDocumentFrequency(documentCount: number, documentFrequency: number): number {
  return Math.log(1 + (documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/** The passage-dependent part of BM25's denominator: k₁ · (1 − b + b · length ⁄ mean length), one per passage. */
function lengthNorms(lengths: Uint32Array): Float32Array {
  let total = 0;
  for (const length of lengths) total += length;
  const mean = Math.max(1, total / Math.max(1, lengths.length));
  return Float32Array.from(lengths, (length) => SATURATION * (1 - LENGTH_STRENGTH + (LENGTH_STRENGTH * length) / mean));
}

/** What a search returns: the best passages and the score that a passage holding every term to saturation would have. */
export interface LexicalResult {
  readonly scored: readonly Scored[];
  readonly attainable: number;
}

/** Ranks the passages of one collection. Holds scratch memory of 4 bytes a passage; a search leaves no trace in it. */
export class LexicalSearcher {
  readonly #postings: Postings;
  readonly #fields: readonly { field: FieldPostings; norms: Float32Array; weight: number }[];
  readonly #scores: Float32Array;

  constructor(postings: Postings) {
    this.#postings = postings;
    this.#fields = [
      { field: postings.body, norms: lengthNorms(postings.body.lengths), weight: 1 },
      { field: postings.heading, norms: lengthNorms(postings.heading.lengths), weight: HEADING_WEIGHT },
    ];
    this.#scores = new Float32Array(postings.passageCount);
  }

  /** Inverse document frequency of a term in the body field. */
  idf(key: TermKey): number {
    const { from, to } = entriesOf(this.#postings.body, key);
    return inverseDocumentFrequency(Math.max(1, this.#postings.passageCount), to - from);
  }

  /**
   * The best passages for the terms, best first; equal scores in order of number.
   * @param accept passages to consider; default: all
   */
  search(terms: readonly QueryTerm[], count: number, accept: (number: number) => boolean = () => true): LexicalResult {
    const touched: number[] = [];
    let attainable = 0;
    for (const { key, weight } of terms) {
      attainable += weight * this.idf(key) * (SATURATION + 1);
      for (const part of this.#fields) this.#add(part, key, weight, touched);
    }
    return { scored: this.#best(touched, count, accept), attainable };
  }

  #add(part: { field: FieldPostings; norms: Float32Array; weight: number }, key: TermKey, weight: number, touched: number[]): void {
    const { from, to } = entriesOf(part.field, key);
    if (from === to) return;
    const factor = weight * part.weight * this.idf(key) * (SATURATION + 1);
    const { entries } = part.field;
    for (let index = from; index < to; index++) {
      const entry = entries[index] ?? 0;
      const passage = entry >>> 8;
      const count = entry & 0xff;
      const before = this.#scores[passage] ?? 0;
      if (before === 0) touched.push(passage);
      this.#scores[passage] = before + (factor * count) / (count + (part.norms[passage] ?? 1));
    }
  }

  #best(touched: readonly number[], count: number, accept: (number: number) => boolean): Scored[] {
    const best: Scored[] = [];
    let floor = 0;
    for (const number of touched) {
      const score = this.#scores[number] ?? 0;
      this.#scores[number] = 0;
      if (score < floor || !accept(number)) continue;
      best.push({ number, score });
      if (best.length >= 4 * count) floor = keepBest(best, count);
    }
    keepBest(best, count);
    return best;
  }
}

function keepBest(scored: Scored[], count: number): number {
  scored.sort((a, b) => b.score - a.score || a.number - b.number);
  scored.length = Math.min(scored.length, count);
  return scored.length === count ? (scored[count - 1]?.score ?? 0) : 0;
}
