// LangChain classes of your choice in place of Quzhi's: put QUZHI_LANGCHAIN=examples/langchain-module.mjs into .env.
// Export what you want to replace, and leave out the rest. This one first needs: npm install @langchain/openai
import { OpenAIEmbeddings } from '@langchain/openai';

/** Makes the vectors, in place of EMBEDDER. The next npm start or npm run ingest builds the index again. */
export const embeddings = new OpenAIEmbeddings({
  model: 'bge-m3',
  apiKey: 'none',
  configuration: { baseURL: 'http://localhost:11434/v1' },
});

// export const retriever = someVectorStore.asRetriever();  // finds passages by meaning, in place of the index of vectors
// export const chatModel = new ChatAnthropic({ … });       // writes answers, in place of LLM_MODEL; every sentence is verified
