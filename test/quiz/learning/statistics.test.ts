import { describe, expect, test } from 'vitest';
import type { HistoryEntry } from '../../../src/quiz/learning/records.ts';
import {
  correlation,
  groupLines,
  hardestItems,
  isSuspect,
  statisticsOf,
} from '../../../src/quiz/learning/statistics.ts';
import type { Item, ItemId } from '../../../src/quiz/types.ts';
import { seededRandom } from '../../chat/fixtures.ts';
import { LIUXI, single, TASHAN } from '../made-up-items.ts';

type Row = HistoryEntry & { readonly learner: string };
const row = (learner: string, item: string, isRight: boolean): Row => ({
  learner,
  itemId: item as ItemId,
  isRight,
  district: null,
  topic: '',
  at: new Date(0),
});
const of = (rows: readonly Row[], item: string) => statisticsOf(rows).find(({ itemId }) => itemId === item);

/** 200 learners whose strength runs from 0 to 1; item a follows it, item b goes against it, item c is chance, d…h are plain. */
function simulate(): Row[] {
  const chance = seededRandom(11);
  return Array.from({ length: 200 }, (_, n) => {
    const strength = n / 200;
    const plain = ['d', 'e', 'f', 'g', 'h'].map((item) => row(`l${n}`, item, chance() < strength));
    const odd = [
      row(`l${n}`, 'a', chance() < strength),
      row(`l${n}`, 'b', chance() > strength),
      row(`l${n}`, 'c', chance() < 0.5),
    ];
    return [...plain, ...odd];
  }).flat();
}

describe('difficulty', () => {
  test('is the share of first answers that were right', () => {
    const rows = [row('x', 'a', true), row('y', 'a', false), row('y', 'a', true), row('z', 'a', false)];
    expect(of(rows, 'a')).toMatchObject({ learners: 3, difficulty: 1 / 3, discrimination: null });
  });
});

describe('discrimination', () => {
  const rows = simulate();

  test('is high where those who know more do better, negative where they do worse, near 0 where chance decides', () => {
    expect(of(rows, 'a')?.discrimination).toBeGreaterThan(0.2);
    expect(of(rows, 'b')?.discrimination).toBeLessThan(-0.2);
    expect(Math.abs(of(rows, 'c')?.discrimination ?? 1)).toBeLessThan(0.15);
  });

  test('is the point-biserial: (mean of the right − mean of the wrong) ÷ σ × √(pq)', () => {
    const others = (learner: string): number => {
      const own = rows.filter((one) => one.learner === learner && one.itemId !== 'a');
      return own.filter(({ isRight }) => isRight).length / own.length;
    };
    const ofA = rows
      .filter(({ itemId }) => itemId === 'a')
      .map((one) => ({ isRight: one.isRight, y: others(one.learner) }));
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const all = ofA.map(({ y }) => y);
    const sigma = Math.sqrt(mean(all.map((y) => (y - mean(all)) ** 2)));
    const part = (isRight: boolean): number[] => ofA.filter((one) => one.isRight === isRight).map(({ y }) => y);
    const p = part(true).length / ofA.length;
    const expected = ((mean(part(true)) - mean(part(false))) / sigma) * Math.sqrt(p * (1 - p));
    expect(of(rows, 'a')?.discrimination).toBeCloseTo(expected, 10);
  });

  test('is unknown with few learners, few other answers, or no difference between learners', () => {
    expect(of(rows.slice(0, 8 * 9), 'a')?.discrimination).toBeNull();
    expect(
      of(
        rows.filter(({ itemId }) => 'abc'.includes(itemId)),
        'a',
      )?.discrimination,
    ).toBeNull();
    expect(
      correlation([
        [1, 0.5],
        [0, 0.5],
      ]),
    ).toBeNull();
    expect(
      correlation([
        [0, 0],
        [1, 1],
      ]),
    ).toBeCloseTo(1);
    expect(
      correlation([
        [0, 1],
        [1, 0],
      ]),
    ).toBeCloseTo(-1);
  });

  test('needs ten learners with three other answers each', () => {
    const answers = (learners: number, others: number): Row[] =>
      Array.from({ length: learners }, (_, n) => [
        row(`l${n}`, 'a', n % 2 === 0),
        ...Array.from({ length: others }, (_, other) => row(`l${n}`, `o${other}`, n % 2 === 0 || other === 0)),
      ]).flat();
    expect(of(answers(10, 3), 'a')?.discrimination).toBeCloseTo(1);
    expect(of(answers(9, 3), 'a')?.discrimination).toBeNull();
    expect(of(answers(10, 2), 'a')?.discrimination).toBeNull();
  });

  test('speaks against an item at one right in five, or at none, from twenty learners on', () => {
    const item = { itemId: 'x' as ItemId, learners: 20 };
    expect(isSuspect({ ...item, difficulty: 0.2, discrimination: 0.5 })).toBe(true);
    expect(isSuspect({ ...item, difficulty: 0.21, discrimination: 0.5 })).toBe(false);
    expect(isSuspect({ ...item, difficulty: 0.5, discrimination: 0 })).toBe(true);
    expect(isSuspect({ ...item, difficulty: 0.5, discrimination: 0.01 })).toBe(false);
  });

  test('flags what goes against knowledge or is hardly ever right, and nothing on little evidence', () => {
    const flagged = statisticsOf(rows)
      .filter(isSuspect)
      .map(({ itemId }) => itemId);
    expect(flagged).toContain('b');
    expect(flagged.filter((item) => 'adefgh'.includes(item))).toEqual([]);
    const shared = { itemId: 'x' as ItemId, discrimination: null };
    expect(isSuspect({ ...shared, learners: 20, difficulty: 0.1 })).toBe(true);
    expect(isSuspect({ ...shared, learners: 19, difficulty: 0 })).toBe(false);
    expect(isSuspect({ ...shared, learners: 500, difficulty: 0.9 })).toBe(false);
  });
});

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

test('lines of equal share come by the number of their answers', () => {
  const named = (name: string, n: number) =>
    Array.from({ length: n }, () => ({ ...answer(easy, 'a', true), topic: name }));
  const lines = groupLines([...named('少', 1), ...named('多', 3)], ({ topic }) => topic);
  expect(lines.map(({ name, answers }) => [name, answers])).toEqual([
    ['多', 3],
    ['少', 1],
  ]);
});
