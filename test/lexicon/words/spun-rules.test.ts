import { describe, expect, test } from 'vitest';
import { FALLS, PLAN_WORDS, RISES } from '../../../src/lexicon/words/indicator-words.ts';
import { SPUN_RULES } from '../../../src/lexicon/words/spun-rules.ts';

describe('rules for spun words', () => {
  test('are found by one Chinese character, and match only where it stands', () => {
    for (const [head, rules] of SPUN_RULES) {
      expect(head).toMatch(/^[\u4e00-\u9fff]$/);
      for (const { pattern } of rules) {
        expect(pattern.sticky).toBe(true);
        pattern.lastIndex = 0;
        expect(pattern.test('甲乙')).toBe(false);
      }
    }
  });

  test('give a word for a word: none deletes', () => {
    expect([...SPUN_RULES.values()].flat().filter(({ correct }) => correct === '')).toEqual([]);
  });

  test('keep the narrow before the wide: no rule is out of reach', () => {
    for (const rules of SPUN_RULES.values()) {
      const wide = rules.findIndex(({ pattern }) => /^[\u4e00-\u9fff]+$/.test(pattern.source));
      const sameWord =
        wide < 0
          ? []
          : rules.slice(wide + 1).filter(({ pattern }) => pattern.source.includes(rules[wide]?.pattern.source ?? ''));
      expect(sameWord).toEqual([]);
    }
  });
});

describe('words around figures', () => {
  test.each(Object.entries({ FALLS, PLAN_WORDS, RISES }))('%s: longest first, none twice', (_, list) => {
    expect(list.map(({ length }) => length)).toEqual(list.map(({ length }) => length).sort((a, b) => b - a));
    expect(new Set(list).size).toBe(list.length);
  });

  test('no word is both a rise and a fall', () => {
    expect(RISES.filter((word) => FALLS.includes(word))).toEqual([]);
  });
});
