// Finds reports whose texts are the same or nearly so, without comparing each with each. It decides nothing about them.
//
// A text's signature is one permutation hashing (Li, Owen & Zhang 2012): all runs of 5 characters are hashed once, the hashes
// fall into 128 bins, and each bin keeps its least. Two texts agree in about as many bins as they share runs (Jaccard).
// Candidates are texts that agree in a whole band of 4 of the first 64 bins: of pairs that share 0.7 of their runs 0.988 are
// looked at, of those that share 0.8 0.9998.

/** Marks by which a report's text is compared with others. */
export interface TextMark {
  readonly id: string;
  /** Equal for equal texts. */
  readonly textHash: string;
  readonly signature: Uint8Array;
}

/** Two reports with like texts. */
export interface Duplicate {
  /** The later one in the order of the corpus. */
  readonly id: string;
  /** The earlier one. */
  readonly twin: string;
  /** Share of their runs of characters that both have, estimated, 0 … 1; 1: the same text. */
  readonly likeness: number;
}

const RUN_CHARACTERS = 5;
const BINS = 128;
const BAND_BINS = 4;
const BANDED_BINS = 64;
const MIN_LIKENESS = 0.7;
/** Fewer filled bins say too little. */
const MIN_BINS = 16;
/** Texts that share one band: beyond, it is a formula that half the corpus has (a masthead), not a copy. */
const MAX_IN_BAND = 50;
const EMPTY = 0xffffffff;

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Returns a text's signature: 128 little-endian numbers of 32 bits. White space does not count. */
export function signatureOf(text: string): Uint8Array {
  const bins = new Uint32Array(BINS).fill(EMPTY);
  const compact = text.replace(/\s+/g, '');
  for (let start = 0; start + RUN_CHARACTERS <= compact.length; start++) {
    let hash = 0x811c9dc5;
    for (let at = start; at < start + RUN_CHARACTERS; at++) hash = Math.imul(hash ^ compact.charCodeAt(at), 0x01000193);
    const mixed = mix(hash);
    const bin = mixed % BINS;
    const value = Math.floor(mixed / BINS);
    if (value < (bins[bin] ?? EMPTY)) bins[bin] = value;
  }
  return new Uint8Array(bins.buffer);
}

/** A mark with its signature as numbers. */
interface Binned {
  readonly mark: TextMark;
  readonly bins: Uint32Array;
}

function binned(mark: TextMark): Binned {
  // A copy: a signature out of a database need not lie at a multiple of four bytes.
  return { mark, bins: new Uint32Array(Uint8Array.prototype.slice.call(mark.signature).buffer, 0, BINS) };
}

function likeness(a: Binned, b: Binned): number {
  if (a.mark.textHash === b.mark.textHash) return 1;
  let filled = 0;
  let equal = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const left = a.bins[bin];
    const right = b.bins[bin];
    if (left !== EMPTY || right !== EMPTY) filled++;
    if (left !== EMPTY && left === right) equal++;
  }
  return filled < MIN_BINS ? 0 : equal / filled;
}

/** Returns the share of runs that two texts have in common, estimated from their signatures, 0 … 1; 0 if they are too short to tell. */
export function likenessOf(a: TextMark, b: TextMark): number {
  return likeness(binned(a), binned(b));
}

/** Returns the bands of a text as numbers of 30 bits, of which few are shared by chance; a band that holds an empty bin says nothing. */
function bandsOf({ mark, bins }: Binned): number[] {
  const bands = [Number.parseInt(mark.textHash.slice(0, 7), 16)];
  for (let from = 0; from < BANDED_BINS; from += BAND_BINS) {
    let hash = mix(from);
    let isFilled = true;
    for (let bin = from; bin < from + BAND_BINS; bin++) {
      isFilled &&= bins[bin] !== EMPTY;
      hash = mix(hash ^ (bins[bin] ?? 0));
    }
    // Small integers: as keys of a map they cost half of what others do.
    if (isFilled) bands.push(hash >>> 2);
  }
  return bands;
}

function closest(text: Binned, candidates: ReadonlySet<Binned>): Duplicate | null {
  let best: Duplicate | null = null;
  for (const candidate of candidates) {
    const found = Math.round(likeness(text, candidate) * 100) / 100;
    if (found >= MIN_LIKENESS && found > (best?.likeness ?? 0))
      best = { id: text.mark.id, twin: candidate.mark.id, likeness: found };
  }
  return best;
}

/** For each report that resembles an earlier one, the one it resembles most. @param marks in the order of the corpus */
export function findDuplicates(marks: readonly TextMark[]): Duplicate[] {
  const byBand = new Map<number, Binned[]>();
  const found: Duplicate[] = [];
  for (const text of marks.map(binned)) {
    const candidates = new Set<Binned>();
    for (const band of bandsOf(text)) {
      const held = byBand.get(band);
      for (const candidate of held ?? []) candidates.add(candidate);
      if (held === undefined) byBand.set(band, [text]);
      else if (held.length < MAX_IN_BAND) held.push(text);
    }
    const twin = closest(text, candidates);
    if (twin) found.push(twin);
  }
  return found;
}
