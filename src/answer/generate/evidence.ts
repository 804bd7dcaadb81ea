// The numbered sentences that a model gets: those the extractive answer cites, and what stands around them in what was
// found. It keeps to the reports and districts that the answer is about, so that no figure of another district slips in.
import type { Answered, Citation, Hit, Library, Passage, ReportMeta, Sentence } from '../../types.ts';
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

function citationOf(
  sentence: Sentence,
  passage: Passage,
  { report, text }: { report: ReportMeta; text: string },
): Citation {
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
  const holds = ({ reportId, sentences }: Passage): boolean =>
    sentences.some(({ start }) => cited.has(keyOf(reportId, start)));
  return [...passages.filter(holds), ...passages.filter((passage) => !holds(passage))];
}

/** Takes sentences as long as there is room; cited ones always. */
class Gathering {
  readonly #cited: ReadonlyMap<string, Citation>;
  readonly #taken = new Map<string, Citation>();
  #room: number;

  constructor(cited: ReadonlyMap<string, Citation>, maxCharacters: number) {
    this.#cited = cited;
    this.#room = maxCharacters;
  }

  take(sentence: Sentence, passage: Passage, source: { report: ReportMeta; text: string }): void {
    const key = keyOf(source.report.id, sentence.start);
    if (this.#taken.has(key)) return;
    const known = this.#cited.get(key);
    const length = sentence.end - sentence.start;
    if (!known && (sentence.role !== 'body' || length > this.#room)) return;
    if (!known) this.#room -= length;
    this.#taken.set(key, known ?? citationOf(sentence, passage, source));
  }

  /** Cited sentences that lie in no passage at hand first, then the others in the order in which they were taken. */
  all(): Citation[] {
    const elsewhere = [...this.#cited].filter(([key]) => !this.#taken.has(key)).map(([, citation]) => citation);
    return [...elsewhere, ...this.#taken.values()];
  }
}

/**
 * The evidence around an answer: sentences of its own reports and districts, each an exact span, numbered 1 … n.
 * Headings and page furniture are left out unless cited, sentences that give orders to a model always.
 */
export function evidenceAround({ extractive, hits, library, maxCharacters = 6_000 }: EvidenceSources): Citation[] {
  const cited = new Map(extractive.citations.map((citation) => [keyOf(citation.report.id, citation.start), citation]));
  const gathering = new Gathering(cited, maxCharacters);
  const about = isAbout(extractive);
  for (const passage of inOrder(hits, cited)) {
    const report = library.reports.get(passage.reportId);
    if (!report || !about(report)) continue;
    const source = { report, text: library.textOf(report.id) };
    for (const sentence of passage.sentences) gathering.take(sentence, passage, source);
  }
  return gathering
    .all()
    .filter(({ quote, reading }) => !givesOrders(`${quote}\n${reading ?? ''}`))
    .map((citation, index) => ({ ...citation, n: index + 1 }));
}
