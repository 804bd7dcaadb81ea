// How sure we are that the best sentence answers the question: a number between 0 and 1 from what it and its surroundings carry.
// Weights: data/confidence.json, made by scripts/dev/calibrate.ts, with their provenance.
import { readFileSync } from 'node:fs';
import { fold } from '../text/normalise.ts';
import { bigrams } from '../text/tokens.ts';
import type { WordVectors } from '../types.ts';
import type { Shape, Term } from '../understand/types.ts';
import { answerTypeFit } from './answer-type.ts';
import { windowOf } from './candidates.ts';
import { figureNear, type PreparedQuestion, titleShares, toldShare } from './features.ts';
import { coverage, literalMatch, longestCommonRun, shareIn, softMatch } from './match.ts';
import { periodClash } from './period-clash.ts';
import type { Ranked } from './ranking.ts';

const SHAPES: readonly Shape[] = ['figure', 'person', 'name', 'date', 'list', 'definition', 'how', 'open'];

/** Names of the signals, in the order of the numbers. */
export const SIGNAL_NAMES: readonly string[] = [
  'coveredInSentence',
  'coveredInWindow',
  'coveredInPassage',
  'heaviestMissing',
  'pairsInWindow',
  'kindFit',
  'kindMissing',
  'attained',
  'attainedAtScale',
  'scale',
  'elsewhere',
  'commonRun',
  'missingRun',
  'quotedMissing',
  'nounMissing',
  'nounNotInSentence',
  'figureFar',
  'periodClash',
  'score',
  'titleAsked',
  'titleAttained',
  'titleOther',
  'notTold',
  'termCount',
  'termsMissing',
  ...SHAPES.map((shape) => `asks:${shape}`),
  'readerAnswered',
  'readerBest',
  'readerShare',
  'readerAgrees',
];

/** What a reader says of the best sentence. */
export interface ReaderSignals {
  /** Its probability that the excerpt around the sentence answers, and the highest of all excerpts, 0 … 1. */
  readonly answered: number;
  readonly best: number;
  /** Share of its belief that falls into the sentence, 0 … 1. */
  readonly share: number;
  /** Share of its belief that falls into the value cut out of the sentence, 0 … 1. */
  readonly pointed: number;
  /** True if it comes to the same answer as the ranking by itself. */
  readonly agrees: boolean;
}

/** Learned weights, and the confidence below which the answer is a refusal. */
interface ConfidenceModel {
  readonly weights: Readonly<Record<string, number>>;
  readonly bias: number;
  readonly threshold: number;
}

/** One model for questions that name a district, whose reports alone are searched, and one for all others. */
export interface ConfidenceModels {
  readonly named: ConfidenceModel;
  readonly open: ConfidenceModel;
}

/**
 * The models that the package ships, one pair for each mind that reads.
 * @throws SyntaxError if the file is damaged: a broken installation
 */
export function shippedConfidence(mind: 'linear' | 'neural' = 'linear'): ConfidenceModels {
  const file = new URL(mind === 'linear' ? './data/confidence.json' : './data/confidence-neural.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as ConfidenceModels;
}

/** A collection of a hundred thousand passages has scale 1. */
const SCALE_UNIT = 5;
/** Scores of the ranking are divided by this, so that they lie near 0 … 1. */
const SCORE_UNIT = 20;

/** How far retrieval came: best lexical score ÷ the most that the question could reach, in the reports searched and in all. */
export interface Reach {
  readonly attained: number;
  readonly attainedAnywhere: number;
}

/** What the signals are told from, beside the question and its best candidate. */
interface Ground extends Reach {
  readonly vectors: WordVectors;
  /** Passages in the collection: among more of them a chance match comes nearer. */
  readonly passageCount: number;
  /** Null: no reader was asked. */
  readonly reader?: ReaderSignals | null;
}

/** Runs of characters are measured against this length. */
const LONG_RUN = 6;

/** Length of the longest run of content characters of which no two neighbours stand in the text: a thing it does not know. */
function longestMissingRun(content: string, text: string): number {
  let longest = 0;
  let length = 0;
  for (let index = 0; index + 1 < content.length; index++) {
    const pair = content.slice(index, index + 2);
    length = pair.includes(' ') || text.includes(pair) ? 0 : length + 1;
    longest = Math.max(longest, length);
  }
  return longest;
}

/** How far a sentence names what is counted, by its own words or others for the same: 0 … 1. */
function nounMatch({ ask, understanding }: PreparedQuestion, folded: string): number {
  const own = understanding.terms.filter(({ word }) => ask.noun.includes(word) || word.includes(ask.noun));
  return own.length > 0 ? coverage(own, (term) => literalMatch(term, folded)) : shareIn(bigrams(ask.noun), folded);
}

/** A title no longer than this names the one thing that its report is about. */
const LONG_TITLE = 12;

/** A question of this many terms is long; one that misses this many of them is lost. */
const MANY_TERMS = 6;
const MANY_MISSING = 3;

/** What the wording says: whether the report is about what is asked, whether what is asked for is told, how much is missing. */
function wordingSignals(question: PreparedQuestion, window: string, passage: string): number[] {
  const { terms } = question.understanding;
  const missing = terms.filter((term) => literalMatch(term, passage) === 0).length;
  return [
    question.told.length > 0 && toldShare(question, window) === 0 ? 1 : 0,
    Math.min(1, terms.length / MANY_TERMS),
    Math.min(1, missing / MANY_MISSING),
    ...SHAPES.map((shape) => Number(question.ask.shape === shape)),
  ];
}

/** Logits of probabilities are cut off here and divided by it, so that they lie within −1 … 1. */
const LOGIT_UNIT = 6;

function scaledLogit(probability: number | undefined): number {
  if (probability === undefined) return 0;
  const logit = Math.log(probability / (1 - probability));
  return Math.max(-1, Math.min(1, logit / LOGIT_UNIT));
}

/**
 * The signals of the best candidate for a question.
 * @returns one number, mostly 0 … 1, for each of `SIGNAL_NAMES`
 */
export function signalsOf(
  question: PreparedQuestion,
  best: Ranked,
  { vectors, passageCount, reader = null, ...reach }: Ground,
): Float64Array {
  const scale = Math.log10(Math.max(1, passageCount)) / SCALE_UNIT;
  const { candidate } = best;
  const { prepared } = candidate;
  const terms = question.understanding.terms;
  const window = windowOf(candidate);
  const passage = `${window} ${candidate.passage.sentences.map(({ read }) => fold(read)).join(' ')}`;
  const inWindow = (term: Term): number => Math.max(softMatch(term, prepared, vectors), literalMatch(term, window));
  const titleAsked = titleShares(question, candidate)[0];
  const heaviest = Math.max(1e-9, ...terms.map(({ weight }) => weight));
  const noun = question.ask.noun;
  return Float64Array.of(
    coverage(terms, (term) => softMatch(term, prepared, vectors)),
    coverage(terms, inWindow),
    coverage(terms, (term) => literalMatch(term, passage)),
    Math.max(0, ...terms.map((term) => (term.weight / heaviest) * (1 - inWindow(term)))),
    shareIn(question.pairs, window),
    answerTypeFit(question.ask, prepared),
    answerTypeFit(question.ask, prepared) === 0 ? 1 : 0,
    reach.attained,
    reach.attained * scale,
    scale,
    Math.max(0, reach.attainedAnywhere - reach.attained),
    Math.min(1, longestCommonRun(question.content, window) / LONG_RUN),
    Math.min(1, longestMissingRun(question.understanding.content, passage) / LONG_RUN),
    question.understanding.quoted.length === 0 ? 0 : 1 - shareIn(question.understanding.quoted, window),
    noun === '' ? 0 : 1 - Math.max(shareIn(bigrams(noun), window), shareIn([noun], window)),
    noun === '' ? 0 : 1 - nounMatch(question, prepared.folded),
    question.ask.shape === 'figure' && noun !== '' ? 1 - figureNear(question, candidate) : 0,
    periodClash(question, best),
    best.score / SCORE_UNIT,
    titleAsked,
    titleAsked * reach.attained,
    Number(titleAsked === 0 && candidate.report.title.length <= LONG_TITLE),
    ...wordingSignals(question, window, passage),
    scaledLogit(reader?.answered),
    scaledLogit(reader?.best),
    reader?.share ?? 0,
    Number(reader?.agrees ?? false),
  );
}

/** Logistic of bias + Σ weight · signal, 0 … 1. */
export function confidenceOf(signals: Float64Array, { weights, bias }: ConfidenceModel): number {
  const sum = SIGNAL_NAMES.reduce((total, name, index) => total + (weights[name] ?? 0) * (signals[index] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}
