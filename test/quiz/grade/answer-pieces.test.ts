import { expect, test } from 'vitest';
import { countDenials, piecesOf, plainLetters } from '../../../src/quiz/grade/answer-pieces.ts';

const textsOf = (answer: string): string[] => piecesOf(answer).map(({ text }) => text);
const denied = (answer: string): boolean[] => piecesOf(answer).map(({ denials }) => denials > 0);

test('an answer is cut at marks, numbers of a list and joining words', () => {
  expect(textsOf('1.清单制度 2、首席服务员；③早餐会和茶会')).toEqual(['清单制度', '首席服务员', '早餐会', '茶会']);
  expect(textsOf('一是“清单制度”，二是早餐会')).toEqual(['清单制度', '早餐会']);
});

test('numerals are read, decimals stay whole', () => {
  expect(plainLetters('十二处、1.5公里')).toBe('12处1.5公里');
  expect(plainLetters('下降三成，压缩一半')).toBe('下降30%压缩50%');
});

test('a denial bears on what is listed behind it in its clause, and at the end of a clause on all of it', () => {
  expect(denied('没有清单、茶会，有早餐会')).toEqual([true, true, false]);
  expect(denied('清单、茶会都没有')).toEqual([true, true]);
  expect(denied('除清单、茶会以外')).toEqual([true, true]);
  expect(denied('不是茶会而是早餐会')).toEqual([true, false]);
});

test('words that hold a denying sign deny nothing', () => {
  expect(['不断完善', '无障碍设施', '不见面审批', '不完善'].map(countDenials)).toEqual([0, 0, 0, 1]);
});
