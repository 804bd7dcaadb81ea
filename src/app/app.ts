// The composition root: wires the parts in the order in which a question flows through them.

import { briefOf } from '../answer/documents/brief/brief.ts';
import { comparisonOf } from '../answer/documents/comparison.ts';
import { draftFrom, draftSources } from '../answer/documents/draft.ts';
import { seriesIn } from '../answer/documents/series.ts';
import type { TopicLine } from '../chat/browse/views.ts';
import type { Service } from '../chat/service.ts';
import type { Config } from '../config.ts';
import type { Brief, Draft } from '../documents.ts';
import { figureConflicts, frequencyConflicts } from '../ingest/report/conflicts.ts';
import { oncePer } from '../lexicon/words/once.ts';
import { topicNames } from '../lexicon/words/topics.ts';
import { makeItems } from '../quiz/items.ts';
import type { DraftWriter } from '../read/model/draft-writer.ts';
import { pickReader } from '../read/pick-reader.ts';
import { loadLangchainModule } from '../retrieve/embed/langchain-module.ts';
import { pickEmbedder } from '../retrieve/embed/pick.ts';
import type { Retrieval } from '../retrieve/retriever.ts';
import type { Embedder, Library } from '../types.ts';
import { type AnswerContext, createDocumentContexts, type DocumentContexts } from './answer-context.ts';
import { liveContext } from './live-context.ts';
import { createPageFiles } from './page-files.ts';
import { answerFrom, type FaultListeners, openModel } from './tools.ts';

/** Counts topics at whatever context is live; topics of which no report speaks are left out, the most spoken of come first. */
function topicCounter(context: () => AnswerContext): () => Promise<readonly TopicLine[]> {
  let counted: { context: AnswerContext; lines: Promise<readonly TopicLine[]> } | null = null;
  return () => {
    const live = context();
    if (counted?.context !== live) counted = { context: live, lines: count(live) };
    return counted.lines;
  };
}

async function count({ retriever }: AnswerContext): Promise<readonly TopicLine[]> {
  const lines: TopicLine[] = [];
  for (const name of topicNames()) lines.push({ name, reports: (await retriever.reportsNaming(name)).size });
  return lines.filter(({ reports }) => reports > 0).sort((a, b) => b.reports - a.reports);
}

/** The product, wired. */
export interface Quzhi extends Service {
  /** Returns the ranked passages behind an answer. */
  search(text: string, count: number): Promise<Retrieval>;
}

const CONTEXT_CHARACTERS = 300;
/** The quiz items of a generation, made once and kept as long as it is open. */
const itemsOf = oncePer((library: Library) => makeItems(library));

/** What the reports of a generation contradict each other in. */
const contradictionsOf = oncePer((library: Library) => [
  ...figureConflicts(library, library.facts()),
  ...frequencyConflicts(library),
]);

/** Longest draft that is asked for, in characters; of a brief of figures alone this long. */
const DRAFT_CHARACTERS = 1_500;

/** A draft of a brief; null where the model writes nothing. */
async function draftOf(brief: Brief, writer: DraftWriter): Promise<Draft | null> {
  const sentences = draftSources(brief).map(({ section, text }, index) => ({ n: index + 1, section, text }));
  if (sentences.length === 0) return null;
  const { subject, length } = brief;
  const title =
    subject.kind === 'district'
      ? subject.district
      : subject.kind === 'topic'
        ? subject.topic
        : (brief.reports[0]?.title ?? '');
  const characters = length === 'figures' ? DRAFT_CHARACTERS : Math.min(DRAFT_CHARACTERS, length);
  const written = await writer({ title, sentences, characters });
  return written === null ? null : draftFrom(written, brief);
}

/** Options beside the configuration. */
interface OpenOptions extends FaultListeners {
  /** An embedder that is open already; default: the configured one is opened. */
  readonly embedder?: Embedder;
  /** Where documents are found that were made ready in another process. */
  readonly documentContexts?: DocumentContexts;
}

/**
 * Opens the product; the index itself is opened at the first question that needs it (AppError index/… if it is unusable).
 * @throws AppError embedder/…, model/… if what the configuration names cannot be opened
 */
export async function openQuzhi(config: Config, options: OpenOptions = {}): Promise<Quzhi> {
  const embedder = options.embedder ?? (await pickEmbedder(config));
  const reader = pickReader(config, options.onReaderFault ?? (() => {}));
  const { retriever, chatModel } = (await loadLangchainModule(config.langchainModule)) ?? {};
  const model = await openModel(config, { ...options, chatModel });
  const answerWith = answerFrom(reader, model, options);
  const { documentContexts = createDocumentContexts() } = options;
  const context = liveContext(config.indexDir, { embedder, retriever });
  const pageFile = createPageFiles({
    indexDir: config.indexDir,
    library: () => context().library,
    now: () => new Date(),
  });
  return {
    pageFile,
    answer: (question, following) => answerWith(context(), question, following),
    answerFrom: (documents, question, following) => answerWith(documentContexts.of(documents), question, following),
    search: (text, count) => context().retriever.search(text, { count }),
    embed: async (texts) => ({ space: embedder.id, vectors: await embedder.embed(texts) }),
    library: () => context().library,
    items: () => itemsOf(context().library),
    topics: topicCounter(context),
    series: (query) => seriesIn(context().library, query),
    brief: (query) => briefOf(query, context().library, contradictionsOf(context().library)),
    comparison: (query) => comparisonOf(query, context().library),
    draft: async (query) => {
      if (model === null) return null;
      const brief = briefOf(query, context().library, contradictionsOf(context().library));
      return draftOf(brief, model.writer);
    },
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
