// A library with everything that answers from it. app.ts opens contexts; scripts train and measure on them.
import { answer, turnAway } from '../answer/answer.ts';
import type { AnswerResources, SearchResult } from '../answer/context.ts';
import { MAX_DISTRICTS, type Search, searchesFor } from '../answer/plan.ts';
import { documentLibrary } from '../ingest/documents.ts';
import type { GivenFields } from '../ingest/source/fields.ts';
import { districtNames } from '../lexicon/places/districts.ts';
import { Preparer } from '../read/prepared-sentence.ts';
import { Retriever } from '../retrieve/retriever.ts';
import { indexedTexts } from '../store/index/indexed-text.ts';
import { buildPostings } from '../store/index/postings/postings.ts';
import { fold } from '../text/normalise.ts';
import type { Answer, Answered, Following, Hit, Library, Question, Report, ReportId } from '../types.ts';
import { MAX_QUESTION_CHARACTERS, turnedAway } from '../understand/gate.ts';
import type { Understanding } from '../understand/types.ts';
import { understand } from '../understand/understand.ts';

/** What every context shares: word vectors and learned models. */
export interface Tools extends Pick<AnswerResources, 'vectors' | 'ranking' | 'confidence'> {
  /** Words answers anew from the same evidence; null: answers are extractive. */
  readonly writer: Writer | null;
}

/** Tools for one answer, and who follows its making. */
export interface AnswerTools extends Tools {
  readonly following?: Following | undefined;
  /** A report to leave out, as if it were not there: for measuring what is refused then. */
  readonly without?: ReportId | undefined;
}

/** A second author: words an answer from evidence, or gives up (null). */
export type Writer = (
  given: Answered,
  hits: readonly Hit[],
  at: { readonly context: AnswerContext; readonly following: Following },
) => Promise<Answered | null>;

/** A library with everything that answers from it. */
export interface AnswerContext {
  readonly library: Library;
  readonly retriever: Retriever;
  /** Full names of the indexed districts, in the order of the reports. */
  readonly districts: readonly string[];
  readonly preparer: Preparer;
  /** Whether some report has no district. */
  readonly hasUnlabelled: boolean;
}

/** Reports that speak of a place are asked alone if there are at most this many. */
const MAX_SPEAKING = 25;
/** Passages looked at for each of the districts that a question about all of them is put to. */
const PASSAGES_A_DISTRICT = 8;

/** Sets up a context. */
export function answerContextOf(library: Library, retriever: Retriever): AnswerContext {
  const named = new Set([...library.reports.values()].map(({ district }) => district));
  const districts = [...named].filter((name) => name !== null);
  return { library, retriever, districts, preparer: new Preparer(), hasUnlabelled: named.has(null) };
}

/** What was given of a document, without what was left empty: that is inferred. */
function givenOf(meta: Partial<Report>): GivenFields {
  return Object.fromEntries(Object.entries(meta).filter(([, value]) => typeof value === 'string' && value !== ''));
}

/** A context for documents in memory: lexical retrieval alone; what nobody gave of them is inferred. */
export function contextOfDocuments(documents: readonly Report[]): AnswerContext {
  const library = documentLibrary(
    documents.map(({ id, path, text, ...meta }) => ({ id, path, text, given: givenOf(meta) })),
  );
  return answerContextOf(library, new Retriever(library, buildPostings(indexedTexts(library)), null));
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

/** What a question asks, and what was found for it. */
export interface LookedUp {
  readonly understanding: Understanding;
  readonly found: readonly [SearchResult, ...SearchResult[]];
}

/** Reads a question for a context. @param districts null: names of districts are words like any other */
function understandAt(
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

async function searchAt(context: AnswerContext, search: Search, without?: ReportId): Promise<SearchResult> {
  const about = search.reports ? new Set(search.reports) : await reportsAbout(context, search.districts);
  const others =
    without === undefined
      ? about
      : new Set([...(about ?? context.library.reports.keys())].filter((id) => id !== without));
  const retrieval = await context.retriever.search(search.text, {
    count: search.count,
    related: search.related,
    ...(others === undefined ? {} : { reports: others }),
  });
  return { search, ...retrieval, ...(without === undefined ? {} : { attainedAnywhere: retrieval.attained }) };
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

/** Understands a question and fetches what its answer needs. */
export async function lookUp(
  context: AnswerContext,
  question: Question,
  { without, ...tools }: AnswerTools,
): Promise<LookedUp> {
  return fetchFor(context, await withPlaces(context, understandAt(context, question, tools)), without);
}

async function fetchFor(context: AnswerContext, understanding: Understanding, without?: ReportId): Promise<LookedUp> {
  const [first, ...rest] = searchesFor(understanding, await districtsFor(context, understanding));
  const found: [SearchResult, ...SearchResult[]] = [await searchAt(context, first, without)];
  for (const search of rest) found.push(await searchAt(context, search, without));
  return { understanding, found };
}

/** Whether a question has words of its own, beside districts, periods and words that only ask. */
function saysSomething({ content }: Understanding): boolean {
  return /[\p{L}\p{N}]/u.test(content);
}

/**
 * The answer where names of districts are read as words like any other: from all reports if no district is named in full, else
 * from those that are about no district; and only if its evidence holds just those words.
 */
async function answerElsewhere(
  context: AnswerContext,
  { question, tools, understood }: { question: Question; tools: AnswerTools; understood: Understanding },
): Promise<Answered | null> {
  const { placeNames, isWeaklyPlaced, scope, foreignDistricts } = understood;
  const mayBe = isWeaklyPlaced || (context.hasUnlabelled && scope === 'one' && foreignDistricts.length === 0);
  if (placeNames.length === 0 || !saysSomething(understood) || !mayBe) return null;
  const reading = understandAt({ ...context, districts: null }, question, tools);
  const { understanding, found } = await fetchFor(context, reading, tools.without);
  const given = answer(understanding, found, { library: context.library, preparer: context.preparer, ...tools });
  if (given.status === 'refused') return null;
  const [{ quote, report, heading }] = given.citations;
  const evidence = fold([quote, report.title, ...heading].join('\n'));
  const isFit = placeNames.every((name) => evidence.includes(name)) && (isWeaklyPlaced || report.district === null);
  return isFit ? given : null;
}

/** The answer in the second author's words, where there is one and it keeps to the evidence; comparisons stay as they are. */
async function rewritten(
  given: Answered,
  { understanding, found }: LookedUp,
  write: (hits: Hit[]) => Promise<Answered | null>,
): Promise<Answer> {
  if (understanding.scope !== 'one') return given;
  return (await write(found.flatMap(({ hits }) => [...hits]))) ?? given;
}

/** Answers a question, or refuses. A follow-up that finds nothing is tried as a question of its own. */
export async function answerQuestion(context: AnswerContext, question: Question, tools: AnswerTools): Promise<Answer> {
  const reason = turnedAway(question.text);
  if (reason)
    return turnAway(
      reason,
      understandAt(context, { text: question.text.slice(0, MAX_QUESTION_CHARACTERS), history: [] }, tools),
    );
  const lookedUp = await lookUp(context, question, tools);
  const { understanding, found } = lookedUp;
  const { writer, following = {} } = tools;
  const given = answer(understanding, found, { library: context.library, preparer: context.preparer, ...tools });
  if (given.status === 'answered')
    return writer ? rewritten(given, lookedUp, (hits) => writer(given, hits, { context, following })) : given;
  const elsewhere = await answerElsewhere(context, { question, tools, understood: understanding });
  if (elsewhere) return elsewhere;
  if (!understanding.followUp || !saysSomething(understanding)) return given;
  const alone = await answerQuestion(context, { text: question.text, history: [] }, tools);
  return alone.status === 'answered' ? alone : given;
}
