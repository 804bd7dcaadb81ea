// Takes out of word vectors what they all share, so that unrelated words have a cosine near 0 instead of near 0.5:
// "All-but-the-Top" (Mu & Viswanath 2018). Pure arithmetic, used by training only.

import { addScaled, dot, normalise } from '../../../src/retrieve/embed/arithmetic.ts';

const ITERATIONS = 30;

/**
 * Returns the rows at length 1, without their mean and without their first principal directions.
 * @param matrix rows × dimension numbers; not changed   @param directions how many to take out, 0 … dimension
 */
export function allButTheTop(matrix: Float32Array, dimension: number, directions: number): Float32Array {
  const centred = matrix.slice();
  const rows = Array.from({ length: matrix.length / dimension }, (_, row) =>
    centred.subarray(row * dimension, (row + 1) * dimension),
  );
  rows.forEach(normalise);
  const mean = new Float32Array(dimension);
  for (const row of rows) addScaled(mean, row, 1 / rows.length);
  for (const row of rows) addScaled(row, mean, -1);
  for (let taken = 0; taken < directions; taken++) {
    const direction = principalDirection(rows, dimension);
    for (const row of rows) addScaled(row, direction, -dot(row, direction));
  }
  rows.forEach(normalise);
  return centred;
}

/** Returns the direction along which vectors spread most (first right singular vector), by power iteration; of length 1, or all zero. */
export function principalDirection(vectors: readonly Float32Array[], dimension: number): Float32Array {
  let direction: Float32Array = Float32Array.from({ length: dimension }, (_, d) => 1 + d / dimension);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const next = new Float32Array(dimension);
    for (const vector of vectors) addScaled(next, vector, dot(vector, direction));
    if (!normalise(next)) return new Float32Array(dimension);
    direction = next;
  }
  return direction;
}
