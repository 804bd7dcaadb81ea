// Documents that were handed in with a question: described, structured and searched for facts as the corpus is, kept in memory.
import { memoryLibrary } from '../store/index/in-memory-library.ts';
import type { Library } from '../types.ts';
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
