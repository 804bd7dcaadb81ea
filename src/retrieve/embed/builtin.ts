// The embedder that needs no download: word vectors trained by `scripts/dev/train-vectors.ts` (table format: `table.ts`),
// averaged by smooth inverse frequency. It knows words, not their order; a neural embedder does more for paraphrase.

import { readFileSync } from 'node:fs';
import { AppError } from '../../errors.ts';
import { fold } from '../../text/normalise.ts';
import type { Embedder, WordVectors } from '../../types.ts';
import { embedRows, textWeights } from './average.ts';
import { buildVocabulary, cut } from './segment.ts';
import { checksumOf, decodeTable } from './table.ts';
import { wordVectors } from './words.ts';

/** The built-in embedder together with the word similarities it rests on. */
export interface BuiltinEmbedder extends Embedder {
  readonly words: WordVectors;
}

const TABLE_URL = new URL('./builtin.vectors.bin', import.meta.url);

/**
 * Reads a table and makes an embedder of it; the id holds the table's checksum, so other vectors are another space.
 * @param source file of the table. Default: the one that ships with the package
 * @throws AppError 'embedder/missing' if the file cannot be read or is no table
 */
export function openBuiltinEmbedder(source: string | URL = TABLE_URL): BuiltinEmbedder {
  const bytes = readTable(source);
  const table = decodeOrExplain(bytes, source);
  const vocabulary = buildVocabulary(table.words, table.counts);
  const weights = textWeights(table);
  const embedOne = (text: string): Float32Array => embedRows(cut(fold(text), vocabulary), table, weights);
  return {
    id: `builtin:${table.dimension}:${checksumOf(bytes)}`,
    dimension: table.dimension,
    words: wordVectors(table, vocabulary.index),
    embed: async (texts) => texts.map(embedOne),
  };
}

function readTable(source: string | URL): Buffer {
  try {
    return readFileSync(source);
  } catch (cause) {
    throw new AppError(
      'embedder/missing',
      `The word vectors ${describe(source)} cannot be read. Restore the file from the package.`,
      { cause },
    );
  }
}

function decodeOrExplain(bytes: Buffer, source: string | URL): ReturnType<typeof decodeTable> {
  try {
    return decodeTable(bytes);
  } catch (cause) {
    throw new AppError(
      'embedder/missing',
      `The word vectors ${describe(source)} are damaged. Restore the file from the package.`,
      { cause },
    );
  }
}

function describe(source: string | URL): string {
  return String(source).split('/').at(-1) ?? '';
}
