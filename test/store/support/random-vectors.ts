// Vectors of length 1 for tests, the same for the same seed.

import { seededRandom } from '../../../src/text/random.ts';

/** Random directions. */
export function randomVectors({
  count,
  dimension,
  seed,
}: {
  count: number;
  dimension: number;
  seed: number;
}): Float32Array[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: dimension }, () => random() - 0.5);
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  });
}
