import { describe, expect, test } from 'vitest';
import { isYesNo, statedFigure, yesWord } from '../../src/understand/yes-no.ts';

describe('a question for a yes or a no', () => {
  test.each([
    ['青石区是否推行网格管理', true],
    ['绿道建成了吗', true],
    ['有没有养老院', true],
    ['有没有什么做法', false],
    ['新增就业多少人了吗', false],
    ['推行网格管理', false],
  ])('%s: %s', (question, expected) => expect(isYesNo(question)).toBe(expected));

  test('有没有 is answered by 有, 是不是 by 是', () => {
    expect(['有没有公园', '是不是公园'].map(yesWord)).toEqual(['有', '是']);
  });
});

test.each([
  ['新增就业是2万人吗', 'equal', '新增就业是多少人'],
  ['收入有没有超过50亿元', 'over', '收入'],
  ['企业达到300家了吗', 'above', '企业是多少家'],
  ['收入是不是没超过8亿元', 'upto', '收入'],
])('%s puts forward a figure as a bound of the kind "%s"', (question, bound, asking) => {
  const stated = statedFigure(question);
  expect([stated?.bound, stated?.asking.includes(asking)]).toEqual([bound, true]);
});

test('two figures, or none, put forward nothing to compare', () => {
  expect([statedFigure('是3家还是5家'), statedFigure('建成了吗')]).toEqual([null, null]);
});
