import { describe, expect, test } from 'vitest';
import { givesAway, paperOf, strataOf } from '../../../src/quiz/learning/exam.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { fillIn, manyItems, several, single, TASHAN } from '../made-up-items.ts';

const ITEMS: readonly Item[] = [
  ...manyItems(40),
  ...Array.from({ length: 15 }, (_, n) => fillIn(100 + n, { district: TASHAN })),
  ...Array.from({ length: 5 }, (_, n) => several(200 + n)),
];
const LEARNERS = Array.from({ length: 40 }, (_, n) => ({ channel: 'test', user: `u${n}` }));
const STRATA = strataOf(ITEMS, { count: 12, seed: 7 });
const composition = (paper: readonly Item[]): string =>
  paper
    .map(({ district, kind }) => `${district} ${kind}`)
    .sort()
    .join('\n');

describe('papers', () => {
  test('hold as many items as wanted, each once, and as many of each kind and district for everyone', () => {
    const papers = LEARNERS.map((learner) => paperOf(STRATA, 7, learner));
    for (const paper of papers) {
      expect(paper).toHaveLength(12);
      expect(new Set(paper.map(({ id }) => id)).size).toBe(12);
      expect(composition(paper)).toBe(composition(papers[0] ?? []));
    }
  });

  test('are the same for the same learner and seed', () => {
    const [learner = { channel: '', user: '' }] = LEARNERS;
    expect(paperOf(STRATA, 7, learner)).toEqual(paperOf(strataOf(ITEMS, { count: 12, seed: 7 }), 7, learner));
    expect(paperOf(STRATA, 8, learner)).not.toEqual(paperOf(STRATA, 7, learner));
  });

  test('differ from learner to learner, in order too', () => {
    const orders = LEARNERS.map((learner) =>
      paperOf(STRATA, 7, learner)
        .map(({ id }) => id)
        .join(),
    );
    expect(new Set(orders).size).toBe(LEARNERS.length);
  });

  test('draw every item of a stratum about as often', () => {
    const many = Array.from({ length: 2_000 }, (_, n) => paperOf(STRATA, 7, { channel: 'test', user: `v${n}` }));
    for (const { count, items } of STRATA) {
      const expected = (2_000 * count) / items.length;
      for (const item of items) {
        const times = many.filter((paper) => paper.some(({ id }) => id === item.id)).length;
        expect(Math.abs(times - expected)).toBeLessThan(5 * Math.sqrt(expected) + 1);
      }
    }
  });
});

describe('strata', () => {
  test('sum to what is wanted, or to all there is', () => {
    for (const count of [1, 5, 30, 60, 100]) {
      const sum = strataOf(ITEMS, { count, seed: 1 }).reduce((total, stratum) => total + stratum.count, 0);
      expect(sum).toBe(Math.min(count, ITEMS.length));
    }
  });

  test('leave a choice where there is one, and half of the items to practice', () => {
    const reserved = STRATA.flatMap(({ items }) => items);
    expect(reserved.length).toBeGreaterThan(1.5 * 12);
    expect(reserved.length).toBeLessThan(ITEMS.length / 2 + STRATA.length);
    for (const { count, items } of STRATA) expect(items.length).toBeGreaterThanOrEqual(count);
  });
});

test('no item of a paper gives another away, while there are others', () => {
  const asks = fillIn(1, { question: '柳溪区推行“____”工作。', accepted: ['河长驿站'], spanHash: 'a' });
  const tells = single(2, { question: '柳溪区的“河长驿站”有几处？', spanHash: 'b' });
  const other = single(3, { question: '柳溪区有几处公园？', spanHash: 'c' });
  expect([givesAway(tells, asks), givesAway(asks, tells), givesAway(other, asks)]).toEqual([true, false, false]);
  const strata = [
    { count: 1, items: [asks] },
    { count: 1, items: [tells, other] },
  ];
  for (const user of ['a', 'b', 'c', 'd']) {
    const ids = paperOf(strata, 1, { channel: 'test', user }).map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set([asks.id, other.id]));
  }
  expect(paperOf([{ count: 2, items: [asks, tells] }], 1, { channel: 'test', user: 'a' })).toHaveLength(2);
});
