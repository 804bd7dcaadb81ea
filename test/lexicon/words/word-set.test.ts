import { expect, test } from 'vitest';
import { lengthAt, wordSet } from '../../../src/lexicon/words/word-set.ts';

test('gives the length of the longest word that stands at a place', () => {
  const set = wordSet(['书记', '副书记', '书']);
  expect(lengthAt(set, '区委副书记', 2)).toBe(3);
  expect(lengthAt(set, '区委副书记', 3)).toBe(2);
  expect(lengthAt(set, '读书', 1)).toBe(1);
});

test('gives 0 where no word stands, at the end, and for an empty set', () => {
  expect(lengthAt(wordSet(['书记']), '区委', 0)).toBe(0);
  expect(lengthAt(wordSet(['书记']), '书', 0)).toBe(0);
  expect(lengthAt(wordSet(['书记']), '书记', 2)).toBe(0);
  expect(lengthAt(wordSet([]), '书记', 0)).toBe(0);
});
