// Figures of a load, and the search for the rate at which a process is full.
import { expect, test } from 'vitest';
import { figuresOf, findSaturation, isSaturated, percentile } from '../../../../scripts/dev/support/load-figures.ts';

const answered = (elapsedMs: number) => ({ kind: 'official/ask', end: 'answered' as const, elapsedMs });
const FINE = { answered: 9, turnedAway: 0, lost: 0, p50Ms: 20, p95Ms: 1_000, p99Ms: 5_000 };

test.each([
  [[], 0.5, 0],
  [[7], 0.99, 7],
  [[1, 2, 3, 4], 0.5, 2],
  [[1, 2, 3, 4], 0.95, 4],
  [Array.from({ length: 100 }, (_, index) => index + 1), 0.95, 95],
])('of %j the share %d lies below %d', (sorted, part, expected) => expect(percentile(sorted, part)).toBe(expected));

test('times are of what was answered alone; the rest is counted', () => {
  const lost = { kind: 'official/ask', end: 'lost' as const, elapsedMs: 30_000 };
  const turnedAway = { ...lost, end: 'turned-away' as const };
  const figures = figuresOf([answered(30), answered(10), lost, turnedAway, answered(20)]);
  expect(figures).toEqual({ answered: 3, turnedAway: 1, lost: 1, p50Ms: 20, p95Ms: 30, p99Ms: 30 });
});

test('a process is full where anything is lost or turned away, or one in twenty waits longer than a second', () => {
  expect(isSaturated(FINE)).toBe(false);
  for (const worse of [{ lost: 1 }, { turnedAway: 1 }, { p95Ms: 1_001 }])
    expect(isSaturated({ ...FINE, ...worse })).toBe(true);
});

test.each([
  [21, { keptUp: 20, full: 24 }],
  [4, { keptUp: 0, full: 2.5 }],
  [1e9, { keptUp: 80, full: null }],
])('a process that is full beyond %d a second is found out by doubling and halving', async (limit, expected) => {
  const asked: number[] = [];
  const measure = async (rate: number) => {
    asked.push(rate);
    return { ...FINE, p95Ms: rate > limit || (limit === 4 && rate > 2) ? 2_000 : 10 };
  };
  const from = limit === 21 ? 8 : 10;
  expect(await findSaturation(measure, { from, steps: 2, maxRate: 80 })).toEqual(expected);
  expect(new Set(asked).size).toBe(asked.length);
});
