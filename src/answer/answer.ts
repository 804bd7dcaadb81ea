// From an understood question and what retrieval found to an answer or a refusal: the one entrance of this folder.

import { type Candidate, candidatesOf } from '../read/candidates.ts';
import { confidenceOf, signalsOf } from '../read/confidence.ts';
import { prepareQuestion } from '../read/features.ts';
import { judge, UNJUDGED } from '../read/judging.ts';
import { type Ranked, rank } from '../read/ranking.ts';
import type { Answer, Interpretation, Refused } from '../types.ts';
import type { Understanding } from '../understand/types.ts';
import { draftDistrictCount } from './cells/district-count.ts';
import { districtsOf } from './cells/district-rows.ts';
import { draftCells } from './cells/single-cell.ts';
import { draftStatistic } from './cells/statistic-draft.ts';
import { choose, readerSignals } from './choice.ts';
import { draftGrid, draftWhich } from './compose/comparison.ts';
import { compose } from './compose/compose.ts';
import type { Draft } from './compose/draft.ts';
import type { AnswerResources, SearchResult } from './context.ts';
import { decide, type Refusal, refusalBy } from './decide.ts';
import { chooseByModel } from './model-choice.ts';
import { missingWords, nearestOf, refusal } from './refusal.ts';
import { isPlaced } from './requirements.ts';

/** Further sentences shown below the direct answer, and how near in score they must come. */
const MAX_EXTRAS = 2;
const EXTRA_SHARE = 0.75;
/** "Which district" presupposes that there is one: it may be this much less sure than other open questions. */
const WHICH_SHARE = 0.7;

function interpretationOf({ question, districts, periods, answerLanguage }: Understanding): Interpretation {
  return { question, districts, period: periods[0] ?? null, language: answerLanguage };
}

/** Refuses a question that was not looked up. */
export function refuseUnread(reason: Refusal, understanding: Understanding): Refused {
  return refusal(reason, { interpretation: interpretationOf(understanding), missing: [], nearest: [] });
}

/** The question, the sentences that came nearest, and what answering rests on. */
interface Attempt {
  readonly understanding: Understanding;
  readonly ranked: readonly Ranked[];
  readonly resources: AnswerResources;
}

function refuse(found: Refusal, { understanding, ranked, resources }: Attempt): Refused {
  const { foreignDistricts, periods } = understanding;
  const missing =
    found.reason === 'unknown-district'
      ? foreignDistricts.map(({ fullName }) => fullName)
      : found.reason === 'period-not-covered'
        ? periods
        : missingWords(understanding, ranked[0]);
  const nearest = found.reason === 'unknown-district' ? [] : nearestOf(ranked, resources.library);
  return refusal(found, { interpretation: interpretationOf(understanding), missing, nearest });
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
  const answer = compose({ draft, extras, interpretation: interpretationOf(understanding) }, resources.library);
  return answer ?? refuse(refusalBy('unverified'), { ...attempt, ranked: [] });
}

/** The draft of a plain question out of the fact table, which may hold rows on districts that no report is labelled with. */
function tableDraft(understanding: Understanding, resources: AnswerResources): Draft | null {
  const [district, ...others] = districtsOf(understanding);
  return district === undefined || others.length > 0 ? null : draftCells(understanding, district, resources);
}

async function answerOne(
  understanding: Understanding,
  found: SearchResult,
  resources: AnswerResources,
): Promise<Answer> {
  const unsearchable = decide({ stage: 'understood', known: understanding });
  if (unsearchable) return refuse(unsearchable, { understanding, ranked: [], resources });
  const fromTable = tableDraft(understanding, resources);
  if (fromTable && !resources.chooser) return composed(fromTable, [], { understanding, ranked: [], resources });
  const choice = await choose(understanding, found, resources);
  const outside = choice && decide({ stage: 'drafted', known: understanding }, { stage: 'bound', known: choice });
  // Prose that gives nothing takes nothing from what the table holds.
  if (fromTable && (!choice || outside)) return composed(fromTable, [], { understanding, ranked: [], resources });
  if (!choice) return refuse(refusalBy('nothingFound'), { understanding, ranked: [], resources });
  const { ranked, confidence } = choice;
  const { threshold } = isPlaced(understanding) ? resources.confidence.named : resources.confidence.open;
  const attempt = { understanding, ranked, resources };
  if (outside) return refuse(outside, attempt);
  const unread = decide(
    { stage: 'chosen', known: choice },
    { stage: 'weighed', known: { understanding, confidence, threshold } },
  );
  const { chooser, following = {} } = resources;
  // While a model thinks, whoever waits sees the sentence that answers without it.
  if (chooser && !unread) following.onText?.(choice.draft.supports[0].prepared.sentence.read);
  const byModel = chooser && (await chooseByModel(understanding, ranked, { chooser, signal: following.signal }));
  if (!byModel && fromTable) return composed(fromTable, [], { understanding, ranked: [], resources });
  const refused = byModel ? decide({ stage: 'read', known: { isAnswered: byModel.status === 'chosen' } }) : unread;
  if (refused) return refuse(refused, attempt);
  const draft = byModel?.status === 'chosen' ? byModel.draft : choice.draft;
  return composed(draft, byModel ? [] : extrasOf(ranked), attempt);
}

async function answerWhich(
  understanding: Understanding,
  found: SearchResult,
  resources: AnswerResources,
): Promise<Answer> {
  const question = prepareQuestion(understanding, understanding.asks[0]);
  const ranked = rank(question, candidatesOf(found.hits, resources.library, resources.preparer), resources);
  const [judged = UNJUDGED] = resources.reader ? await judge(understanding, ranked, resources.reader) : [];
  const [best] = ranked;
  const draft = draftWhich(understanding, ranked, resources.library);
  if (!best || !draft) return refuse(refusalBy('nothingFound'), { understanding, ranked, resources });
  const { open } = resources.confidence;
  const { vectors, library } = resources;
  const reader = readerSignals(judged, best, { agrees: true });
  const signals = signalsOf(question, best, { ...found, vectors, passageCount: library.passageCount, reader });
  const known = { understanding, confidence: confidenceOf(signals, open), threshold: WHICH_SHARE * open.threshold };
  const refused = decide({ stage: 'weighed', known });
  if (refused) return refuse(refused, { understanding, ranked, resources });
  return composed(draft, [], { understanding, ranked: [], resources });
}

/**
 * Answers a question out of what was found, or refuses and says why.
 * @param found what each search of the plan found, in its order: never none
 */
export async function answer(
  understanding: Understanding,
  found: readonly [SearchResult, ...SearchResult[]],
  resources: AnswerResources,
): Promise<Answer> {
  const computed =
    draftDistrictCount(understanding, resources) ?? (await draftStatistic(understanding, found, resources));
  if (computed) return composed(computed, [], { understanding, ranked: [], resources });
  if (understanding.scope === 'one') return answerOne(understanding, found[0], resources);
  if (understanding.scope === 'which') return answerWhich(understanding, found[0], resources);
  const asksNothing = understanding.scope === 'compare' ? decide({ stage: 'understood', known: understanding }) : null;
  if (asksNothing) return refuse(asksNothing, { understanding, ranked: [], resources });
  const draft = await draftGrid(understanding, found, resources);
  const attempt = { understanding, ranked: [], resources };
  return draft ? composed(draft, [], attempt) : refuse(refusalBy('nothingFound'), attempt);
}
