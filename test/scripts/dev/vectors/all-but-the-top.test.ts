import { expect, test } from 'vitest';
import { allButTheTop, principalDirection } from '../../../../scripts/dev/vectors/all-but-the-top.ts';
import { addScaled, dot, normalise } from '../../../../src/retrieve/embed/arithmetic.ts';
import { seededRandom } from '../../../../src/text/random.ts';

const DIMENSION = 6;
const ROWS = 400;

/** Random vectors that all lean the same way and spread along one axis more than along the others. */
function leaning(): Float32Array {
  const random = seededRandom(1);
  return Float32Array.from(
    { length: ROWS * DIMENSION },
    (_, at) => random() - 0.5 + (at % DIMENSION === 0 ? 2 : 0) + (at % DIMENSION === 1 ? 3 * (random() - 0.5) : 0),
  );
}

function rowsOf(matrix: Float32Array): Float32Array[] {
  return Array.from({ length: matrix.length / DIMENSION }, (_, row) =>
    matrix.subarray(row * DIMENSION, (row + 1) * DIMENSION),
  );
}

function meanCosine(rows: readonly Float32Array[]): number {
  const mean = new Float32Array(DIMENSION);
  for (const row of rows) {
    const unit = row.slice();
    normalise(unit);
    addScaled(mean, unit, 1 / rows.length);
  }
  return dot(mean, mean);
}

test('afterwards unrelated vectors no longer look alike, and all have length 1', () => {
  const matrix = leaning();
  expect(meanCosine(rowsOf(matrix))).toBeGreaterThan(0.5);
  const spread = rowsOf(allButTheTop(matrix, DIMENSION, 1));
  expect(meanCosine(spread)).toBeLessThan(0.05);
  for (const row of spread) expect(Math.hypot(...row)).toBeCloseTo(1, 5);
});

test('nothing is left along a direction that was taken out', () => {
  const without = rowsOf(allButTheTop(leaning(), DIMENSION, 1));
  const [first, second] = [1, 2].map((axis) => without.reduce((sum, row) => sum + (row[axis] ?? 0) ** 2, 0)) as [
    number,
    number,
  ];
  expect(first).toBeLessThan(0.1 * second);
});

test('the matrix that was handed in stays as it was', () => {
  const matrix = leaning();
  allButTheTop(matrix, DIMENSION, 2);
  expect(matrix).toEqual(leaning());
});

test('the principal direction is the one that vectors were spread along', () => {
  const random = seededRandom(2);
  const axis = [0.36, 0.48, 0.8];
  const vectors = Array.from({ length: 500 }, () => {
    const along = 4 * (random() - 0.5);
    return Float32Array.from(axis, (value) => along * value + 0.1 * (random() - 0.5));
  });
  expect(Math.abs(dot(principalDirection(vectors, 3), Float32Array.from(axis)))).toBeGreaterThan(0.999);
});

test('of no vectors or zero vectors there is none', () => {
  expect(principalDirection([], 2)).toEqual(new Float32Array(2));
  expect(principalDirection([new Float32Array(2)], 2)).toEqual(new Float32Array(2));
});

test('a zero vector cannot be brought to length 1', () => {
  const zero = new Float32Array(3);
  expect(normalise(zero)).toBe(false);
  expect(zero).toEqual(new Float32Array(3));
});
