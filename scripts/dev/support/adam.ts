// Gradient descent with Adam (Kingma & Ba 2015, algorithm 1), for a handful of parameters. It knows no model.

/** Options of the optimizer. */
export interface Descent {
  /** Steps. */
  readonly epochs: number;
  /** Length of a step. */
  readonly rate: number;
}

const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.999;
const TINY = 1e-8;

/** Adds `factor · row` to a vector in place. */
export function addScaled(sum: Float64Array, row: Float64Array, factor: number): void {
  for (let index = 0; index < row.length; index++) sum[index] = (sum[index] ?? 0) + factor * (row[index] ?? 0);
}

/** Σ a · b of two vectors, over the length of the first. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/**
 * Parameters that descend from zero along a gradient.
 * @param width number of parameters   @param gradientAt gradient of the loss at given parameters, of the same width
 */
export function descend(
  width: number,
  gradientAt: (parameters: Float64Array) => Float64Array,
  { epochs, rate }: Descent,
): Float64Array {
  const parameters = new Float64Array(width);
  const mean = new Float64Array(width);
  const square = new Float64Array(width);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const gradient = gradientAt(parameters);
    for (let index = 0; index < width; index++) {
      const slope = gradient[index] ?? 0;
      const first = MEAN_DECAY * (mean[index] ?? 0) + (1 - MEAN_DECAY) * slope;
      const second = SQUARE_DECAY * (square[index] ?? 0) + (1 - SQUARE_DECAY) * slope * slope;
      mean[index] = first;
      square[index] = second;
      const step = first / (1 - MEAN_DECAY ** epoch) / (Math.sqrt(second / (1 - SQUARE_DECAY ** epoch)) + TINY);
      parameters[index] = (parameters[index] ?? 0) - rate * step;
    }
  }
  return parameters;
}
