import { expect, test } from 'vitest';
import { dot } from '../../../src/retrieve/embed/arithmetic.ts';
import { embedRows, textWeights } from '../../../src/retrieve/embed/average.ts';
import { toyTable } from './support/toy-table.ts';

const table = toyTable();
const weights = textWeights(table);

function embed(words: readonly string[]): Float32Array {
  return embedRows(
    words.map((word) => table.words.indexOf(word)),
    table,
    weights,
  );
}

test('weights follow a ÷ (a + p): the rarer the word, the more it weighs', () => {
  const computed = textWeights({ counts: Uint32Array.of(900, 99, 1) });
  expect(computed[0]).toBeCloseTo(0.001 / (0.001 + 0.9), 12);
  expect(computed[2]).toBeCloseTo(0.5, 12);
  expect([...computed]).toEqual([...computed].sort((a, b) => a - b));
});

test('a text is drawn to its rare words and has length 1', () => {
  const text = embed(['的', '的', '学校']);
  expect(Math.hypot(...text)).toBeCloseTo(1, 5);
  expect(dot(text, embed(['学校']))).toBeGreaterThan(dot(text, embed(['的'])));
});

test('the order of the words does not matter, how often they stand does', () => {
  expect(dot(embed(['学校', '企业', '增长']), embed(['增长', '学校', '企业']))).toBeCloseTo(1, 5);
  expect(dot(embed(['学校', '学校', '企业']), embed(['学校']))).toBeGreaterThan(
    dot(embed(['学校', '企业']), embed(['学校'])),
  );
});

test('a text without words is zero', () => {
  expect(embed([])).toEqual(new Float32Array(table.dimension));
});
