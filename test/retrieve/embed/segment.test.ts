import { expect, test } from 'vitest';
import { buildVocabulary, cut } from '../../../src/retrieve/embed/segment.ts';
import { indexWords } from '../../../src/retrieve/embed/word-index.ts';
import { seededRandom } from '../../../src/text/random.ts';

const WORDS = ['的', '发展', '经济', '学校', '校长', '中学', '学', '教育局', '教育', 'gdp', '5g', 'été'];
const COUNTS = [900, 80, 70, 60, 3, 50, 40, 5, 30, 8, 7, 1];
const vocabulary = buildVocabulary(WORDS, COUNTS);

function cutWords(text: string): string[] {
  return cut(text, vocabulary).map((number) => WORDS[number] ?? '');
}

test('known words are found in order, with repeats', () => {
  expect(cutWords('经济的发展，经济')).toEqual(['经济', '的', '发展', '经济']);
});

test('what no word covers is left out, and words after it are found', () => {
  expect(cutWords('赵某的学校')).toEqual(['的', '学校']);
  expect(cutWords('赵某')).toEqual([]);
  expect(cutWords('')).toEqual([]);
});

test('of two cuts the likelier one wins, not the first', () => {
  // 中学|校长 holds a rare word, 中|学校|长 two unknown units: words win wherever they fit.
  expect(cutWords('中学校长')).toEqual(['中学', '校长']);
  expect(cutWords('教育局')).toEqual(['教育局']);
});

test('letters and figures are whole words, and do not join with Chinese ones', () => {
  expect(cutWords('5g教育 gdp2020 gdp/été')).toEqual(['5g', '教育', 'gdp', 'été']);
});

test('every word alone is cut as itself', () => {
  for (const word of WORDS) expect(cutWords(word)).toEqual([word]);
});

test('found words stand in the text, in this order, without overlap', () => {
  const random = seededRandom(8);
  const units = [...WORDS.join(''), '赵', '，', ' '];
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: 20 }, () => units[Math.floor(random() * units.length)]).join('');
    let from = 0;
    for (const word of cutWords(text)) {
      const at = text.indexOf(word, from);
      expect(at).toBeGreaterThanOrEqual(from);
      from = at + word.length;
    }
  }
});

test('the word index agrees with a Map, for words and for what is none', () => {
  const random = seededRandom(4);
  const words = [
    ...new Set(
      Array.from({ length: 2000 }, () =>
        String.fromCharCode(
          ...Array.from({ length: 1 + Math.floor(random() * 4) }, () => 0x4e00 + Math.floor(random() * 40)),
        ),
      ),
    ),
  ];
  const index = indexWords(words);
  const expected = new Map(words.map((word, number) => [word, number]));
  for (const word of words) {
    for (const text of [word, word.slice(1), `${word}x`, word + word])
      expect(index.find(text)).toBe(expected.get(text) ?? -1);
    expect(index.find(`在${word}中`, 1, 1 + word.length)).toBe(expected.get(word));
  }
  expect(index.find('')).toBe(-1);
  expect(indexWords([]).find('某')).toBe(-1);
});

test('of a repeated word the first place counts', () => {
  expect(indexWords(['甲', '乙', '甲']).find('甲')).toBe(0);
});
