import { describe, expect, test } from 'vitest';
import { answerText, answerWithLetters } from '../../../src/quiz/grade/answer-text.ts';
import { grade } from '../../../src/quiz/grade/grade.ts';
import { parseAnswer, readsAsQuestion } from '../../../src/quiz/grade/parse-answer.ts';
import { fillIn, order, several, shortAnswer, single, trueFalse } from '../made-up-items.ts';

describe('what is typed for options', () => {
  test.each([
    ['B', [1]],
    ['b.', [1]],
    ['Ｂ', [1]],
    ['（B）', [1]],
    ['12处', [1]],
    ['D', null],
    ['AB', null],
    ['', null],
    ['没听说过', null],
  ])('%j of one', (text, options) => expect(parseAnswer(text, single(1))).toEqual(options && { options }));

  test.each([
    ['AC', [0, 2]],
    ['a c', [0, 2]],
    ['A、C', [0, 2]],
    ['丙', [2]],
    ['AA', null],
    ['AE', null],
  ])('%j of several', (text, options) => expect(parseAnswer(text, several(1))).toEqual(options && { options }));

  test.each([
    ['CAB', [2, 0, 1]],
    ['c-a-b', [2, 0, 1]],
    ['CA', null],
    ['CAA', null],
  ])('%j in order', (text, options) => expect(parseAnswer(text, order(1))).toEqual(options && { options }));

  test.each([
    ['对', [0]],
    ['√', [0]],
    ['正确', [0]],
    ['错', [1]],
    ['不对', [1]],
    ['×', [1]],
    ['true', [0]],
    ['A', [0]],
    ['也许', null],
  ])('%j for right or wrong', (text, options) =>
    expect(parseAnswer(text, trueFalse(1))).toEqual(options && { options }),
  );
});

test('what is typed for a blank is taken as it is, unless it says nothing', () => {
  expect(parseAnswer(' 120处 ', fillIn(1))).toEqual({ text: '120处' });
  expect(parseAnswer('……', fillIn(1))).toBeNull();
});

test.each([
  ['柳溪区有几处公园？', true],
  ['what about parks?', true],
  ['/help', true],
  ['柳溪区有哪些做法', true],
  ['谁负责', true],
  ['120处', false],
  ['柳溪区', false],
])('%j, while a blank is open, is a question: %s', (text, isQuestion) =>
  expect(readsAsQuestion(text, fillIn(1))).toBe(isQuestion),
);

test('a long telling may hold an asking word', () => {
  const text = '先弄清楚企业需要什么，再由首席服务员上门办理，每周用早餐会收集意见';
  expect(readsAsQuestion(text, shortAnswer(1))).toBe(false);
  expect(readsAsQuestion('什么是早餐会', shortAnswer(1))).toBe(true);
});

test('the right answer of every kind, typed as it is shown, is right', () => {
  for (const item of [single(1), trueFalse(1), fillIn(1), shortAnswer(1)]) {
    const given = parseAnswer(answerText(item), item);
    expect(given && grade(item, given)?.isRight, item.kind).toBe(true);
  }
  expect(answerWithLetters(single(1))).toBe('B 12处');
  expect(answerWithLetters(several(1))).toBe('A 甲；C 丙');
  expect(answerWithLetters(order(1))).toBe('CAB（申报 → 联审 → 验收）');
});
