import { describe, expect, test } from 'vitest';
import { hitRate, type List, learnWeights } from '../../../../scripts/dev/support/listwise.ts';
import { picker } from '../../../text/pseudo-random.ts';

/** Lists of five rows of three numbers; the row with the highest first number is right, or the one that `worth` picks. */
function madeUpLists(count: number, worth: (row: Float64Array) => number = (row) => row[0] ?? 0): List[] {
  const pick = picker(count);
  return Array.from({ length: count }, () => {
    const rows = Array.from({ length: 5 }, () => Float64Array.from({ length: 3 }, () => pick.below(1000) / 1000));
    const best = Math.max(...rows.map(worth));
    return { rows, right: rows.map((row) => worth(row) === best) };
  });
}

const list = (rows: readonly (readonly number[])[], right: readonly boolean[]): List => ({
  rows: rows.map((row) => Float64Array.from(row)),
  right,
});

describe('learning', () => {
  test('finds the number that decides', () => {
    const [decisive = 0, ...others] = learnWeights(madeUpLists(80), 3);
    for (const other of others) expect(decisive).toBeGreaterThan(3 * Math.abs(other));
  });

  test('finds a number that speaks against', () => {
    const [, against] = learnWeights(
      madeUpLists(80, ([a = 0, b = 0]) => a - b),
      3,
    );
    expect(against).toBeLessThan(0);
  });

  test('orders lists that it has not seen', () => {
    const weights = learnWeights(madeUpLists(80), 3);
    const unseen = madeUpLists(57);
    expect(hitRate(unseen, weights)).toBeGreaterThan(0.9);
    expect(hitRate(unseen, new Float64Array(3))).toBeLessThan(0.5);
  });

  test('lowers the loss: −ln of the share of what is right', () => {
    const lists = madeUpLists(40);
    const loss = (weights: Float64Array): number =>
      lists.reduce((sum, { rows, right }) => {
        const powers = rows.map((row) =>
          Math.exp(row.reduce((total, value, index) => total + value * (weights[index] ?? 0), 0)),
        );
        const total = powers.reduce((a, b) => a + b, 0);
        return sum - Math.log(powers.reduce((a, b, index) => a + (right[index] ? b : 0), 0) / total);
      }, 0);
    const losses = [1, 20, 100].map((epochs) => loss(learnWeights(lists, 3, { epochs })));
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
    expect(losses[0]).toBeLessThan(loss(new Float64Array(3)));
  });

  test('gives the same weights for the same lists', () => {
    expect(learnWeights(madeUpLists(20), 3)).toEqual(learnWeights(madeUpLists(20), 3));
  });

  test('a list in which all or nothing is right teaches nothing', () => {
    const idle = [
      list(
        [
          [1, 0],
          [0, 1],
        ],
        [true, true],
      ),
      list(
        [
          [1, 0],
          [0, 1],
        ],
        [false, false],
      ),
    ];
    expect(learnWeights(idle, 2).every(Number.isFinite)).toBe(true);
    expect(learnWeights([...madeUpLists(20), ...idle], 3)).toEqual(learnWeights(madeUpLists(20), 3));
  });

  test('decay draws weights to zero', () => {
    const size = (decay: number): number => Math.hypot(...learnWeights(madeUpLists(40), 3, { decay }));
    expect(size(0.1)).toBeLessThan(size(0.0001));
  });

  test('a list that counts more is followed where lists disagree', () => {
    const one = list(
      [
        [1, 0],
        [0, 1],
      ],
      [true, false],
    );
    const other = list(
      [
        [1, 0],
        [0, 1],
      ],
      [false, true],
    );
    const [a = 0, b = 0] = learnWeights([one, other], 2, { weightOf: (each) => (each === other ? 5 : 1) });
    expect(b).toBeGreaterThan(a);
  });

  test('huge numbers overflow nothing', () => {
    expect(learnWeights([list([[1e6], [-1e6]], [true, false])], 1, { epochs: 20 }).every(Number.isFinite)).toBe(true);
  });
});

describe('the share of lists that are right', () => {
  const lists = [list([[3], [2], [1]], [true, false, false]), list([[3], [2], [1]], [false, false, true])];

  test.each([
    [1, 0.5],
    [2, 0.5],
    [3, 1],
  ])('among the best %i: %d', (count, share) => {
    expect(hitRate(lists, Float64Array.of(1), count)).toBe(share);
  });

  test('without lists it is 0', () => {
    expect(hitRate([], Float64Array.of(1))).toBe(0);
  });
});
