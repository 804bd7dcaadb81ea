// What the choice of a sentence looks at: named numbers between 0 and 1, the same when weights are trained and used.
import { cuesOf } from '../lexicon/words/answer-cues.ts';
import { fold } from '../text/normalise.ts';
import { bigrams } from '../text/tokens.ts';
import type { WordVectors } from '../types.ts';
import type { Ask, Term, Understanding } from '../understand/types.ts';
import { answerTypeFit } from './answer-type.ts';
import type { Candidate } from './candidates.ts';
import { coverage, literalMatch, longestCommonRun, shareIn, softMatch } from './match.ts';
import { tellsOf } from './period-match.ts';
import type { PreparedSentence } from './prepared-sentence.ts';

/** Names of the features, in the order of the numbers. */
export const FEATURE_NAMES = [
  'words',
  'softWords',
  'pairs',
  'characters',
  'gainBefore',
  'gainAfter',
  'gainAbove',
  'commonRun',
  'quoted',
  'kindFit',
  'kindMissing',
  'figureNear',
  'passageShare',
  'topPassage',
  'periodFits',
  'periodClashes',
  'opensPassage',
  'length',
  'heading',
  'boilerplate',
  'told',
  'restWords',
  'restCharacters',
  'opensReport',
  'definesSubject',
  'titleAsked',
  'titleSaid',
] as const;

/** The features of one candidate, in the order of `FEATURE_NAMES`. */
export type Features = Float64Array;

/** A question made ready for comparing with many sentences. */
export interface PreparedQuestion {
  readonly understanding: Understanding;
  readonly ask: Ask;
  readonly pairs: readonly string[];
  readonly characters: readonly string[];
  readonly content: string;
  /** How sentences tell what is asked for by name (职业, 籍贯); none where nothing is. */
  readonly told: readonly RegExp[];
}

/** Characters from which on a sentence counts as long in full. */
const LONG = 120;
/** A counted noun stands within this many characters of its figure. */
const NEAR_FIGURE = 12;

/** Makes a question ready for one of its asks. */
export function prepareQuestion(understanding: Understanding, ask: Ask): PreparedQuestion {
  const content = understanding.terms.map(({ word }) => word).join(' ');
  return {
    understanding,
    ask,
    pairs: [...new Set(understanding.terms.flatMap(({ word }) => bigrams(word)))],
    characters: [...new Set(content.replaceAll(' ', ''))],
    content,
    told: cuesOf(ask.text),
  };
}

/** Weight of the terms that the sentence lacks and a text beside it holds ÷ weight of all terms. */
function gain(terms: readonly Term[], own: ReadonlyMap<Term, number>, beside: string): number {
  return coverage(terms, (term) => ((own.get(term) ?? 0) > 0 ? 0 : literalMatch(term, beside)));
}

/** True if what is counted stands beside a fitting figure: 多少个项目 ~ 引进“四新”项目289个. */
export function figureNear({ ask }: PreparedQuestion, { prepared }: Candidate): number {
  if (ask.shape !== 'figure' || ask.noun === '') return 0;
  return prepared.quantities.some(({ start, end }) => {
    const around = prepared.folded.slice(Math.max(0, start - NEAR_FIGURE), end + NEAR_FIGURE);
    return shareIn(bigrams(ask.noun), around) >= 0.5 || around.includes(ask.noun);
  })
    ? 1
    : 0;
}

function periodFit(
  { understanding, ask }: PreparedQuestion,
  { periods }: Candidate,
): { fits: number; clashes: number } {
  if (understanding.periods.length === 0 || periods.length === 0) return { fits: 0, clashes: 0 };
  const fits = understanding.periods.some((asked) => periods.some((told) => tellsOf(asked, told, ask)));
  return { fits: fits ? 1 : 0, clashes: fits ? 0 : 1 };
}

/** A quoted phrase just before a sentence or above it counts this much of one in it. */
const QUOTED_BESIDE = 0.7;

/** How many of the quoted phrases a sentence is about: those in it, and in part those just before or above it. */
function quotedShare(quoted: readonly string[], { prepared, before, above }: Candidate): number {
  const worth = (phrase: string): number => {
    if (prepared.folded.includes(phrase)) return 1;
    return before.includes(phrase) || above.includes(phrase) ? QUOTED_BESIDE : 0;
  };
  return quoted.length === 0 ? 0 : quoted.reduce((sum, phrase) => sum + worth(phrase), 0) / quoted.length;
}

/** Share of the things asked for by name that a text tells by its words, 0 … 1; 0 where none is asked for. */
export function toldShare({ told }: Pick<PreparedQuestion, 'told'>, folded: string): number {
  return told.length === 0 ? 0 : told.filter((cue) => cue.test(folded)).length / told.length;
}

/** A term counts as the subject of a report if its title or headings hold this much of it. */
const SUBJECT = 0.9;

/** What a question asks of the subject of a report: its terms and characters that title and headings lack, in the sentence. */
function restShares(
  question: PreparedQuestion,
  { prepared, above }: Candidate,
  own: ReadonlyMap<Term, number>,
): [number, number, number] {
  const rest = question.understanding.terms.filter((term) => literalMatch(term, above) < SUBJECT);
  const characters = new Set(rest.flatMap(({ word }) => [...word]).filter((character) => !above.includes(character)));
  const subjectShare = coverage(question.understanding.terms, (term) => (rest.includes(term) ? 0 : 1));
  return [coverage(rest, (term) => own.get(term) ?? 0), shareIn([...characters], prepared.folded), subjectShare];
}

const COMMON_RUNS = new WeakMap<Understanding, WeakMap<PreparedSentence, number>>();

/** Returns the longest run of characters that a question shares with a sentence, worked out once for all that the question asks. */
function commonRun(understanding: Understanding, prepared: PreparedSentence): number {
  const runs = COMMON_RUNS.get(understanding) ?? new WeakMap<PreparedSentence, number>();
  COMMON_RUNS.set(understanding, runs);
  const known = runs.get(prepared);
  if (known !== undefined) return known;
  const run = longestCommonRun(understanding.matching, prepared.folded);
  runs.set(prepared, run);
  return run;
}

/** A title of one character says nothing. */
const MIN_TITLE_CHARACTERS = 2;

/** Whether a report's title stands in the question, and whether it stands in the sentence: 0 or 1. */
export function titleShares(question: PreparedQuestion, { prepared, report }: Candidate): [number, number] {
  const title = fold(report.title);
  const standsIn = (text: string): number => Number(title.length >= MIN_TITLE_CHARACTERS && text.includes(title));
  return [standsIn(question.understanding.matching), standsIn(prepared.folded)];
}

/**
 * The features of a candidate for a question.
 * @returns one number 0 … 1 for each of `FEATURE_NAMES`
 */
export function featuresOf(question: PreparedQuestion, candidate: Candidate, vectors: WordVectors): Features {
  const { terms, quoted } = question.understanding;
  const { prepared } = candidate;
  const own = new Map(terms.map((term) => [term, softMatch(term, prepared, vectors)]));
  const fit = answerTypeFit(question.ask, prepared);
  const period = periodFit(question, candidate);
  const longest = Math.max(1, ...question.content.split(' ').map((word) => word.length));
  const [restWords, restCharacters, subjectShare] = restShares(question, candidate, own);
  const opens = Number(candidate.opensReport);
  return Float64Array.of(
    coverage(terms, (term) => literalMatch(term, prepared.folded)),
    coverage(terms, (term) => own.get(term) ?? 0),
    shareIn(question.pairs, prepared.folded),
    shareIn(question.characters, prepared.folded),
    gain(terms, own, candidate.before),
    gain(terms, own, candidate.after),
    gain(terms, own, candidate.above),
    Math.min(1, commonRun(question.understanding, prepared) / Math.max(4, longest * 2)),
    quotedShare(quoted, candidate),
    fit,
    fit === 0 && question.ask.shape !== 'open' && question.ask.shape !== 'name' ? 1 : 0,
    figureNear(question, candidate),
    candidate.passageShare,
    candidate.passageShare >= 1 ? 1 : 0,
    period.fits,
    period.clashes,
    candidate.position === 0 ? 1 : 0,
    Math.min(1, prepared.folded.length / LONG),
    prepared.sentence.role === 'heading' ? 1 : 0,
    prepared.sentence.role === 'boilerplate' ? 1 : 0,
    toldShare(question, prepared.folded),
    restWords,
    restCharacters,
    opens,
    question.ask.shape === 'definition' ? opens * subjectShare : 0,
    ...titleShares(question, candidate),
  );
}
