// Logistic regression for a handful of signals. It knows no signals.
import { addScaled, descend, dot } from './adam.ts';

/** An example: its signals, and whether it is positive. */
export interface Example {
  readonly row: Float64Array;
  readonly positive: boolean;
  /** Weight, > 0. */
  readonly weight: number;
}

/** Weights and bias of a logistic model. */
export interface Logistic {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** Probability that an example is positive. */
export function probability(row: Float64Array, { weights, bias }: Logistic): number {
  return 1 / (1 + Math.exp(-bias - dot(row, weights)));
}

/** Fits by gradient descent; positives and negatives count alike in sum. @param decay draws weights to zero */
export function fitLogistic(
  examples: readonly Example[],
  width: number,
  { epochs = 800, rate = 0.05, decay = 0.001 } = {},
): Logistic {
  const sumOf = (positive: boolean): number =>
    examples.reduce((sum, example) => sum + (example.positive === positive ? example.weight : 0), 0);
  const share = { positive: 0.5 / Math.max(1e-9, sumOf(true)), negative: 0.5 / Math.max(1e-9, sumOf(false)) };
  const modelOf = (parameters: Float64Array): Logistic => ({
    weights: parameters.slice(0, width),
    bias: parameters[width] ?? 0,
  });
  const gradientAt = (parameters: Float64Array): Float64Array => {
    const gradient = parameters.map((value, index) => (index < width ? decay * value : 0));
    const model = modelOf(parameters);
    for (const { row, positive, weight } of examples) {
      const error = (probability(row, model) - (positive ? 1 : 0)) * weight * share[positive ? 'positive' : 'negative'];
      addScaled(gradient, row, error);
      gradient[width] = (gradient[width] ?? 0) + error;
    }
    return gradient;
  };
  return modelOf(descend(width + 1, gradientAt, { epochs, rate }));
}
