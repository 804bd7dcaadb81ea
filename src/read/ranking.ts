// Orders candidates by learned weights. Weights: data/ranking.json, made by scripts/dev/train-ranking.ts, with their provenance.
import { readFileSync } from 'node:fs';
import type { WordVectors } from '../types.ts';
import type { Candidate } from './candidates.ts';
import { FEATURE_NAMES, type Features, featuresOf, type PreparedQuestion } from './features.ts';

/** Learned weights, one a feature. */
export interface RankingWeights {
  readonly weights: Readonly<Record<string, number>>;
}

/** A candidate with its features and score. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly features: Features;
  /** Σ weight · feature; comparable within one question and, roughly, across questions. */
  readonly score: number;
}

/** The weights that the package ships. @throws SyntaxError if the file is damaged: a broken installation */
export function shippedRanking(): RankingWeights {
  return JSON.parse(readFileSync(new URL('./data/ranking.json', import.meta.url), 'utf8')) as RankingWeights;
}

/** Σ weight · feature. */
export function scoreOf(features: Features, { weights }: RankingWeights): number {
  return FEATURE_NAMES.reduce((sum, name, index) => sum + (weights[name] ?? 0) * (features[index] ?? 0), 0);
}

/** The candidates, best first; equal scores in the order of the reports. */
export function rank(
  question: PreparedQuestion,
  candidates: readonly Candidate[],
  { vectors, ranking }: { vectors: WordVectors; ranking: RankingWeights },
): Ranked[] {
  return candidates
    .map((candidate) => {
      const features = featuresOf(question, candidate, vectors);
      return { candidate, features, score: scoreOf(features, ranking) };
    })
    .sort((a, b) => b.score - a.score || a.candidate.prepared.sentence.start - b.candidate.prepared.sentence.start);
}
