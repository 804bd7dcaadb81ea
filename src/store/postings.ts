// The packed lexical index: for each term the passages that hold it and how often, in two fields (body and heading).
// It knows nothing of scores; retrieve/lexical.ts weighs what it finds here.
import { AppError } from '../errors.ts';
import { type TermKey, visitTerms } from './terms.ts';

/** What is indexed of one passage: its text as read, and the title and headings above it. */
export interface IndexedText {
  readonly body: string;
  readonly heading: string;
}

/**
 * One field's postings. List of term t: `entries[offsets[t] … offsets[t+1])`, each `passage << 8 | count` with count ≤ 255
 * (so at most 2²⁴ passages), passages ascending. `slots` is an open-addressing hash table of term numbers + 1.
 */
export interface FieldPostings {
  readonly slots: Uint32Array;
  readonly keyHigh: Uint32Array;
  readonly keyLow: Uint32Array;
  readonly offsets: Uint32Array;
  readonly entries: Uint32Array;
  /** Length of each passage in this field (Chinese characters + other words). */
  readonly lengths: Uint32Array;
}

/** The lexical index of a collection. */
export interface Postings {
  readonly passageCount: number;
  readonly body: FieldPostings;
  readonly heading: FieldPostings;
}

/** Most passages a collection may hold: numbers are 24 bits wide in an entry. */
export const MOST_PASSAGES = 2 ** 24;
const MOST_COUNTED = 255;

class Growing {
  #data = new Uint32Array(1 << 12);
  length = 0;

  push(value: number): void {
    if (this.length === this.#data.length) {
      const larger = new Uint32Array(this.#data.length * 2);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.length++] = value;
  }

  at(index: number): number {
    return this.#data[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#data[index] = value;
  }

  take(): Uint32Array {
    return this.#data.slice(0, this.length);
  }
}

function slotOf(slots: Uint32Array, high: number, low: number, matches: (term: number) => boolean): number {
  const mask = slots.length - 1;
  let slot = (Math.imul(high ^ Math.imul(low, 0x9e3779b1), 0x85ebca6b) >>> 7) & mask;
  for (;;) {
    const term = slots[slot] ?? 0;
    if (term === 0 || matches(term - 1)) return slot;
    slot = (slot + 1) & mask;
  }
}

/** Collects one field, passage by passage. */
class FieldBuilder {
  #slots = new Uint32Array(1 << 14);
  readonly #keyHigh = new Growing();
  readonly #keyLow = new Growing();
  readonly #documentCount = new Growing();
  /** Terms and counts in the order of passages; `#ends[p]` is where passage p's stop. */
  readonly #stream = new Growing();
  readonly #ends = new Growing();
  readonly #lengths = new Growing();
  /** Per term: its place in `#stream` within the passage at hand, + 1. */
  readonly #place = new Growing();
  #passageStart = 0;

  add(text: string): void {
    this.#passageStart = this.#stream.length;
    this.#lengths.push(visitTerms(text, (high, low) => this.#count(this.#termOf(high, low))));
    this.#ends.push(this.#stream.length);
  }

  #termOf(high: number, low: number): number {
    if (this.#keyHigh.length * 2 > this.#slots.length) this.#rehash();
    const slot = slotOf(this.#slots, high, low, (t) => this.#keyHigh.at(t) === high && this.#keyLow.at(t) === low);
    const known = this.#slots[slot] ?? 0;
    if (known !== 0) return known - 1;
    this.#keyHigh.push(high);
    this.#keyLow.push(low);
    this.#documentCount.push(0);
    this.#place.push(0);
    this.#slots[slot] = this.#keyHigh.length;
    return this.#keyHigh.length - 1;
  }

  #rehash(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let term = 0; term < this.#keyHigh.length; term++) {
      this.#slots[slotOf(this.#slots, this.#keyHigh.at(term), this.#keyLow.at(term), () => false)] = term + 1;
    }
  }

  #count(term: number): void {
    const place = this.#place.at(term) - 1;
    if (place >= this.#passageStart) {
      this.#stream.set(place + 1, Math.min(MOST_COUNTED, this.#stream.at(place + 1) + 1));
      return;
    }
    this.#place.set(term, this.#stream.length + 1);
    this.#stream.push(term);
    this.#stream.push(1);
    this.#documentCount.set(term, this.#documentCount.at(term) + 1);
  }

  finish(): FieldPostings {
    const termCount = this.#keyHigh.length;
    const offsets = new Uint32Array(termCount + 1);
    for (let term = 0; term < termCount; term++) offsets[term + 1] = (offsets[term] ?? 0) + this.#documentCount.at(term);
    const entries = new Uint32Array(offsets[termCount] ?? 0);
    const next = offsets.slice();
    let at = 0;
    for (let passage = 0; passage < this.#ends.length; passage++) {
      for (; at < this.#ends.at(passage); at += 2) {
        const term = this.#stream.at(at);
        const place = next[term] ?? 0;
        entries[place] = ((passage << 8) | this.#stream.at(at + 1)) >>> 0;
        next[term] = place + 1;
      }
    }
    return {
      slots: this.#slots,
      keyHigh: this.#keyHigh.take(),
      keyLow: this.#keyLow.take(),
      offsets,
      entries,
      lengths: this.#lengths.take(),
    };
  }
}

/**
 * Builds the index of a collection; the nth text is passage n.
 * @throws AppError corpus/unreadable beyond 2²⁴ passages
 */
export function buildPostings(texts: Iterable<IndexedText>): Postings {
  const body = new FieldBuilder();
  const heading = new FieldBuilder();
  let passageCount = 0;
  for (const text of texts) {
    if (passageCount === MOST_PASSAGES) throw new AppError('corpus/unreadable', `The corpus has more than ${MOST_PASSAGES} passages. Split it into several indexes (--index DIR).`);
    body.add(text.body);
    heading.add(text.heading);
    passageCount++;
  }
  return { passageCount, body: body.finish(), heading: heading.finish() };
}

/**
 * Range of a term's entries in a field: [from, to), empty where the term does not occur.
 */
export function entriesOf(field: FieldPostings, key: TermKey): { from: number; to: number } {
  const slot = slotOf(field.slots, key.high, key.low, (t) => field.keyHigh[t] === key.high && field.keyLow[t] === key.low);
  const term = (field.slots[slot] ?? 0) - 1;
  return term < 0 ? { from: 0, to: 0 } : { from: field.offsets[term] ?? 0, to: field.offsets[term + 1] ?? 0 };
}
