// A library with everything that answers from it. app.ts opens desks; scripts train and measure on them.
import { answer, type Found, type Means } from './answer/answer.ts';
import { searchesFor } from './answer/plan.ts';
import { Preparer } from './answer/prepared.ts';
import { structureReport } from './ingest/structure.ts';
import { Retriever } from './retrieve/retriever.ts';
import { indexedTexts } from './store/indexed.ts';
import { memoryLibrary } from './store/memory.ts';
import { buildPostings } from './store/postings.ts';
import type { Answer, Library, Question, Report, ReportId } from './types.ts';
import type { Understanding } from './understand/types.ts';
import { understand } from './understand/understand.ts';

/** What every desk shares: word vectors and learned models. */
export type Tools = Pick<Means, 'vectors' | 'ranking' | 'confidence'>;

/** A library with everything that answers from it. */
export interface Desk {
  readonly library: Library;
  readonly retriever: Retriever;
  /** Full names of the indexed districts, in the order of the reports. */
  readonly districts: readonly string[];
  readonly preparer: Preparer;
}

/** Sets up a desk. */
export function deskOf(library: Library, retriever: Retriever): Desk {
  const districts = [...new Set([...library.reports.values()].map(({ district }) => district))].filter((name) => name !== null);
  return { library, retriever, districts, preparer: new Preparer() };
}

/** A desk for documents in memory: lexical retrieval alone. */
export function deskOfDocuments(documents: readonly Report[]): Desk {
  const library = memoryLibrary(documents.map((report) => ({ report, passages: structureReport(report).passages })));
  return deskOf(library, new Retriever(library, buildPostings(indexedTexts(library)), null));
}

/** The reports about some districts; undefined: all reports. */
function reportsAbout({ library }: Desk, districts: readonly string[]): ReadonlySet<ReportId> | undefined {
  if (districts.length === 0) return undefined;
  const about = [...library.reports.values()].filter(({ district }) => district !== null && districts.includes(district));
  return new Set(about.map(({ id }) => id));
}

/** Understands a question and fetches what its answer needs. @param without a report to leave out, as if it were not there */
export async function lookUp(desk: Desk, question: Question, { vectors }: Tools, without?: ReportId): Promise<{ understanding: Understanding; found: Found[] }> {
  const understanding = understand(question, { districts: desk.districts, weigh: (word) => vectors.rarity(word) });
  const found: Found[] = [];
  for (const search of searchesFor(understanding, desk.districts)) {
    const about = reportsAbout(desk, search.districts);
    const others = without === undefined ? about : new Set([...(about ?? desk.library.reports.keys())].filter((id) => id !== without));
    const scope = others === undefined ? {} : { reports: others };
    found.push({ search, ...(await desk.retriever.search(search.text, { count: search.count, ...scope })) });
  }
  return { understanding, found };
}

/** Answers a question, or refuses. */
export async function answerAt(desk: Desk, question: Question, tools: Tools): Promise<Answer> {
  const { understanding, found } = await lookUp(desk, question, tools);
  return answer(understanding, found, { library: desk.library, preparer: desk.preparer, ...tools });
}
