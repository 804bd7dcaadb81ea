// From an understood question and what retrieval found to an answer or a refusal: the one entrance of this folder.

import { type Candidate, candidatesOf } from '../read/candidates.ts';
import { confidenceOf, signalsOf } from '../read/confidence.ts';
import { prepareQuestion } from '../read/features.ts';
import { type Ranked, rank } from '../read/ranking.ts';
import type { Answer, Interpretation, RefusalReason } from '../types.ts';
import type { Understanding } from '../understand/types.ts';
import { choose } from './choice.ts';
import { draftGrid, draftWhich } from './compose/comparison.ts';
import { compose } from './compose/compose.ts';
import type { Draft } from './compose/draft.ts';
import type { AnswerResources, SearchResult } from './context.ts';
import { missingWords, nearestOf, refusal } from './refusal.ts';
import { isPlaced } from './requirements.ts';

/** Further sentences shown below the direct answer, and how near in score they must come. */
const MAX_EXTRAS = 2;
const EXTRA_SHARE = 0.75;
/** "Which district" presupposes that there is one: it may be this much less sure than other open questions. */
const WHICH_SHARE = 0.7;
/** A question whose words together weigh less than one word of the field says nothing to look for. */
const MIN_WEIGHT = 3;

function interpretationOf({ question, districts, periods, answerLanguage }: Understanding): Interpretation {
  return { question, districts, period: periods[0] ?? null, language: answerLanguage };
}

/** Refuses a question that was not looked up. */
export function turnAway(reason: RefusalReason, understanding: Understanding): Answer {
  return refusal(reason, {
    interpretation: interpretationOf(understanding),
    missing: [],
    nearest: [],
  });
}

/** The question, the sentences that came nearest, and what answering rests on. */
interface Attempt {
  readonly understanding: Understanding;
  readonly ranked: readonly Ranked[];
  readonly resources: AnswerResources;
}

function refuse(reason: RefusalReason, { understanding, ranked, resources }: Attempt): Answer {
  const { foreignDistricts, periods } = understanding;
  const missing =
    reason === 'unknown-district'
      ? foreignDistricts.map(({ fullName }) => fullName)
      : reason === 'period-not-covered'
        ? periods
        : missingWords(understanding, ranked[0]);
  const nearest = reason === 'unknown-district' || reason === 'off-topic' ? [] : nearestOf(ranked, resources.library);
  return refusal(reason, { interpretation: interpretationOf(understanding), missing, nearest });
}

function extrasOf(ranked: readonly Ranked[]): Candidate[] {
  const best = ranked[0]?.score ?? 0;
  const near = ranked.filter(
    ({ score, candidate }) => score >= EXTRA_SHARE * best && candidate.prepared.sentence.role === 'body',
  );
  return near.slice(0, MAX_EXTRAS + 1).map(({ candidate }) => candidate);
}

function composed(draft: Draft, extras: readonly Candidate[], attempt: Attempt): Answer {
  const { understanding, resources } = attempt;
  const interpretation = interpretationOf(understanding);
  return (
    compose({ draft, extras, interpretation }, resources.library) ?? refuse('no-evidence', { ...attempt, ranked: [] })
  );
}

function answerOne(understanding: Understanding, found: SearchResult, resources: AnswerResources): Answer {
  if (understanding.terms.reduce((sum, { weight }) => sum + weight, 0) < MIN_WEIGHT)
    return refuse(isPlaced(understanding) ? 'empty' : 'no-evidence', { understanding, ranked: [], resources });
  const choice = choose(understanding, found, resources);
  if (!choice) return refuse('no-evidence', { understanding, ranked: [], resources });
  const { ranked, confidence, flaw, draft } = choice;
  if (understanding.foreignDistricts.length > 0)
    return refuse('unknown-district', { understanding, ranked, resources });
  if (flaw) return refuse(flaw, { understanding, ranked, resources });
  const { named, open } = resources.confidence;
  const isNamed = isPlaced(understanding);
  if (confidence < (isNamed ? named : open).threshold)
    return refuse(isNamed ? 'attribute-not-covered' : 'no-evidence', { understanding, ranked, resources });
  return composed(draft, extrasOf(ranked), { understanding, ranked, resources });
}

function answerWhich(understanding: Understanding, found: SearchResult, resources: AnswerResources): Answer {
  const question = prepareQuestion(understanding, understanding.asks[0]);
  const ranked = rank(question, candidatesOf(found.hits, resources.library, resources.preparer), resources);
  const [best] = ranked;
  const draft = draftWhich(understanding, ranked, resources.library);
  if (!best || !draft) return refuse('no-evidence', { understanding, ranked, resources });
  const confidence = confidenceOf(
    signalsOf(question, best, { ...found, vectors: resources.vectors, passageCount: resources.library.passageCount }),
    resources.confidence.open,
  );
  if (confidence < WHICH_SHARE * resources.confidence.open.threshold)
    return refuse('no-evidence', { understanding, ranked, resources });
  return composed(draft, [], { understanding, ranked: [], resources });
}

/**
 * Answers a question out of what was found, or refuses and says why.
 * @param found what each search of the plan found, in its order: never none
 */
export function answer(
  understanding: Understanding,
  found: readonly [SearchResult, ...SearchResult[]],
  resources: AnswerResources,
): Answer {
  if (understanding.scope === 'one') return answerOne(understanding, found[0], resources);
  if (understanding.scope === 'which') return answerWhich(understanding, found[0], resources);
  const draft = draftGrid(understanding, found, resources);
  return draft
    ? composed(draft, [], { understanding, ranked: [], resources })
    : refuse('no-evidence', { understanding, ranked: [], resources });
}
