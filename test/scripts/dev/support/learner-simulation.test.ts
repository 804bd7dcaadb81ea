import { expect, test } from 'vitest';
import { figuresOf, peakOf, quantileOf } from '../../../../scripts/dev/support/learner-figures.ts';
import { LEARNER_SORTS, madeUpItems, simulateLearner } from '../../../../scripts/dev/support/learner-simulation.ts';

const PACE = { newPerDay: 10, reviewsPerDay: null, goal: null };
const outcomes = LEARNER_SORTS.flatMap((sort, kind) =>
  [1, 2].map((n) =>
    simulateLearner(sort, kind * 100 + n, { items: madeUpItems(600), days: 30, pace: PACE, setSize: 10 }),
  ),
);

test('at ten new a day no sentence comes twice on a day, and everybody meets new items every day', () => {
  expect(outcomes.map(({ siblings }) => siblings)).toEqual(outcomes.map(() => 0));
  expect(outcomes.map(({ starvedDays }) => starvedDays)).toEqual(outcomes.map(() => 0));
  for (const { met, loads } of outcomes) expect(met).toBe(10 * loads.length);
});

test('the heaviest day is at most 1.6 times a usual one', () => {
  const { heaviest, heaviestOf95 } = figuresOf('all', outcomes);
  expect(heaviest).toBeLessThanOrEqual(1.6);
  expect(heaviestOf95).toBeLessThanOrEqual(1.8);
});

test('who knows more masters more', () => {
  const masteredBy = (name: string): number =>
    figuresOf(
      name,
      outcomes.filter(({ sort }) => sort === name),
    ).mastered;
  expect(masteredBy('strong')).toBeGreaterThan(masteredBy('weak'));
  expect(masteredBy('weak')).toBeGreaterThan(0);
});

test('the same seed gives the same days', () => {
  const [sort] = LEARNER_SORTS;
  if (sort === undefined) throw new Error('no sort');
  const run = () => simulateLearner(sort, 5, { items: madeUpItems(60), days: 5, pace: PACE, setSize: 10 });
  expect(run()).toEqual(run());
});

test('figures are quantiles and means', () => {
  expect(quantileOf([3, 1, 2], 0.5)).toBe(2);
  expect(quantileOf([], 0.5)).toBe(0);
  expect(peakOf({ loads: [10, 10, 16] })).toBe(1.6);
});
