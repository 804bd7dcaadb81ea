// Collects one field of the lexical index, passage by passage, and packs it. What a term is, terms.ts decides.
import { entryOf, type FieldPostings, firstSlot, freeSlot, MAX_COUNTED } from './field-postings.ts';
import { visitTerms } from './terms.ts';

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

const FIRST_SLOTS = 1 << 14;

/** Collects one field. Call `add` once for each passage, in order, then `finish` once. */
export class FieldBuilder {
  #slots = new Uint32Array(FIRST_SLOTS);
  readonly #keyHigh = new Growing();
  readonly #keyLow = new Growing();
  readonly #passagesWith = new Growing();
  /** Terms and counts in the order of passages; `#ends[p]` is where passage p's stop. */
  readonly #stream = new Growing();
  readonly #ends = new Growing();
  readonly #lengths = new Growing();
  /** Per term: its place in `#stream` within the passage that holds it last, + 1. */
  readonly #place = new Growing();
  #passageStart = 0;
  #lastText: string | null = null;
  readonly #visit = (high: number, low: number): void => this.#count(this.#termOf(high, low));

  /** Adds the next passage's text. */
  add(text: string): void {
    const before = this.#passageStart;
    this.#passageStart = this.#stream.length;
    // Passages of one section follow one another and share their title and headings.
    if (text === this.#lastText) this.#repeat(before);
    else this.#lengths.push(visitTerms(text, this.#visit));
    this.#lastText = text;
    this.#ends.push(this.#stream.length);
  }

  #repeat(before: number): void {
    for (let at = before; at < this.#passageStart; at += 2) {
      const term = this.#stream.at(at);
      this.#stream.push(term);
      this.#stream.push(this.#stream.at(at + 1));
      this.#passagesWith.set(term, this.#passagesWith.at(term) + 1);
    }
    this.#lengths.push(this.#lengths.at(this.#lengths.length - 1));
  }

  #termOf(high: number, low: number): number {
    if (this.#keyHigh.length * 2 >= this.#slots.length) this.#rehash();
    // The same walk as in `termOf`, to add what is not found: this is where a build spends its time.
    const mask = this.#slots.length - 1;
    let slot = firstSlot(high, low) & mask;
    for (let term = this.#slots[slot] ?? 0; term !== 0; term = this.#slots[slot] ?? 0) {
      if (this.#keyHigh.at(term - 1) === high && this.#keyLow.at(term - 1) === low) return term - 1;
      slot = (slot + 1) & mask;
    }
    this.#keyHigh.push(high);
    this.#keyLow.push(low);
    this.#passagesWith.push(0);
    this.#place.push(0);
    this.#slots[slot] = this.#keyHigh.length;
    return this.#keyHigh.length - 1;
  }

  #rehash(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let term = 0; term < this.#keyHigh.length; term++) {
      const key = { high: this.#keyHigh.at(term), low: this.#keyLow.at(term) };
      this.#slots[freeSlot(this.#slots, key)] = term + 1;
    }
  }

  #count(term: number): void {
    const place = this.#place.at(term) - 1;
    if (place >= this.#passageStart) {
      this.#stream.set(place + 1, Math.min(MAX_COUNTED, this.#stream.at(place + 1) + 1));
      return;
    }
    this.#place.set(term, this.#stream.length + 1);
    this.#stream.push(term);
    this.#stream.push(1);
    this.#passagesWith.set(term, this.#passagesWith.at(term) + 1);
  }

  /** Returns the field, packed. */
  finish(): FieldPostings {
    const termCount = this.#keyHigh.length;
    const offsets = new Uint32Array(termCount + 1);
    for (let term = 0; term < termCount; term++) offsets[term + 1] = (offsets[term] ?? 0) + this.#passagesWith.at(term);
    return {
      slots: this.#slots,
      keyHigh: this.#keyHigh.take(),
      keyLow: this.#keyLow.take(),
      offsets,
      entries: this.#sortByTerm(offsets),
      lengths: this.#lengths.take(),
    };
  }

  /** Sorts entries by term with a counting sort: passages come in order, so that each list is in order too. */
  #sortByTerm(offsets: Uint32Array): Uint32Array {
    const entries = new Uint32Array(this.#stream.length / 2);
    const next = offsets.slice();
    let at = 0;
    for (let passage = 0; passage < this.#ends.length; passage++) {
      for (; at < this.#ends.at(passage); at += 2) {
        const term = this.#stream.at(at);
        const place = next[term] ?? 0;
        entries[place] = entryOf(passage, this.#stream.at(at + 1));
        next[term] = place + 1;
      }
    }
    return entries;
  }
}
