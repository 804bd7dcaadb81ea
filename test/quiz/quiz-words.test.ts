import { describe, expect, test } from 'vitest';
import * as words from '../../src/quiz/quiz-words.ts';
import { fold } from '../../src/text/normalise.ts';

describe('the words of quizzes', () => {
  const { LEADING_WORDS, TRAILING_WORDS, JOINERS, RIGHT_WORDS, WRONG_WORDS, ALL_WORDS, HELP_WORDS, ANY_WORDS } = words;

  test('are there for every use, the longest first where order counts', () => {
    for (const set of [RIGHT_WORDS, WRONG_WORDS, ALL_WORDS, HELP_WORDS, ANY_WORDS]) expect(set.size).toBeGreaterThan(5);
    for (const list of [LEADING_WORDS, TRAILING_WORDS, JOINERS, [...words.KIND_WORDS.keys()]]) {
      const lengths = list.map(({ length }) => length);
      expect(lengths.length).toBeGreaterThan(10);
      expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    }
  });

  test('are written folded and without the spaces that only the file has', () => {
    for (const word of [...LEADING_WORDS, ...RIGHT_WORDS, ...words.INTENT_WORDS.flatMap(([, set]) => [...set])]) {
      expect(word).toBe(fold(word));
      expect(word).not.toContain('_');
    }
    expect(LEADING_WORDS).toContain('ithink');
  });

  test('never mean right and wrong, or two intents, at once', () => {
    for (const word of RIGHT_WORDS) expect(WRONG_WORDS.has(word), word).toBe(false);
    const all = words.INTENT_WORDS.flatMap(([, set]) => [...set]);
    expect(new Set(all).size).toBe(all.length);
  });

  test('name every kind of item, and both kinds of choice by one word', () => {
    expect(new Set([...words.KIND_WORDS.values()].flat()).size).toBe(6);
    expect(words.KIND_WORDS.get('选择题')).toEqual(['single', 'several']);
    expect(words.KIND_WORDS.get('判断题')).toEqual(['true-false']);
  });

  test('count places from 0, in digits, numerals and ordinals', () => {
    expect(['1', '一', '6'].map((sign) => words.PLACES.get(sign))).toEqual([0, 0, 5]);
    expect(['第二', 'third', '6th'].map((word) => words.ORDINAL_PLACES.get(word))).toEqual([1, 2, 5]);
  });
});
