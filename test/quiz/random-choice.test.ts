import { describe, expect, test } from 'vitest';
import { chanceOf, digest, pick, shuffled } from '../../src/quiz/random-choice.ts';

describe('chance', () => {
  test('is the same for the same seed and another for another', () => {
    expect(chanceOf('a')()).toBe(chanceOf('a')());
    expect(chanceOf('a')()).not.toBe(chanceOf('b')());
  });

  test('stays in [0, 1) and spreads evenly', () => {
    const chance = chanceOf('even');
    const numbers = Array.from({ length: 10_000 }, chance);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toBeCloseTo(0.5, 1);
  });

  test('picks every place about as often', () => {
    const places = Array.from({ length: 4_000 }, (_, index) => pick(`seed ${index}`, 4));
    for (const place of [0, 1, 2, 3]) {
      const times = places.filter((found) => found === place).length;
      expect(Math.abs(times - 1_000)).toBeLessThan(150);
    }
  });

  test('shuffles without loss', () => {
    const shuffledOnes = shuffled([1, 2, 3, 4, 5, 6, 7, 8], 'x');
    expect([...shuffledOnes].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(shuffledOnes).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('tells the parts of a digest apart', () => {
    expect(digest('ab', 'c')).not.toBe(digest('a', 'bc'));
    expect(digest('ab')).toMatch(/^[0-9a-f]{64}$/u);
  });
});
