// What the bench hands from process to process. Data only.

/** A passage as every engine gets it; `document` is what a hit counts by. */
export interface BenchPassage {
  readonly document: string;
  readonly heading: string;
  readonly body: string;
}

/** A known-item question: the document that it was made from should come first. */
export interface BenchQuestion {
  readonly text: string;
  readonly document: string;
}

/** The files of one size of collection, written by the parent and read by each engine's processes. */
export interface BenchFiles {
  /** JSON Lines of `BenchPassage`. */
  readonly passages: string;
  /** JSON array of `BenchQuestion`. */
  readonly questions: string;
  /** JSON array: the document of each passage. */
  readonly documents: string;
  /** Place of the engine's index. */
  readonly index: string;
}

/** Measurements of building. */
export interface Built {
  readonly buildMs: number;
}

/** Measurements of searching. */
export interface Searched {
  readonly loadMs: number;
  /** Resident memory of the process with the index open, after all questions, in bytes. */
  readonly residentBytes: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Share of questions whose document came first, 0 … 1. */
  readonly firstShare: number;
  /** Number of questions asked before the time was up. */
  readonly asked: number;
}

/** One engine on one size of collection; null if it did not finish in time. */
export interface BenchRow {
  readonly engine: string;
  readonly passages: number;
  readonly outcome: (Built & Searched) | null;
}
