import { describe, expect, test } from 'vitest';
import { type SkipGramOptions, trainSkipGram } from '../../../../scripts/dev/vectors/skipgram.ts';
import { seededRandom } from '../../../../src/text/random.ts';

const DIMENSION = 16;
const THEME_WORDS = 6;

/** Sentences of two themes, 0–5 and 6–11, that never share a word. */
function twoThemes(sentences = 600): Pick<SkipGramOptions, 'corpus' | 'counts'> {
  const random = seededRandom(11);
  const corpus: number[] = [];
  const counts = new Array<number>(2 * THEME_WORDS).fill(0);
  for (let sentence = 0; sentence < sentences; sentence++) {
    for (let place = 0; place < 8; place++) {
      const word = (sentence % 2) * THEME_WORDS + Math.floor(random() * THEME_WORDS);
      corpus.push(word);
      counts[word] = (counts[word] ?? 0) + 1;
    }
    corpus.push(-1);
  }
  return { corpus: Int32Array.from(corpus), counts };
}

function train(seed: number, more: Partial<SkipGramOptions> = {}): Float32Array {
  return trainSkipGram({ ...twoThemes(), random: seededRandom(seed), dimension: DIMENSION, subsampling: 0, ...more });
}

function cosine(matrix: Float32Array, a: number, b: number): number {
  const [left, right] = [a, b].map((row) => matrix.subarray(row * DIMENSION, (row + 1) * DIMENSION)) as [
    Float32Array,
    Float32Array,
  ];
  const product = left.reduce((sum, value, d) => sum + value * (right[d] ?? 0), 0);
  return product / (Math.hypot(...left) * Math.hypot(...right));
}

describe('skip-gram', () => {
  test('words that keep the same company end up closer than any that do not', () => {
    const matrix = train(1);
    let nearest = -1;
    let farthest = 1;
    for (let a = 0; a < 2 * THEME_WORDS; a++) {
      for (let b = 0; b < a; b++) {
        const together = a < THEME_WORDS === b < THEME_WORDS;
        if (together) farthest = Math.min(farthest, cosine(matrix, a, b));
        else nearest = Math.max(nearest, cosine(matrix, a, b));
      }
    }
    expect(farthest).toBeGreaterThan(nearest + 0.2);
  });

  test('the same seed gives the same vectors, another seed others', () => {
    expect(train(5, { epochs: 1 })).toEqual(train(5, { epochs: 1 }));
    expect(train(5, { epochs: 1 })).not.toEqual(train(6, { epochs: 1 }));
  });

  test('every number is finite, with sub-sampling too', () => {
    expect(train(2, { subsampling: 1e-3 }).every(Number.isFinite)).toBe(true);
  });

  test('no window reaches over the end of a sentence', () => {
    // Two words that are always neighbours, but never in one sentence: nothing is learnt of them.
    const corpus = Int32Array.from({ length: 4000 }, (_, at) => [0, -1, 1, -1][at % 4] ?? -1);
    const options = { corpus, counts: [1000, 1000], dimension: DIMENSION, subsampling: 0, epochs: 1 };
    const untrained = trainSkipGram({ ...options, corpus: new Int32Array(), random: seededRandom(9) });
    expect(trainSkipGram({ ...options, random: seededRandom(9) })).toEqual(untrained);
  });

  test('an empty corpus leaves small random vectors', () => {
    const matrix = trainSkipGram({
      corpus: new Int32Array(),
      counts: [1, 1],
      random: seededRandom(1),
      dimension: DIMENSION,
    });
    expect(matrix).toHaveLength(2 * DIMENSION);
    expect(matrix.every((value) => Math.abs(value) <= 0.5 / DIMENSION)).toBe(true);
  });

  test('progress rises from 0 to below 1', () => {
    const shares: number[] = [];
    train(1, {
      epochs: 2,
      ...twoThemes(30_000),
      dimension: 2,
      negatives: 1,
      window: 1,
      onProgress: (share) => shares.push(share),
    });
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.every((share) => share >= 0 && share < 1)).toBe(true);
  });
});

test('random numbers lie evenly in [0, 1)', () => {
  const random = seededRandom(42);
  const numbers = Array.from({ length: 10_000 }, random);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  for (let tenth = 0; tenth < 10; tenth++) {
    const share = numbers.filter((number) => Math.floor(number * 10) === tenth).length / numbers.length;
    expect(share).toBeCloseTo(0.1, 1);
  }
});
