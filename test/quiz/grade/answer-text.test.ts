import { describe, expect, test } from 'vitest';
import { answerInFull, answerText, answerWithLetters, letterOf } from '../../../src/quiz/grade/answer-text.ts';
import { grade } from '../../../src/quiz/grade/grade.ts';
import { parseAnswer } from '../../../src/quiz/grade/parse-answer.ts';
import { fillIn, order, several, shortAnswer, single, trueFalse } from '../made-up-items.ts';

describe('the right answer', () => {
  test('of every kind in words', () => {
    expect(answerText(single(1))).toBe('12处');
    expect(answerText(trueFalse(1, { correct: 1 }))).toBe('错误');
    expect(answerText(several(1))).toBe('甲；丙');
    expect(answerText(order(1))).toBe('申报 → 联审 → 验收');
    expect(answerText(fillIn(1, { accepted: ['30名', '30'] }))).toBe('30名');
    expect(answerText(shortAnswer(1))).toBe('建立清单制度；配备首席服务员；每周召开早餐会');
  });

  test('of a wrong statement says in full what the report says; no other does', () => {
    expect(answerInFull(trueFalse(1, { correct: 1 }))).toBe('错误。第1类公园的解释。');
    expect(answerInFull(trueFalse(1))).toBe('正确');
    // An option that happens to be such a word is no statement.
    expect(answerInFull(single(1, { options: ['错误', '乙'], correct: 0 }))).toBe('错误');
  });

  test('carries the letters of its options', () => {
    expect([0, 2, 25].map(letterOf)).toEqual(['A', 'C', 'Z']);
    expect(answerWithLetters(single(1))).toBe('B 12处');
    expect(answerWithLetters(trueFalse(1))).toBe('A 正确');
    expect(answerWithLetters(several(1))).toBe('A 甲；C 丙');
    expect(answerWithLetters(order(1))).toBe('CAB（申报 → 联审 → 验收）');
    expect(answerWithLetters(fillIn(1))).toBe('120处');
  });

  test('typed as it is shown is right, whatever the kind', () => {
    for (const item of [single(1), trueFalse(1), fillIn(1), shortAnswer(1)]) {
      const response = parseAnswer(answerText(item), item);
      expect(response && grade(item, response)?.isRight, item.kind).toBe(true);
    }
  });
});
