import { expect, test } from 'vitest';
import { groupLines, hardestItems } from '../../../src/quiz/learning/statistics.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { LIUXI, single, TASHAN } from '../made-up-items.ts';

const AT = new Date('2031-03-01T08:00:00Z');
const answer = (item: Item, learner: string, isRight: boolean) => ({
  itemId: item.id,
  district: item.district,
  topic: item.topic,
  isRight,
  at: AT,
  learner,
});
const [easy, hard, rare] = [single(1, { district: TASHAN }), single(2), single(3)];
const ANSWERS = [
  ...['a', 'b', 'c'].flatMap((who) => [answer(easy, who, true), answer(hard, who, who === 'a')]),
  answer(rare, 'a', false),
];

test('lines count answers and learners by name, the weakest first', () => {
  expect(groupLines(ANSWERS, ({ district }) => district ?? '')).toEqual([
    { name: LIUXI, learners: 3, answers: 4, right: 1 },
    { name: TASHAN, learners: 3, answers: 3, right: 3 },
  ]);
});

test('the hardest items are live ones that enough people answered and not all got right', () => {
  const hardest = hardestItems(ANSWERS, [easy, hard, rare], 5);
  expect(hardest.map(({ item, learners }) => [item.id, learners])).toEqual([[hard.id, 3]]);
  expect(hardest[0]?.difficulty).toBeCloseTo(1 / 3);
  expect(hardestItems(ANSWERS, [easy, rare], 5)).toEqual([]);
  expect(hardestItems(ANSWERS, [hard], 0)).toEqual([]);
});
