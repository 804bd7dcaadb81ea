import { expect, test } from 'vitest';
import { EMPTY_WORDS, looksAlike, OPPOSITES, tellsApart } from '../../../src/quiz/grade/grading-cues.ts';

test('opposites have two sides that share no word', () => {
  expect(OPPOSITES.length).toBeGreaterThan(2);
  for (const [left, right] of OPPOSITES) {
    expect(left.length).toBeGreaterThan(0);
    expect(right.filter((word) => word === '' || left.includes(word))).toEqual([]);
  }
});

test('look-alikes are told from signs that make another thing', () => {
  expect(looksAlike('己', '已')).toBe(true);
  expect(looksAlike('东', '西')).toBe(false);
  expect(['东', '一', '7'].every(tellsApart)).toBe(true);
  expect(tellsApart('贴')).toBe(false);
  expect(EMPTY_WORDS.has('推行')).toBe(true);
});
