// One question at one set of sentences: ranks them, drafts the answer, and says how sure it is. Both a plain question and a
// cell of a comparison are such a choice.

import { answerTypeFit } from '../read/answer-type.ts';
import { candidatesOf } from '../read/candidates.ts';
import { confidenceOf, periodClash, signalsOf } from '../read/confidence.ts';
import { prepareQuestion } from '../read/features.ts';
import { type Ranked, rank } from '../read/ranking.ts';
import { correctTypos } from '../read/typos.ts';
import type { Fact, Library, Sentence } from '../types.ts';
import type { Ask, Understanding } from '../understand/types.ts';
import { draftFacts } from './compose/figures.ts';
import { draftPassages } from './compose/passages.ts';
import type { AnswerResources, SearchResult } from './context.ts';
import { asksForOverview, type Drafted, demandsAnswerType, isPlaced } from './requirements.ts';

/** What was chosen for a question. */
export interface Choice extends Drafted {
  readonly ranked: readonly Ranked[];
  /** 0 … 1: how sure it is that this answers. */
  readonly confidence: number;
}

/** Shapes whose answer is a fact extracted from a sentence. */
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
  const fitting = demandsAnswerType(ask)
    ? ranked.find(({ candidate, score }) => score >= least && answerTypeFit(ask, candidate.prepared) > 0)
    : undefined;
  const report = (fitting ?? ranked[0])?.candidate.report.id;
  return ranked.filter(({ candidate }) => candidate.report.id === report);
}

/** Sentences about the period asked for first, where there are any that score nearly as well. */
function rightPeriodFirst(understanding: Understanding, ask: Ask, ranked: readonly Ranked[]): readonly Ranked[] {
  const question = prepareQuestion(understanding, ask);
  const best = ranked[0];
  if (!best || periodClash(question, best) === 0) return ranked;
  const better = ranked.find(
    (other) =>
      periodClash(question, other) === 0 &&
      other.score >= PERIOD_SHARE * best.score &&
      answerTypeFit(ask, other.candidate.prepared) > 0,
  );
  return better ? [better, ...ranked.filter((other) => other !== better)] : ranked;
}

function draftFor(
  understanding: Understanding,
  ranked: readonly Ranked[],
  resources: AnswerResources,
): Pick<Drafted, 'draft' | 'isComplete'> | null {
  const [ask, ...more] = understanding.asks;
  if (!FACT_SHAPES.has(ask.shape))
    return draftPassages({ understanding, ask, ranked, library: resources.library, preparer: resources.preparer });
  const candidates = ranked.map(({ candidate }) => candidate);
  const rankedFor = [ranked, ...more.map((each) => rank(prepareQuestion(understanding, each), candidates, resources))];
  const draft = draftFacts({ ...understanding, rankedFor, factsOf: factTable(understanding, resources.library) });
  return draft && { draft, isComplete: true };
}

/** The fact table's rows about the districts of a question, by the sentence that states them; read when a figure is first extracted. */
function factTable({ districts }: Understanding, library: Library): (sentence: Sentence) => readonly Fact[] {
  let facts: readonly Fact[] | null = null;
  return ({ start, end }) => {
    facts ??= districts.flatMap((district) => [...library.facts(district)]);
    return facts.filter((fact) => fact.start >= start && fact.end <= end);
  };
}

/** Chooses among what one search found; null where it found nothing. */
export function choose(
  asked: Understanding,
  { hits, ...reach }: SearchResult,
  resources: AnswerResources,
): Choice | null {
  const candidates = candidatesOf(hits, resources.library, resources.preparer);
  const understanding = { ...asked, terms: correctTypos(asked.terms, candidates) };
  const [ask] = understanding.asks;
  const all = rank(prepareQuestion(understanding, ask), candidates, resources);
  const ranked = rightPeriodFirst(understanding, ask, understanding.districts.length > 0 ? all : ofOneReport(ask, all));
  const drafted = draftFor(understanding, ranked, resources);
  if (!drafted) return null;
  const best = ranked.find(({ candidate }) => candidate === drafted.draft.supports[0]) ?? ranked[0];
  if (!best) return null;
  const question = prepareQuestion(understanding, ask);
  const model = isPlaced(understanding) ? resources.confidence.named : resources.confidence.open;
  const signals = signalsOf(question, best, {
    ...reach,
    vectors: resources.vectors,
    passageCount: resources.library.passageCount,
  });
  const confidence = asksForOverview(understanding, ask) ? 1 : confidenceOf(signals, model);
  return { ...drafted, question, best, ranked, signals, confidence };
}
