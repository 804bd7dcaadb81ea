// The figures of simulated learners, by kind: daily load, heaviest day against the median, items met and mastered, starved, doubled.
import type { LearnerOutcome } from './learner-simulation.ts';

/** The figures of one kind of learner, or of all. */
export interface LearnerFigures {
  readonly sort: string;
  readonly learners: number;
  /** Median over learners of the median answers a day. */
  readonly medianLoad: number;
  /** Median and 95th percentile over learners of heaviest day ÷ median day. */
  readonly heaviest: number;
  readonly heaviestOf95: number;
  readonly met: number;
  readonly mastered: number;
  /** Learners who were starved on some day. */
  readonly starved: number;
  /** Answers to an item answered on the same day before, a learner. */
  readonly doubled: number;
  /** Answers next to a sibling on one day, of all learners. */
  readonly siblings: number;
}

/** Returns a quantile of numbers, 0 … 1; 0 where there are none. @example quantileOf([1, 2, 9], 0.5) // => 2 */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Returns how many times its median the heaviest day of a learner is. */
export function peakOf({ loads }: Pick<LearnerOutcome, 'loads'>): number {
  return Math.max(...loads, 0) / Math.max(1, quantileOf(loads, 0.5));
}

/** Returns the figures of some learners. */
export function figuresOf(sort: string, outcomes: readonly LearnerOutcome[]): LearnerFigures {
  const peaks = outcomes.map(peakOf);
  return {
    sort,
    learners: outcomes.length,
    medianLoad: quantileOf(
      outcomes.map(({ loads }) => quantileOf(loads, 0.5)),
      0.5,
    ),
    heaviest: quantileOf(peaks, 0.5),
    heaviestOf95: quantileOf(peaks, 0.95),
    met: meanOf(outcomes.map(({ met }) => met)),
    mastered: meanOf(outcomes.map(({ mastered }) => mastered)),
    starved: outcomes.filter(({ starvedDays }) => starvedDays > 0).length,
    doubled: meanOf(outcomes.map(({ doubled }) => doubled)),
    siblings: outcomes.reduce((sum, one) => sum + one.siblings, 0),
  };
}

const COLUMNS =
  'kind · learners · median a day · heaviest ÷ median (half, 95 %) · met · mastered · starved · doubled · siblings';

/** Returns figures as lines of a table. */
export function drawFigures(all: readonly LearnerFigures[]): string[] {
  const lines = all.map((one) =>
    [
      one.sort,
      one.learners,
      one.medianLoad,
      `${one.heaviest.toFixed(2)}, ${one.heaviestOf95.toFixed(2)}`,
      one.met.toFixed(1),
      one.mastered.toFixed(1),
      one.starved,
      one.doubled.toFixed(1),
      one.siblings,
    ].join(' · '),
  );
  return [COLUMNS, ...lines];
}
