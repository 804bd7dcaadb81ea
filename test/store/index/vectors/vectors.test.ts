import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../../src/errors.ts';
import {
  decodeVectors,
  encodeVectors,
  openVectors,
  readVectors,
  writeVectors,
} from '../../../../src/store/index/vectors/vectors.ts';
import { loadHnswlib } from '../../../../src/store/index/vectors/vectors-hnsw.ts';
import { randomVectors } from '../../support/random-vectors.ts';

const IDENTITY = { embedderId: '内置:12', dimension: 12 };
const vectors = randomVectors({ count: 40, dimension: 12, seed: 1 });
const [query = new Float32Array()] = randomVectors({ count: 1, dimension: 12, seed: 2 });
const hasHnswlib = loadHnswlib() !== null;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vectors-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('the vector file', () => {
  test('reads back what was written, zero vectors included', () => {
    const written = [...vectors, new Float32Array(12)];
    const packed = decodeVectors(encodeVectors(written, IDENTITY));
    expect(packed).toMatchObject({ ...IDENTITY, count: 41 });
    written.forEach((vector, number) => {
      vector.forEach((value, d) => {
        expect(packed.data[number * 12 + d]).toBeCloseTo(value, 6);
      });
    });
  });

  test('reads back from any place in memory', () => {
    const bytes = encodeVectors(vectors, IDENTITY);
    expect(decodeVectors(Buffer.concat([Buffer.from('x'), bytes]).subarray(1)).data).toEqual(decodeVectors(bytes).data);
  });

  test('brings vectors to length 1', () => {
    const packed = decodeVectors(encodeVectors([Float32Array.of(3, 4)], { embedderId: 'e', dimension: 2 }));
    expect([...packed.data].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([0.6, 0.8]);
  });

  test('the same vectors give the same checksum, others another', () => {
    const sha256 = (list: readonly Float32Array[], embedderId: string): string =>
      decodeVectors(encodeVectors(list, { embedderId, dimension: 12 })).sha256;
    expect(sha256(vectors, 'a')).toBe(sha256(vectors, 'a'));
    expect(sha256(vectors, 'a')).not.toBe(sha256(vectors, 'b'));
    expect(sha256(vectors, 'a')).not.toBe(sha256(vectors.slice(1), 'a'));
  });

  test('refuses vectors of another dimension and what is no finite number', () => {
    expect(() => encodeVectors([new Float32Array(11)], IDENTITY)).toThrow('vector 0 has 11 dimensions');
    const broken = new Float32Array(12);
    for (const bad of [Number.NaN, Number.NEGATIVE_INFINITY]) {
      broken[5] = bad;
      expect(() => encodeVectors([...vectors, broken], IDENTITY)).toThrow('vector 40 holds what is no finite number');
    }
  });
});

describe('opening', () => {
  test('without hnswlib the search is exact', () => {
    writeVectors(folder, vectors, { ...IDENTITY, hnswlib: null, hnswFrom: 0 });
    expect(readdirSync(folder)).toEqual(['vectors.bin']);
    const index = openVectors(folder, IDENTITY, { hnswlib: null, hnswFrom: 0 });
    expect(index.search(vectors[7] as Float32Array, 1)[0]?.number).toBe(7);
  });

  test('a small collection has no graph, with hnswlib or without', () => {
    writeVectors(folder, vectors, IDENTITY);
    expect(readdirSync(folder)).toEqual(['vectors.bin']);
    expect(openVectors(folder, IDENTITY).search(query, 5)).toHaveLength(5);
  });

  test('a missing, empty, cut or altered file is a corrupt index, with the command that mends it', () => {
    expect(codeOf(() => openVectors(folder, IDENTITY))).toBe('index/corrupt');
    const bytes = encodeVectors(vectors, IDENTITY);
    const altered = Buffer.from(bytes);
    altered.writeUInt8(altered.readUInt8(60) ^ 1, 60);
    for (const damaged of [Buffer.alloc(0), bytes.subarray(0, 100), altered]) {
      writeFileSync(join(folder, 'vectors.bin'), damaged);
      expect(codeOf(() => openVectors(folder, IDENTITY))).toBe('index/corrupt');
    }
    expect(() => openVectors(folder, IDENTITY)).toThrow('npm run ingest');
  });

  test('vectors of another embedder or dimension are foreign, and both are named', () => {
    writeVectors(folder, vectors, IDENTITY);
    expect(codeOf(() => openVectors(folder, { embedderId: 'other', dimension: 12 }))).toBe('index/foreign');
    expect(codeOf(() => readVectors(folder, { ...IDENTITY, dimension: 24 }))).toBe('index/foreign');
    expect(() => openVectors(folder, { embedderId: 'other', dimension: 12 })).toThrow(
      /内置:12 .*other .*npm run ingest/,
    );
  });

  test('writing into a missing folder fails loudly', () => {
    expect(() => writeVectors(join(folder, 'no'), vectors, IDENTITY)).toThrow('ENOENT');
  });
});

describe.skipIf(!hasHnswlib)('with a graph', () => {
  const eager = { hnswFrom: 10 };

  function open(): { reasons: string[]; numbers: number[] } {
    const reasons: string[] = [];
    const index = openVectors(folder, IDENTITY, { ...eager, onRebuild: (reason) => reasons.push(reason) });
    return { reasons, numbers: index.search(query, 5).map(({ number }) => number) };
  }

  test('it is saved with the vectors and opened without being built again', () => {
    writeVectors(folder, vectors, { ...IDENTITY, ...eager });
    expect(readdirSync(folder).sort()).toEqual(['vectors.bin', 'vectors.hnsw', 'vectors.hnsw.json']);
    const exact = openVectors(folder, IDENTITY, { hnswlib: null }).search(query, 5);
    expect(open()).toEqual({ reasons: [], numbers: exact.map(({ number }) => number) });
  });

  test.each([
    ['missing', (path: string) => rmSync(path)],
    ['corrupt', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 300))],
  ])('a graph that is %s is built anew once, with the reason', (_, damage) => {
    writeVectors(folder, vectors, { ...IDENTITY, ...eager });
    const before = open();
    damage(join(folder, 'vectors.hnsw'));
    const mended = open();
    expect(mended.reasons).toHaveLength(1);
    expect(mended.numbers).toEqual(before.numbers);
    expect(open().reasons).toEqual([]);
  });

  test('a graph that cannot be kept serves all the same', () => {
    writeVectors(folder, vectors, { ...IDENTITY, ...eager });
    const before = open();
    rmSync(join(folder, 'vectors.hnsw'));
    mkdirSync(join(folder, 'vectors.hnsw.draft'));
    expect(open()).toEqual({ reasons: [expect.stringContaining('cannot be read')], numbers: before.numbers });
    expect(existsSync(join(folder, 'vectors.hnsw'))).toBe(false);
  });

  test('a graph of other vectors is built anew', () => {
    writeVectors(folder, randomVectors({ count: 40, dimension: 12, seed: 99 }), { ...IDENTITY, ...eager });
    writeVectors(folder, vectors, { ...IDENTITY, hnswlib: null });
    expect(open().reasons[0]).toContain('vectorsSha256');
    expect(existsSync(join(folder, 'vectors.hnsw.draft'))).toBe(false);
  });
});
