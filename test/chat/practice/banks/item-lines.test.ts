import { expect, test } from 'vitest';
import { readEditedItem, readOwnItem } from '../../../../src/chat/practice/banks/item-lines.ts';
import { textOfItem } from '../../../../src/quiz/exchange/item-text.ts';
import { single } from '../../../quiz/made-up-items.ts';

const before = textOfItem(single(1));

test('only the parts that are named change; a letter means its option', () => {
  expect(readEditedItem('3 题目：几处？ 答案：C', before)).toMatchObject({ question: '几处？ 答案：C' });
  expect(readEditedItem('3 题目：几处？\n答案：C', before)).toEqual({ ...before, question: '几处？', right: ['15处'] });
  expect(readEditedItem('3 选项：1处|2处；答案：2处', before)).toMatchObject({
    options: ['1处', '2处'],
    right: ['2处'],
  });
  expect(readEditedItem('3', before)).toBeNull();
});

test('an item of one’s own is read, with its kind by its parts', () => {
  expect(readOwnItem('题目：柳溪区新建公园____处。\n答案：12处\n原文：新建公园12处')).toMatchObject({
    kind: 'fill-in',
    right: ['12处'],
    quote: '新建公园12处',
  });
  expect(readOwnItem('题目：哪几项？\n选项：甲|乙|丙\n答案：A|C')).toMatchObject({
    kind: 'several',
    right: ['甲', '丙'],
  });
  expect(readOwnItem('题型：判断题\n题目：对吗？\n选项：正确|错误\n答案：正确')).toMatchObject({ kind: 'true-false' });
  expect(readOwnItem('题目：新建公园几处？\n答案：12处')).toMatchObject({ kind: 'fill-in' });
  expect(readOwnItem('题目：采取了哪些做法？\n答案：建立台账|定期走访')).toMatchObject({ kind: 'short-answer' });
  expect(readOwnItem('题目：只有题目')).toBeNull();
});
