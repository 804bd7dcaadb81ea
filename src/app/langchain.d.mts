// Types of the entry `quzhi/langchain`.
export { openEmbeddings, openRetriever, type RetrieverOptions } from './langchain.ts';
