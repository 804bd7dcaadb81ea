// Similarity of words from a table of word vectors. It compares words; `builtin.ts` makes vectors of texts.

import type { WordVectors } from '../../types.ts';
import type { WordTable } from './table.ts';
import type { WordIndex } from './word-index.ts';

/** The words of a table, comparable. @param index the table's words by row */
export function wordVectors(table: WordTable, index: WordIndex): WordVectors {
  const similarityOfRows = (a: number, b: number): number => {
    if (a === b) return 1;
    const { rows, scales, dimension } = table;
    let sum = 0;
    for (let d = 0, from = a * dimension, to = b * dimension; d < dimension; d++) {
      sum += (rows[from + d] as number) * (rows[to + d] as number);
    }
    const cosine = sum * (scales[a] ?? 0) * (scales[b] ?? 0);
    return Math.max(-1, Math.min(1, cosine));
  };
  const total = table.counts.reduce((sum, count) => sum + count, 0);
  const rarest = Math.max(1, table.counts.at(-1) ?? 1);
  return {
    rarity: (word) => Math.log(total / Math.max(rarest, table.counts[index.find(word)] ?? rarest)),
    has: (word) => index.find(word) >= 0,
    similarity: (a, b) => {
      const [rowA, rowB] = [index.find(a), index.find(b)];
      return rowA < 0 || rowB < 0 ? 0 : similarityOfRows(rowA, rowB);
    },
    nearest: (word, candidates) => {
      const row = index.find(word);
      if (row < 0) return null;
      let best: { word: string; similarity: number } | null = null;
      for (const candidate of candidates) {
        const other = index.find(candidate);
        if (other < 0) continue;
        const similarity = similarityOfRows(row, other);
        if (best === null || similarity > best.similarity) best = { word: candidate, similarity };
      }
      return best;
    },
  };
}
