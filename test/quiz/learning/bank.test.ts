import { expect, test } from 'vitest';
import { blueprintStrata, readBlueprint } from '../../../src/quiz/learning/bank.ts';
import { paperOf } from '../../../src/quiz/learning/exam.ts';
import { fillIn, single } from '../made-up-items.ts';

const ITEMS = [
  ...Array.from({ length: 20 }, (_, n) => single(n)),
  ...Array.from({ length: 12 }, (_, n) => fillIn(100 + n)),
];

test('a blueprint is read out of words, and what is none is left', () => {
  const { rows, rest } = readBlueprint('单选=10 fill-in=5 60 及格=60');
  expect(rows).toEqual([
    { kinds: ['single'], count: 10 },
    { kinds: ['fill-in'], count: 5 },
  ]);
  expect(rest.trim().split(/\s+/u)).toEqual(['60', '及格=60']);
});

test('papers of one blueprint hold as many items of each kind, whoever draws them', () => {
  const drawn = blueprintStrata(ITEMS, readBlueprint('单选=4 填空=3').rows, 7);
  if ('lacking' in drawn) throw new Error('lacking');
  for (const user of ['a', 'b', 'c']) {
    const kinds = paperOf(drawn.strata, 7, { channel: 'test', user }).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'single')).toHaveLength(4);
    expect(kinds.filter((kind) => kind === 'fill-in')).toHaveLength(3);
  }
});

test('a row with too few items says how many there are', () => {
  expect(blueprintStrata(ITEMS, readBlueprint('填空=30').rows, 7)).toMatchObject({ have: 12, lacking: { count: 30 } });
});
