// Averages word vectors into the vector of a text: smooth inverse frequency (Arora, Liang & Ma 2017, "A Simple but
// Tough-to-Beat Baseline for Sentence Embeddings"). Its second step, taking out the direction that all texts share, gains
// nothing here: training has taken it out of the words already (`all-but-the-top.ts`).

import { normalise } from './arithmetic.ts';
import type { WordTable } from './table.ts';

/** The constant a in a ÷ (a + p): words much more frequent than one in a thousand count little. */
const SMOOTHING = 1e-3;

/** Weight of each word in a text, by number: a ÷ (a + p), p being its share of the corpus; in (0, 1]. */
export function textWeights({ counts }: Pick<WordTable, 'counts'>): Float64Array {
  let total = 0;
  for (let number = 0; number < counts.length; number++) total += counts[number] ?? 0;
  const weights = new Float64Array(counts.length);
  for (let number = 0; number < counts.length; number++) {
    weights[number] = SMOOTHING / (SMOOTHING + (counts[number] ?? 0) / Math.max(1, total));
  }
  return weights;
}

/**
 * Weighted mean of rows of the table, at length 1; all zero without rows.
 * @param rows word numbers, with repeats   @param weights by word number
 */
export function embedRows(rows: readonly number[], table: WordTable, weights: Float64Array): Float32Array {
  const { dimension } = table;
  const vector = new Float32Array(dimension);
  for (const row of rows) {
    const factor = (weights[row] ?? 0) * (table.scales[row] ?? 0);
    const base = row * dimension;
    for (let d = 0; d < dimension; d++) vector[d] = (vector[d] as number) + factor * (table.rows[base + d] as number);
  }
  normalise(vector);
  return vector;
}
