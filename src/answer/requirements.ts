// What a question demands and its evidence may lack: the kind of thing, what is named or counted. Each is a row of decide.ts.

import { findDistrictMentions } from '../lexicon/places/districts.ts';
import { readLexicon } from '../lexicon/words/data-files.ts';
import { AUTHOR_TOLD, answerTypeFit, asksForOrganisation } from '../read/answer-type.ts';
import { windowOf } from '../read/candidates.ts';
import { SIGNAL_NAMES } from '../read/confidence.ts';
import type { PreparedQuestion } from '../read/features.ts';
import { MIN_SURE_BELIEF, MIN_TAKEN_BELIEF } from '../read/judging.ts';
import { literalMatch, shareIn } from '../read/match.ts';
import { tellsOf } from '../read/period-match.ts';
import type { Ranked } from '../read/ranking.ts';
import { fold } from '../text/normalise.ts';
import { findQuantities } from '../text/numbers.ts';
import { isPartOfYear, isSameTime } from '../text/periods.ts';
import { bigrams } from '../text/tokens.ts';
import { UNITS } from '../text/units.ts';
import type { Span } from '../types.ts';
import { AUTHOR_ASKED } from '../understand/cues.ts';
import { requestIn } from '../understand/gate.ts';
import type { Ask, Term, Understanding } from '../understand/types.ts';
import type { Draft } from './compose/draft.ts';
import { isOfAnother, isOfPart, type StatedFigure } from './stated-figure.ts';

const NO_DISTRICTS: readonly string[] = [];
const MIN_NAME_CHARACTERS = 2;
/** Mistyped names share at least this much of their pairs of characters with the right one. */
const NEARLY = 0.4;
const MISSING_SIGNALS = ['nounMissing', 'nounNotInSentence', 'figureFar'] as const;
const ALMOST_ONE = 0.99;
const TELLING_WEIGHT = 9;

/** True if an ask can only be answered by a certain kind of thing. */
export function demandsAnswerType(ask: Ask): boolean {
  return ask.shape === 'figure' || ask.shape === 'person' || ask.shape === 'date' || asksForOrganisation(ask);
}

/** A numeral: its unit, or the calendar it counts by, may be one that we do not know. */
const NUMERAL = /[\d〇零一二两三四五六七八九十百千万亿半]/u;

/** A draft for a question, and what its confidence was told from. */
export interface Drafted {
  readonly question: PreparedQuestion;
  readonly draft: Draft;
  /** False if the draft shows fewer items than the question counts. */
  readonly isComplete: boolean;
  readonly best: Ranked;
  /** A reader's belief that the value cut out answers, 0 … 1; 0 without a reader. */
  readonly belief: number;
  readonly signals: Float64Array;
  /** What the figure of the direct answer is of; null where it is none, or the question asks for several things. */
  readonly stated: StatedFigure | null;
}

/**
 * True if the kind of thing asked for stands in none of the sentences that the draft rests on. Where no district is named, reports
 * may be about anything and count by any unit: there a numeral may be the figure or the date.
 */
export function missesAnswerType({ question: { understanding, ask }, draft: { supports }, belief }: Drafted): boolean {
  // A name or a date may be written as no lexicon knows it; a figure's unit is a law.
  const isRead = ask.shape !== 'figure' && belief >= MIN_TAKEN_BELIEF;
  if (!demandsAnswerType(ask) || isRead) return false;
  const mayBeNumeral = !isPlaced(understanding) && (ask.shape === 'figure' || ask.shape === 'date');
  return supports.every(
    ({ prepared }) => answerTypeFit(ask, prepared) === 0 && !(mayBeNumeral && NUMERAL.test(prepared.folded)),
  );
}

const CLAUSE_MARK = /[,，;；。]/u;

/** The stretch of a sentence around a name, from mark to mark: 区应急管理局党委书记、局长韩知远. */
function stretchAround({ start, end }: Span, folded: string): string {
  const before = folded.slice(0, start).split(CLAUSE_MARK).at(-1) ?? '';
  return before + (folded.slice(start).split(CLAUSE_MARK)[0] ?? folded.slice(start, end));
}

/**
 * True if the holder of a post of some body (水利局局长) is asked for, and the sentence names that post beside other names alone: nobody
 * stands in the stretch that holds it.
 */
export function namesAnotherHolder({ question: { ask }, draft: { supports } }: Drafted): boolean {
  const { post } = ask;
  const [{ prepared }] = supports;
  const { folded, persons } = prepared;
  if (ask.shape !== 'person' || post === null || post.length < MIN_BODY_POST || persons.length === 0) return false;
  return folded.includes(post) && persons.every((person) => !stretchAround(person, folded).includes(post));
}

/** A post with the body that it belongs to is as long as this. */
const MIN_BODY_POST = 4;

/**
 * True if no report is about a district that the question names. A sentence that names it itself, in a report on another one,
 * counts if a reader believes in it: names in passing are in many.
 */
export function isOfUnknownDistrict({ question: { understanding }, draft: { supports }, belief }: Drafted): boolean {
  const { foreignDistricts } = understanding;
  if (foreignDistricts.length === 0 || belief < MIN_TAKEN_BELIEF) return foreignDistricts.length > 0;
  // 阳新县 names no 新县.
  const named = supports.flatMap(({ prepared }) => findDistrictMentions(prepared.folded, NO_DISTRICTS));
  return !foreignDistricts.every(({ name }) => named.some(({ surface }) => surface.startsWith(name)));
}

/**
 * True if an author is asked for (谁写的) and no sentence of the draft names a person or says who wrote what; a reader that surely
 * points at one has read a name that no lexicon knows.
 */
export function missesAuthor({ question: { ask }, draft: { supports }, belief }: Drafted): boolean {
  if (ask.shape !== 'person' || !AUTHOR_ASKED.test(ask.text) || belief >= MIN_SURE_BELIEF) return false;
  return supports.every(({ prepared }) => prepared.persons.length === 0 && !AUTHOR_TOLD.test(prepared.folded));
}

/** True if only the reports on what the question names are searched. */
export function isPlaced({ districts, places }: Understanding): boolean {
  return districts.length > 0 || places.length > 0;
}

/** The terms that a noun is made of; a mistyped one has what it sounds like among its synonyms. */
const namedIn = (noun: string, terms: readonly Term[]): readonly Term[] =>
  terms.filter(({ word }) => word.length > 1 && noun.includes(word));

/** True if one unit is a multiple of the other (公里 of 米), or counts the same sort of thing. */
const haveOneDimension = (unit: string, other: string): boolean =>
  unit === other || (UNITS.has(unit) && UNITS.get(unit)?.dimension === UNITS.get(other)?.dimension);

/** A number in a name (三大改革) counts what stands right at it, and nothing else in the sentence. */
const AT_NUMBER = 12;

/**
 * True if the figure is a number in a name, or in another unit than asked for, and what is counted stands nowhere near. A reader that is
 * sure of it has read what words alone would miss.
 */
export function isOfAnotherNoun({ question, draft: { figure, supports }, belief }: Drafted): boolean {
  const { ask } = question;
  const isElse = figure?.kind === 'other' || (ask.unit !== null && !haveOneDimension(ask.unit, figure?.unit ?? ''));
  if (!figure || !isElse || ask.noun.length < 2 || belief >= MIN_TAKEN_BELIEF) return false;
  const { folded } = supports[0].prepared;
  const around = folded.slice(Math.max(0, figure.start - AT_NUMBER), figure.end + AT_NUMBER);
  const named = namedIn(ask.noun, question.understanding.terms);
  return shareIn(bigrams(ask.noun), around) < NEARLY && !named.some((term) => literalMatch(term, around) > 0);
}

/** True if the question asks for a known indicator, by no more than its name, and the figure is of another. */
export function isOfAnotherIndicator({ question: { ask }, draft: { short }, stated }: Drafted): boolean {
  return stated !== null && isOfAnother(ask, { stated, said: short });
}

/** True if a part of a year is asked for and the fact table has the figure for another one, though its sentence names none. */
export function isOfAnotherPart({ question: { understanding, ask }, stated }: Drafted): boolean {
  const told = stated?.fact?.period ?? null;
  const asked = understanding.periods.filter(isPartOfYear);
  if (told === null || ask.shape !== 'figure' || asked.length === 0) return false;
  // What is counted to the end of April stands under April.
  const isAsked = (one: string): boolean =>
    tellsOf(one, { period: told }, ask) || isSameTime(one.split('/').at(-1) ?? one, told);
  return !asked.some(isAsked);
}

/** True if the figure is of a part of what the question names alone: of a firm in the district, of a district in the city. */
export function isOfAPart({ question: { understanding, ask }, draft: { short }, stated }: Drafted): boolean {
  return stated !== null && isOfPart(ask, { stated, said: short }, understanding);
}

/** True if a thing that the question names in quotation marks stands nowhere around the draft's sentences, not even nearly. */
export function missesQuotedName({ question, draft: { supports } }: Drafted): boolean {
  const around = supports
    .map((support) => [windowOf(support), ...support.passage.sentences.map(({ read }) => fold(read))].join(' '))
    .join(' ');
  return question.understanding.quoted.some(
    (name) => name.length >= MIN_NAME_CHARACTERS && shareIn(bigrams(name), around) < NEARLY && !around.includes(name),
  );
}

/** True if what is counted (多少个航天员), a word that says much, stands neither in the sentence nor anywhere around. */
export function missesCountedNoun({ question: { understanding, ask }, best, signals, belief }: Drafted): boolean {
  const { terms, language } = understanding;
  const { noun, text } = ask;
  const isCounted = noun.length > 1 && /[少几][^，,]{0,3}$/u.test(text.slice(0, Math.max(0, text.indexOf(noun))));
  const isTelling = terms.some(({ word, weight }) => weight >= TELLING_WEIGHT && noun.includes(word));
  if (language !== 'zh' || !isCounted || !isTelling || belief >= MIN_SURE_BELIEF) return false;
  if (namedIn(noun, terms).some((term) => literalMatch(term, best.candidate.prepared.folded) > 0)) return false;
  return MISSING_SIGNALS.every((name) => (signals[SIGNAL_NAMES.indexOf(name)] ?? 0) >= ALMOST_ONE);
}

/** True if the extracted figure is one that the question itself states (那53个项目里医药的有几个): then it is not what is asked for. */
export function repeatsQuestion({ question: { understanding, ask }, draft: { short } }: Drafted): boolean {
  const [said] = ask.shape === 'figure' ? findQuantities(short) : [];
  // Numerals in words are mostly names (三轮车, 一大批).
  const stated = findQuantities(fold(understanding.question)).filter(({ surface }) => /\d/.test(surface));
  return said !== undefined && stated.some(({ value, unit }) => value === said.value && unit === said.unit);
}

const OVERVIEW_WORDS: ReadonlySet<string> = new Set(readLexicon('overview-words.txt'));
const hasOverviewWordsAlone = ({ terms }: Understanding): boolean =>
  terms.every(({ word }) => OVERVIEW_WORDS.has(word));

/** True if a text of a district's work as a whole is asked for (总结一下柳溪区的做法), not what is known of one thing. */
export function asksForSummary(understanding: Understanding): boolean {
  const { scope, question, quoted, asks } = understanding;
  const isWhole =
    quoted.length === 0 && asks.every(({ shape }) => shape === 'open') && hasOverviewWordsAlone(understanding);
  return scope === 'one' && isWhole && requestIn(question) === 'summary';
}

const OVERVIEW_SHAPES: ReadonlySet<string> = new Set(['list', 'how', 'open']);

/** True if a question asks for the work of a district as a whole (柳溪区有哪些做法): how much of it a sentence carries then tells nothing. */
export function asksForOverview(understanding: Understanding, { shape }: Ask): boolean {
  const { districts, terms, scope, periods } = understanding;
  const isWhole = terms.length > 0 && hasOverviewWordsAlone(understanding);
  return isWhole && districts.length === 1 && scope === 'one' && periods.length === 0 && OVERVIEW_SHAPES.has(shape);
}
