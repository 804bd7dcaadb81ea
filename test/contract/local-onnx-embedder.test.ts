// The local embedder over the real transformers.js and a real, tiny ONNX model. transformers.js is never a dependency
// of ours: without it these tests are skipped. To run them: npm install --no-save --ignore-scripts @huggingface/transformers

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dot } from '../../src/retrieve/embed/arithmetic.ts';
import { openLocalEmbedder } from '../../src/retrieve/embed/local.ts';
import { embedderContract } from '../retrieve/embed/support/contract.ts';
import { writeTinyModel } from '../retrieve/embed/support/tiny-onnx.ts';
import { isInstalled } from '../support/installed.ts';

describe.skipIf(!isInstalled('@huggingface/transformers'))(
  'transformers.js (skipped where @huggingface/transformers is not installed)',
  () => {
    let folder = '';
    beforeAll(async () => {
      folder = join(await mkdtemp(join(tmpdir(), 'onnx-')), 'tiny-zh');
      writeTinyModel(folder, '云溪区新建学校三所居民收入增长企业投资项目开工');
    });
    afterAll(() => rm(join(folder, '..'), { recursive: true }));

    embedderContract('a tiny ONNX model in a folder', () => openLocalEmbedder(folder));

    test('its identity is its folder, its pooling and its dimension', async () => {
      expect(await openLocalEmbedder(folder)).toMatchObject({ id: 'local:tiny-zh:mean:12', dimension: 12 });
    });

    test('texts that share characters lie closer than texts that share none', async () => {
      const embedder = await openLocalEmbedder(folder);
      const [a = new Float32Array(), b = new Float32Array(), c = new Float32Array()] = await embedder.embed([
        '居民收入增长',
        '居民收入',
        '学校三所',
      ]);
      expect(dot(a, b)).toBeGreaterThan(dot(a, c));
    });

    test('a folder that holds no model says what it must hold', async () => {
      await expect(openLocalEmbedder(tmpdir())).rejects.toMatchObject({
        code: 'embedder/missing',
        message: expect.stringContaining('onnx/model.onnx'),
      });
    });
  },
);
