import { describe, expect, test } from 'vitest';
import { changesOf, fingerprintOf } from '../../../src/quiz/learning/changes.ts';
import type { Item, ItemBase, ItemId } from '../../../src/quiz/types.ts';
import { citation } from '../../chat/made-up.ts';
import { fillIn, manyItems, several, shortAnswer, single, trueFalse } from '../made-up-items.ts';

const NONE: ReadonlySet<ItemId> = new Set();
const changed = (kept: readonly Item[], live: readonly Item[], stands = false) =>
  changesOf(kept, { live, retired: NONE, stands: () => stands }).map(({ from, to, how }) => [from.id, to.id, how]);
const as = (id: string, fields: Partial<ItemBase> = {}) => ({ id: id as ItemId, spanHash: `span of ${id}`, ...fields });
const saying = (quote: string) => ({ citation: citation(1, { quote }) });

describe('items that share a question', () => {
  const question = '柳溪区的做法是哪一项？';
  const practice = (id: string, key: string) =>
    single(1, { ...as(id), subject: 'practice-of-district', question, options: [key, '别处的做法'], correct: 0 });

  test('are told apart by their key', () => {
    const kept = [practice('old-a', '早餐会'), practice('old-b', '首席服务员')];
    const live = [practice('new-b', '首席服务员'), practice('new-a', '早餐会')];
    expect(changed(kept, live)).toEqual([
      ['old-a', 'new-a', 'moved'],
      ['old-b', 'new-b', 'moved'],
    ]);
  });

  test('never take the place of one another', () => {
    expect(changed([practice('old-a', '早餐会')], [practice('new-b', '首席服务员')])).toEqual([
      ['old-a', 'old-a', 'gone'],
    ]);
    const two = [single(1, { ...as('x'), correct: 0 }), single(1, { ...as('y'), correct: 2 })];
    expect(changed([single(1)], two)).toEqual([['item-1', 'item-1', 'gone']]);
  });

  test('of several right options are the same in whatever order these stand', () => {
    const turned = several(1, { ...as('turned'), options: ['丙', '丁', '甲', '乙'], correct: [0, 2] });
    expect(changed([several(1)], [turned])).toEqual([['item-1', 'turned', 'moved']]);
  });
});

describe('an item that is not made any more', () => {
  test('stays as it is while its words stand in a report', () => {
    expect(changed([single(1)], [single(2)], true)).toEqual([]);
  });

  test('is gone with its words', () => {
    expect(changed([single(1)], [single(2)])).toEqual([['item-1', 'item-1', 'gone']]);
  });
});

describe('a figure that became another in a sentence', () => {
  const before = saying('2031年建成公园12处，服务3万人。');
  const after = saying('2031年建成公园15处，服务3万人。');
  const people = (id: string, parks: number, quote: Partial<ItemBase>) =>
    fillIn(1, { ...as(id), ...quote, question: `2031年建成公园${parks}处，服务____人。`, accepted: ['3万'] });

  test('changes what asks for it, and moves what merely mentions it', () => {
    const kept = [people('old-p', 12, before), fillIn(2, { ...as('old-f'), ...before })];
    const live = [people('new-p', 15, after), fillIn(2, { ...as('new-f'), ...after, accepted: ['15处'] })];
    expect(changed(kept, live)).toEqual([
      ['old-f', 'new-f', 'changed'],
      ['old-p', 'new-p', 'moved'],
    ]);
  });

  test('makes a statement another statement', () => {
    const kept = [trueFalse(1, { ...as('old'), ...before, question: '2031年建成公园12处。' })];
    const live = [trueFalse(1, { ...as('new'), ...after, question: '2031年建成公园15处。' })];
    expect(changed(kept, live)).toEqual([['old', 'new', 'changed']]);
  });

  test.each([
    ['another year', '2030年建成公园12处，服务3万人。', '2030年建成公园12处，服务____人。'],
    ['another sentence', '2031年建成广场15处，服务3万人。', '2031年建成公园15处，服务____人。'],
  ])('is not %s', (_what, quote, question) => {
    const live = [fillIn(1, { ...as('new'), ...saying(quote), question, accepted: ['3万'] })];
    expect(changed([people('old', 12, before)], live)).toEqual([['old', 'old', 'gone']]);
  });
});

describe('changes of the index', () => {
  const none = new Set<ItemId>();
  const moved = single(2, { id: 'moved' as ItemId, spanHash: 'other' });
  const mended = single(3, { id: 'mended' as ItemId, correct: 2 });
  const live = [single(1), moved, mended];

  test('are told apart: the same, moved, changed, gone', () => {
    const kept = [single(1), single(2), single(3), single(4)];
    expect(
      changesOf(kept, { live, retired: none, stands: () => false }).map(({ from, to, how }) => [from.id, to.id, how]),
    ).toEqual([
      ['item-3', 'mended', 'changed'],
      ['item-1', 'item-1', 'back'],
      ['item-2', 'moved', 'moved'],
      ['item-4', 'item-4', 'gone'],
    ]);
  });

  test('leave alone what maintainers took out', () => {
    expect(changesOf([single(4)], { live, retired: new Set([single(4).id]), stands: () => false })).toEqual([]);
  });

  test('show in the fingerprint, and nothing else does', () => {
    expect(fingerprintOf(manyItems(5))).toBe(fingerprintOf(manyItems(5)));
    expect(fingerprintOf(manyItems(5))).not.toBe(fingerprintOf(manyItems(6)));
  });
});

test('a short answer is stale once the words of one of its points are gone', () => {
  const [first, second] = ['清单', '早餐会'].map((text) => ({ text, citation: citation(1, { quote: text }) }));
  if (!first || !second) throw new Error('no points');
  const told = shortAnswer(1, { keyPoints: [first, second] });
  const changes = (gone: string) =>
    changesOf([told], { live: [], retired: new Set(), stands: ({ quote }) => quote !== gone }).map(({ how }) => how);
  expect(changes('早餐会')).toEqual(['gone']);
  expect(changes('清单')).toEqual(['gone']);
  expect(changes('别的')).toEqual([]);
});
