// The seeded generator: the same numbers for the same seed, spread over [0, 1).
import { expect, test } from 'vitest';
import { seededRandom } from '../../src/text/random.ts';

const draw = (seed: number, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

test('the numbers are those of Mulberry32', () =>
  expect(draw(1, 3)).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]));

test('the same seed gives the same numbers, another one others', () => {
  expect(draw(7, 50)).toEqual(draw(7, 50));
  expect(draw(7, 50)).not.toEqual(draw(8, 50));
  expect(draw(2 ** 32 + 7, 5)).toEqual(draw(7, 5));
});

test('numbers lie in [0, 1), spread evenly', () => {
  const numbers = draw(3, 20_000);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const share = numbers.filter((number) => Math.floor(number * 10) === tenth).length / numbers.length;
    expect(share).toBeCloseTo(0.1, 1);
  }
});
