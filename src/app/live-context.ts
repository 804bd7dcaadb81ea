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
    search: async (text, count, accept) =>
      index.search((await embedder.embed([text]))[0] ?? new Float32Array(embedder.dimension), count, accept),
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

/** How a live context is opened. */
interface LiveContextOptions {
  readonly embedder: Embedder;
  readonly retriever?: LangchainModule['retriever'] | undefined;
  /** How long a generation stays open after another took its place, for what still reads in it. Default: five minutes. */
  readonly graceMs?: number;
}

const GRACE_MS = 5 * 60_000;

/** Returns the context of the live generation, reopened between two questions whenever ingest has switched to another one. */
export function liveContext(
  indexDir: string,
  { embedder, retriever, graceMs = GRACE_MS }: LiveContextOptions,
): () => AnswerContext {
  let open: { generation: Generation; context: AnswerContext } | null = null;
  return () => {
    if (open?.generation.folder !== liveFolder(indexDir)) {
      const replaced = open?.generation;
      const generation = openLibrary(indexDir);
      open = { generation, context: openContext(generation, embedder, retriever) };
      // Its files are deleted by then or soon; held open, they would take up the disk until the process ends.
      if (replaced) setTimeout(() => replaced.close(), graceMs).unref();
    }
    return open.context;
  };
}
