// A library with everything that answers from it. app.ts opens contexts; scripts train and measure on them.
import type { AnswerResources } from '../answer/context.ts';
import { documentLibrary } from '../ingest/documents.ts';
import type { GivenFields } from '../ingest/source/fields.ts';
import { Preparer } from '../read/prepared-sentence.ts';
import { Retriever } from '../retrieve/retriever.ts';
import { indexedTexts } from '../store/index/indexed-text.ts';
import { buildPostings } from '../store/index/postings/postings.ts';
import type { Following, Library, Report, ReportId } from '../types.ts';

/** Word vectors and learned models, shared by all contexts. */
export type Tools = Pick<AnswerResources, 'vectors' | 'ranking' | 'confidence' | 'reader' | 'chooser'>;

/** Tools for one answer, and who follows its making. */
export interface AnswerTools extends Tools {
  readonly following?: Following | undefined;
  /** A report to leave out, as if it were not there: for measuring what is refused then. */
  readonly without?: ReportId | undefined;
}

/** A library with everything that answers from it. */
export interface AnswerContext {
  readonly library: Library;
  readonly retriever: Retriever;
  /** Full names of the indexed districts, in the order of the reports. */
  readonly districts: readonly string[];
  readonly preparer: Preparer;
  /** True if some report has no district. */
  readonly hasUnlabelled: boolean;
}

/** Sets up a context. */
export function answerContextOf(library: Library, retriever: Retriever): AnswerContext {
  const named = new Set([...library.reports.values()].map(({ district }) => district));
  const districts = [...named].filter((name) => name !== null);
  return { library, retriever, districts, preparer: new Preparer(), hasUnlabelled: named.has(null) };
}

/** What was given of a document, without what was left empty: that is inferred. */
function givenOf(meta: Partial<Report>): GivenFields {
  return Object.fromEntries(Object.entries(meta).filter(([, value]) => typeof value === 'string' && value !== ''));
}

/** A context for documents in memory: lexical retrieval alone; what nobody gave of them is inferred. */
export function contextOfDocuments(documents: readonly Report[]): AnswerContext {
  const library = documentLibrary(
    documents.map(({ id, path, text, ...meta }) => ({ id, path, text, given: givenOf(meta) })),
  );
  return answerContextOf(library, new Retriever(library, buildPostings(indexedTexts(library)), null));
}
