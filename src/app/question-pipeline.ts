// The way of a question, in order: refuse what is none, understand it, plan the searches, search, answer or refuse; and where
// that refuses, read the question in another way. Every reason to refuse stands in answer/decide.ts.
import { answer, refuseUnread } from '../answer/answer.ts';
import type { SearchResult } from '../answer/context.ts';
import { decide } from '../answer/decide.ts';
import { MAX_DISTRICTS, type Search, searchesFor } from '../answer/plan.ts';
import { districtNames } from '../lexicon/places/districts.ts';
import { fold } from '../text/normalise.ts';
import type { Answer, Question, ReportId } from '../types.ts';
import { isBlank, MAX_QUESTION_CHARACTERS } from '../understand/gate.ts';
import type { Understanding } from '../understand/types.ts';
import { understand } from '../understand/understand.ts';
import type { AnswerContext, AnswerTools, Tools } from './answer-context.ts';

/** Reports that speak of a place are asked alone if there are at most this many. */
const MAX_SPEAKING = 25;
/** Passages looked at for each of the districts that a question about all of them is put to. */
const PASSAGES_A_DISTRICT = 8;

/** Answers a question, or refuses: the first reading that answers wins, else the refusal of the first reading stands. */
export async function answerQuestion(context: AnswerContext, question: Question, tools: AnswerTools): Promise<Answer> {
  const unread = decide({ stage: 'asked', known: { question: question.text } });
  if (unread) {
    const beginning = { text: question.text.slice(0, MAX_QUESTION_CHARACTERS), history: [] };
    return refuseUnread(unread, understandIn(context, beginning, tools));
  }
  const lookedUp = await lookUp(context, question, tools);
  const asked = await asAsked({ context, question, tools, lookedUp });
  if (asked.status === 'answered') return asked;
  for (const readAnew of OTHER_READINGS) {
    const other = await readAnew({ context, question, tools, lookedUp });
    if (other?.status === 'answered') return other;
  }
  return asked;
}

/** A question on its way, understood and looked up as it was asked. */
interface Turn {
  readonly context: AnswerContext;
  readonly question: Question;
  readonly tools: AnswerTools;
  readonly lookedUp: LookedUp;
}

/** A way of reading a question; null where it can not be read so. */
type Reading = (turn: Turn) => Promise<Answer | null>;

function answerFrom({ understanding, found }: LookedUp, { context, tools }: Turn): Promise<Answer> {
  const { library, preparer } = context;
  return answer(understanding, found, { library, preparer, ...tools });
}

/** The question as it stands. */
const asAsked = (turn: Turn): Promise<Answer> => answerFrom(turn.lookedUp, turn);

/**
 * Names of districts as words like any other: from all reports if no district is named in full, else from those that are about no
 * district; and only if the evidence holds just those words.
 */
const withPlaceNamesAsWords: Reading = async (turn) => {
  const { context, question, tools, lookedUp } = turn;
  const { placeNames, isWeaklyPlaced, scope, foreignDistricts, content } = lookedUp.understanding;
  const mayBe = isWeaklyPlaced || (context.hasUnlabelled && scope === 'one' && foreignDistricts.length === 0);
  if (placeNames.length === 0 || isBlank(content) || !mayBe) return null;
  const understanding = understandIn({ ...context, districts: null }, question, tools);
  const given = await answerFrom(await fetchFor(context, understanding, tools.without), turn);
  if (given.status === 'refused') return null;
  const [{ quote, report, heading }] = given.citations;
  const evidence = fold([quote, report.title, ...heading].join('\n'));
  const isFit = placeNames.every((name) => evidence.includes(name)) && (isWeaklyPlaced || report.district === null);
  return isFit ? given : null;
};

/** A follow-up as a question of its own. */
const withoutHistory: Reading = async ({ context, question: { text }, tools, lookedUp: { understanding } }) =>
  understanding.followUp && !isBlank(understanding.content)
    ? answerQuestion(context, { text, history: [] }, tools)
    : null;

/** What is tried, in order, where the question as asked is refused. */
const OTHER_READINGS: readonly Reading[] = [withPlaceNamesAsWords, withoutHistory];

/** A question as understood, and the search results for it. */
interface LookedUp {
  readonly understanding: Understanding;
  readonly found: readonly [SearchResult, ...SearchResult[]];
}

/** Understands a question and fetches what its answer needs. */
export async function lookUp(
  context: AnswerContext,
  question: Question,
  { without, ...tools }: AnswerTools,
): Promise<LookedUp> {
  return fetchFor(context, await withPlaces(context, understandIn(context, question, tools)), without);
}

async function fetchFor(context: AnswerContext, understanding: Understanding, without?: ReportId): Promise<LookedUp> {
  const [first, ...rest] = searchesFor(understanding, await districtsFor(context, understanding));
  const found: [SearchResult, ...SearchResult[]] = [await searchIn(context, first, without)];
  for (const search of rest) found.push(await searchIn(context, search, without));
  return { understanding, found };
}

/** Reads a question for a context. @param districts null: names of districts are words like any other */
function understandIn(
  { retriever, districts }: Pick<AnswerContext, 'retriever'> & { readonly districts: readonly string[] | null },
  question: Question,
  { vectors }: Tools,
): Understanding {
  return understand(question, {
    districts,
    weigh: (word) => vectors.rarity(word),
    knows: (word) => vectors.has(word),
    occurs: (word) => retriever.occurs(word),
  });
}

/** A question about districts that no report is labelled with, put to the reports that speak of them, if any do. */
async function withPlaces({ retriever, library }: AnswerContext, understanding: Understanding): Promise<Understanding> {
  const { foreignDistricts } = understanding;
  if (foreignDistricts.length === 0) return understanding;
  const naming = await Promise.all(foreignDistricts.map(({ name }) => retriever.reportsNaming(name)));
  // A report that is labelled with another district names this one in passing only.
  const isAbout = (id: ReportId, name: string): boolean => library.reports.get(id)?.district?.includes(name) ?? true;
  const speaking = new Set(
    foreignDistricts.flatMap(({ name }, index) => [...(naming[index] ?? [])].filter((id) => isAbout(id, name))),
  );
  const isWord = foreignDistricts.every(({ isCertain }, index) => !isCertain && (naming[index]?.size ?? 0) > 0);
  if (speaking.size === 0) return isWord ? { ...understanding, foreignDistricts: [] } : understanding;
  // A place that half the collection speaks of tells nothing apart: then its name is a word like any other.
  return { ...understanding, foreignDistricts: [], places: speaking.size <= MAX_SPEAKING ? [...speaking] : [] };
}

/** The districts that a question about every district is put to: all, or those with the best passages where there are many. */
async function districtsFor(
  { districts, retriever, library }: AnswerContext,
  { scope, matching }: Understanding,
): Promise<readonly string[]> {
  if (scope !== 'each' || districts.length <= MAX_DISTRICTS) return districts;
  const { hits } = await retriever.search(matching, { count: MAX_DISTRICTS * PASSAGES_A_DISTRICT });
  const found = hits
    .map(({ passage }) => library.reports.get(passage.reportId)?.district)
    .filter((district) => typeof district === 'string');
  return [...new Set(found)].slice(0, MAX_DISTRICTS);
}

/** The reports about some districts, and those without a district that name one of them; undefined: all reports. */
async function reportsAbout(
  { library, retriever, hasUnlabelled }: AnswerContext,
  districts: readonly string[],
): Promise<ReadonlySet<ReportId> | undefined> {
  if (districts.length === 0) return undefined;
  const labelled = [...library.reports.values()]
    .filter(({ district }) => district !== null && districts.includes(district))
    .map(({ id }) => id);
  if (!hasUnlabelled) return new Set(labelled);
  const naming = await Promise.all(
    districts.map((district) => retriever.reportsNaming(districtNames(district).display)),
  );
  const unlabelled = naming.flatMap((ids) => [...ids]).filter((id) => library.reports.get(id)?.district === null);
  return new Set([...labelled, ...unlabelled]);
}

async function searchIn(context: AnswerContext, search: Search, without?: ReportId): Promise<SearchResult> {
  const about = search.reports ? new Set(search.reports) : await reportsAbout(context, search.districts);
  const others =
    without === undefined
      ? about
      : new Set([...(about ?? context.library.reports.keys())].filter((id) => id !== without));
  const retrieval = await context.retriever.search(search.text, {
    count: search.count,
    related: search.related,
    orNaming: without === undefined ? search.textNames : [],
    ...(others === undefined ? {} : { reports: others }),
  });
  return { search, ...retrieval, ...(without === undefined ? {} : { attainedAnywhere: retrieval.attained }) };
}
