// One question at one set of sentences: ranks them, drafts the answer, and says how sure it is. Both a plain question and a
// cell of a comparison are such a choice.

import { kindFit } from '../read/answer-type.ts';
import { candidatesOf } from '../read/candidates.ts';
import { confidenceOf, periodClash, signalsOf } from '../read/confidence.ts';
import { probeOf } from '../read/features.ts';
import { type Ranked, rank } from '../read/ranking.ts';
import { mendSlips } from '../read/typos.ts';
import type { Fact, Library, Sentence } from '../types.ts';
import type { Ask, Understanding } from '../understand/types.ts';
import type { Draft } from './compose/draft.ts';
import { draftFacts } from './compose/figures.ts';
import { draftPassages } from './compose/passages.ts';
import type { Found, Means } from './context.ts';
import { asksForOverview, demandsKind, isPlaced, lacksAskedThing } from './requirements.ts';

/** What was chosen for a question. */
export interface Choice {
  readonly draft: Draft;
  readonly ranked: readonly Ranked[];
  /** 0 … 1: how sure it is that this answers. */
  readonly confidence: number;
  /** What the confidence was told from. */
  readonly signals: Float64Array;
  /** Something the question demands and the evidence lacks, whatever the confidence. */
  readonly flaw: 'period-not-covered' | 'attribute-not-covered' | null;
}

/** Shapes whose answer is a fact cut out of a sentence. */
const FACT_SHAPES: ReadonlySet<string> = new Set(['figure', 'name', 'date', 'person']);
/** A sentence about the right period is preferred to a better one about another, if its score comes this near. */
const PERIOD_SHARE = 0.7;
const KIND_SHARE = 0.7;

/**
 * Where no district is named one report answers: the one of the best sentence that holds the kind of thing asked for, if it
 * scores nearly as well as the very best; else the one of the very best.
 */
function ofOneReport(ask: Ask, ranked: readonly Ranked[]): Ranked[] {
  const least = KIND_SHARE * (ranked[0]?.score ?? 0);
  const fitting = demandsKind(ask)
    ? ranked.find(({ candidate, score }) => score >= least && kindFit(ask, candidate.prepared) > 0)
    : undefined;
  const report = (fitting ?? ranked[0])?.candidate.report.id;
  return ranked.filter(({ candidate }) => candidate.report.id === report);
}

/** Sentences about the period asked for first, where there are any that score nearly as well. */
function rightPeriodFirst(understanding: Understanding, ask: Ask, ranked: readonly Ranked[]): readonly Ranked[] {
  const probe = probeOf(understanding, ask);
  const best = ranked[0];
  if (!best || periodClash(probe, best) === 0) return ranked;
  const better = ranked.find(
    (other) =>
      periodClash(probe, other) === 0 &&
      other.score >= PERIOD_SHARE * best.score &&
      kindFit(ask, other.candidate.prepared) > 0,
  );
  return better ? [better, ...ranked.filter((other) => other !== better)] : ranked;
}

function draftFor(
  understanding: Understanding,
  ranked: readonly Ranked[],
  means: Means,
): { draft: Draft; isComplete: boolean } | null {
  const [ask, ...more] = understanding.asks;
  if (!FACT_SHAPES.has(ask.shape))
    return draftPassages({ understanding, ask, ranked, library: means.library, preparer: means.preparer });
  const candidates = ranked.map(({ candidate }) => candidate);
  const rankedFor = [ranked, ...more.map((each) => rank(probeOf(understanding, each), candidates, means))];
  const draft = draftFacts({ ...understanding, rankedFor, factsOf: factTable(understanding, means.library) });
  return draft && { draft, isComplete: true };
}

/** The fact table's rows about the districts of a question, by the sentence that states them; read when a figure is first cut. */
function factTable({ districts }: Understanding, library: Library): (sentence: Sentence) => readonly Fact[] {
  let facts: readonly Fact[] | null = null;
  return ({ start, end }) => {
    facts ??= districts.flatMap((district) => [...library.facts(district)]);
    return facts.filter((fact) => fact.start >= start && fact.end <= end);
  };
}

/** Chooses among what one search found; null where it found nothing. */
export function choose(asked: Understanding, { hits, ...reach }: Found, means: Means): Choice | null {
  const candidates = candidatesOf(hits, means.library, means.preparer);
  const understanding = { ...asked, terms: mendSlips(asked.terms, candidates) };
  const [ask] = understanding.asks;
  const all = rank(probeOf(understanding, ask), candidates, means);
  const ranked = rightPeriodFirst(understanding, ask, understanding.districts.length > 0 ? all : ofOneReport(ask, all));
  const drafted = draftFor(understanding, ranked, means);
  if (!drafted) return null;
  const best = ranked.find(({ candidate }) => candidate === drafted.draft.supports[0]) ?? ranked[0];
  if (!best) return null;
  const probe = probeOf(understanding, ask);
  const model = isPlaced(understanding) ? means.confidence.named : means.confidence.open;
  const signals = signalsOf(probe, best, {
    ...reach,
    vectors: means.vectors,
    passageCount: means.library.passageCount,
  });
  const clashes = periodClash(probe, best) === 1;
  const lacks = !drafted.isComplete || lacksAskedThing(understanding, ask, { draft: drafted.draft, best, signals });
  return {
    draft: drafted.draft,
    ranked,
    confidence: asksForOverview(understanding, ask) ? 1 : confidenceOf(signals, model),
    signals,
    flaw: clashes ? 'period-not-covered' : lacks ? 'attribute-not-covered' : null,
  };
}
