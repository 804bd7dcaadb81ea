import { describe, expect, test } from 'vitest';
import { inverseDocumentFrequency } from '../../src/retrieve/bm25.ts';
import { LexicalSearcher, type QueryTerm } from '../../src/retrieve/lexical.ts';
import { queryTerms } from '../../src/retrieve/query.ts';
import { buildPostings, type IndexedText } from '../../src/store/index/postings/postings.ts';
import { keyOf, visitTerms } from '../../src/store/index/postings/terms.ts';
import { randomPassages, randomText } from '../store/support/random-texts.ts';
import { picker } from '../text/pseudo-random.ts';

/** The formula written out: Σ idf · (k₁ + 1) · count ⁄ (count + k₁ · (1 − b + b · length ⁄ mean)), body and heading apart. */
function naiveOn(texts: readonly IndexedText[]): (terms: readonly QueryTerm[]) => number[] {
  const body = { passages: texts.map((text) => countTerms(text.body)), k1: 0.8, b: 0.4, share: 1 };
  const heading = { passages: texts.map((text) => countTerms(text.heading)), k1: 2, b: 1, share: 0.3 };
  const fields = [body, heading].map((field) => ({ ...field, mean: Math.max(1, meanLength(field.passages)) }));
  return (terms) => {
    const scores = texts.map(() => 0);
    for (const { key, weight } of terms) {
      const name = `${key.high}:${key.low}`;
      const frequency = body.passages.filter(({ counts }) => counts.has(name)).length;
      const idf = inverseDocumentFrequency(texts.length, frequency);
      for (const { passages, mean, k1, b, share } of fields) {
        passages.forEach(({ counts, length }, passage) => {
          const count = counts.get(name) ?? 0;
          const norm = k1 * (1 - b + (b * length) / mean);
          if (count > 0)
            scores[passage] = (scores[passage] ?? 0) + (share * weight * idf * (k1 + 1) * count) / (count + norm);
        });
      }
    }
    return scores;
  };
}

const meanLength = (passages: readonly { length: number }[]): number =>
  passages.reduce((sum, { length }) => sum + length, 0) / passages.length;

function countTerms(text: string): { counts: Map<string, number>; length: number } {
  const counts = new Map<string, number>();
  const length = visitTerms(text, (high, low) => counts.set(`${high}:${low}`, (counts.get(`${high}:${low}`) ?? 0) + 1));
  return { counts, length };
}

const textsOf = (...bodies: string[]): IndexedText[] => bodies.map((body) => ({ body, heading: '' }));
const searcherOf = (texts: readonly IndexedText[]): LexicalSearcher => new LexicalSearcher(buildPostings(texts));
const numbersOf = (texts: readonly IndexedText[], question: string, count = 10): number[] =>
  searcherOf(texts)
    .search(queryTerms(question), count)
    .scored.map(({ number }) => number);

describe('search', () => {
  test.each(Array.from({ length: 12 }, (_, seed) => seed))(
    'finds what adding up everything finds (seed %i)',
    (seed) => {
      const texts = randomPassages(seed, 30 + 60 * seed);
      const searcher = searcherOf(texts);
      const naiveScores = naiveOn(texts);
      const { below } = picker(seed);
      for (let round = 0; round < 25; round++) {
        const terms = queryTerms(randomText(seed * 31 + round, 10));
        const count = 1 + below(12);
        const isEven = below(3) === 0;
        const accept = (number: number): boolean => !isEven || number % 2 === 0;
        const naive = naiveScores(terms);
        const expected = naive.filter((score, number) => score > 0 && accept(number)).sort((a, b) => b - a);
        const { scored } = searcher.search(terms, count, accept);
        expect(scored.length).toBe(Math.min(count, expected.length));
        scored.forEach(({ number, score }, rank) => {
          expect(accept(number)).toBe(true);
          expect(score).toBeCloseTo(naive[number] ?? 0, 4);
          expect(score).toBeCloseTo(expected[rank] ?? 0, 4);
        });
      }
    },
  );

  test('goes round long lists without losing a passage that only they lift', () => {
    // One rare word in ten passages, and a word that all hold: of those ten the one that repeats it most wins.
    const bodies = Array.from(
      { length: 3000 },
      (_, index) => `码头${index % 300 === 7 ? '云谷' : '石镇'}${'的'.repeat(index % 5)}`,
    );
    const texts = textsOf(...bodies, '云谷'.padEnd(40, '码头'));
    const terms = queryTerms('云谷码头');
    const naive = naiveOn(texts)(terms);
    const order = [...naive.keys()].sort((a, b) => (naive[b] ?? 0) - (naive[a] ?? 0) || a - b).slice(0, 5);
    expect(
      searcherOf(texts)
        .search(terms, 5)
        .scored.map(({ number }) => number),
    ).toEqual(order);
  });

  test('a passage with all common words may beat those with the rare one: it is not given up too early', () => {
    const winners = new Set<string>();
    for (let rare = 10; rare <= 800; rare *= 1.25) {
      const bodies = Array.from({ length: 6000 }, (_, index) => {
        if (index === 0) return '果园，渔民，橘洲';
        if (index === 5999) return '青石，码头，新建';
        // All are as long as the winner, so that what a list can add at most is what it adds.
        return `${index < rare ? '果园' : ['青石', '码头', '新建'][index % 3]}，阡陌，桑麻`;
      });
      const texts = textsOf(...bodies);
      const terms = queryTerms('渔民，橘洲，果园，青石，码头，新建');
      const [, second = 0] = naiveOn(texts)(terms).sort((a, b) => b - a);
      const { scored } = searcherOf(texts).search(terms, 2);
      expect(scored[1]?.score).toBeCloseTo(second, 4);
      winners.add(bodies[scored[1]?.number ?? 0] ?? '');
    }
    expect(winners).toEqual(new Set(['果园，阡陌，桑麻', '青石，码头，新建']));
  });

  test('a long list counts for its first passage, its last and those between', () => {
    for (const winner of [0, 1, 299, 598, 599]) {
      const bodies = Array.from({ length: 600 }, (_, index) => `码头${index === winner ? '云谷' : '石镇'}`);
      const terms = queryTerms('云谷码头');
      const [best] = searcherOf(textsOf(...bodies)).search(terms, 1).scored;
      expect(best?.number).toBe(winner);
      expect(best?.score).toBeCloseTo(naiveOn(textsOf(...bodies))(terms)[winner] ?? 0, 4);
    }
  });

  test('equal passages come in order of number, also where lists are only looked up', () => {
    const texts = textsOf(
      ...Array.from({ length: 400 }, (_, index) => (index % 40 === 3 ? '青石码头的的' : '码头的的')),
    );
    expect(numbersOf(texts, '青石码头', 4)).toEqual([3, 43, 83, 123]);
  });

  test('fewer results of more are the first of them', () => {
    const searcher = searcherOf(randomPassages(77, 400));
    const terms = queryTerms(randomText(5, 14));
    const many = searcher.search(terms, 60).scored;
    for (const count of [1, 3, 10, 40]) expect(searcher.search(terms, count).scored).toEqual(many.slice(0, count));
  });

  test('leaves no trace: the same question gives the same answer after any other', () => {
    const searcher = searcherOf(randomPassages(5, 300));
    const terms = queryTerms('云谷湾新建码头 solar');
    const first = searcher.search(terms, 10);
    for (let seed = 0; seed < 20; seed++)
      searcher.search(queryTerms(randomText(seed, 8)), 3, (number) => number % 7 === 0);
    expect(searcher.search(terms, 10)).toEqual(first);
  });

  test('finds only what is accepted, and nothing where nothing is', () => {
    const searcher = searcherOf(textsOf('云谷', '云谷', '云谷'));
    expect(searcher.search(queryTerms('云谷'), 5, (number) => number === 1).scored.map(({ number }) => number)).toEqual(
      [1],
    );
    expect(searcher.search(queryTerms('云谷'), 5, () => false).scored).toEqual([]);
  });

  test('asks about few passages while it walks many', () => {
    const searcher = searcherOf(randomPassages(6, 2000));
    let asked = 0;
    searcher.search(queryTerms('云谷湾新建码头'), 5, () => ++asked > 0);
    expect(asked).toBeLessThan(600);
  });

  test('of no terms, unknown terms, no passages or no count finds nothing', () => {
    const searcher = searcherOf(textsOf('云谷'));
    expect(searcher.search([], 5)).toEqual({ scored: [], attainable: 0 });
    expect(searcher.search(queryTerms('鹿鸣'), 5).scored).toEqual([]);
    expect(searcher.search(queryTerms('云谷'), 0).scored).toEqual([]);
    expect(searcherOf([]).search(queryTerms('云谷'), 5).scored).toEqual([]);
  });
});

describe('ranking', () => {
  test('a passage with the rare word comes before one with the common word', () => {
    expect(numbersOf(textsOf('码头开放', '云谷开放', '码头关闭', '码头翻新'), '云谷码头')[0]).toBe(1);
  });

  test('of two passages with the same words the shorter comes first: it says less else', () => {
    expect(numbersOf(textsOf(`云谷${'石镇新区建设'.repeat(20)}`, '云谷石镇', '湾区'), '云谷')).toEqual([1, 0]);
  });

  test('a word in the heading counts, and less than the same word in the text', () => {
    const texts = [
      { body: '新建码头', heading: '云谷' },
      { body: '新建码头', heading: '' },
      { body: '新建码头云谷', heading: '' },
    ];
    expect(numbersOf(texts, '云谷码头')).toEqual([2, 0, 1]);
  });

  test('no passage reaches more than is attainable by its text alone', () => {
    const texts = randomPassages(8, 200).map(({ body }) => ({ body, heading: '' }));
    const searcher = searcherOf(texts);
    for (let seed = 0; seed < 40; seed++) {
      const { scored, attainable } = searcher.search(queryTerms(randomText(seed, 8)), 1);
      expect(scored[0]?.score ?? 0).toBeLessThanOrEqual(attainable);
    }
  });

  test('a term is worth more the fewer passages hold it, and always something', () => {
    expect(inverseDocumentFrequency(2, 1)).toBeCloseTo(Math.log(2), 10);
    for (let df = 1; df <= 50; df++) {
      expect(inverseDocumentFrequency(50, df)).toBeLessThan(inverseDocumentFrequency(50, df - 1));
      expect(inverseDocumentFrequency(50, df)).toBeGreaterThan(0);
    }
    const searcher = searcherOf(textsOf('云谷', '云湾', '石'));
    expect(searcher.idf(keyOf('云'))).toBeCloseTo(inverseDocumentFrequency(3, 2), 10);
  });
});
