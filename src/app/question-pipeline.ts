// The way of a question, in order: refuse what is none, understand it, plan the searches, search, answer or refuse; and where
// that refuses, read the question in another way. Every reason to refuse stands in answer/decide.ts.
import { answer, refuseUnread } from '../answer/answer.ts';
import type { SearchResult } from '../answer/context.ts';
import { decide } from '../answer/decide.ts';
import { MAX_DISTRICTS, type Search, searchesFor } from '../answer/plan.ts';
import { districtNames, partsOf } from '../lexicon/places/districts.ts';
import { fold } from '../text/normalise.ts';
import type { Answer, Hit, Question, ReportId } from '../types.ts';
import { isBlank, MAX_QUESTION_CHARACTERS } from '../understand/gate.ts';
import { suggestedReading } from '../understand/suggested.ts';
import type { ForeignDistrict, Understanding } from '../understand/types.ts';
import { understandings } from '../understand/understand.ts';
import {
  type AnswerContext,
  type AnswerTools,
  contextWithin,
  libraryWithFactsOf,
  type Tools,
} from './answer-context.ts';
import { onOwnDistricts } from './own-district.ts';
import { choiceAmong, type Given } from './readings.ts';

/** Reports that speak of a place are asked alone if there are at most this many. */
const MAX_SPEAKING = 25;
/** Passages looked at for each of the districts that a question about all of them is put to. */
const PASSAGES_A_DISTRICT = 8;

/**
 * Answers a question, or refuses. One that may be read in several ways after the earlier ones of its chat is read in each, and the
 * evidence decides (readings.ts).
 */
export async function answerQuestion(whole: AnswerContext, question: Question, tools: AnswerTools): Promise<Answer> {
  const context = question.within === undefined ? whole : contextWithin(whole, question.within);
  const unread = decide({ stage: 'asked', known: { question: question.text } });
  if (unread) {
    const beginning = { text: question.text.slice(0, MAX_QUESTION_CHARACTERS), history: [] };
    return refuseUnread(unread, readingsIn(context, beginning, tools)[0]);
  }
  const asked = await onOwnDistricts(question, context, tools.vectors);
  const [first, ...others] = await withSuggestion(readingsIn(context, asked, tools), {
    context,
    question: asked,
    tools,
  });
  const given: [Given, ...Given[]] = [await giveFor(first, { context, question: asked, tools })];
  for (const understanding of others) given.push(await giveFor(understanding, { context, question: asked, tools }));
  return choiceAmong(given, context);
}

/** The readings of a turn, and what a language model suggests where the turn takes something over. */
async function withSuggestion(
  readings: readonly [Understanding, ...Understanding[]],
  { context, question, tools }: Omit<LookedUpQuestion, 'lookedUp'>,
): Promise<readonly [Understanding, ...Understanding[]]> {
  const { text, history } = question;
  const isElliptical = history.length > 0 && readings.some(({ carries }) => carries !== 'nothing');
  if (!tools.rewriter || !isElliptical) return readings;
  const suggestion = await tools.rewriter(text, history, tools.following?.signal);
  if (suggestion === null) return readings;
  const [understood] = readingsIn(context, { ...question, text: suggestion, history: [] }, tools);
  const suggested = suggestedReading(question, understood, readings);
  return suggested ? [...readings, suggested] : readings;
}

async function giveFor(understood: Understanding, asked: Omit<LookedUpQuestion, 'lookedUp'>): Promise<Given> {
  const { context, tools } = asked;
  const lookedUp = await fetchFor(context, await withPlaces(context, understood), tools.without);
  const { understanding } = lookedUp;
  const turn = { ...asked, lookedUp };
  return { understanding, answer: await (understanding.carries === 'more' ? moreOf(turn) : answerAlone(turn)) };
}

/** A reading of a question on its way, understood and looked up. */
interface LookedUpQuestion {
  readonly context: AnswerContext;
  readonly question: Question;
  readonly tools: AnswerTools;
  readonly lookedUp: LookedUp;
}

function answerFrom({ understanding, found }: LookedUp, { context, tools }: LookedUpQuestion): Promise<Answer> {
  const { library, preparer } = context;
  const { without } = tools;
  // The searches leave the passages of a report out; this leaves out its figures.
  const known = without === undefined ? library : libraryWithFactsOf(library, (id) => id !== without);
  return answer(understanding, found, { library: known, preparer, ...tools });
}

/** One reading by itself; where that is refused, names of districts may be words like any other. */
async function answerAlone(turn: LookedUpQuestion): Promise<Answer> {
  const asked = await answerFrom(turn.lookedUp, turn);
  return asked.status === 'answered' ? asked : ((await withPlaceNamesAsWords(turn)) ?? asked);
}

/** What else answers the question before, beside the passages that it was answered from. */
async function moreOf(turn: LookedUpQuestion): Promise<Answer> {
  const { understanding, found } = turn.lookedUp;
  const before = await answerFrom(turn.lookedUp, turn);
  const cited = before.status === 'answered' ? before.citations : [];
  const isCited = ({ passage }: Hit): boolean =>
    cited.some(({ report, start }) => report.id === passage.reportId && passage.start <= start && start < passage.end);
  const rest = found.map((result) => ({ ...result, hits: result.hits.filter((hit) => !isCited(hit)) }));
  const [first, ...others] = rest;
  return first ? answerFrom({ understanding, found: [first, ...others] }, turn) : before;
}

/**
 * Names of districts as words like any other: from all reports if no district is named in full, else from those that are about no
 * district; and only if the evidence holds just those words and is of none of the districts that had no answer.
 */
async function withPlaceNamesAsWords(turn: LookedUpQuestion): Promise<Answer | null> {
  const { context, question, tools, lookedUp } = turn;
  const { placeNames, isWeaklyPlaced, scope, foreignDistricts, content, districts, carries } = lookedUp.understanding;
  const mayBe = isWeaklyPlaced || (context.hasUnlabelled && scope === 'one' && foreignDistricts.length === 0);
  if (carries !== 'nothing' || placeNames.length === 0 || isBlank(content) || !mayBe) return null;
  const [understanding] = readingsIn({ ...context, districts: null }, { ...question, history: [] }, tools);
  const given = await answerFrom(await fetchFor(context, understanding, tools.without), turn);
  if (given.status === 'refused') return null;
  const [{ quote, report, heading }] = given.citations;
  const evidence = fold([quote, report.title, ...heading].join('\n'));
  const isElsewhere = report.district === null || (isWeaklyPlaced && !districts.includes(report.district));
  return isElsewhere && placeNames.every((name) => evidence.includes(name)) ? given : null;
}

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
  return fetchFor(context, await withPlaces(context, readingsIn(context, question, tools)[0]), without);
}

async function fetchFor(context: AnswerContext, understanding: Understanding, without?: ReportId): Promise<LookedUp> {
  const [first, ...rest] = searchesFor(understanding, await districtsFor(context, understanding));
  const found: [SearchResult, ...SearchResult[]] = [await searchIn(context, first, without)];
  for (const search of rest) found.push(await searchIn(context, search, without));
  return { understanding, found };
}

/** The ways to read a question in a context, likeliest first. @param districts null: names of districts are words like any other */
function readingsIn(
  { retriever, districts }: Pick<AnswerContext, 'retriever'> & { readonly districts: readonly string[] | null },
  question: Question,
  { vectors }: Tools,
): readonly [Understanding, ...Understanding[]] {
  return understandings(question, {
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
  // A report on another district names this one in passing only; one on the city may speak of its districts.
  const isAbout = (id: ReportId, { name, fullName }: ForeignDistrict): boolean => {
    const district = library.reports.get(id)?.district ?? null;
    if (district === null || fullName.startsWith(district)) return true;
    return Object.values(partsOf(district)).some((part) => part.startsWith(name));
  };
  const speaking = new Set(
    foreignDistricts.flatMap((foreign, index) => [...(naming[index] ?? [])].filter((id) => isAbout(id, foreign))),
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
