// Logistic regression for a handful of signals. It knows no signals.

/** An example: its signals, and whether it is positive. */
export interface Example {
  readonly row: Float64Array;
  readonly positive: boolean;
  /** How much it counts, > 0. */
  readonly weight: number;
}

/** Weights and bias of a logistic model. */
export interface Logistic {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** Probability that an example is positive. */
export function probability(row: Float64Array, { weights, bias }: Logistic): number {
  return 1 / (1 + Math.exp(-row.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), bias)));
}

/** Fits by gradient descent with Adam; positives and negatives count alike in sum. @param decay draws weights to zero */
export function fitLogistic(
  examples: readonly Example[],
  width: number,
  { epochs = 800, rate = 0.05, decay = 0.002 } = {},
): Logistic {
  const parameters = new Float64Array(width + 1);
  const mean = new Float64Array(width + 1);
  const square = new Float64Array(width + 1);
  const sumOf = (positive: boolean): number =>
    examples.reduce((sum, example) => sum + (example.positive === positive ? example.weight : 0), 0);
  const share = { positive: 0.5 / Math.max(1e-9, sumOf(true)), negative: 0.5 / Math.max(1e-9, sumOf(false)) };
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const gradient = parameters.map((value, index) => (index < width ? decay * value : 0));
    const model = { weights: parameters.subarray(0, width), bias: parameters[width] ?? 0 };
    for (const { row, positive, weight } of examples) {
      const error =
        (probability(row, model) - (positive ? 1 : 0)) * weight * (positive ? share.positive : share.negative);
      row.forEach((value, index) => (gradient[index] = (gradient[index] ?? 0) + error * value));
      gradient[width] = (gradient[width] ?? 0) + error;
    }
    parameters.forEach((value, index) => {
      const slope = gradient[index] ?? 0;
      mean[index] = 0.9 * (mean[index] ?? 0) + 0.1 * slope;
      square[index] = 0.999 * (square[index] ?? 0) + 0.001 * slope * slope;
      parameters[index] =
        value -
        (rate * (mean[index] ?? 0)) /
          (1 - 0.9 ** epoch) /
          (Math.sqrt((square[index] ?? 0) / (1 - 0.999 ** epoch)) + 1e-8);
    });
  }
  return { weights: parameters.slice(0, width), bias: parameters[width] ?? 0 };
}
