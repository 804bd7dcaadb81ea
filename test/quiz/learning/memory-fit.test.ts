import { describe, expect, test } from 'vitest';
import { countReviews, fitMemory, isFitDue, MIN_REVIEWS_TO_FIT } from '../../../src/quiz/learning/memory-fit.ts';
import type { HistoryEntry } from '../../../src/quiz/learning/records.ts';
import { reviewerBy, type Schedule } from '../../../src/quiz/learning/schedule.ts';
import type { ItemId } from '../../../src/quiz/types.ts';
import { seededRandom } from '../../../src/text/random.ts';

const START_MS = Date.parse('2031-03-01T08:00:00Z');
const DAY_MS = 86_400_000;
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Answers to so many items, each `gaps` days apart; `knows` gives the probability that the answer of a day is right. */
function historyOf(items: number, gaps: readonly number[], knows: (gap: number, n: number) => number): HistoryEntry[] {
  const chance = seededRandom(7);
  const all = Array.from(
    { length: items },
    (_, item) =>
      [0, ...gaps].reduce<{ day: number; entries: HistoryEntry[] }>(
        ({ day, entries }, gap, n) => {
          const at = new Date(START_MS + (day + gap) * DAY_MS + item * 1_000);
          const entry = {
            ...{ itemId: `item-${item}` as ItemId, district: null, topic: '', at },
            isRight: chance() < knows(gap, n),
          };
          return { day: day + gap, entries: [...entries, entry] };
        },
        { day: item % 20, entries: [] },
      ).entries,
  );
  return all.flat().sort((a, b) => a.at.getTime() - b.at.getTime());
}

describe('parameters of a learner’s own', () => {
  test('predict later answers of who forgets faster than most, and bring items back sooner', async () => {
    const history = historyOf(200, [2, 4, 8], (gap) => 0.85 ** gap);
    const fit = await fitMemory(history, dayOf);
    expect(fit?.reviews).toBe(600);
    expect(fit?.heldOut).toBeGreaterThanOrEqual(120);
    expect(fit?.loss).toBeLessThan((fit?.usualLoss ?? 0) * 0.99);
    const after = (parameters: readonly number[] | null): Schedule => reviewerBy(parameters)(null, true, new Date());
    expect(after(fit?.parameters ?? null).stability).toBeLessThan(after(null).stability);
  });

  test('are left unused where they predict no better: who forgot at first and remembers all now', async () => {
    const fit = await fitMemory(
      historyOf(200, [2, 4, 8], (_gap, n) => (n < 3 ? 0.2 : 1)),
      dayOf,
    );
    expect(fit?.parameters).toBeNull();
    expect(fit?.loss).toBeGreaterThan(fit?.usualLoss ?? 0);
  });

  test('are the same for the same answers', async () => {
    const history = historyOf(150, [1, 3, 9], (gap) => 0.9 ** gap);
    expect(await fitMemory(history, dayOf)).toEqual(await fitMemory(history, dayOf));
  });

  test('are fitted from 400 reviews on, and anew with a quarter more; looks within a day are none', () => {
    const history = historyOf(10, [0, 0, 5], () => 1);
    expect(countReviews(history, dayOf)).toBe(10);
    const last = { parameters: null, reviews: 400, heldOut: 80, loss: 1, usualLoss: 1 };
    expect([399, 400].map((reviews) => isFitDue(reviews, null))).toEqual([false, true]);
    expect([499, 500].map((reviews) => isFitDue(reviews, last))).toEqual([false, true]);
    expect(MIN_REVIEWS_TO_FIT).toBe(400);
  });
});
