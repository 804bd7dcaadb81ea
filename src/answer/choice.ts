// One question at one set of sentences: ranks them, drafts the answer, and says how sure it is. Both a plain question and a
// cell of a comparison are such a choice.

import { answerTypeFit } from '../read/answer-type.ts';
import { candidatesOf } from '../read/candidates.ts';
import { confidenceOf, type ReaderSignals, signalsOf } from '../read/confidence.ts';
import { prepareQuestion } from '../read/features.ts';
import {
  beliefIn,
  beliefInWords,
  type Judged,
  judge,
  MIN_SURE_BELIEF,
  MIN_TAKEN_BELIEF,
  rerank,
  UNJUDGED,
} from '../read/judging.ts';
import { periodClash } from '../read/period-clash.ts';
import { type Ranked, rank } from '../read/ranking.ts';
import { correctTypos } from '../read/typos.ts';
import type { Fact, Library, Sentence } from '../types.ts';
import type { Ask, Understanding } from '../understand/types.ts';
import type { ExtractedAnswer } from './compose/conflict.ts';
import { clip, type Draft, MAX_SHORT, sentenceOf } from './compose/draft.ts';
import { draftFacts } from './compose/figures.ts';
import { draftPassages } from './compose/passages.ts';
import type { AnswerResources, SearchResult } from './context.ts';
import { eligible } from './eligible.ts';
import { surestSignals } from './reader-signals.ts';
import { asksForOverview, type Drafted, demandsAnswerType, isPlaced } from './requirements.ts';
import { isOfAnother, isOfPart, isPartAsked, type StatedFigure, statedOf } from './stated-figure.ts';

/** The draft chosen for a question, with its ranking and confidence. */
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
function ofOneReport(ask: Ask, ranked: readonly Ranked[], judged: Judged): readonly Ranked[] {
  const least = KIND_SHARE * (ranked[0]?.score ?? 0);
  const fitting = demandsAnswerType(ask)
    ? ranked.find(
        ({ candidate: { prepared }, score }) =>
          score >= least &&
          (answerTypeFit(ask, prepared) > 0 || beliefIn(judged.get(prepared.sentence)) >= MIN_TAKEN_BELIEF),
      )
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

/** The sentences of a question as they rank for its first ask, and what a reader says of them for each ask. */
interface Ranking {
  readonly ranked: readonly Ranked[];
  readonly judgedFor: readonly Judged[];
}

/** True if a reader surely points at a few words of the best sentence for a question that asks for nothing in particular. */
function isPointedAt({ shape }: Ask, best: Ranked | undefined, judged: Judged): boolean {
  const judgement = best && judged.get(best.candidate.prepared.sentence);
  return shape === 'open' && beliefInWords(judgement) >= MIN_TAKEN_BELIEF;
}

function draftFor(
  understanding: Understanding,
  { ranked, judgedFor }: Ranking,
  resources: AnswerResources,
): Pick<Drafted, 'draft' | 'isComplete'> | null {
  const [ask, ...more] = understanding.asks;
  if (!FACT_SHAPES.has(ask.shape) && !isPointedAt(ask, ranked[0], judgedFor[0] ?? UNJUDGED))
    return draftPassages({ understanding, ask, ranked, library: resources.library, preparer: resources.preparer });
  const candidates = ranked.map(({ candidate }) => candidate);
  const rankedFor = [
    ranked,
    ...more.map((each, index) =>
      rerank(rank(prepareQuestion(understanding, each), candidates, resources), judgedFor[index + 1] ?? UNJUDGED),
    ),
  ];
  const factsOf = factTable(understanding, resources.library);
  const mayAnswer = (each: Ask, { choice: { candidate }, extract }: ExtractedAnswer): boolean => {
    const stated = extract.figure && isPlaced(understanding) && statedOf(candidate, extract.figure, resources.library);
    const said = stated && { stated, said: extract.window };
    return !said || !(isOfAnother(each, said) || isOfPart(each, said, understanding));
  };
  const draft = draftFacts({ ...understanding, rankedFor, judgedFor, factsOf, mayAnswer });
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

/** The value of a direct answer: what stands before its bracket. */
const headOf = ({ short }: Draft): string => short.split('（')[0] ?? '';

/** A day as it is compared: without the year, which may have been supplied. */
const DAY = /\d{1,2}月\d{1,2}日/u;

/** True if two drafts rest on the same sentence and say the same value, or the same day. */
function isSameAnswer(now: Draft, before: Draft | null): boolean {
  if (before?.supports[0].prepared !== now.supports[0].prepared) return false;
  const [value, other] = [headOf(now), headOf(before)];
  const day = DAY.exec(value)?.[0];
  return value === other || (day !== undefined && day === DAY.exec(other)?.[0]);
}

/** True if ranking and reader come to different values, and the reader is not sure of its own. */
function isUnsure(
  { asks: [ask, ...more] }: Understanding,
  { reader, belief }: { reader: ReaderSignals | null; belief: number },
): boolean {
  if (!reader || more.length > 0 || !FACT_SHAPES.has(ask.shape)) return false;
  return !reader.agrees && belief < MIN_SURE_BELIEF;
}

/** What the figure of a draft is stated of, where one figure is asked for of a district. */
function statedIn(
  { figure, supports }: Draft,
  { asks, districts }: Understanding,
  library: Library,
): StatedFigure | null {
  return asks.length === 1 && districts.length > 0 && figure ? statedOf(supports[0], figure, library) : null;
}

/** A draft that says first of which part of the district its figure is, where the question does not. */
function withPart(draft: Draft, part: string | null, { matching }: Understanding): Draft {
  if (part === null || isPartAsked(part, draft.short, matching) || draft.short.startsWith(part)) return draft;
  return { ...draft, short: clip(`${part}：${draft.short}`, MAX_SHORT.fact) };
}

/** Chooses among what one search found; null where it found nothing. */
export async function choose(
  asked: Understanding,
  { hits, ...reach }: SearchResult,
  resources: AnswerResources,
): Promise<Choice | null> {
  const candidates = eligible(asked, candidatesOf(hits, resources.library, resources.preparer));
  const understanding = { ...asked, terms: correctTypos(asked.terms, candidates) };
  const [ask] = understanding.asks;
  const all = rank(prepareQuestion(understanding, ask), candidates, resources);
  const judgedFor = resources.reader ? await judge(understanding, all, resources.reader) : [];
  const ordered = (list: readonly Ranked[], judged: Judged): readonly Ranked[] =>
    rightPeriodFirst(understanding, ask, understanding.districts.length > 0 ? list : ofOneReport(ask, list, judged));
  // A reader points at a few words. Among the reports of one district the ranking knows better which sentences make a list, a
  // definition or a "how"; there it orders sentences for facts alone, and is heard on whether there is an answer for all.
  const isReordered = FACT_SHAPES.has(ask.shape) || !isPlaced(understanding);
  const judged = judgedFor[0] ?? UNJUDGED;
  const ranked = ordered(isReordered ? rerank(all, judged) : all, judged);
  const drafted = draftFor(understanding, { ranked, judgedFor }, resources);
  if (!drafted) return null;
  const before = resources.reader
    ? draftFor(understanding, { ranked: ordered(all, UNJUDGED), judgedFor: [] }, resources)
    : null;
  const best = ranked.find(({ candidate }) => candidate === drafted.draft.supports[0]) ?? ranked[0];
  if (!best) return null;
  const question = prepareQuestion(understanding, ask);
  const model = isPlaced(understanding) ? resources.confidence.named : resources.confidence.open;
  const agrees = isSameAnswer(drafted.draft, before?.draft ?? null);
  const reader = surestSignals(judgedFor, best, { agrees, pointed: drafted.draft.pointed });
  const signals = signalsOf(question, best, {
    ...reach,
    vectors: resources.vectors,
    passageCount: resources.library.passageCount,
    reader,
  });
  const confidence = asksForOverview(understanding, ask) ? 1 : confidenceOf(signals, model);
  const stated = statedIn(drafted.draft, understanding, resources.library);
  const belief = reader ? reader.answered * reader.pointed : 0;
  const draft = isUnsure(understanding, { reader, belief })
    ? sentenceOf(drafted.draft, { ...understanding, judged })
    : withPart(drafted.draft, stated?.part ?? null, understanding);
  return { ...drafted, draft, question, best, ranked, belief, signals, confidence, stated };
}
