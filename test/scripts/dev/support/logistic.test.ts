import { describe, expect, test } from 'vitest';
import { type Example, fitLogistic, probability } from '../../../../scripts/dev/support/logistic.ts';
import { picker } from '../../../text/pseudo-random.ts';

/** Examples of two numbers; the first decides, the second is noise. */
function madeUpExamples(count: number, positiveFrom = 0.5): Example[] {
  const pick = picker(count);
  return Array.from({ length: count }, () => {
    const row = Float64Array.of(pick.below(1000) / 1000, pick.below(1000) / 1000);
    return { row, positive: (row[0] ?? 0) >= positiveFrom, weight: 1 };
  });
}

describe('the probability', () => {
  test('is 1 ⁄ (1 + e^−(bias + Σ weight · signal))', () => {
    const model = { weights: Float64Array.of(2, -1), bias: 0.5 };
    expect(probability(Float64Array.of(1, 3), model)).toBeCloseTo(1 / (1 + Math.exp(0.5)), 12);
    expect(probability(Float64Array.of(0, 0), { weights: Float64Array.of(2, -1), bias: 0 })).toBe(0.5);
  });

  test('never leaves 0 … 1', () => {
    for (const value of [-1e9, -1, 0, 1, 1e9]) {
      const share = probability(Float64Array.of(value), { weights: Float64Array.of(1), bias: 0 });
      expect(share >= 0 && share <= 1).toBe(true);
    }
  });
});

describe('fitting', () => {
  test('tells positives from negatives that it has not seen', () => {
    const model = fitLogistic(madeUpExamples(200), 2);
    const unseen = madeUpExamples(101);
    const right = unseen.filter(({ row, positive }) => probability(row, model) >= 0.5 === positive);
    expect(right.length / unseen.length).toBeGreaterThan(0.9);
  });

  test('gives weight to what decides and hardly any to noise', () => {
    const [decisive = 0, noise = 0] = fitLogistic(madeUpExamples(300), 2).weights;
    expect(decisive).toBeGreaterThan(5 * Math.abs(noise));
  });

  test('positives and negatives count alike in sum, however few there are of either', () => {
    const few = madeUpExamples(400, 0.95);
    const model = fitLogistic(few, 2);
    const caught = few.filter(({ row, positive }) => positive && probability(row, model) >= 0.5);
    expect(caught.length / few.filter(({ positive }) => positive).length).toBeGreaterThan(0.9);
  });

  test('an example that counts twice is an example that is there twice', () => {
    const examples = madeUpExamples(30);
    const twice = fitLogistic([...examples, ...examples.slice(0, 5)], 2);
    const weighed = fitLogistic(
      examples.map((example, index) => ({ ...example, weight: index < 5 ? 2 : 1 })),
      2,
    );
    for (const [index, weight] of weighed.weights.entries())
      expect(weight).toBeCloseTo(twice.weights[index] ?? Number.NaN, 6);
    expect(weighed.bias).toBeCloseTo(twice.bias, 6);
  });

  test('decay draws weights to zero', () => {
    const size = (decay: number): number => Math.hypot(...fitLogistic(madeUpExamples(100), 2, { decay }).weights);
    expect(size(0.5)).toBeLessThan(size(0.001));
  });

  test('gives the same model for the same examples', () => {
    expect(fitLogistic(madeUpExamples(50), 2)).toEqual(fitLogistic(madeUpExamples(50), 2));
  });

  test('without positives, or without examples, the model is finite', () => {
    for (const examples of [madeUpExamples(20, 2), []]) {
      const { weights, bias } = fitLogistic(examples, 2);
      expect([...weights, bias].every(Number.isFinite)).toBe(true);
    }
  });
});
