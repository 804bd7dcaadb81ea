// From an understood question and what retrieval found to an answer or a refusal: the one entrance of this folder.

import { candidatesOf } from '../read/candidates.ts';
import { confidenceOf, signalsOf } from '../read/confidence.ts';
import { prepareQuestion } from '../read/features.ts';
import { judge, UNJUDGED } from '../read/judging.ts';
import { rank } from '../read/ranking.ts';
import type { Answer, Refused } from '../types.ts';
import type { Understanding } from '../understand/types.ts';
import { draftDistrictCount } from './cells/district-count.ts';
import { readStatistic } from './cells/statistic.ts';
import { draftStatistic } from './cells/statistic-draft.ts';
import { draftGrid, draftWhich } from './compose/comparison.ts';
import type { AnswerResources, SearchResult } from './context.ts';
import { decide, type Refusal, refusalBy } from './decide.ts';
import { answerMention } from './mentions.ts';
import { answerOne, composed, interpretationOf, refuse } from './plain-answer.ts';
import { readerSignals } from './reader-signals.ts';
import { refusal } from './refusal.ts';
import { answerYesNo } from './yes-no.ts';

/** "Which district" presupposes that there is one: it may be this much less sure than other open questions. */
const WHICH_SHARE = 0.7;

/** True if a question asks which districts come first, or in which order they come, by a figure. */
function ranksDistricts({ language, matching }: Understanding): boolean {
  const kind = language === 'zh' ? readStatistic(matching)?.statistic.kind : undefined;
  return kind === 'rank' || kind === 'order' || kind === 'bound';
}

/** Refuses a question that was not looked up. */
export function refuseUnread(reason: Refusal, understanding: Understanding): Refused {
  return refusal(reason, { interpretation: interpretationOf(understanding), missing: [], nearest: [] });
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
  const mention = answerMention(understanding, resources);
  if (mention) return mention;
  const computed = draftDistrictCount(understanding, resources) ?? draftStatistic(understanding, found, resources);
  if (computed) return composed(computed, [], { understanding, ranked: [], resources });
  // No figure to rank by: sentences in which other figures stand make no ranking.
  if (understanding.scope === 'each' && ranksDistricts(understanding))
    return refuse(refusalBy('nothingFound'), { understanding, ranked: [], resources });
  if (understanding.scope === 'one')
    return (await answerYesNo(understanding, found[0], resources)) ?? answerOne(understanding, found[0], resources);
  if (understanding.scope === 'which') return answerWhich(understanding, found[0], resources);
  const asksNothing = understanding.scope === 'compare' ? decide({ stage: 'understood', known: understanding }) : null;
  if (asksNothing) return refuse(asksNothing, { understanding, ranked: [], resources });
  const draft = await draftGrid(understanding, found, resources);
  const attempt = { understanding, ranked: [], resources };
  return draft ? composed(draft, [], attempt) : refuse(refusalBy('nothingFound'), attempt);
}
