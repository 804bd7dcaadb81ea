import { expect, test } from 'vitest';
import { blueprintStrata, readBlueprint } from '../../../src/quiz/learning/bank.ts';
import { difficultyBy } from '../../../src/quiz/learning/difficulty.ts';
import { paperOf } from '../../../src/quiz/learning/exam.ts';
import { fillIn, LIUXI, single, TASHAN } from '../made-up-items.ts';

const ITEMS = [
  ...Array.from({ length: 20 }, (_, n) => single(n)),
  ...Array.from({ length: 12 }, (_, n) => fillIn(100 + n)),
];
const SOURCE = { items: ITEMS, difficultyOf: difficultyBy([]), seed: 7 };

test('a blueprint is read out of words, and what is none is left', () => {
  const { rows, rest } = readBlueprint('单选=10 fill-in=5 60');
  expect(rows).toEqual([
    { kinds: ['single'], about: '', difficulty: null, count: 10 },
    { kinds: ['fill-in'], about: '', difficulty: null, count: 5 },
  ]);
  expect(rest.trim()).toBe('60');
  expect(readBlueprint('难/柳溪区/单选=3').rows).toEqual([
    { kinds: ['single'], about: '柳溪区', difficulty: 'hard', count: 3 },
  ]);
});

test('papers of one blueprint hold as many items of each kind, whoever draws them', () => {
  const drawn = blueprintStrata(readBlueprint('单选=4 填空=3').rows, SOURCE);
  if ('lacking' in drawn) throw new Error('lacking');
  for (const user of ['a', 'b', 'c']) {
    const kinds = paperOf(drawn.strata, 7, { channel: 'test', user }).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'single')).toHaveLength(4);
    expect(kinds.filter((kind) => kind === 'fill-in')).toHaveLength(3);
  }
});

test('a row with too few items says how many there are', () => {
  expect(blueprintStrata(readBlueprint('填空=30').rows, SOURCE)).toMatchObject({ have: 12, lacking: { count: 30 } });
});

test('rows may name topic, district and difficulty; no item is in two of them', () => {
  const items = [
    ...Array.from({ length: 6 }, (_, n) => single(n, { topic: '营商环境' })),
    ...Array.from({ length: 6 }, (_, n) => single(50 + n, { topic: '乡村振兴', district: TASHAN })),
    ...Array.from({ length: 6 }, (_, n) => fillIn(100 + n, { topic: '营商环境' })),
  ];
  const drawn = blueprintStrata(readBlueprint('单选=6 营商环境/单选=4 塔山县/易=2 中=3').rows, { ...SOURCE, items });
  if ('lacking' in drawn) throw new Error(`lacking ${JSON.stringify(drawn)}`);
  const ids = drawn.strata.flatMap(({ items: members }) => members.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  const paper = paperOf(drawn.strata, 7, { channel: 'test', user: 'a' });
  expect(paper).toHaveLength(15);
  expect(paper.filter(({ topic, kind }) => topic === '营商环境' && kind === 'single').length).toBeGreaterThanOrEqual(4);
  expect(paper.filter(({ district }) => district === TASHAN).length).toBeGreaterThanOrEqual(2);
  expect(paper.filter(({ district, kind }) => district === LIUXI && kind === 'fill-in')).toHaveLength(3);
});
