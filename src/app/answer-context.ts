// A library with everything that answers from it. app.ts opens contexts; scripts train and measure on them.
import type { AnswerResources } from '../answer/context.ts';
import { documentLibrary, type PreparedDocument, preparedLibrary } from '../ingest/documents.ts';
import type { GivenFields } from '../ingest/source/fields.ts';
import type { QuestionRewriter } from '../read/model/question-rewriter.ts';
import { Preparer } from '../read/prepared-sentence.ts';
import { Retriever, type Searcher, searcherWithin } from '../retrieve/retriever.ts';
import { indexedTexts } from '../store/index/indexed-text.ts';
import { buildPostings } from '../store/index/postings/postings.ts';
import type { Following, Library, Report, ReportId } from '../types.ts';

/** Word vectors and learned models, shared by all contexts. */
export interface Tools extends Pick<AnswerResources, 'vectors' | 'ranking' | 'confidence' | 'reader' | 'chooser'> {
  /** A language model that suggests how a turn of a chat may be meant; null or absent: none is configured. */
  readonly rewriter?: QuestionRewriter | null;
}

/** Tools for one answer, and who follows its making. */
export interface AnswerTools extends Tools {
  readonly following?: Following | undefined;
  /** A report to leave out, as if it were not there: for measuring what is refused then. */
  readonly without?: ReportId | undefined;
}

/** A library with everything that answers from it. */
export interface AnswerContext {
  readonly library: Library;
  readonly retriever: Searcher;
  /** Full names of the indexed districts, in the order of the reports. */
  readonly districts: readonly string[];
  readonly preparer: Preparer;
  /** True if some report has no district. */
  readonly hasUnlabelled: boolean;
}

/** Sets up a context. */
export function answerContextOf(library: Library, retriever: Searcher): AnswerContext {
  const named = new Set([...library.reports.values()].map(({ district }) => district));
  const districts = [...named].filter((name) => name !== null);
  return { library, retriever, districts, preparer: new Preparer(), hasUnlabelled: named.has(null) };
}

/** A library that knows the figures of some of its reports alone. */
export function libraryWithFactsOf(library: Library, isKnown: (id: ReportId) => boolean): Library {
  return {
    reports: library.reports,
    passageCount: library.passageCount,
    passage: (number) => library.passage(number),
    passagesOf: (report) => library.passagesOf(report),
    textOf: (report) => library.textOf(report),
    pagesOf: (report) => library.pagesOf(report),
    facts: (district) => library.facts(district).filter(({ reportId }) => isKnown(reportId)),
  };
}

/** A context in which some reports are all there is; what is known of their sentences is shared with the whole. */
export function contextWithin(context: AnswerContext, reports: ReadonlySet<ReportId>): AnswerContext {
  const isIn = (id: ReportId): boolean => reports.has(id);
  const known = new Map([...context.library.reports].filter(([id]) => isIn(id)));
  const library = { ...libraryWithFactsOf(context.library, isIn), reports: known };
  const retriever = searcherWithin(context.retriever, new Set(library.reports.keys()));
  return { ...answerContextOf(library, retriever), preparer: context.preparer };
}

/** What was given of a document, without what was left empty: that is inferred. */
function givenOf(meta: Partial<Report>): GivenFields {
  return Object.fromEntries(Object.entries(meta).filter(([, value]) => typeof value === 'string' && value !== ''));
}

/** Contexts of documents that were made ready in another process, each as long as its report is held by anyone. */
export interface DocumentContexts {
  keep(document: PreparedDocument): void;
  /** The context of documents; made here and now where it was not kept. */
  of(documents: readonly Report[]): AnswerContext;
}

/** Creates an empty collection of contexts. */
export function createDocumentContexts(): DocumentContexts {
  const kept = new WeakMap<Report, AnswerContext>();
  return {
    keep: (document) => {
      const library = preparedLibrary(document);
      kept.set(document.report, answerContextOf(library, new Retriever(library, document.postings, null)));
    },
    of: (documents) => {
      const [only, ...others] = documents;
      const known = only === undefined || others.length > 0 ? undefined : kept.get(only);
      return known ?? contextOfDocuments(documents);
    },
  };
}

/** A context for documents in memory: lexical retrieval alone; what nobody gave of them is inferred. */
export function contextOfDocuments(documents: readonly Report[]): AnswerContext {
  const library = documentLibrary(
    documents.map(({ id, path, text, ...meta }) => ({ id, path, text, given: givenOf(meta) })),
  );
  return answerContextOf(library, new Retriever(library, buildPostings(indexedTexts(library)), null));
}
