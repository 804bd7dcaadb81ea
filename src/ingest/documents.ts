// Documents that were handed in with a question: described, structured and searched for facts as the corpus is, kept in memory.
import { memoryLibrary } from '../store/index/in-memory-library.ts';
import { indexedTexts } from '../store/index/indexed-text.ts';
import { buildPostings, type Postings } from '../store/index/postings/postings.ts';
import type { Fact, Library, Passage, Report } from '../types.ts';
import { KNOWLEDGE, type Knowledge } from './prepare.ts';
import { type Described, describeReport } from './source/describe.ts';
import { structureReport } from './structure/structure.ts';

/**
 * Returns a library of documents in memory; their texts are kept unchanged.
 * @param documents ids must differ; `readFields` makes `given` of unknown data
 * @throws RangeError where two documents have one id
 */
export function documentLibrary(documents: readonly Described[], knowledge: Knowledge = KNOWLEDGE): Library {
  const structured = documents.map((document) => {
    const report = describeReport(document, knowledge.findDistrict);
    return { report, passages: structureReport(report).passages };
  });
  return memoryLibrary(structured, (report, passages) => knowledge.extractFacts(report, passages));
}

/** A document with all that answers from it, as data: made in one process, used in another. */
export interface PreparedDocument {
  readonly report: Report;
  readonly passages: readonly Passage[];
  readonly facts: readonly Fact[];
  readonly postings: Postings;
}

/** Makes a document ready to be asked about. This is where the time goes: some seconds for a long one. */
export function prepareDocument(document: Described, knowledge: Knowledge = KNOWLEDGE): PreparedDocument {
  const library = documentLibrary([document], knowledge);
  const [meta] = [...library.reports.values()];
  if (meta === undefined) throw new RangeError('a library of one document holds none');
  const passages = Array.from({ length: library.passageCount }, (_, number) => library.passage(number));
  const report = { ...meta, text: document.text };
  return { report, passages, facts: library.facts(), postings: buildPostings(indexedTexts(library)) };
}

/** Returns the library of a document that was made ready. */
export function preparedLibrary({ report, passages, facts }: PreparedDocument): Library {
  return memoryLibrary([{ report, passages }], () => facts);
}
