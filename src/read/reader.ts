// What a reader is: it gets a question and excerpts and says of each whether it answers, how surely, and in which words.
// Types only; `pick-reader.ts` chooses an implementation.
import type { Span } from '../types.ts';

/** What is known of an excerpt beside its words: the reader sees it, so that "which district, which year" is read too. */
export interface ExcerptContext {
  /** Title of the report; empty where unknown, as the fields below. */
  readonly title: string;
  /** District that the report is about, in the short form that people write (`泉山区`). */
  readonly district: string;
  /** Period that the excerpt speaks of, as people write it (`2016年`). */
  readonly period: string;
  /** Nearest heading. */
  readonly heading: string;
}

/** A stretch of a report, a few sentences long. */
export interface Excerpt extends ExcerptContext {
  readonly text: string;
}

/** Words of an excerpt that may answer, in UTF-16 units of its text. */
export interface JudgedSpan extends Span {
  /** Share of the reader's belief that falls into this place of the excerpt, 0 … 1. */
  readonly probability: number;
}

/** What a reader says of one excerpt for one question. */
export interface Judgement {
  /** Calibrated probability that the excerpt answers the question, 0 … 1. */
  readonly answered: number;
  /** The words that answer, the best first, none overlapping another; empty where nothing was found, or of a reader that points at none. */
  readonly spans: readonly JudgedSpan[];
  /** Orders excerpts of one question; any real number, higher is better. */
  readonly score: number;
}

/** Reads excerpts for a question. The same question and excerpt always give the same judgement. */
export interface Reader {
  /** Identity of the mind: readers with the same id judge alike. */
  readonly id: string;
  /**
   * One judgement an excerpt, in order.
   * @throws AppError 'reader/…' where it cannot read; the caller goes on with the linear reader
   */
  read(question: string, excerpts: readonly Excerpt[]): Promise<readonly Judgement[]>;
  /** Frees what the reader holds; it reads no more afterwards. */
  close(): Promise<void>;
}
