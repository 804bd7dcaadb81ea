import { describe, expect, test } from 'vitest';
import { progressOf } from '../../../src/quiz/learning/progress.ts';
import type { Card, HistoryEntry } from '../../../src/quiz/learning/records.ts';
import { reviewed } from '../../../src/quiz/learning/schedule.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { LIUXI, manyItems, single, TASHAN } from '../made-up-items.ts';

const NOW = new Date('2031-03-10T08:00:00Z');
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);
const answered = (item: Item, days: number, isRight: boolean): HistoryEntry => ({
  itemId: item.id,
  district: item.district,
  topic: item.topic,
  isRight,
  at: daysAgo(days),
});
const card = (item: Item, days: number): Card => ({
  item,
  schedule: reviewed(null, true, daysAgo(days)),
  isRight: true,
});

describe('progress', () => {
  const items = [...manyItems(6), single(9, { district: null, topic: '党建' })];
  const [first = single(0), second = single(1), third = single(2)] = items;
  const source = {
    items,
    cards: [card(first, 3), card(second, 0)],
    history: [
      answered(first, 3, true),
      answered(second, 1, false),
      answered(third, 1, true),
      answered(second, 0, true),
    ],
    now: NOW,
    zone: 'Asia/Shanghai',
  };
  const progress = progressOf(source);

  test('counts items, cards, answers and what is due', () => {
    expect(progress.all).toEqual({ name: null, items: 7, seen: 2, mastered: 0, due: 1, answers: 4, right: 3 });
    expect(progress.streakDays).toBe(2);
  });

  test('is told by district, each with its own, most answered first', () => {
    expect(progress.districts.map(({ name, items: count, answers }) => [name, count, answers])).toEqual([
      [LIUXI, 3, 2],
      [TASHAN, 3, 2],
      [null, 1, 0],
    ]);
    const sum = (key: 'items' | 'seen' | 'answers' | 'right' | 'due'): number =>
      progress.districts.reduce((total, line) => total + line[key], 0);
    for (const key of ['items', 'seen', 'answers', 'right', 'due'] as const) expect(sum(key)).toBe(progress.all[key]);
  });

  test('names topics only where there is an answer', () => {
    expect(progress.topics.map(({ name }) => name)).toEqual(['城市更新']);
  });

  test('names a topic from its first answer on', () => {
    expect(progressOf({ ...source, history: [answered(first, 1, false)] }).topics).toHaveLength(1);
  });
});
