import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/quiz/learning/records.ts';
import { reviewed } from '../../../src/quiz/learning/schedule.ts';
import { chooseItems, dueCards, firstOfSpans, spread, withoutIds } from '../../../src/quiz/learning/session.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { fillIn, LIUXI, manyItems, shortAnswer, single, TASHAN, trueFalse } from '../made-up-items.ts';

const NOW = new Date('2031-03-01T08:00:00Z');
const ids = (items: readonly Item[]): string[] => items.map(({ id }) => id);

/** A card whose first answer was given some days ago, right or wrong. */
function card(item: Item, daysAgo: number, isRight = true): Card {
  const schedule = reviewed(null, isRight, new Date(NOW.getTime() - daysAgo * 86_400_000));
  return { item, schedule, isRight };
}

describe('what is due', () => {
  test('is what the schedule says, most overdue first, and only what can still be asked', () => {
    const items = manyItems(4);
    const cards = items.map((item, index) => card(item, index === 0 ? 0 : index + 2));
    expect(ids(dueCards(cards, items.slice(0, 3), NOW).map(({ item }) => item))).toEqual(['item-2', 'item-1']);
  });
});

describe('a sitting', () => {
  const items = manyItems(12);
  const options = { count: 5, now: NOW, seed: 's', isEasyFirst: false };

  test('takes due ones first, then new ones, then those due soonest', () => {
    const cards = [card(single(3), 2), card(single(4), 0.001), card(single(5), 3)];
    const chosen = ids(chooseItems(items, { ...options, cards, count: 12 }));
    expect(chosen.slice(0, 2)).toEqual(['item-5', 'item-3']);
    expect(chosen.at(-1)).toBe('item-4');
    expect(new Set(chosen).size).toBe(12);
  });

  test('is the same for the same seed, and another for another', () => {
    const draw = (seed: string): string[] => ids(chooseItems(items, { ...options, cards: [], seed }));
    expect(draw('a')).toEqual(draw('a'));
    expect(new Set(['a', 'b', 'c', 'd'].map((seed) => draw(seed).join())).size).toBeGreaterThan(1);
  });

  test('asks about one span once a day', () => {
    const twins = [single(1), fillIn(2, { spanHash: 'span-1' }), single(3)];
    const chosen = chooseItems(twins, { ...options, cards: [], count: 2 });
    expect(new Set(chosen.map(({ spanHash }) => spanHash)).size).toBe(2);
    expect(chooseItems(twins, { ...options, cards: [], count: 3 })).toHaveLength(2);
  });
});

describe('spread', () => {
  const mixed = [
    ...manyItems(20),
    ...Array.from({ length: 10 }, (_, n) => shortAnswer(100 + n, { district: TASHAN })),
    ...Array.from({ length: 10 }, (_, n) => fillIn(200 + n, { district: LIUXI })),
    trueFalse(300, { district: null }),
  ];

  test('keeps every item once', () => {
    for (const isEasyFirst of [true, false]) {
      expect(ids(spread(mixed, { seed: 'x', isEasyFirst })).sort()).toEqual(ids(mixed).sort());
    }
  });

  test('takes the districts in turn from the beginning', () => {
    const first = spread(mixed, { seed: 'x', isEasyFirst: false }).slice(0, 9);
    const counts = [LIUXI, TASHAN].map((name) => first.filter(({ district }) => district === name).length);
    expect(counts).toEqual([4, 4]);
  });

  test('mixes kinds for those who know their way, and begins with what can be chosen for those who do not', () => {
    const kinds = (isEasyFirst: boolean): Set<string> =>
      new Set(
        spread(mixed, { seed: 'x', isEasyFirst })
          .slice(0, 9)
          .map(({ kind }) => kind),
      );
    expect(kinds(true)).toEqual(new Set(['single', 'true-false']));
    expect(kinds(false).size).toBe(4);
  });
});

test('what is retired or kept back is left out', () => {
  const items = manyItems(4);
  expect(ids(withoutIds(items, new Set([single(0).id]), new Set([single(2).id])))).toEqual(['item-1', 'item-3']);
  expect(firstOfSpans([], 3)).toEqual([]);
});
