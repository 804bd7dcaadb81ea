// A neural embedder on this machine through transformers.js (ONNX models, CPU). The library is optional and large: it is
// imported only when asked for. The model comes from a folder (nothing is downloaded) or from the hub by its id.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../errors.ts';
import type { Embedder } from '../../types.ts';
import { embedAround, unitVector } from './unit.ts';

/** How word vectors become one: their mean, or the vector of the first token. */
export type Pooling = 'mean' | 'cls';

/** What is used of transformers.js. */
export interface Transformers {
  readonly env: { localModelPath: string; allowRemoteModels: boolean };
  pipeline(task: 'feature-extraction', model: string, options: { dtype: string }): Promise<Extractor>;
}

/** A loaded model: texts → a tensor of one row per text. */
export type Extractor = (
  texts: string[],
  options: { pooling: Pooling; normalize: boolean },
) => Promise<{ dims: number[]; data: ArrayLike<number> }>;

/** What tests replace. */
export interface LocalOptions {
  /** Imports transformers.js. */
  readonly importTransformers?: () => Promise<Transformers>;
}

const BATCH_TEXTS = 32;
/** What can only be a path: `/…`, `./…`, `C:\\…`, or more than one slash; a hub id is `owner/name`. */
const PATH = /^[./~]|\\|\/.*\//;
const FOLDER_REMEDY =
  'The folder must hold config.json, tokenizer.json, tokenizer_config.json and onnx/model.onnx (or onnx/model_quantized.onnx).';
const PROBE = '区';
/** Families of models that put the meaning of a text into its first token; all others are averaged. */
const FIRST_TOKEN_FAMILIES = /\b(bge|gte)\b/i;

/**
 * Loads a model.
 * @param model folder with `config.json`, `tokenizer.json` and `onnx/`, or a hub id such as `Xenova/bge-small-zh-v1.5`
 * @throws AppError 'embedder/missing' if the library or the model is missing; 'embedder/mismatch' if it makes no vectors
 */
export async function openLocalEmbedder(
  model: string,
  { importTransformers = importInstalled }: LocalOptions = {},
): Promise<Embedder> {
  if (PATH.test(model) && !isFolder(model))
    throw new AppError('embedder/missing', `EMBEDDER=local:${model} names no folder. ${FOLDER_REMEDY}`);
  const transformers = await importOrExplain(importTransformers);
  const pooling = poolingOf(model);
  const extract = await loadModel(transformers, model);
  const who = `The local model ${basename(model)}`;
  const embedBatch = async (texts: readonly string[], dimension: number | null): Promise<Float32Array[]> => {
    const { dims, data } = await extract([...texts], { pooling, normalize: true });
    const length = dims.at(-1) ?? 0;
    return texts.map((_, row) =>
      unitVector(Array.prototype.slice.call(data, row * length, (row + 1) * length), dimension, who),
    );
  };
  const dimension = (await embedBatch([PROBE], null))[0]?.length ?? 0;
  const embedFilled = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = [];
    for (let start = 0; start < texts.length; start += BATCH_TEXTS) {
      vectors.push(...(await embedBatch(texts.slice(start, start + BATCH_TEXTS), dimension)));
    }
    return vectors;
  };
  return {
    id: `local:${isFolder(model) ? basename(resolve(model)) : model}:${pooling}:${dimension}`,
    dimension,
    embed: (texts) => embedAround(texts, dimension, embedFilled),
  };
}

/** The name stands in a variable so that the compiler does not ask for a package that need not be there. */
async function importInstalled(): Promise<Transformers> {
  const name: string = '@huggingface/transformers';
  return (await import(name)) as Transformers;
}

/** Imports transformers.js. @throws AppError 'embedder/missing', with the command that installs it */
export async function importOrExplain(
  importTransformers: () => Promise<Transformers> = importInstalled,
): Promise<Transformers> {
  try {
    return await importTransformers();
  } catch (cause) {
    throw new AppError(
      'embedder/missing',
      'EMBEDDER=local:… needs transformers.js. Run: npm install @huggingface/transformers',
      { cause },
    );
  }
}

async function loadModel({ env, pipeline }: Transformers, model: string): Promise<Extractor> {
  try {
    if (!isFolder(model)) return await pipeline('feature-extraction', model, { dtype: 'q8' });
    const folder = resolve(model);
    env.localModelPath = dirname(folder);
    env.allowRemoteModels = false;
    const dtype = existsSync(join(folder, 'onnx', 'model.onnx')) ? 'fp32' : 'q8';
    return await pipeline('feature-extraction', basename(folder), { dtype });
  } catch (cause) {
    const remedy = isFolder(model)
      ? FOLDER_REMEDY
      : 'Check the id and the network, or download the model and name its folder.';
    throw new AppError('embedder/missing', `The local model ${model} cannot be loaded. ${remedy}`, { cause });
  }
}

/** As the model's own sentence-transformers settings say, else as its family does. */
function poolingOf(model: string): Pooling {
  const settings = join(model, '1_Pooling', 'config.json');
  if (!existsSync(settings)) return FIRST_TOKEN_FAMILIES.test(basename(model)) ? 'cls' : 'mean';
  const { pooling_mode_cls_token: first } = JSON.parse(readFileSync(settings, 'utf8')) as {
    pooling_mode_cls_token?: unknown;
  };
  return first === true ? 'cls' : 'mean';
}

function isFolder(model: string): boolean {
  return statSync(model, { throwIfNoEntry: false })?.isDirectory() === true;
}
