// A lexical index out of the one before: unchanged passages keep their entries under their new numbers, new ones are added.
// No text of an unchanged passage is read. It finds under every key what an index built from all texts would find.
import { entryOf, type FieldPostings, freeSlot, termOf } from './field-postings.ts';
import type { Postings } from './postings.ts';
import type { TermKey } from './terms.ts';

/** Consecutive passages that were taken over: old numbers from `from`, new numbers from `to`. */
export interface MovedPassages {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Changes that make an updated index of an old one. */
interface PostingsChange {
  readonly old: Postings;
  /** Passages taken over, ascending in both old and new numbers. */
  readonly moved: readonly MovedPassages[];
  /** Index of the new passages alone, numbered 0 … in the order of `addedNumbers`. */
  readonly added: Postings;
  /** New number of each added passage, ascending. */
  readonly addedNumbers: Uint32Array;
}

const GONE = 0xffffffff;

/** New number of each old passage; `GONE` for those that were not taken over. */
function renumbering({ old, moved }: PostingsChange): Uint32Array {
  const numbers = new Uint32Array(old.passageCount).fill(GONE);
  for (const { from, to, count } of moved) for (let at = 0; at < count; at++) numbers[from + at] = to + at;
  return numbers;
}

/** Entries of [from, to) under new numbers, written to `target` from `at`. @returns where the next would go */
function renumber(
  source: FieldPostings,
  range: { from: number; to: number; at: number },
  target: { entries: Uint32Array; numbers: Uint32Array },
): number {
  const { entries, numbers } = target;
  let { at } = range;
  for (let index = range.from; index < range.to; index++) {
    const entry = source.entries[index] ?? 0;
    const number = numbers[entry >>> 8] ?? GONE;
    if (number !== GONE) entries[at++] = entryOf(number, entry & 0xff);
  }
  return at;
}

const keyAt = ({ keyHigh, keyLow }: Pick<FieldPostings, 'keyHigh' | 'keyLow'>, term: number): TermKey => ({
  high: keyHigh[term] ?? 0,
  low: keyLow[term] ?? 0,
});

/** Returns the term of each added term in the old field, −1 where it is new there. */
function matchTerms(old: FieldPostings, added: FieldPostings): Int32Array {
  return Int32Array.from(added.keyHigh, (_, term) => termOf(old, keyAt(added, term)));
}

function hashTable(keys: Pick<FieldPostings, 'keyHigh' | 'keyLow'>): Uint32Array {
  const count = keys.keyHigh.length;
  let size = 1 << 14;
  while (size < count * 2) size *= 2;
  const slots = new Uint32Array(size);
  for (let term = 0; term < count; term++) slots[freeSlot(slots, keyAt(keys, term))] = term + 1;
  return slots;
}

function mergeLengths(old: FieldPostings, added: FieldPostings, { moved, addedNumbers }: PostingsChange): Uint32Array {
  const count = addedNumbers.length + moved.reduce((sum, run) => sum + run.count, 0);
  const lengths = new Uint32Array(count);
  for (const { from, to, count: size } of moved) lengths.set(old.lengths.subarray(from, from + size), to);
  addedNumbers.forEach((number, index) => {
    lengths[number] = added.lengths[index] ?? 0;
  });
  return lengths;
}

/** Collects the merged lists, term after term; a term that nothing holds any more is left out. */
class MergedField {
  readonly entries: Uint32Array;
  readonly #keyHigh: Uint32Array;
  readonly #keyLow: Uint32Array;
  readonly #offsets: Uint32Array;
  #terms = 0;
  at = 0;

  constructor(maxTerms: number, maxEntries: number) {
    this.entries = new Uint32Array(maxEntries);
    this.#keyHigh = new Uint32Array(maxTerms);
    this.#keyLow = new Uint32Array(maxTerms);
    this.#offsets = new Uint32Array(maxTerms + 1);
  }

  /** Ends the list of a term; `merged`: its entries came from two sources and have to be put in order. */
  close({ keyHigh, keyLow }: FieldPostings, term: number, merged: boolean): void {
    const start = this.#offsets[this.#terms] ?? 0;
    if (this.at === start) return;
    // The passage stands in the upper bits of an entry, so that numbers in order are passages in order.
    if (merged) this.entries.subarray(start, this.at).sort();
    this.#keyHigh[this.#terms] = keyHigh[term] ?? 0;
    this.#keyLow[this.#terms] = keyLow[term] ?? 0;
    this.#offsets[++this.#terms] = this.at;
  }

  finish(lengths: Uint32Array): FieldPostings {
    const [keyHigh, keyLow] = [this.#keyHigh.slice(0, this.#terms), this.#keyLow.slice(0, this.#terms)];
    const offsets = this.#offsets.slice(0, this.#terms + 1);
    return {
      slots: hashTable({ keyHigh, keyLow }),
      keyHigh,
      keyLow,
      offsets,
      entries: this.entries.slice(0, this.at),
      lengths,
    };
  }
}

function mergeField(old: FieldPostings, added: FieldPostings, change: PostingsChange): FieldPostings {
  const numbers = renumbering(change);
  const matches = matchTerms(old, added);
  const addedTermOf = new Int32Array(old.keyHigh.length).fill(-1);
  matches.forEach((term, addedTerm) => {
    if (term >= 0) addedTermOf[term] = addedTerm;
  });
  const result = new MergedField(old.keyHigh.length + added.keyHigh.length, old.entries.length + added.entries.length);
  const append = (source: FieldPostings, term: number, under: Uint32Array): void => {
    const [from, to] = [source.offsets[term] ?? 0, source.offsets[term + 1] ?? 0];
    result.at = renumber(source, { from, to, at: result.at }, { entries: result.entries, numbers: under });
  };
  for (let term = 0; term < old.keyHigh.length; term++) {
    const addedTerm = addedTermOf[term] ?? -1;
    append(old, term, numbers);
    if (addedTerm >= 0) append(added, addedTerm, change.addedNumbers);
    result.close(old, term, addedTerm >= 0);
  }
  for (let term = 0; term < added.keyHigh.length; term++) {
    if ((matches[term] ?? -1) >= 0) continue;
    append(added, term, change.addedNumbers);
    result.close(added, term, false);
  }
  return result.finish(mergeLengths(old, added, change));
}

/** Returns the index of the new collection. */
export function updatePostings(change: PostingsChange): Postings {
  const { old, added, moved, addedNumbers } = change;
  return {
    passageCount: addedNumbers.length + moved.reduce((sum, run) => sum + run.count, 0),
    body: mergeField(old.body, added.body, change),
    heading: mergeField(old.heading, added.heading, change),
  };
}
