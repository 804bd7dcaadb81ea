import { describe, expect, test } from 'vitest';
import { FALLS, PLAN_WORDS, RISES } from '../../../src/lexicon/words/indicator-words.ts';

describe('words around figures', () => {
  test.each(Object.entries({ FALLS, PLAN_WORDS, RISES }))('%s: longest first, none twice', (_, list) => {
    expect(list.map(({ length }) => length)).toEqual(list.map(({ length }) => length).sort((a, b) => b - a));
    expect(new Set(list).size).toBe(list.length);
  });

  test('no word is both a rise and a fall', () => {
    expect(RISES.filter((word) => FALLS.includes(word))).toEqual([]);
  });
});
