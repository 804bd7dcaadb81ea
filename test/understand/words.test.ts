import { describe, expect, test } from 'vitest';
import { fold } from '../../src/text/normalise.ts';
import { blank, blankOut } from '../../src/understand/blank.ts';
import { contentWords, partsOf } from '../../src/understand/words.ts';
import { picker, scramble } from '../text/pseudo-random.ts';

const wordsOf = (text: string): string[] => contentWords(fold(text)).map(({ word }) => word);

describe('content words', () => {
  test.each([
    ['terms of the field stay whole', '优化营商环境', ['优化', '营商环境']],
    ['what stands in quotation marks is one word', '“茶园管家”服务', ['茶园管家', '服务']],
    ['a blank stretch parts words', '茶园    面积', ['茶园', '面积']],
    ['nothing holds no word', '', []],
    ['marks hold no word', '？，。', []],
  ])('%s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('quoted words and terms are known, others are not', () => {
    const known = contentWords(fold('“茶园管家”茶农')).map(({ word, isKnown }) => [word, isKnown]);
    expect(known).toContainEqual(['茶园管家', true]);
    expect(known).toContainEqual(['茶农', false]);
  });

  test('they stand in the text, in its order', () => {
    for (let seed = 0; seed < 200; seed++) {
      const folded = fold(scramble(picker(seed), 12));
      let from = 0;
      const misplaced = contentWords(folded).filter(({ word }) => {
        const at = folded.indexOf(word, from);
        from = Math.max(from, at);
        return at < 0;
      });
      expect(misplaced).toEqual([]);
    }
  });
});

describe('parts of a term', () => {
  test('a term of several words has them as parts', () => {
    expect(partsOf('老旧小区改造')).toEqual(expect.arrayContaining(['小区', '改造']));
  });

  test('a plain word has none', () => {
    expect(partsOf('企业')).toEqual([]);
  });
});

describe('blanking out', () => {
  test('keeps every length', () => {
    expect([blank('青石区'), blank('')]).toEqual(['   ', '']);
    expect(
      blankOut('青石区有茶园', [
        { start: 0, end: 3 },
        { start: 4, end: 5 },
      ]),
    ).toBe('   有 园');
  });

  test('nothing to blank leaves the text', () => {
    expect(blankOut('青石区', [])).toBe('青石区');
  });
});
