import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MovedPassages } from '../../../../src/store/index/postings/postings-update.ts';
import { openVectors, readVectors, writeVectors } from '../../../../src/store/index/vectors/vectors.ts';
import { movePlaces, takeOverGraph } from '../../../../src/store/index/vectors/vectors-carried-over.ts';
import { exactIndex } from '../../../../src/store/index/vectors/vectors-exact.ts';
import { loadHnswlib } from '../../../../src/store/index/vectors/vectors-hnsw.ts';
import type { VectorIndex } from '../../../../src/store/index/vectors/vectors-index.ts';
import { randomVectors } from '../../support/random-vectors.ts';

const DIMENSION = 16;
const IDENTITY = { embedderId: 'fake:16', dimension: DIMENSION };
const hnswlib = loadHnswlib();
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quzhi-moved-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function folderOf(name: string): string {
  const folder = join(root, name);
  mkdirSync(folder);
  return folder;
}

interface Collection {
  readonly folder: string;
  readonly vectors: readonly Float32Array[];
}

function build(name: string, vectors: readonly Float32Array[]): Collection {
  const folder = folderOf(name);
  writeVectors(folder, vectors, { ...IDENTITY, hnswFrom: 1 });
  return { folder, vectors };
}

/** A new collection out of an old one: some vectors kept, in order, new ones put between; the graph is taken over. */
function derive(
  name: string,
  old: Collection,
  { drop, add }: { drop: (n: number) => boolean; add: readonly Float32Array[] },
): Collection {
  const vectors: Float32Array[] = add.slice(0, Math.ceil(add.length / 2));
  const moved: MovedPassages[] = [];
  old.vectors.forEach((vector, from) => {
    if (drop(from)) return;
    moved.push({ from, to: vectors.length, count: 1 });
    vectors.push(vector);
  });
  vectors.push(...add.slice(Math.ceil(add.length / 2)));
  const places = movePlaces(old.folder, readVectors(old.folder, IDENTITY), { moved, count: vectors.length });
  if (places === null) throw new Error('the graph was not taken over');
  const folder = folderOf(name);
  const { sha256 } = writeVectors(folder, vectors, { ...IDENTITY, hnswlib: null });
  takeOverGraph(places, { from: old.folder, to: folder, sha256 });
  return { folder, vectors };
}

/** Opens without ever building a graph. */
function open({ folder }: Collection): VectorIndex {
  const reasons: string[] = [];
  const index = openVectors(folder, IDENTITY, { hnswFrom: 1, onRebuild: (reason) => reasons.push(reason) });
  expect(reasons).toEqual([]);
  return index;
}

function expectTrueNeighbours(collection: Collection): void {
  const exact = exactIndex(readVectors(collection.folder, IDENTITY));
  const index = open(collection);
  const shares = randomVectors({ count: 30, dimension: DIMENSION, seed: 77 }).map((query) => {
    const truth = exact.search(query, 10);
    const hits = index.search(query, 10);
    expect(hits).toHaveLength(10);
    expect(new Set(hits.map(({ number }) => number)).size).toBe(10);
    return hits.filter(({ number }) => truth.some((hit) => hit.number === number)).length / 10;
  });
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0.97);
  const third = (number: number): boolean => number % 3 === 0;
  const [query = new Float32Array()] = randomVectors({ count: 1, dimension: DIMENSION, seed: 78 });
  expect(index.search(query, 10, third)).toHaveLength(10);
  expect(index.search(query, 10, third).every(({ number }) => third(number))).toBe(true);
  collection.vectors.forEach((vector, number) => {
    if (number % 97 === 0) expect(index.search(vector, 1)[0]?.number).toBe(number);
  });
}

describe.skipIf(hnswlib === null)('a graph that was taken over', () => {
  test('finds the true neighbours among kept and new vectors, again and again', () => {
    const first = build('first', randomVectors({ count: 1_500, dimension: DIMENSION, seed: 1 }));
    const second = derive('second', first, {
      drop: (n) => n % 40 === 3,
      add: randomVectors({ count: 50, dimension: DIMENSION, seed: 2 }),
    });
    expectTrueNeighbours(second);
    const third = derive('third', second, {
      drop: (n) => n < 30,
      add: randomVectors({ count: 40, dimension: DIMENSION, seed: 3 }),
    });
    expectTrueNeighbours(third);
  });

  test('finds what is left where the nearest points are all gone', () => {
    const near = randomVectors({ count: 1, dimension: DIMENSION, seed: 4 })[0] as Float32Array;
    const crowd = Array.from({ length: 60 }, (_, n) =>
      near.map((value, d) => value + (d === n % DIMENSION ? 0.001 * n : 0)),
    );
    const first = build('first', [...crowd, ...randomVectors({ count: 600, dimension: DIMENSION, seed: 5 })]);
    const second = derive('second', first, { drop: (n) => n < 60, add: [] });
    const exact = exactIndex(readVectors(second.folder, IDENTITY)).search(near, 5);
    expect(
      open(second)
        .search(near, 5)
        .map(({ number }) => number),
    ).toEqual(exact.map(({ number }) => number));
  });

  test('is not taken over where too much has changed, or where there is none', () => {
    const first = build('first', randomVectors({ count: 300, dimension: DIMENSION, seed: 6 }));
    const before = readVectors(first.folder, IDENTITY);
    expect(movePlaces(first.folder, before, { moved: [{ from: 0, to: 0, count: 200 }], count: 200 })).toBeNull();
    expect(movePlaces(first.folder, before, { moved: [{ from: 0, to: 0, count: 300 }], count: 301 })).not.toBeNull();
    expect(movePlaces(folderOf('empty'), before, { moved: [{ from: 0, to: 0, count: 300 }], count: 300 })).toBeNull();
  });

  test.each(['', '{', '{"version":1}'])('whose map says %j is built anew', (content) => {
    const first = build('first', randomVectors({ count: 300, dimension: DIMENSION, seed: 8 }));
    const second = derive('second', first, { drop: (n) => n === 5, add: [] });
    writeFileSync(join(second.folder, 'vectors.moved.json'), content);
    const reasons: string[] = [];
    const index = openVectors(second.folder, IDENTITY, { hnswFrom: 1, onRebuild: (reason) => reasons.push(reason) });
    expect(reasons).toHaveLength(1);
    expect(index.search(second.vectors[7] as Float32Array, 1)[0]?.number).toBe(7);
  });
});
