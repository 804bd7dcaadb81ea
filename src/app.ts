// The only place that wires parts together, in the order in which a question flows through them.
import { answer } from './answer/answer.ts';
import { searchesFor } from './answer/plan.ts';
import { Preparer } from './answer/prepared.ts';
import { shippedRanking } from './answer/ranking.ts';
import type { QuoteContext, Service } from './chat/service.ts';
import type { Config } from './config.ts';
import { openBuiltinEmbedder } from './embed/builtin.ts';
import { pickEmbedder } from './embed/pick.ts';
import type { Embedder } from './embed/types.ts';
import { structureReport } from './ingest/structure.ts';
import { Retriever, type Retrieval, type VectorHalf } from './retrieve/retriever.ts';
import { openLibrary } from './store/generation.ts';
import { indexedTexts } from './store/indexed.ts';
import { memoryLibrary } from './store/memory.ts';
import { liveFolder } from './store/pointer.ts';
import { buildPostings } from './store/postings.ts';
import { openVectors } from './store/vectors.ts';
import type { Answer, Citation, Library, Question, Report, ReportId, WordVectors } from './types.ts';
import { understand } from './understand/understand.ts';

/** The product, wired. */
export interface Quzhi extends Service {
  /** Answers out of the given documents alone. */
  answerFrom(documents: readonly Report[], question: Question): Promise<Answer>;
  /** The ranked passages behind an answer. */
  search(text: string, count: number): Promise<Retrieval>;
  /** What is indexed now. */
  library(): Library;
}

/** A library with everything that answers from it. */
interface Desk {
  readonly library: Library;
  readonly retriever: Retriever;
  readonly districts: readonly string[];
  readonly preparer: Preparer;
}

const CONTEXT_CHARACTERS = 300;

function deskOf(library: Library, retriever: Retriever): Desk {
  const districts = [...new Set([...library.reports.values()].map(({ district }) => district))].filter((name) => name !== null);
  return { library, retriever, districts, preparer: new Preparer() };
}

/** The live generation, reopened between two questions whenever ingest has switched to another one. */
function liveDesk(indexDir: string, vectorsIn: (folder: string) => VectorHalf | null): () => Desk {
  let open: { folder: string; desk: Desk } | null = null;
  return () => {
    const folder = liveFolder(indexDir);
    if (open?.folder !== folder) {
      const generation = openLibrary(indexDir);
      open = { folder, desk: deskOf(generation, new Retriever(generation, generation.postings(), vectorsIn(folder))) };
    }
    return open.desk;
  };
}

function reportsOf({ library }: Desk, districts: readonly string[]): { reports?: ReadonlySet<ReportId> } {
  if (districts.length === 0) return {};
  return { reports: new Set([...library.reports.values()].filter(({ district }) => district !== null && districts.includes(district)).map(({ id }) => id)) };
}

async function answerAt(desk: Desk, question: Question, words: WordVectors): Promise<Answer> {
  const understanding = understand(question, { districts: desk.districts, weigh: (word) => words.rarity(word) });
  const searches = searchesFor(understanding, desk.districts);
  const found = await Promise.all(
    searches.map(async (search) => ({ search, ...(await desk.retriever.search(search.text, { count: search.count, ...reportsOf(desk, search.districts) })) })),
  );
  return answer(understanding, found, { library: desk.library, preparer: desk.preparer, vectors: words, ranking: shippedRanking() });
}

function vectorHalf(embedder: Embedder, folder: string): VectorHalf {
  const index = openVectors(folder, { embedderId: embedder.id, dimension: embedder.dimension });
  return { index, weight: embedder.id.startsWith('builtin') ? 0.1 : 0.5, embed: async (text) => (await embedder.embed([text]))[0] ?? new Float32Array(embedder.dimension) };
}

/** Opens the product. @throws AppError index/… if there is no usable index, embedder/… if the embedder cannot be opened */
export async function openQuzhi(config: Config): Promise<Quzhi> {
  const embedder = await pickEmbedder(config);
  const { words } = openBuiltinEmbedder();
  const desk = liveDesk(config.indexDir, (folder) => vectorHalf(embedder, folder));
  return {
    answer: (question) => answerAt(desk(), question, words),
    answerFrom: (documents, question) => {
      const library = memoryLibrary(documents.map((report) => ({ report, passages: structureReport(report).passages })));
      return answerAt(deskOf(library, new Retriever(library, buildPostings(indexedTexts(library)), null)), question, words);
    },
    search: (text, count) => desk().retriever.search(text, { count }),
    library: () => desk().library,
    reports: () => [...desk().library.reports.values()],
    context: ({ report, start, end }: Citation): QuoteContext => {
      const text = desk().library.textOf(report.id);
      return { before: text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start), quote: text.slice(start, end), after: text.slice(end, end + CONTEXT_CHARACTERS) };
    },
  };
}
