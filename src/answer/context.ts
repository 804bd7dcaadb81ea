// Input of answering: library, models, and the results of retrieval. Types only.

import type { ConfidenceModels, Reach } from '../read/confidence.ts';
import type { Preparer } from '../read/prepared-sentence.ts';
import type { RankingWeights } from '../read/ranking.ts';
import type { Reader } from '../read/reader.ts';
import type { Hit, Library, WordVectors } from '../types.ts';
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
}
