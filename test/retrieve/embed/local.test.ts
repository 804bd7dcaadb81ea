import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Extractor,
  openLocalEmbedder,
  type Pooling,
  type Transformers,
} from '../../../src/retrieve/embed/local.ts';
import { embedderContract } from './support/contract.ts';
import { vectorOf } from './support/embeddings-server.ts';

interface Seen {
  readonly env: Transformers['env'];
  readonly models: { model: string; dtype: string }[];
  readonly batches: number[];
  pooling?: Pooling;
}

/** A stand-in for transformers.js. */
function fakeTransformers(seen: Seen, extract?: Extractor): Transformers {
  const faithful: Extractor = async (texts, { pooling }) => {
    seen.pooling = pooling;
    seen.batches.push(texts.length);
    return { dims: [texts.length, 8], data: Float32Array.from(texts.flatMap((text) => vectorOf(text))) };
  };
  return {
    env: seen.env,
    pipeline: async (_task, model, { dtype }) => {
      seen.models.push({ model, dtype });
      return extract ?? faithful;
    },
  };
}

function nothingSeen(): Seen {
  return { env: { localModelPath: '', allowRemoteModels: true }, models: [], batches: [] };
}

function open(model: string, seen = nothingSeen(), extract?: Extractor): ReturnType<typeof openLocalEmbedder> {
  return openLocalEmbedder(model, { importTransformers: async () => fakeTransformers(seen, extract) });
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'model-'));
  mkdirSync(join(folder, 'tiny', 'onnx'), { recursive: true });
  mkdirSync(join(folder, 'pooled', '1_Pooling'), { recursive: true });
  writeFileSync(join(folder, 'tiny', 'onnx', 'model.onnx'), '');
  writeFileSync(join(folder, 'pooled', '1_Pooling', 'config.json'), JSON.stringify({ pooling_mode_cls_token: true }));
});
afterAll(() => rm(folder, { recursive: true }));

embedderContract('the local embedder over a stand-in of transformers.js', () => open('owner/model'));

describe('loading', () => {
  test('a folder is loaded from disk and nothing is downloaded', async () => {
    const seen = nothingSeen();
    const embedder = await open(join(folder, 'tiny'), seen);
    expect(seen.env).toEqual({ localModelPath: folder, allowRemoteModels: false });
    expect(seen.models).toEqual([{ model: 'tiny', dtype: 'fp32' }]);
    expect(embedder).toMatchObject({ id: 'local:tiny:mean:8', dimension: 8 });
  });

  test('a hub id is loaded by its id, in the small 8-bit form', async () => {
    const seen = nothingSeen();
    expect((await open('owner/bge-small-zh', seen)).id).toBe('local:owner/bge-small-zh:cls:8');
    expect(seen.models).toEqual([{ model: 'owner/bge-small-zh', dtype: 'q8' }]);
    expect(seen.env.allowRemoteModels).toBe(true);
  });

  test('pooling is what the model says of itself, else what its family does', async () => {
    const pooling = async (model: string): Promise<Pooling | undefined> => {
      const seen = nothingSeen();
      await open(model, seen);
      return seen.pooling;
    };
    expect(await pooling(join(folder, 'pooled'))).toBe('cls');
    expect(await pooling('owner/gte-base')).toBe('cls');
    expect(await pooling('owner/e5-small')).toBe('mean');
  });

  test('many texts go in batches', async () => {
    const seen = nothingSeen();
    await (await open('owner/model', seen)).embed(Array.from({ length: 70 }, (_, n) => `第${n}项`));
    expect(seen.batches).toEqual([1, 32, 32, 6]);
  });
});

describe('faults', () => {
  test('without transformers.js the message holds the command that installs it', async () => {
    const missing = openLocalEmbedder('owner/model', {
      importTransformers: () => Promise.reject(new Error('ERR_MODULE_NOT_FOUND')),
    });
    await expect(missing).rejects.toMatchObject({
      code: 'embedder/missing',
      message: expect.stringContaining('npm install @huggingface/transformers'),
    });
  });

  test.each(['/no/such/model', './model', 'a/b/c'])('%s can only be a folder, and is none', async (model) => {
    await expect(open(model)).rejects.toMatchObject({
      code: 'embedder/missing',
      message: expect.stringContaining('names no folder'),
    });
  });

  test.each([
    ['a folder', () => join(folder, 'tiny'), 'onnx/model.onnx'],
    ['a hub id', () => 'owner/model', 'Check the id'],
  ])('%s that cannot be loaded says what it must be', async (_, model, remedy) => {
    const broken = async (): Promise<Transformers> => ({
      env: nothingSeen().env,
      pipeline: () => Promise.reject(new Error('no')),
    });
    await expect(openLocalEmbedder(model(), { importTransformers: broken })).rejects.toMatchObject({
      code: 'embedder/missing',
      message: expect.stringContaining(remedy),
    });
  });

  test.each([
    ['nothing', { dims: [1, 0], data: [] }],
    ['what is no number', { dims: [1, 2], data: [Number.NaN, 1] }],
  ])('a model that returns %s is a mismatch', async (_, tensor) => {
    await expect(open('owner/model', nothingSeen(), async () => tensor)).rejects.toMatchObject({
      code: 'embedder/mismatch',
    });
  });
});
