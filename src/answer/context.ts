// Input of answering: library, models, and the results of retrieval. Types only.

import type { ConfidenceModels, Reach } from '../read/confidence.ts';
import type { SentenceChooser } from '../read/model/sentence-chooser.ts';
import type { Preparer } from '../read/prepared-sentence.ts';
import type { RankingWeights } from '../read/ranking.ts';
import type { Reader } from '../read/reader.ts';
import type { Following, Hit, Library, WordVectors } from '../types.ts';
import type { Search } from './plan.ts';

/** Results of one search of the plan. */
export interface SearchResult extends Reach {
  readonly search: Search;
  readonly hits: readonly Hit[];
}

/** Library and models that answers are made from. */
export interface AnswerResources {
  readonly library: Library;
  readonly preparer: Preparer;
  readonly vectors: WordVectors;
  readonly ranking: RankingWeights;
  readonly confidence: ConfidenceModels;
  /** Reads the best sentences once more; null: the ranking alone decides. */
  readonly reader: Reader | null;
  /** A language model that chooses among the best sentences; null: none is configured. */
  readonly chooser: SentenceChooser | null;
  /** How the answer is followed while it is made. */
  readonly following?: Following | undefined;
}
