// Fits FSRS's parameters to one learner's answers, by the optimizer of its authors, and tells whether they predict better than the
// usual ones on later answers that the fit has not seen. It keeps nothing.
import { type FSRSAlgorithm, forgetting_curve, fsrs, Rating } from 'ts-fsrs';
import { DAY_MS } from '../../durations.ts';
import { once } from '../../lexicon/words/once.ts';
import type { HistoryEntry, MemoryFit } from './records.ts';

/** Parameters are fitted from so many reviews on. */
export const MIN_REVIEWS_TO_FIT = 400;
/** And anew once there are so many times as many. */
const REFIT_GROWTH = 1.25;
const HELD_OUT_SHARE = 0.2;
/** A gain under one in a hundred may be chance. */
const MIN_GAIN = 0.01;
/** Nothing is sure: a prediction stays so far from 0 and 1. */
const MIN_PROBABILITY = 0.001;

interface Answer {
  readonly isRight: boolean;
  /** Days since the answer to the same item before; 0: the same day, or the first. */
  readonly days: number;
  /** Its place among all answers. */
  readonly n: number;
}

/** Answers to one item, oldest first. */
type Sequence = readonly Answer[];

function sequencesOf(history: readonly HistoryEntry[], dayOf: (at: Date) => string): Sequence[] {
  const sequences = new Map<string, Answer[]>();
  const lastDays = new Map<string, number>();
  for (const [n, { itemId, isRight, at }] of history.entries()) {
    const day = Date.parse(dayOf(at)) / DAY_MS;
    const answers = sequences.get(itemId) ?? [];
    sequences.set(itemId, answers);
    answers.push({ isRight, days: Math.max(0, day - (lastDays.get(itemId) ?? day)), n });
    lastDays.set(itemId, day);
  }
  return [...sequences.values()];
}

/** True if a fit is due: there are enough reviews, and enough more than at the last fit. @param reviews on later days than the item's first */
export function isFitDue(reviews: number, last: MemoryFit | null): boolean {
  return reviews >= Math.max(MIN_REVIEWS_TO_FIT, (last?.reviews ?? 0) * REFIT_GROWTH);
}

/** Returns the log loss of one prediction. @param recalled probability that the answer is right */
function penaltyOf(recalled: number, isRight: boolean): number {
  const right = Math.min(1 - MIN_PROBABILITY, Math.max(MIN_PROBABILITY, recalled));
  return -Math.log(isRight ? right : 1 - right);
}

/** Returns the mean log loss of parameters on reviews of later days. @param parameters FSRS's; null: the usual ones */
function lossOf(
  parameters: readonly number[] | null,
  sequences: readonly Sequence[],
  counts: (answer: Answer) => boolean,
): number {
  const algorithm: FSRSAlgorithm = fsrs(parameters === null ? {} : { w: parameters });
  const penalties: number[] = [];
  for (const sequence of sequences) {
    let memory: ReturnType<FSRSAlgorithm['next_state']> | null = null;
    for (const answer of sequence) {
      if (memory !== null && answer.days > 0 && counts(answer))
        penalties.push(
          penaltyOf(forgetting_curve(algorithm.parameters.w, answer.days, memory.stability), answer.isRight),
        );
      memory = algorithm.next_state(memory, answer.days, answer.isRight ? Rating.Good : Rating.Again);
    }
  }
  return penalties.reduce((sum, penalty) => sum + penalty, 0) / Math.max(1, penalties.length);
}

/** Loads the optimizer; null: it is an optional package, and a machine for which there is no build of it schedules by the usual parameters. */
const loadOptimizer = once(() => import('@open-spaced-repetition/binding').catch(() => null));

/** Fits parameters to sequences of answers, each review learned from with all answers before it; null: there is no optimizer. */
async function fitTo(sequences: readonly Sequence[]): Promise<number[] | null> {
  const optimizer = await loadOptimizer();
  if (optimizer === null) return null;
  const { computeParameters, FSRSBindingItem, FSRSBindingReview } = optimizer;
  const items = sequences.flatMap((sequence) => {
    const reviews = sequence.map(
      ({ isRight, days }) => new FSRSBindingReview(isRight ? Rating.Good : Rating.Again, days),
    );
    return sequence.flatMap(({ days }, n) => (days > 0 ? [new FSRSBindingItem(reviews.slice(0, n + 1))] : []));
  });
  return computeParameters(items, { enableShortTerm: true, numRelearningSteps: 1 });
}

/** Counts the answers on later days than the item's answer before: what a fit learns from. @param history oldest first */
export function countReviews(history: readonly HistoryEntry[], dayOf: (at: Date) => string): number {
  return sequencesOf(history, dayOf).reduce((sum, answers) => sum + answers.filter(({ days }) => days > 0).length, 0);
}

/**
 * Fits parameters to the first four fifths of a learner's reviews and tries them on the last; takes some milliseconds. null: there is no
 * optimizer on this machine.
 * @param history oldest first @param dayOf names the learner's day of a moment
 */
export async function fitMemory(
  history: readonly HistoryEntry[],
  dayOf: (at: Date) => string,
): Promise<MemoryFit | null> {
  const sequences = sequencesOf(history, dayOf);
  const places = sequences.flatMap((answers) => answers.filter(({ days }) => days > 0).map(({ n }) => n));
  const reviews = places.length;
  const from = places.sort((a, b) => a - b)[Math.floor(reviews * (1 - HELD_OUT_SHARE))] ?? 0;
  const isHeldOut = ({ n }: Answer): boolean => n >= from;
  const seen = sequences.map((answers) => answers.filter((answer) => !isHeldOut(answer)));
  const parameters = await fitTo(seen.filter((answers) => answers.length > 0));
  if (parameters === null) return null;
  const loss = lossOf(parameters, sequences, isHeldOut);
  const usualLoss = lossOf(null, sequences, isHeldOut);
  const isBetter = loss <= usualLoss * (1 - MIN_GAIN);
  const heldOut = places.filter((n) => n >= from).length;
  return { parameters: isBetter ? parameters : null, reviews, heldOut, loss, usualLoss };
}
