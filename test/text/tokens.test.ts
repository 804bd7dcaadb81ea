import { describe, expect, test } from 'vitest';
import { fold, isHan } from '../../src/text/normalise.ts';
import { bigrams, isHanWord, pieceSpans, wordSpans, words } from '../../src/text/tokens.ts';
import { REPORTS } from '../support/made-up-reports.ts';
import { picker, scramble } from './pseudo-random.ts';

const SCRAMBLED = Array.from({ length: 200 }, (_, seed) => scramble(picker(seed), 25));
const FOLDED = [...SCRAMBLED, ...REPORTS.map(({ text }) => text)].map(fold);

describe('words', () => {
  test('each stands where its span says', () => {
    const misplaced = FOLDED.filter((folded) =>
      wordSpans(folded).some(({ word, start, end }) => folded.slice(start, end) !== word),
    );
    expect(misplaced).toEqual([]);
  });

  test('they come in order and do not overlap', () => {
    const isOrdered = (folded: string): boolean => {
      const spans = wordSpans(folded);
      return spans.every(({ start, end }, index) => start >= (spans[index - 1]?.end ?? 0) && end > start);
    };
    expect(FOLDED.filter((folded) => !isOrdered(folded))).toEqual([]);
  });

  test('every Chinese character lies in a word', () => {
    const outside = (folded: string): string =>
      wordSpans(folded).reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), folded);
    expect(FOLDED.filter((folded) => /\p{Script=Han}/u.test(outside(folded)))).toEqual([]);
  });

  test('the form in which a text was typed makes no difference', () => {
    expect(words('新增機位２１５０個ＧＤＰ')).toEqual(words('新增机位2150个gdp'));
  });

  test('figures stay whole and punctuation goes', () => {
    expect(words('新增就业14681人，增长8.4%。')).toEqual(
      expect.arrayContaining(['新增', '就业', '14681', '人', '增长', '8.4']),
    );
    expect(words('，。！“”')).toEqual([]);
  });
});

describe('pairs of characters', () => {
  test('there is one for every two Chinese neighbours, and no other', () => {
    const pairsOf = (folded: string): string[] =>
      [...Array(Math.max(0, folded.length - 1)).keys()]
        .filter((index) => isHan(folded.charCodeAt(index)) && isHan(folded.charCodeAt(index + 1)))
        .map((index) => folded.slice(index, index + 2));
    for (const folded of FOLDED.slice(-50)) expect(bigrams(folded)).toEqual(pairsOf(folded));
  });

  test.each([
    ['青石区', ['青石', '石区']],
    ['青石a区县', ['青石', '区县']],
    ['青', []],
    ['', []],
  ])('%s has %j', (text, pairs) => {
    expect(bigrams(text)).toEqual(pairs);
  });
});

test.each([
  ['青石区', true],
  ['青石1', false],
  ['gdp', false],
  ['', false],
])('%j is a Chinese word: %s', (word, expected) => {
  expect(isHanWord(word)).toBe(expected);
});

test('pieces cover a text without gaps, marks and white space too', () => {
  const text = '新增就业14681人， 占“三成”。\n';
  const pieces = pieceSpans(text);
  expect(pieces.map(({ word }) => word).join('')).toBe(text);
  for (const { word, start, end } of pieces) expect(text.slice(start, end)).toBe(word);
});
