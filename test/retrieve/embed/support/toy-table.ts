// A small word-vector table for tests: a few words on two themes.

import { quantise, type WordTable } from '../../../../src/retrieve/embed/table.ts';

const WORDS: readonly (readonly [string, number, readonly number[]])[] = [
  ['的', 5000, [0.6, 0.6, 0.5, 0.1]],
  ['学校', 40, [1, 0.1, 0, 0]],
  ['教育', 30, [0.9, 0.2, 0.1, 0]],
  ['企业', 50, [0, 0.1, 1, 0]],
  ['项目', 20, [0.1, 0, 0.9, 0.2]],
  ['云溪', 5, [0.1, 1, 0.1, 0]],
  ['增长', 15, [0, 0, 0.2, 1]],
  ['收入', 12, [0, 0.1, 0.3, 0.9]],
  ['居民', 10, [0.2, 0.3, 0, 0.8]],
  ['gdp', 6, [0, 0, 0.4, 0.9]],
];

/** The table. */
export function toyTable(): WordTable {
  const dimension = 4;
  const matrix = Float32Array.from(WORDS.flatMap(([, , vector]) => [...vector]));
  return {
    provenance: { corpus: 'made up for tests', words: 5188, epochs: 1, seed: 7, trainedOn: '2026-01-02' },
    dimension,
    words: WORDS.map(([word]) => word),
    counts: Uint32Array.from(WORDS, ([, count]) => count),
    ...quantise(matrix, dimension),
  };
}
