// What `quzhi/langchain` offers to other programs: our search and our vectors as LangChain classes.
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { BaseRetriever } from '@langchain/core/retrievers';
import { readConfig } from '../config.ts';
import { toLangchainEmbeddings } from '../retrieve/embed/langchain.ts';
import { pickEmbedder } from '../retrieve/embed/pick.ts';
import { type PassageMetadata, toLangchainRetriever } from '../retrieve/langchain.ts';
import { openQuzhi } from './app.ts';

/** What a retriever may be told; the rest is read from the environment and `.env`, as by every command. */
export interface RetrieverOptions {
  /** Folder of an index that `npm run ingest` has built. Default: QUZHI_INDEX, else `index` in the working directory. */
  readonly indexDir?: string;
  /** Documents for a query, ≥ 1. Default 5. */
  readonly count?: number;
}

/**
 * Opens our search as a LangChain retriever; its documents are exact slices of the reports, best first.
 * @throws AppError config/…, embedder/…; when asked, index/… if the index is unusable
 * @example const documents = await (await openRetriever({ indexDir: 'index' })).invoke('泉山区的公交')
 */
export async function openRetriever({
  indexDir,
  count,
}: RetrieverOptions = {}): Promise<BaseRetriever<PassageMetadata>> {
  const config = readConfig();
  const { search, library } = await openQuzhi({ ...config, indexDir: indexDir ?? config.indexDir });
  return toLangchainRetriever({ search, library, ...(count === undefined ? {} : { count }) });
}

/**
 * Opens the configured embedder as a LangChain `Embeddings`, for any vector store.
 * @throws AppError config/…, embedder/…
 */
export async function openEmbeddings(): Promise<EmbeddingsInterface> {
  return toLangchainEmbeddings(await pickEmbedder(readConfig()));
}
