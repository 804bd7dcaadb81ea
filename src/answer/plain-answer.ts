// A plain question, on one district or on any: out of the fact table, else out of the best sentences, else refused.

import type { Candidate } from '../read/candidates.ts';
import type { Ranked } from '../read/ranking.ts';
import type { Answer, Interpretation, Refused } from '../types.ts';
import type { Understanding } from '../understand/types.ts';
import { districtsOf } from './cells/district-rows.ts';
import { draftCells } from './cells/single-cell.ts';
import { type Choice, choose } from './choice.ts';
import { compose } from './compose/compose.ts';
import { clip, type Draft, MAX_SHORT } from './compose/draft.ts';
import type { AnswerResources, SearchResult } from './context.ts';
import { decide, type Refusal, refusalBy } from './decide.ts';
import { chooseByModel } from './model-choice.ts';
import { missingWords, nearestOf, refusal } from './refusal.ts';
import { isPlaced } from './requirements.ts';

/** Further sentences shown below the direct answer, and how near in score they must come. */
const MAX_EXTRAS = 2;
const EXTRA_SHARE = 0.75;
/** Returns how a question was understood, as it is shown. */
export function interpretationOf(understanding: Understanding): Interpretation {
  const { question, districts, periods, answerLanguage, formerNames } = understanding;
  const known = { question, districts, period: periods[0] ?? null, language: answerLanguage };
  return formerNames.length > 0 ? { ...known, formerNames } : known;
}

/** The question, the sentences that came nearest, and what answering rests on. */
export interface Attempt {
  readonly understanding: Understanding;
  readonly ranked: readonly Ranked[];
  readonly resources: AnswerResources;
  /** Of the chosen sentence, 0 … 1, where one was weighed. */
  readonly confidence?: number;
}

/** Returns a refusal that names what is missing and what came nearest. */
export function refuse(found: Refusal, { understanding, ranked, resources }: Attempt): Refused {
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

const FRAME = 'The report says: ';
const FRAMED = /^(?:The report|Yes|No\b|Mentioned|Not )/u;

/** A draft in an English frame where the answer is to be in English: its own words are the report's. */
function inLanguage(draft: Draft, { answerLanguage }: Understanding): Draft {
  if (answerLanguage !== 'en' || draft.short.includes('\n') || FRAMED.test(draft.short)) return draft;
  const most = draft.short.length <= MAX_SHORT.fact ? MAX_SHORT.fact : MAX_SHORT.passage;
  return { ...draft, short: clip(FRAME + draft.short, most) };
}

/** Returns the answer that a draft makes; a refusal where the verifier finds something in it that no citation carries. */
export function composed(draft: Draft, extras: readonly Candidate[], attempt: Attempt): Answer {
  const { understanding, resources, confidence } = attempt;
  const interpretation = interpretationOf(understanding);
  const framed = inLanguage(draft, understanding);
  const answer = compose({ draft: framed, extras, confidence, interpretation }, resources.library);
  return answer ?? refuse(refusalBy('unverified'), { ...attempt, ranked: [] });
}

/** The draft of a plain question out of the fact table, which may hold rows on districts that no report is labelled with. */
function tableDraft(understanding: Understanding, resources: AnswerResources): Draft | null {
  const [district, ...others] = districtsOf(understanding);
  return district === undefined || others.length > 0 ? null : draftCells(understanding, district, resources);
}

/** The answer of the sentences found: a language model's choice where one is configured and decides, else the readers'. */
async function answerRead(
  attempt: Attempt,
  { choice, fromTable }: { choice: Choice; fromTable: Draft | null },
): Promise<Answer> {
  const { understanding, ranked, resources } = attempt;
  const { chooser, following = {}, confidence: models } = resources;
  const { threshold } = isPlaced(understanding) ? models.named : models.open;
  const unread = decide(
    { stage: 'chosen', known: choice },
    { stage: 'weighed', known: { understanding, confidence: choice.confidence, threshold } },
  );
  // While a model thinks, whoever waits sees the sentence that answers without it.
  if (chooser && !unread) following.onText?.(choice.draft.supports[0].prepared.sentence.read);
  const byModel = chooser && (await chooseByModel(understanding, ranked, { chooser, signal: following.signal }));
  if (!byModel && fromTable) return composed(fromTable, [], { ...attempt, ranked: [] });
  const refused = byModel ? decide({ stage: 'read', known: { isAnswered: byModel.status === 'chosen' } }) : unread;
  if (refused) return refuse(refused, attempt);
  if (byModel?.status === 'chosen') return composed(byModel.draft, [], attempt);
  return composed(choice.draft, extrasOf(ranked), { ...attempt, confidence: choice.confidence });
}

/** Answers a question on one district, or on any, out of the table or the sentences found. */
export async function answerOne(
  understanding: Understanding,
  found: SearchResult,
  resources: AnswerResources,
): Promise<Answer> {
  const attempt = { understanding, ranked: [], resources };
  const unsearchable = decide({ stage: 'understood', known: understanding });
  if (unsearchable) return refuse(unsearchable, attempt);
  const fromTable = tableDraft(understanding, resources);
  if (fromTable && !resources.chooser) return composed(fromTable, [], attempt);
  const choice = await choose(understanding, found, resources);
  const outside = choice && decide({ stage: 'bound', known: choice });
  // Prose that gives nothing takes nothing from what the table holds.
  if (fromTable && (!choice || outside)) return composed(fromTable, [], attempt);
  if (!choice) return refuse(refusalBy('nothingFound'), attempt);
  const read = { ...attempt, ranked: choice.ranked };
  return outside ? refuse(outside, read) : answerRead(read, { choice, fromTable });
}
