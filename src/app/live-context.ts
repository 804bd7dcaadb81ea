// Opens an index generation with everything that answers from it, and follows ingest from one generation to the next.
import type { LangchainModule } from '../retrieve/embed/langchain-module.ts';
import { fromLangchainRetriever } from '../retrieve/langchain.ts';
import { Retriever, type VectorHalf } from '../retrieve/retriever.ts';
import { type Generation, openLibrary } from '../store/index/generation.ts';
import { liveFolder } from '../store/index/pointer.ts';
import { openVectors } from '../store/index/vectors/vectors.ts';
import type { Embedder } from '../types.ts';
import { type AnswerContext, answerContextOf } from './answer-context.ts';

/** The share of the best lexical score that a cosine of 1 adds: word vectors add little, neural ones more. */
const VECTOR_WEIGHT = { builtin: 0.1, neural: 0.5 } as const;

function vectorHalf(embedder: Embedder, folder: string): VectorHalf {
  const index = openVectors(folder, { embedderId: embedder.id, dimension: embedder.dimension });
  return {
    search: async (text, count) =>
      index.search((await embedder.embed([text]))[0] ?? new Float32Array(embedder.dimension), count),
    weight: embedder.id.startsWith('builtin') ? VECTOR_WEIGHT.builtin : VECTOR_WEIGHT.neural,
  };
}

/** Opens everything that answers from one generation. @param retriever searches by meaning in place of the vectors @throws AppError index/… */
export function openContext(
  generation: Generation,
  embedder: Embedder,
  retriever?: LangchainModule['retriever'],
): AnswerContext {
  const half = retriever
    ? { search: fromLangchainRetriever(retriever, generation), weight: VECTOR_WEIGHT.neural }
    : vectorHalf(embedder, generation.folder);
  return answerContextOf(generation, new Retriever(generation, generation.postings(), half));
}

/** Returns the context of the live generation, reopened between two questions whenever ingest has switched to another one. */
export function liveContext(
  indexDir: string,
  embedder: Embedder,
  retriever: LangchainModule['retriever'],
): () => AnswerContext {
  let open: { folder: string; context: AnswerContext } | null = null;
  return () => {
    if (open?.folder !== liveFolder(indexDir)) {
      const generation = openLibrary(indexDir);
      open = { folder: generation.folder, context: openContext(generation, embedder, retriever) };
    }
    return open.context;
  };
}
