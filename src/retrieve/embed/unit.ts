// What every embedder from outside owes: vectors of the right length, finite, brought to length 1. Checks, no embedding.

import { AppError } from '../../errors.ts';
import { normalise } from './arithmetic.ts';

/** Whether a text has something to embed: a letter, a figure or a sign. */
export function hasContent(text: string): boolean {
  return /\S/.test(text);
}

/**
 * A vector from outside as one of ours: length 1, or all zero if it is all zero.
 * @param values as received   @param dimension wanted; null: any
 * @throws AppError 'embedder/mismatch' if it is no list of finite numbers or has another dimension
 */
export function unitVector(values: unknown, dimension: number | null, who: string): Float32Array {
  if (!isNumbers(values) || values.length === 0) {
    throw new AppError(
      'embedder/mismatch',
      `${who} returned something that is no vector. Is the model an embedding model?`,
    );
  }
  if (dimension !== null && values.length !== dimension) {
    throw new AppError(
      'embedder/mismatch',
      `${who} returned vectors of ${values.length} dimensions where ${dimension} were expected. Set EMBEDDER to what the index was built with, or run: npm run ingest -- --full`,
    );
  }
  const vector = Float32Array.from(values);
  if (!vector.every(Number.isFinite))
    throw new AppError('embedder/mismatch', `${who} returned vectors that hold no finite numbers. Try another model.`);
  normalise(vector);
  return vector;
}

function isNumbers(values: unknown): values is ArrayLike<number> {
  if (values instanceof Float32Array) return true;
  return Array.isArray(values) && values.every((value) => typeof value === 'number');
}

/**
 * Embeds only the texts that have content; the others get all-zero vectors, in place.
 * @param dimension of the vectors   @param embedFilled called with at least one text, owes a vector for each
 * @throws AppError 'embedder/mismatch' if it returns more or fewer vectors than texts
 */
export async function embedAround(
  texts: readonly string[],
  dimension: number,
  embedFilled: (texts: readonly string[]) => Promise<Float32Array[]>,
): Promise<Float32Array[]> {
  const filled = texts.filter(hasContent);
  const vectors = filled.length === 0 ? [] : await embedFilled(filled);
  if (vectors.length !== filled.length) {
    throw new AppError(
      'embedder/mismatch',
      `The embedder returned ${vectors.length} vectors for ${filled.length} texts. Try another model.`,
    );
  }
  let next = 0;
  return texts.map((text) => (hasContent(text) ? vectors[next++] : undefined) ?? new Float32Array(dimension));
}
