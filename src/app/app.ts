// The only place that wires parts together, in the order in which a question flows through them.

import { MAX_SHORT } from '../answer/compose/draft.ts';
import type { Service } from '../chat/service.ts';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { oncePer } from '../lexicon/words/once.ts';
import { makeItems } from '../quiz/items.ts';
import { shippedConfidence } from '../read/confidence.ts';
import { pickReader } from '../read/pick-reader.ts';
import { shippedRanking } from '../read/ranking.ts';
import type { Reader } from '../read/reader.ts';
import { openBuiltinEmbedder } from '../retrieve/embed/builtin.ts';
import { type LangchainModule, loadLangchainModule } from '../retrieve/embed/langchain-module.ts';
import { pickEmbedder } from '../retrieve/embed/pick.ts';
import { fromLangchainRetriever } from '../retrieve/langchain.ts';
import { type Retrieval, Retriever, type VectorHalf } from '../retrieve/retriever.ts';
import { type Generation, openLibrary } from '../store/index/generation.ts';
import { liveFolder } from '../store/index/pointer.ts';
import { openVectors } from '../store/index/vectors/vectors.ts';
import type { Answer, Embedder, Following, Library, Question, Report } from '../types.ts';
import { type AnswerContext, answerContextOf, contextOfDocuments, type Tools, type Writer } from './answer-context.ts';
import { answerQuestion } from './question-pipeline.ts';
import { topicCounter } from './topic-counts.ts';

/** The product, wired. */
export interface Quzhi extends Service {
  /** Answers out of the given documents alone. */
  answerFrom(documents: readonly Report[], question: Question, following?: Following): Promise<Answer>;
  /** The ranked passages behind an answer. */
  search(text: string, count: number): Promise<Retrieval>;
  /** What is indexed now. */
  library(): Library;
}

/** What a cosine of 1 adds to the lexical score, as a share of the best: word vectors add little, neural ones more. */
const VECTOR_WEIGHT = { builtin: 0.1, neural: 0.5 } as const;
const CONTEXT_CHARACTERS = 300;
/** The quiz items of a generation, made once and kept as long as it is open. */
const itemsOf = oncePer((library: Library) => makeItems(library));

function vectorHalf(embedder: Embedder, folder: string): VectorHalf {
  const index = openVectors(folder, { embedderId: embedder.id, dimension: embedder.dimension });
  return {
    search: async (text, count) =>
      index.search((await embedder.embed([text]))[0] ?? new Float32Array(embedder.dimension), count),
    weight: embedder.id.startsWith('builtin') ? VECTOR_WEIGHT.builtin : VECTOR_WEIGHT.neural,
  };
}

/** Everything that answers from one generation. @param retriever searches by meaning in place of the vectors @throws AppError index/… */
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

/** The live generation, reopened between two questions whenever ingest has switched to another one. */
function liveContext(
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

/** The shipped word vectors and learned models, without a second author. @throws AppError embedder/missing in a broken installation */
export function openTools(reader: Reader | null = null): Tools {
  return {
    vectors: openBuiltinEmbedder().words,
    ranking: shippedRanking(),
    confidence: shippedConfidence(reader ? 'neural' : 'linear'),
    writer: null,
    reader,
  };
}

/** What the product is given beside its configuration. */
interface OpenOptions {
  /** Where it is open already; default: the one that the configuration names is opened. */
  readonly embedder?: Embedder;
  /** The language model could not be asked, and the extractive answer stands: what an operator can mend. */
  readonly onModelFault?: (fault: AppError) => void;
  /** The neural reader cannot be loaded or stopped, and answers come from the linear one: what an operator can mend. */
  readonly onReaderFault?: (fault: AppError) => void;
}

/** The language model as a second author; null where none is configured. Loaded only then. */
async function openWriter(
  { model: settings }: Config,
  { onModelFault, chatModel }: OpenOptions & Pick<LangchainModule, 'chatModel'>,
): Promise<Writer | null> {
  if (!settings && !chatModel) return null;
  const [{ generate }, { evidenceAround }, { openChatModel }] = await Promise.all([
    import('../answer/generate/generate.ts'),
    import('../answer/generate/evidence.ts'),
    import('../answer/generate/model.ts'),
  ]);
  const model = chatModel ?? (settings && (await openChatModel(settings)));
  if (!model) return null;
  return (given, hits, { context: { library, districts }, following }) => {
    const evidence = evidenceAround({ extractive: given, hits, library });
    const maxCharacters = given.short.length <= MAX_SHORT.fact ? MAX_SHORT.fact : MAX_SHORT.passage;
    const onFallback = (_: unknown, fault: AppError | null): void => void (fault && onModelFault?.(fault));
    return generate({ extractive: given, evidence, model, districts, maxCharacters, ...following, onFallback });
  };
}

/** Answers with the reader; where it fails, without it, and from then on. */
function readingTools(reader: Reader | null, writer: Writer | null, { onReaderFault }: OpenOptions) {
  const linear: Tools = { ...openTools(), writer };
  let tools: Tools = { ...openTools(reader), writer };
  return async (context: AnswerContext, question: Question, following?: Following): Promise<Answer> => {
    try {
      return await answerQuestion(context, question, { ...tools, following });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'reader/failed') throw error;
      if (tools !== linear) onReaderFault?.(error);
      tools = linear;
      return answerQuestion(context, question, { ...linear, following });
    }
  };
}

/**
 * Opens the product; the index itself is opened at the first question that needs it (AppError index/… if it is unusable).
 * @throws AppError embedder/…, model/… if what the configuration names cannot be opened
 */
export async function openQuzhi(config: Config, options: OpenOptions = {}): Promise<Quzhi> {
  const embedder = options.embedder ?? (await pickEmbedder(config));
  const reader = await pickReader(config.reader, options.onReaderFault ?? (() => {}));
  const { retriever, chatModel } = (await loadLangchainModule(config.langchainModule)) ?? {};
  const writer = await openWriter(config, { ...options, chatModel });
  const answerWith = readingTools(reader, writer, options);
  const context = liveContext(config.indexDir, embedder, retriever);
  return {
    answer: (question, following) => answerWith(context(), question, following),
    answerFrom: (documents, question, following) => answerWith(contextOfDocuments(documents), question, following),
    search: (text, count) => context().retriever.search(text, { count }),
    library: () => context().library,
    items: () => itemsOf(context().library),
    topics: topicCounter(context),
    facts: (district) => context().library.facts(district),
    reports: () => [...context().library.reports.values()],
    context: ({ report, start, end }) => {
      const text = context().library.textOf(report.id);
      return {
        before: text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start),
        quote: text.slice(start, end),
        after: text.slice(end, end + CONTEXT_CHARACTERS),
      };
    },
  };
}
