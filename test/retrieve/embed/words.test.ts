import { expect, test } from 'vitest';
import { indexWords } from '../../../src/retrieve/embed/word-index.ts';
import { wordVectors } from '../../../src/retrieve/embed/words.ts';
import { toyTable } from './support/toy-table.ts';

const table = toyTable();
const words = wordVectors(table, indexWords(table.words));

test('similarity is symmetric, within −1 … 1, and 1 for a word and itself', () => {
  for (const a of table.words) {
    expect(words.similarity(a, a)).toBe(1);
    for (const b of table.words) {
      expect(words.similarity(a, b)).toBe(words.similarity(b, a));
      expect(Math.abs(words.similarity(a, b))).toBeLessThanOrEqual(1);
    }
  }
});

test('words of one theme are closer than words of two', () => {
  expect(words.similarity('学校', '教育')).toBeGreaterThan(0.9);
  expect(words.similarity('学校', '企业')).toBeLessThan(0.2);
});

test('unknown words are like nothing, not even themselves', () => {
  expect(words.has('学校')).toBe(true);
  expect(words.has('无此词')).toBe(false);
  expect(words.similarity('无此词', '学校')).toBe(0);
  expect(words.similarity('无此词', '无此词')).toBe(0);
});

test('the nearest candidate is the one of the highest similarity', () => {
  const candidates = ['无此词', '企业', '收入', '学校'];
  const found = words.nearest('gdp', candidates);
  expect(found?.word).toBe('收入');
  expect(found?.similarity).toBe(Math.max(...candidates.map((candidate) => words.similarity('gdp', candidate))));
});

test('nothing is nearest to an unknown word, or among unknown words', () => {
  expect(words.nearest('无此词', ['学校'])).toBeNull();
  expect(words.nearest('学校', ['无此词'])).toBeNull();
  expect(words.nearest('学校', [])).toBeNull();
});

test('rarity is −ln of the share: common words lowest, unknown words as the rarest known one', () => {
  const total = table.counts.reduce((sum, count) => sum + count, 0);
  expect(words.rarity('的')).toBeCloseTo(-Math.log(5000 / total), 10);
  expect(words.rarity('学校')).toBeGreaterThan(words.rarity('的'));
  expect(words.rarity('无此词')).toBe(Math.max(...table.words.map((word) => words.rarity(word))));
});
