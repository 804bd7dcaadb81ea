// BM25: what one term adds to the score of one passage, and the most it can add. Robertson & Zaragoza 2009, section 3.
import { entriesOf, type FieldPostings, termOf } from '../store/index/postings/field-postings.ts';
import type { Postings } from '../store/index/postings/postings.ts';
import type { TermKey } from '../store/index/postings/terms.ts';
import { type EntryRange, type Skips, skipsOf, type TermList } from './term-list.ts';

/** A term of a question and how much it counts. */
export interface QueryTerm {
  readonly key: TermKey;
  /** Weight, > 0: 1 for a word that is also a pair, 0.5 for a pair, 0.2 for a character. */
  readonly weight: number;
}

/** Weights of one field. */
interface FieldWeights {
  /** Saturation of repeated terms (k₁), > 0: the smaller, the less a second occurrence adds. */
  readonly saturation: number;
  /** Strength of length normalisation (b), 0 … 1. */
  readonly lengthStrength: number;
  /** Weight of the field, > 0. */
  readonly weight: number;
}

/** Measured best on questions about encyclopaedia paragraphs among 100,000 passages; differences nearby are small. */
const BODY: FieldWeights = { saturation: 0.8, lengthStrength: 0.4, weight: 1 };
/** News puts the first words of the text into the title: a long title must not count as a short one does. */
const HEADING: FieldWeights = { saturation: 2, lengthStrength: 1, weight: 0.3 };

/** A shorter list is searched by halves without a table. */
const LONG_LIST_ENTRIES = 256;
/** Peaks are kept as 32-bit floats: rounded up, so that they stay bounds. */
const ROUNDING = 1 + 2 ** -20;

/**
 * Weight of a term in BM25: ln(1 + (N − df + 0.5) / (df + 0.5)), always > 0 (Lucene's form of Robertson & Zaragoza 2009, eq. 3.3).
 * @param documentCount N, ≥ 1   @param documentFrequency df, 0 … N
 * @example inverseDocumentFrequency(2, 1) // => 0.693…
 */
export function inverseDocumentFrequency(documentCount: number, documentFrequency: number): number {
  return Math.log(1 + (documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/** Returns the passage-dependent part of BM25's denominator: k₁ · (1 − b + b · length ⁄ mean length), one per passage. */
function lengthNorms(lengths: Uint32Array, { saturation, lengthStrength }: FieldWeights): Float32Array {
  const mean = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length));
  return Float32Array.from(lengths, (length) => saturation * (1 - lengthStrength + (lengthStrength * length) / mean));
}

/** One field of a collection as it is weighed. */
class WeighedField {
  readonly #field: FieldPostings;
  readonly #norms: Float32Array;
  readonly #scale: number;
  /** Highest count ⁄ (count + norm) in the list of each term; 0: not looked for yet. */
  readonly #peaks: Float32Array;
  /** Ways into the long lists that were asked for. */
  readonly #skips = new Map<number, Skips>();

  constructor(field: FieldPostings, weights: FieldWeights) {
    this.#field = field;
    this.#norms = lengthNorms(field.lengths, weights);
    this.#scale = weights.weight * (weights.saturation + 1);
    this.#peaks = new Float32Array(field.keyHigh.length);
  }

  /** Returns the number of passages that hold a term in this field. */
  frequency(key: TermKey): number {
    const { from, to } = entriesOf(this.#field, termOf(this.#field, key));
    return to - from;
  }

  /** Returns the list of a term, null if no passage holds it. @param weight of the term: question weight times idf, > 0 */
  list(key: TermKey, weight: number): TermList | null {
    const term = termOf(this.#field, key);
    if (term < 0) return null;
    const { from, to } = entriesOf(this.#field, term);
    const factor = weight * this.#scale;
    return {
      entries: this.#field.entries,
      norms: this.#norms,
      from,
      to,
      factor,
      skips: this.#skipsInto(term, { from, to }),
      bound: factor * this.#peak(term),
    };
  }

  #skipsInto(term: number, range: EntryRange): Skips | null {
    if (range.to - range.from < LONG_LIST_ENTRIES) return null;
    const known = this.#skips.get(term);
    if (known) return known;
    const skips = skipsOf(this.#field.entries, range, this.#norms.length);
    this.#skips.set(term, skips);
    return skips;
  }

  #peak(term: number): number {
    const known = this.#peaks[term] ?? 0;
    if (known > 0) return known;
    const { from, to } = entriesOf(this.#field, term);
    let peak = 0;
    for (let index = from; index < to; index++) {
      const entry = this.#field.entries[index] ?? 0;
      const count = entry & 0xff;
      peak = Math.max(peak, count / (count + (this.#norms[entry >>> 8] ?? 0)));
    }
    this.#peaks[term] = peak * ROUNDING;
    return this.#peaks[term] ?? 1;
  }
}

/** The terms of a question as they are weighed. */
interface WeighedTerms {
  /** Lists of all terms in all fields: those that lift a passage most for the work that they make come first. */
  readonly lists: readonly TermList[];
  /** Score of a passage whose body held every term without end. */
  readonly attainable: number;
}

/** Returns the greatest score that a list can add, for each entry that has to be walked. */
const yieldOf = ({ bound, from, to }: TermList): number => bound / (to - from);

/** The weights of a collection. Remembers what it learned of terms that were asked for: 4 bytes a term, ¼ of a long list at most. */
export class Bm25 {
  readonly #passageCount: number;
  readonly #body: WeighedField;
  readonly #heading: WeighedField;

  constructor({ passageCount, body, heading }: Postings) {
    this.#passageCount = Math.max(1, passageCount);
    this.#body = new WeighedField(body, BODY);
    this.#heading = new WeighedField(heading, HEADING);
  }

  /** Inverse document frequency of a term in the body field. */
  idf(key: TermKey): number {
    return inverseDocumentFrequency(this.#passageCount, this.#body.frequency(key));
  }

  /** Returns the terms of a question, weighed. @param terms with how much they count in the question, > 0 */
  weigh(terms: readonly QueryTerm[]): WeighedTerms {
    const lists: TermList[] = [];
    let attainable = 0;
    for (const { key, weight } of terms) {
      const weighed = weight * this.idf(key);
      attainable += weighed * (BODY.saturation + 1);
      for (const field of [this.#body, this.#heading]) {
        const list = field.list(key, weighed);
        if (list) lists.push(list);
      }
    }
    return { lists: lists.sort((a, b) => yieldOf(b) - yieldOf(a)), attainable };
  }
}
