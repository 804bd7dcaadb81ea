// The numbered sentences that a model gets: those the extractive answer cites, and what stands around them in what was
// found. It keeps to the reports and districts that the answer is about, so that no figure of another district slips in.
import type { Answered, Citation, Hit, Library, Passage, ReportMeta, Sentence } from '../types.ts';
import { givesOrders } from './orders.ts';

/** What evidence is gathered from. */
export interface EvidenceSources {
  readonly extractive: Answered;
  /** What retrieval found for the question, best first. */
  readonly hits: readonly Hit[];
  readonly library: Pick<Library, 'reports' | 'textOf'>;
  /** The most text in all, in UTF-16 units; cited sentences come in addition. Default 6,000. */
  readonly maxCharacters?: number;
}

const keyOf = (reportId: string, start: number): string => `${reportId}:${start}`;

function citationOf(sentence: Sentence, passage: Passage, { report, text }: { report: ReportMeta; text: string }): Citation {
  const { start, end, read } = sentence;
  const quote = text.slice(start, end);
  const squeezed = quote.replace(/\s+/gu, ' ').trim();
  const reading = read.replace(/\s+/gu, ' ').trim() === squeezed ? null : read;
  return { n: 0, report, start, end, quote, reading, heading: passage.heading };
}

/** The reports that the answer cites, and those on the same districts. */
function isAbout({ citations }: Answered): (report: ReportMeta) => boolean {
  const ids = new Set(citations.map(({ report }) => report.id));
  const districts = new Set(citations.map(({ report }) => report.district).filter((district) => district !== null));
  return ({ id, district }) => ids.has(id) || (district !== null && districts.has(district));
}

/** Passages that hold a cited sentence first, the others in the order of the search. */
function inOrder(hits: readonly Hit[], cited: ReadonlyMap<string, Citation>): Passage[] {
  const passages = hits.map(({ passage }) => passage);
  const holds = ({ reportId, sentences }: Passage): boolean => sentences.some(({ start }) => cited.has(keyOf(reportId, start)));
  return [...passages.filter(holds), ...passages.filter((passage) => !holds(passage))];
}

/**
 * The evidence around an answer: sentences of its own reports and districts, each an exact span, numbered 1 … n.
 * Headings and page furniture are left out unless cited, sentences that give orders to a model always.
 */
export function evidenceAround({ extractive, hits, library, maxCharacters = 6_000 }: EvidenceSources): Citation[] {
  const cited = new Map(extractive.citations.map((citation) => [keyOf(citation.report.id, citation.start), citation]));
  const about = isAbout(extractive);
  const gathered = new Map<string, Citation>();
  let room = maxCharacters;
  for (const passage of inOrder(hits, cited)) {
    const report = library.reports.get(passage.reportId);
    if (!report || !about(report)) continue;
    const source = { report, text: library.textOf(report.id) };
    for (const sentence of passage.sentences) {
      const key = keyOf(report.id, sentence.start);
      const known = cited.get(key);
      const length = sentence.end - sentence.start;
      if (gathered.has(key) || (!known && (sentence.role !== 'body' || length > room))) continue;
      if (!known) room -= length;
      gathered.set(key, known ?? citationOf(sentence, passage, source));
    }
  }
  const elsewhere = [...cited].filter(([key]) => !gathered.has(key)).map(([, citation]) => citation);
  return [...elsewhere, ...gathered.values()]
    .filter(({ quote, reading }) => !givesOrders(`${quote}\n${reading ?? ''}`))
    .map((citation, index) => ({ ...citation, n: index + 1 }));
}
