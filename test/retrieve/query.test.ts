import { describe, expect, test } from 'vitest';
import { queryTerms, relatedTerms } from '../../src/retrieve/query.ts';
import { keyOf, visitTerms } from '../../src/store/index/postings/terms.ts';
import { randomText } from '../store/support/random-texts.ts';

function weightOf(question: string, term: string): number {
  const { high, low } = keyOf(term);
  return queryTerms(question).find(({ key }) => key.high === high && key.low === low)?.weight ?? 0;
}

describe('the terms of a question', () => {
  test('each stand once, with a weight above 0', () => {
    for (let seed = 0; seed < 100; seed++) {
      const terms = queryTerms(`${randomText(seed, 12)}云谷云谷`);
      expect(new Set(terms.map(({ key }) => `${key.high}:${key.low}`)).size).toBe(terms.length);
      expect(terms.every(({ weight }) => weight > 0)).toBe(true);
    }
  });

  test('are terms under which a passage with the same words is found', () => {
    for (let seed = 0; seed < 100; seed++) {
      const question = `${randomText(seed, 12)}码头`;
      const indexed = new Set<string>();
      visitTerms(question, (high, low) => indexed.add(`${high}:${low}`));
      for (const { key } of queryTerms(question)) expect(indexed.has(`${key.high}:${key.low}`)).toBe(true);
    }
  });

  test('a pair within a word counts more than one across two words, and that more than a character', () => {
    expect(weightOf('企业集群', '企业')).toBeGreaterThan(weightOf('企业集群', '业集'));
    expect(weightOf('企业集群', '业集')).toBeGreaterThan(weightOf('企业集群', '企'));
  });

  test('a word of two characters counts like a word that is not Chinese', () => {
    expect(weightOf('企业 solar', 'solar')).toBeCloseTo(weightOf('企业 solar', '企业'), 10);
  });

  test('words that only ask are left out, and what stood beside them does not join', () => {
    const question = '码头有多少个泊位？';
    expect(weightOf(question, '码头')).toBeGreaterThan(0);
    expect(weightOf(question, '泊位')).toBeGreaterThan(0);
    expect(weightOf(question, '多少')).toBe(0);
    expect(weightOf(question, '头泊')).toBe(0);
  });

  test('a question of nothing but such words keeps them', () => {
    expect(queryTerms('多少').length).toBeGreaterThan(0);
  });

  test('figures are found with and without thousands commas', () => {
    expect(weightOf('共1,200人', '1200')).toBeGreaterThan(0);
  });

  test('of nothing are none', () => {
    expect(queryTerms('')).toEqual([]);
    expect(queryTerms('？！')).toEqual([]);
  });
});

test('related words count by their pairs, each once and less than any pair of the question', () => {
  const terms = relatedTerms(['营商', '营商环境']);
  expect(terms.map(({ key }) => key)).toEqual(['营商', '商环', '环境'].map(keyOf));
  expect(terms.every(({ weight }) => weight < weightOf('企业集群', '业集'))).toBe(true);
});
