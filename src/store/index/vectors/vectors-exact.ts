// Exact vector search: a scan over all vectors. Right always, fast enough for some thousands; beyond, `vectors-hnsw.ts`.

import { byScore, type PackedVectors, unitQuery, type VectorHit, type VectorIndex } from './vectors-index.ts';

/** Returns an index that compares the query with every vector. */
export function exactIndex(packed: PackedVectors): VectorIndex {
  const live = liveRows(packed);
  return {
    dimension: packed.dimension,
    search: (query, count, accept) => {
      const unit = unitQuery(query, packed.dimension);
      const rows = accept ? live.filter(accept) : live;
      return unit === null || count <= 0 ? [] : scan(packed, rows, { unit, count });
    },
  };
}

/** Numbers of the vectors that are not all zero, in order. */
export function liveRows({ data, dimension, count }: PackedVectors): Int32Array {
  const live: number[] = [];
  for (let number = 0; number < count; number++) {
    const end = (number + 1) * dimension;
    let at = number * dimension;
    while (at < end && data[at] === 0) at++;
    if (at < end) live.push(number);
  }
  return Int32Array.from(live);
}

function scan(
  packed: PackedVectors,
  live: Int32Array,
  { unit, count }: { unit: Float32Array; count: number },
): VectorHit[] {
  const best: VectorHit[] = [];
  let worst = Number.NEGATIVE_INFINITY;
  for (const number of live) {
    const score = Math.max(-1, Math.min(1, dotRow(packed, number, unit)));
    if (best.length === count && score <= worst) continue;
    insert(best, { number, score });
    if (best.length > count) best.pop();
    worst = best.at(-1)?.score ?? worst;
  }
  return best;
}

function insert(best: VectorHit[], hit: VectorHit): void {
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byScore(best[middle] as VectorHit, hit) <= 0) low = middle + 1;
    else high = middle;
  }
  best.splice(low, 0, hit);
}

/** Two sums at a time, because one would wait for itself at every addition. */
function dotRow({ data, dimension }: PackedVectors, number: number, unit: Float32Array): number {
  const base = number * dimension;
  const paired = dimension - (dimension % 2);
  let even = 0;
  let odd = 0;
  for (let d = 0; d < paired; d += 2) {
    even += (data[base + d] as number) * (unit[d] as number);
    odd += (data[base + d + 1] as number) * (unit[d + 1] as number);
  }
  if (paired < dimension) even += (data[base + paired] as number) * (unit[paired] as number);
  return even + odd;
}
