// The interface of a vector index. `vectors.ts` opens one; `vectors-exact.ts` and `vectors-hnsw.ts` implement it.

/** A passage that lies close to a query. */
export interface VectorHit {
  /** Number of the passage, 0 … n−1. */
  readonly number: number;
  /** Cosine of passage and query, −1 … 1. */
  readonly score: number;
}

/** Finds the vectors closest to a query. Vectors that are all zero (texts the embedder knows nothing of) are never found. */
export interface VectorIndex {
  /** Length that every query must have. */
  readonly dimension: number;
  /**
   * Returns the closest vectors, best first, the lower number first on a tie; fewer than `count` where there are no more.
   * An all-zero query finds nothing.
   * @param query finite numbers, of any length but zero   @param count ≥ 0   @param accept numbers that may be found; default: all
   * @throws RangeError if the query has another dimension or holds what is no finite number
   */
  search(query: Float32Array, count: number, accept?: (number: number) => boolean): VectorHit[];
}

/** Vectors of a collection in one array: row n is the vector of passage n, of length 1 or all zero. */
export interface PackedVectors {
  /** `Embedder.id` of the embedder that made them. */
  readonly embedderId: string;
  readonly dimension: number;
  readonly count: number;
  /** count × dimension numbers, row after row. */
  readonly data: Float32Array;
  /** SHA-256 of the file's content, hexadecimal: which vectors a derived index was built from. */
  readonly sha256: string;
}

/**
 * Returns the query at length 1; null if it is all zero.
 * @throws RangeError if it has another dimension or holds what is no finite number
 */
export function unitQuery(query: Float32Array, dimension: number): Float32Array | null {
  if (query.length !== dimension)
    throw new RangeError(`query of ${query.length} dimensions in an index of ${dimension}`);
  const squares = query.reduce((sum, value) => sum + value * value, 0);
  if (!Number.isFinite(squares)) throw new RangeError('query holds what is no finite number');
  return squares === 0 ? null : query.map((value) => value / Math.sqrt(squares));
}

/** Best first; the lower number on a tie. */
export function byScore(a: VectorHit, b: VectorHit): number {
  return b.score - a.score || a.number - b.number;
}
