// Bridges between our Embedder and LangChain's Embeddings, both ways. @langchain/core is slow to load: it is imported
// only when one of its own classes is asked for.

import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { Embedder } from '../../types.ts';
import { embedAround, unitVector } from './unit.ts';

/** Any text: the answer shows the dimension. */
const SAMPLE_TEXT = '区';
/** Texts in one call: enough to keep a server busy, few enough for small ones. */
const BATCH_TEXTS = 64;

/** What a LangChain `Embeddings` does not tell of itself. */
export interface LangchainEmbedderOptions {
  /** Identity of its vector space, such as the model's name. */
  readonly id: string;
  /** Subject of error messages. Default: "The LangChain embedder" and its id. */
  readonly label?: string;
  /** Dimension of the vectors; absent: one call asks. */
  readonly dimension?: number | undefined;
  /** Texts in one call, ≥ 1. Default 64. */
  readonly batchTexts?: number | undefined;
}

/** Our embedder as a LangChain `Embeddings`, for any LangChain vector store or retriever. */
export async function toLangchainEmbeddings(embedder: Embedder): Promise<EmbeddingsInterface> {
  const { Embeddings } = await import('@langchain/core/embeddings');
  class EmbedderEmbeddings extends Embeddings {
    override async embedDocuments(documents: string[]): Promise<number[][]> {
      return (await embedder.embed(documents)).map((vector) => Array.from(vector));
    }

    override async embedQuery(document: string): Promise<number[]> {
      return (await this.embedDocuments([document]))[0] ?? [];
    }
  }
  return new EmbedderEmbeddings({});
}

/**
 * Any LangChain `Embeddings` as our embedder, asked in batches, one after another.
 * @throws AppError 'embedder/mismatch' if it returns no vectors, or of changing dimension; what it throws itself passes through
 */
export async function fromLangchainEmbeddings(
  embeddings: Pick<EmbeddingsInterface, 'embedDocuments'>,
  { id, label = `The LangChain embedder ${id}`, batchTexts = BATCH_TEXTS, ...options }: LangchainEmbedderOptions,
): Promise<Embedder> {
  const dimension =
    options.dimension ?? unitVector((await embeddings.embedDocuments([SAMPLE_TEXT]))[0], null, label).length;
  const embedFilled = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = [];
    for (let start = 0; start < texts.length; start += batchTexts) {
      const batch = await embeddings.embedDocuments(texts.slice(start, start + batchTexts));
      vectors.push(...batch.map((vector) => unitVector(vector, dimension, label)));
    }
    return vectors;
  };
  return { id: `${id}:${dimension}`, dimension, embed: (texts) => embedAround(texts, dimension, embedFilled) };
}
