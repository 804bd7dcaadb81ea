// What every Embedder must do, run over each implementation and each fake.

import { describe, expect, test } from 'vitest';
import type { Embedder } from '../../../../src/types.ts';

const TEXTS = ['云溪区新建学校三所', '居民收入增长', '云溪区新建学校三所', '　\n', '企业投资项目开工'];

function lengthOf(vector: Float32Array): number {
  return Math.hypot(...vector);
}

/** Registers the tests; `open` is called once for each of them. */
export function embedderContract(name: string, open: () => Embedder | Promise<Embedder>): void {
  describe(`${name} keeps the contract of an embedder`, () => {
    test('it has an identity and a dimension', async () => {
      const { id, dimension } = await open();
      expect(id.length).toBeGreaterThan(0);
      expect(Number.isInteger(dimension) && dimension >= 1).toBe(true);
    });

    test('every text gets one vector of the dimension, of length 1 or all zero', async () => {
      const embedder = await open();
      const vectors = await embedder.embed(TEXTS);
      expect(vectors).toHaveLength(TEXTS.length);
      for (const vector of vectors) {
        expect(vector).toBeInstanceOf(Float32Array);
        expect(vector).toHaveLength(embedder.dimension);
        expect([0, 1]).toContain(Math.round(lengthOf(vector) * 1e5) / 1e5);
      }
    });

    test('the order of the vectors is the order of the texts', async () => {
      const embedder = await open();
      const together = await embedder.embed(TEXTS);
      const apart = await Promise.all(TEXTS.map(async (text) => (await embedder.embed([text]))[0]));
      together.forEach((vector, place) => {
        vector.forEach((value, d) => {
          expect(value).toBeCloseTo(apart[place]?.[d] ?? Number.NaN, 4);
        });
      });
    });

    test('equal texts get equal vectors, different ones different vectors', async () => {
      const [first, second, third] = await (await open()).embed(TEXTS);
      first?.forEach((value, d) => {
        expect(value).toBeCloseTo(third?.[d] ?? Number.NaN, 4);
      });
      expect(first).not.toEqual(second);
    });

    test('a blank text gets the zero vector, and no text gets no vector', async () => {
      const embedder = await open();
      expect(lengthOf((await embedder.embed([' \t\n']))[0] ?? new Float32Array([1]))).toBe(0);
      expect(lengthOf((await embedder.embed(['']))[0] ?? new Float32Array([1]))).toBe(0);
      expect(await embedder.embed([])).toEqual([]);
    });

    test('two openings share one identity', async () => {
      expect((await open()).id).toBe((await open()).id);
    });
  });
}
