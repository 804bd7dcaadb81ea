// Embeddings from any server that speaks OpenAI's `POST /embeddings` (Ollama, vLLM, LM Studio, hosted services): in
// batches, with timeouts and retries. How a single request succeeds or fails stands in `openai-request.ts`.

import type { Embedder } from '../../types.ts';
import { type EndpointSettings, requestEmbeddings } from './openai-request.ts';
import { embedAround } from './unit.ts';

/** Texts sent in one request: enough to keep a server busy, few enough for small ones. */
const BATCH_TEXTS = 64;
/** Any text: the answer shows the dimension. */
const PROBE = '区';

/** The endpoint and how patient to be. */
export interface OpenAiSettings extends EndpointSettings {
  /** Dimension of the vectors; absent: one request asks. */
  readonly dimension?: number;
  /** Texts in one request, ≥ 1. Default 64. */
  readonly batchTexts?: number;
}

/**
 * Connects to an endpoint; asks it for one vector to learn the dimension, unless that is given.
 * @throws AppError 'embedder/unreachable' | 'embedder/refused' | 'embedder/mismatch', here and when embedding
 */
export async function openOpenAiEmbedder(settings: OpenAiSettings): Promise<Embedder> {
  const { model, batchTexts = BATCH_TEXTS } = settings;
  const dimension = settings.dimension ?? (await probeDimension(settings));
  const embedFilled = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = [];
    for (let start = 0; start < texts.length; start += batchTexts) {
      vectors.push(...(await requestEmbeddings(settings, texts.slice(start, start + batchTexts), dimension)));
    }
    return vectors;
  };
  return {
    id: `openai:${model}:${dimension}`,
    dimension,
    embed: (texts) => embedAround(texts, dimension, embedFilled),
  };
}

async function probeDimension(settings: OpenAiSettings): Promise<number> {
  const [vector] = await requestEmbeddings(settings, [PROBE], null);
  return vector?.length ?? 0;
}
