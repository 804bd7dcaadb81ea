// Learns linear weights for ordering lists: softmax over each list, so that what is right comes first. It knows no features.
import { addScaled, descend, dot } from './adam.ts';

/** A list of candidates, each a row of numbers; `right` marks those that are right. */
export interface List {
  readonly rows: readonly Float64Array[];
  readonly right: readonly boolean[];
}

/** Options of learning. */
export interface LearningOptions {
  /** Passes over all lists. Default 300. */
  readonly epochs?: number;
  /** Step of the gradient. Default 0.5. */
  readonly rate?: number;
  /** Strength with which weights are drawn to zero, per list. Default 0.0005. */
  readonly decay?: number;
  /** Weight of each list. Default 1. */
  readonly weightOf?: (list: List) => number;
}

/** Softmax of the scores, of all rows or of some. */
function shares(scores: readonly number[], among: (index: number) => boolean): number[] {
  const top = Math.max(...scores.filter((_, index) => among(index)));
  const powers = scores.map((score, index) => (among(index) ? Math.exp(score - top) : 0));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/**
 * Weights that minimise −ln Σ_right softmax(weights · row), summed over the lists that hold something right.
 * @param width numbers in a row
 */
export function learnWeights(lists: readonly List[], width: number, learning: LearningOptions = {}): Float64Array {
  const { epochs = 200, rate = 0.05, decay = 0.0005, weightOf = () => 1 } = learning;
  const usable = lists.filter(({ right }) => right.includes(true) && right.includes(false));
  const total = usable.reduce((sum, list) => sum + weightOf(list), 0);
  const gradientAt = (weights: Float64Array): Float64Array => {
    const gradient = weights.map((weight) => decay * weight);
    for (const list of usable) addScaled(gradient, gradientOf(list, weights), weightOf(list) / total);
    return gradient;
  };
  return descend(width, gradientAt, { epochs, rate });
}

/** Gradient of one list's loss. */
function gradientOf({ rows, right }: List, weights: Float64Array): Float64Array {
  const scores = rows.map((row) => dot(weights, row));
  const all = shares(scores, () => true);
  const wanted = shares(scores, (index) => right[index] === true);
  const gradient = new Float64Array(weights.length);
  for (const [index, row] of rows.entries()) addScaled(gradient, row, (all[index] ?? 0) - (wanted[index] ?? 0));
  return gradient;
}

/** Share of lists whose best row, or one of whose best `count` rows, is right. */
export function hitRate(lists: readonly List[], weights: Float64Array, count = 1): number {
  const hits = lists.filter(({ rows, right }) => {
    const order = rows.map((row, index) => ({ index, score: dot(weights, row) })).sort((a, b) => b.score - a.score);
    return order.slice(0, count).some(({ index }) => right[index]);
  });
  return lists.length === 0 ? 0 : hits.length / lists.length;
}
