// How sure we are that the best sentence answers the question: a number between 0 and 1 from what it and its surroundings carry.
// Weights: data/confidence.json, made by scripts/calibrate.ts, with their provenance.
import { readFileSync } from 'node:fs';
import type { WordVectors } from '../types.ts';
import { fold } from '../text/normalise.ts';
import { periodsOverlap } from '../text/periods.ts';
import { bigrams } from '../text/tokens.ts';
import type { Term } from '../understand/types.ts';
import type { Probe } from './features.ts';
import { coverage, literalMatch, shareIn, softMatch } from './match.ts';
import { kindFit } from './kinds.ts';
import type { Ranked } from './ranking.ts';

/** Names of the signals, in the order of the numbers. */
export const SIGNAL_NAMES = [
  'coveredInSentence',
  'coveredInWindow',
  'coveredInPassage',
  'heaviestMissing',
  'pairsInWindow',
  'kindFit',
  'kindMissing',
  'attained',
  'quotedMissing',
  'nounMissing',
  'periodClash',
  'score',
] as const;

/** Learned weights, and the confidence below which the answer is a refusal. */
export interface ConfidenceModel {
  readonly weights: Readonly<Record<string, number>>;
  readonly bias: number;
  readonly threshold: number;
}

/** The model that the package ships. @throws SyntaxError if the file is damaged: a broken installation */
export function shippedConfidence(): ConfidenceModel {
  return JSON.parse(readFileSync(new URL('./data/confidence.json', import.meta.url), 'utf8')) as ConfidenceModel;
}

/** Scores of the ranking are divided by this, so that they lie near 0 … 1. */
const SCORE_UNIT = 20;

/** Whether the question names a period that neither the sentence nor its surroundings are about, though they name others. */
function periodClash({ understanding }: Probe, { candidate }: Ranked): number {
  if (understanding.periods.length === 0) return 0;
  const own = candidate.prepared.periods;
  const around = own.length > 0 ? own : candidate.passage.sentences.flatMap((sentence) => [...candidate.periodsOf(sentence)]);
  const published = candidate.report.publishedOn?.slice(0, 4);
  const fits = (period: string): boolean => understanding.periods.some((asked) => periodsOverlap(asked, period));
  if (around.some(({ period }) => fits(period))) return 0;
  if (around.length === 0 && published !== undefined && fits(published)) return 0;
  return around.length === 0 ? 0.5 : 1;
}

/**
 * The signals of the best candidate for a question.
 * @param attained best lexical score ÷ the most that the question could reach
 * @returns one number, mostly 0 … 1, for each of `SIGNAL_NAMES`
 */
export function signalsOf(probe: Probe, best: Ranked, attained: number, vectors: WordVectors): Float64Array {
  const { candidate } = best;
  const { prepared } = candidate;
  const terms = probe.understanding.terms;
  const window = `${candidate.before} ${prepared.folded} ${candidate.after} ${candidate.above}`;
  const passage = `${window} ${candidate.passage.sentences.map(({ read }) => fold(read)).join(' ')}`;
  const inWindow = (term: Term): number => Math.max(softMatch(term, prepared, vectors), literalMatch(term, window));
  const heaviest = Math.max(1e-9, ...terms.map(({ weight }) => weight));
  const noun = probe.ask.noun;
  return Float64Array.of(
    coverage(terms, (term) => softMatch(term, prepared, vectors)),
    coverage(terms, inWindow),
    coverage(terms, (term) => literalMatch(term, passage)),
    Math.max(0, ...terms.map((term) => (term.weight / heaviest) * (1 - inWindow(term)))),
    shareIn(probe.pairs, window),
    kindFit(probe.ask, prepared),
    kindFit(probe.ask, prepared) === 0 ? 1 : 0,
    attained,
    probe.understanding.quoted.length === 0 ? 0 : 1 - shareIn(probe.understanding.quoted, window),
    noun === '' ? 0 : 1 - Math.max(shareIn(bigrams(noun), window), shareIn([noun], window)),
    periodClash(probe, best),
    best.score / SCORE_UNIT,
  );
}

/** Logistic of bias + Σ weight · signal, 0 … 1. */
export function confidenceOf(signals: Float64Array, { weights, bias }: ConfidenceModel): number {
  const sum = SIGNAL_NAMES.reduce((total, name, index) => total + (weights[name] ?? 0) * (signals[index] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}
