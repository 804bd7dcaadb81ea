// One contract over both vector indexes, and what only hnswlib gets wrong.

import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeVectors, encodeVectors } from '../../../../src/store/index/vectors/vectors.ts';
import { exactIndex, liveRows } from '../../../../src/store/index/vectors/vectors-exact.ts';
import {
  buildGraph,
  hnswIndex,
  loadGraph,
  loadHnswlib,
  saveGraph,
} from '../../../../src/store/index/vectors/vectors-hnsw.ts';
import type { PackedVectors, VectorIndex } from '../../../../src/store/index/vectors/vectors-index.ts';
import { randomVectors } from '../../support/random-vectors.ts';

const hnswlib = loadHnswlib();
const DIMENSION = 20;
const IDENTITY = { embedderId: 'fake:20', dimension: DIMENSION };

function pack(vectors: readonly Float32Array[], identity = IDENTITY): PackedVectors {
  return decodeVectors(encodeVectors(vectors, identity));
}

const implementations: [string, ((packed: PackedVectors) => VectorIndex) | null][] = [
  ['the exact scan', exactIndex],
  ['hnswlib', hnswlib === null ? null : (packed) => hnswIndex(buildGraph(hnswlib, packed), packed.dimension)],
];

describe.each(implementations)('%s keeps the contract of a vector index', (_, open) => {
  const index = (vectors: readonly Float32Array[]): VectorIndex => {
    if (open === null) throw new Error('hnswlib-node is not installed');
    return open(pack(vectors));
  };
  const runs = test.skipIf(open === null);

  runs('a vector finds itself first, at 1', () => {
    const vectors = randomVectors({ count: 200, dimension: DIMENSION, seed: 1 });
    const opened = index(vectors);
    vectors.forEach((vector, number) => {
      const [first] = opened.search(vector, 3);
      expect(first?.number).toBe(number);
      expect(first?.score).toBeCloseTo(1, 5);
    });
  });

  runs('hits are distinct, best first, and their score is the cosine', () => {
    const vectors = randomVectors({ count: 100, dimension: DIMENSION, seed: 2 });
    const [query = new Float32Array()] = randomVectors({ count: 1, dimension: DIMENSION, seed: 3 });
    const hits = index(vectors).search(query, 10);
    expect(new Set(hits.map(({ number }) => number)).size).toBe(10);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    for (const { number, score } of hits) {
      const dot = (vectors[number] ?? query).reduce((sum, value, d) => sum + value * (query[d] ?? 0), 0);
      expect(score).toBeCloseTo(dot, 5);
    }
  });

  runs('the length of the query does not matter', () => {
    const vectors = randomVectors({ count: 50, dimension: DIMENSION, seed: 4 });
    const [query = new Float32Array()] = randomVectors({ count: 1, dimension: DIMENSION, seed: 5 });
    const opened = index(vectors);
    const longer = opened.search(
      query.map((value) => 7 * value),
      5,
    );
    opened.search(query, 5).forEach(({ number, score }, place) => {
      expect(longer[place]?.number).toBe(number);
      expect(longer[place]?.score).toBeCloseTo(score, 5);
    });
  });

  runs('of equal vectors the lower number comes first', () => {
    const [vector = new Float32Array()] = randomVectors({ count: 1, dimension: DIMENSION, seed: 6 });
    expect(
      index([vector, vector, vector])
        .search(vector, 3)
        .map(({ number }) => number),
    ).toEqual([0, 1, 2]);
  });

  runs('asked for more than there is, it returns what there is', () => {
    const vectors = randomVectors({ count: 7, dimension: DIMENSION, seed: 7 });
    const opened = index(vectors);
    expect(opened.search(vectors[0] as Float32Array, 1_000)).toHaveLength(7);
    expect(opened.search(vectors[0] as Float32Array, 0)).toEqual([]);
  });

  runs('zero vectors are never found, and a zero query finds nothing', () => {
    const [a = new Float32Array(), b = new Float32Array()] = randomVectors({ count: 2, dimension: DIMENSION, seed: 8 });
    const opened = index([new Float32Array(DIMENSION), a, new Float32Array(DIMENSION), b]);
    expect(
      opened
        .search(a, 10)
        .map(({ number }) => number)
        .sort(),
    ).toEqual([1, 3]);
    expect(opened.search(new Float32Array(DIMENSION), 10)).toEqual([]);
  });

  runs('an empty collection finds nothing', () => {
    const [query = new Float32Array()] = randomVectors({ count: 1, dimension: DIMENSION, seed: 9 });
    expect(index([]).search(query, 5)).toEqual([]);
    expect(index([new Float32Array(DIMENSION)]).search(query, 5)).toEqual([]);
  });

  runs('a query of another dimension or with what is no number is a bug, and says so', () => {
    const opened = index(randomVectors({ count: 5, dimension: DIMENSION, seed: 10 }));
    expect(() => opened.search(new Float32Array(DIMENSION - 1), 1)).toThrow(RangeError);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const query = new Float32Array(DIMENSION).fill(0.1);
      query[3] = bad;
      expect(() => opened.search(query, 1)).toThrow(RangeError);
    }
  });
});

describe.each(implementations)('%s with a filter', (_, open) => {
  const vectors = randomVectors({ count: 8_000, dimension: DIMENSION, seed: 21 });
  const queries = randomVectors({ count: 20, dimension: DIMENSION, seed: 22 });

  test.skipIf(open === null).each([
    ['one in a hundred', (number: number) => number % 100 === 7],
    ['every second', (number: number) => number % 2 === 0],
  ])('finds as many as are asked for among %s, the closest of them', { timeout: 60_000 }, (_name, accept) => {
    const packed = pack(vectors);
    const opened = open?.(packed);
    const exact = exactIndex(packed);
    const shares = queries.map((query) => {
      const truth = new Set(
        exact
          .search(query, 8_000)
          .filter(({ number }) => accept(number))
          .slice(0, 50)
          .map(({ number }) => number),
      );
      const hits = opened?.search(query, 50, accept) ?? [];
      expect(hits).toHaveLength(50);
      expect(hits.every(({ number }) => accept(number))).toBe(true);
      return hits.filter(({ number }) => truth.has(number)).length / 50;
    });
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThanOrEqual(0.97);
  });
});

test('only rows that are not all zero are live', () => {
  const packed = pack([new Float32Array(DIMENSION), ...randomVectors({ count: 2, dimension: DIMENSION, seed: 11 })]);
  expect([...liveRows(packed)]).toEqual([1, 2]);
});

describe.skipIf(hnswlib === null)('what hnswlib gets wrong by itself', () => {
  const library = hnswlib as NonNullable<typeof hnswlib>;
  const packed = pack(randomVectors({ count: 3_000, dimension: DIMENSION, seed: 12 }));
  const graph = buildGraph(library, packed);
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vectors-'));
    saveGraph(folder, graph, packed);
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('its default effort misses neighbours: we find at least 0.98 of the true ten', () => {
    const exact = exactIndex(packed);
    const approximate = hnswIndex(graph, DIMENSION);
    const queries = randomVectors({ count: 50, dimension: DIMENSION, seed: 13 });
    const shares = queries.map((query) => {
      const truth = new Set(exact.search(query, 10).map(({ number }) => number));
      return approximate.search(query, 10).filter(({ number }) => truth.has(number)).length / 10;
    });
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0.98);
  });

  test('a graph read back gives the hits it gave before, at the same effort', () => {
    const loaded = loadGraph(folder, library, packed);
    if (typeof loaded === 'string') throw new Error(loaded);
    const [query = new Float32Array()] = randomVectors({ count: 1, dimension: DIMENSION, seed: 14 });
    expect(hnswIndex(loaded, DIMENSION).search(query, 10)).toEqual(hnswIndex(graph, DIMENSION).search(query, 10));
    expect(loaded.getEf()).toBe(200);
  });

  test('one label per vector: none overwrites another', () => {
    expect(graph.getCurrentCount()).toBe(3_000);
    expect(graph.getIdsList().sort((a, b) => a - b)).toEqual(Array.from({ length: 3_000 }, (_, number) => number));
  });

  test('writing to a missing folder raises an error', () => {
    expect(() => saveGraph(join(folder, 'no', 'such'), graph, packed)).toThrow('ENOENT');
  });

  test('a graph of another dimension, embedder or content is not opened', () => {
    const half = pack(randomVectors({ count: 6_000, dimension: DIMENSION / 2, seed: 12 }), {
      embedderId: 'fake:20',
      dimension: DIMENSION / 2,
    });
    expect(loadGraph(folder, library, half)).toContain('differs in dimension');
    expect(loadGraph(folder, library, { ...packed, embedderId: 'other' })).toContain('differs in embedderId');
    expect(loadGraph(folder, library, { ...packed, sha256: '00' })).toContain('differs in vectorsSha256');
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['altered in one bit', (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 500 ? byte ^ 1 : byte)))],
  ])('a graph file that is %s is not opened', async (_, damage) => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'vectors-'));
    saveGraph(elsewhere, graph, packed);
    const path = join(elsewhere, 'vectors.hnsw');
    writeFileSync(path, damage(readFileSync(path)));
    expect(loadGraph(elsewhere, library, packed)).toContain('differs in graphSha256');
    await rm(elsewhere, { recursive: true });
  });

  test('a manifest that is missing or no JSON is a reason, not a crash', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'vectors-'));
    expect(loadGraph(elsewhere, library, packed)).toContain('cannot be read');
    saveGraph(elsewhere, graph, packed);
    for (const text of ['{', 'null', '[]']) {
      writeFileSync(join(elsewhere, 'vectors.hnsw.json'), text);
      expect(typeof loadGraph(elsewhere, library, packed)).toBe('string');
    }
    await rm(elsewhere, { recursive: true });
  });
});
