// From an understood question and what retrieval found to an answer or a refusal: the one entrance of this folder.
import type { Answer, Hit, Interpretation, Library, WordVectors } from '../types.ts';
import type { Ask, Understanding } from '../understand/types.ts';
import { candidatesOf, type Candidate } from './candidates.ts';
import { compose, refuse } from './compose.ts';
import type { ConfidenceModel } from './confidence.ts';
import type { Draft } from './draft.ts';
import { draftFacts } from './facts.ts';
import { probeOf } from './features.ts';
import { draftPassages } from './passages.ts';
import type { Search } from './plan.ts';
import type { Preparer } from './prepared.ts';
import { rank, type Ranked, type RankingWeights } from './ranking.ts';

/** What one search of the plan found. */
export interface Found {
  readonly search: Search;
  readonly hits: readonly Hit[];
  readonly attained: number;
}

/** What answering rests on. */
export interface Means {
  readonly library: Library;
  readonly preparer: Preparer;
  readonly vectors: WordVectors;
  readonly ranking: RankingWeights;
  readonly confidence: ConfidenceModel;
}

const FACT_SHAPES = new Set(['figure', 'name', 'date', 'person']);
/** Further sentences shown below the direct answer, and how near in score they must come. */
const MOST_EXTRAS = 2;
const EXTRA_SHARE = 0.75;

function rankedFor(understanding: Understanding, ask: Ask, candidates: readonly Candidate[], means: Means): Ranked[] {
  return rank(probeOf(understanding, ask), candidates, means);
}

/** Without a district in the question one report answers: the one that the best sentence comes from. */
function ofOneReport(ranked: readonly Ranked[]): Ranked[] {
  const report = ranked[0]?.candidate.report.id;
  return ranked.filter(({ candidate }) => candidate.report.id === report);
}

function draftOne(understanding: Understanding, candidates: readonly Candidate[], means: Means): { draft: Draft; ranked: readonly Ranked[] } | null {
  const [ask] = understanding.asks;
  const ranked = ofOneReport(rankedFor(understanding, ask, candidates, means));
  const kept = new Set(ranked.map(({ candidate }) => candidate));
  const perAsk = understanding.asks.map((each) => (each === ask ? ranked : rankedFor(understanding, each, [...kept], means)));
  const draft = FACT_SHAPES.has(ask.shape) ? draftFacts(understanding.asks, perAsk, understanding.terms) : draftPassages(ask, ranked, understanding.terms, means);
  return draft && { draft, ranked };
}

function extrasOf(ranked: readonly Ranked[]): Candidate[] {
  const best = ranked[0]?.score ?? 0;
  return ranked.slice(0, MOST_EXTRAS + 1).filter(({ score }) => score >= EXTRA_SHARE * best).map(({ candidate }) => candidate);
}

function interpretationOf(understanding: Understanding): Interpretation {
  return { question: understanding.question, districts: understanding.districts, period: understanding.periods[0] ?? null };
}

/**
 * Answers a question out of what was found, or refuses and says why.
 * @param found what each search of the plan found, in its order
 */
export function answer(understanding: Understanding, found: readonly Found[], means: Means): Answer {
  const interpretation = interpretationOf(understanding);
  const candidates = found.flatMap(({ hits }) => candidatesOf(hits, means.library, means.preparer));
  const drafted = draftOne(understanding, candidates, means);
  if (!drafted) return refuse('no-evidence', '资料中没有找到相关内容。', [], interpretation);
  const composed = compose(drafted.draft, extrasOf(drafted.ranked), means.library, interpretation);
  return composed ?? refuse('no-evidence', '资料中没有找到相关内容。', [], interpretation);
}
