// The texts that are indexed of each passage of a library: the same for a generation on disk and for documents handed in.
import type { Library, Passage, ReportMeta, Sentence } from '../../types.ts';
import type { IndexedText } from './postings/postings.ts';

const RESOLVED_DATE = /〔[^〔〕]*〕/g;

/** True if a sentence is read otherwise than it is written, apart from resolved dates and line ends: then both forms are indexed. */
function isRepaired(sentence: Sentence, slice: string): boolean {
  return sentence.read.replace(RESOLVED_DATE, '').replace(/\s/g, '') !== slice.replace(/\s/g, '');
}

/** Returns a passage's text as indexed: as it is read, and what was written where that was repaired; title, district and headings apart. */
export function indexedText(passage: Passage, report: ReportMeta, text: string): IndexedText {
  const forms = passage.sentences.flatMap((sentence) => {
    const slice = text.slice(sentence.start, sentence.end);
    return isRepaired(sentence, slice) ? [sentence.read, slice] : [sentence.read];
  });
  return { body: forms.join('\n'), heading: [report.title, report.district ?? '', ...passage.heading].join('\n') };
}

/** Yields the indexed texts of all passages of a library, in the order of their numbers. */
export function* indexedTexts(library: Library): Generator<IndexedText> {
  for (let number = 0; number < library.passageCount; number++) {
    const passage = library.passage(number);
    const report = library.reports.get(passage.reportId);
    if (!report) throw new RangeError(`passage ${number} belongs to no report`);
    yield indexedText(passage, report, library.textOf(passage.reportId));
  }
}
