// The only place that wires parts together, in the order in which a question flows through them.
import { shippedConfidence } from './answer/confidence.ts';
import { shippedRanking } from './answer/ranking.ts';
import type { Service } from './chat/service.ts';
import type { Config } from './config.ts';
import { answerAt, type Desk, deskOf, deskOfDocuments, type Tools } from './desk.ts';
import { openBuiltinEmbedder } from './embed/builtin.ts';
import { pickEmbedder } from './embed/pick.ts';
import type { Embedder } from './embed/types.ts';
import { type Retrieval, Retriever, type VectorHalf } from './retrieve/retriever.ts';
import { openLibrary } from './store/generation.ts';
import { liveFolder } from './store/pointer.ts';
import { openVectors } from './store/vectors.ts';
import type { Answer, Library, Question, Report } from './types.ts';

/** The product, wired. */
export interface Quzhi extends Service {
  /** Answers out of the given documents alone. */
  answerFrom(documents: readonly Report[], question: Question): Promise<Answer>;
  /** The ranked passages behind an answer. */
  search(text: string, count: number): Promise<Retrieval>;
  /** What is indexed now. */
  library(): Library;
}

/** What a cosine of 1 adds to the lexical score, as a share of the best: word vectors add little, neural ones more. */
const VECTOR_WEIGHT = { builtin: 0.1, neural: 0.5 } as const;
const CONTEXT_CHARACTERS = 300;

function vectorHalf(embedder: Embedder, folder: string): VectorHalf {
  return {
    index: openVectors(folder, { embedderId: embedder.id, dimension: embedder.dimension }),
    weight: embedder.id.startsWith('builtin') ? VECTOR_WEIGHT.builtin : VECTOR_WEIGHT.neural,
    embed: async (text) => (await embedder.embed([text]))[0] ?? new Float32Array(embedder.dimension),
  };
}

/** The live generation, reopened between two questions whenever ingest has switched to another one. */
function liveDesk(indexDir: string, embedder: Embedder): () => Desk {
  let open: { folder: string; desk: Desk } | null = null;
  return () => {
    const folder = liveFolder(indexDir);
    if (open?.folder !== folder) {
      const generation = openLibrary(indexDir);
      open = { folder, desk: deskOf(generation, new Retriever(generation, generation.postings(), vectorHalf(embedder, folder))) };
    }
    return open.desk;
  };
}

/** The shipped word vectors and learned models. @throws AppError embedder/missing in a broken installation */
export function openTools(): Tools {
  return { vectors: openBuiltinEmbedder().words, ranking: shippedRanking(), confidence: shippedConfidence() };
}

/** Opens the product. @throws AppError index/… if there is no usable index, embedder/… if the embedder cannot be opened */
export async function openQuzhi(config: Config): Promise<Quzhi> {
  const embedder = await pickEmbedder(config);
  const tools = openTools();
  const desk = liveDesk(config.indexDir, embedder);
  desk();
  return {
    answer: (question) => answerAt(desk(), question, tools),
    answerFrom: (documents, question) => answerAt(deskOfDocuments(documents), question, tools),
    search: (text, count) => desk().retriever.search(text, { count }),
    library: () => desk().library,
    reports: () => [...desk().library.reports.values()],
    context: ({ report, start, end }) => {
      const text = desk().library.textOf(report.id);
      return { before: text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start), quote: text.slice(start, end), after: text.slice(end, end + CONTEXT_CHARACTERS) };
    },
  };
}
