// The direction of a change, clause by clause.
import { describe, expect, test } from 'vitest';
import { turnedDirections } from '../../../src/answer/verify/direction.ts';

const BOTH = '全年收入增长5%,支出下降3%,税收持平';

describe('a clause is turned round', () => {
  test.each([
    ['支出增长3%', BOTH, ['支出增长3%']],
    ['收入下降5%', BOTH, ['收入下降5%']],
    ['收入下降5%,支出增长3%', BOTH, ['收入下降5%', '支出增长3%']],
    ['全年收入下降', BOTH, ['全年收入下降']],
    ['游客人数增长', '工业能耗下降', ['游客人数增长']],
    ['游客人数下降', '工业能耗上升', ['游客人数下降']],
  ])('%j against %j', (text, evidence, turned) => expect(turnedDirections(text, evidence)).toEqual(turned));
});

describe('a clause is not turned round', () => {
  test.each([
    ['where the clause with its figure says the same', '支出下降3%', BOTH],
    ['where it states no direction', '支出3%', BOTH],
    ['where it states both', '收入增长而支出下降', '能耗下降'],
    ['where the evidence knows both and nothing is about the same', '游客人数增长', BOTH],
    ['where the evidence states none', '游客人数增长', '游客人数12万'],
    ['where one clause about the same says so', '收入增长5%', '收入增长5%,支出下降5%'],
    ['where the same is told without direction', '全年收入增长', '全年收入5亿元,能耗下降'],
    ['without evidence', '收入增长', ''],
  ])('%s', (_, text, evidence) => expect(turnedDirections(text, evidence)).toEqual([]));
});

test('nothing turns itself round', () => {
  for (const text of [BOTH, '收入增长', '能耗上升,能耗下降', '']) expect(turnedDirections(text, text)).toEqual([]);
});
