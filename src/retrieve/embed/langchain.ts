// Bridges between our Embedder and LangChain's Embeddings, both ways. @langchain/core is slow to load: it is imported
// only when one of its own classes is asked for.

import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { Embedder } from '../../types.ts';
import { embedAround, unitVector } from './unit.ts';

const PROBE = '区';

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
 * Any LangChain `Embeddings` as our embedder; asks it for one vector to learn the dimension.
 * @param id identity of its vector space, such as the model's name
 * @throws AppError 'embedder/mismatch' if it returns no vectors, or of changing dimension; what it throws itself passes through
 */
export async function fromLangchainEmbeddings(embeddings: EmbeddingsInterface, id: string): Promise<Embedder> {
  const who = `The LangChain embedder ${id}`;
  const dimension = unitVector(await embeddings.embedQuery(PROBE), null, who).length;
  const embedFilled = async (texts: readonly string[]): Promise<Float32Array[]> =>
    (await embeddings.embedDocuments([...texts])).map((vector) => unitVector(vector, dimension, who));
  return {
    id: `langchain:${id}:${dimension}`,
    dimension,
    embed: (texts) => embedAround(texts, dimension, embedFilled),
  };
}
