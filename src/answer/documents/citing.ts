// Numbers the citations of a document through: one number for one span.
import { scanConfidence } from '../../text/page-confidence.ts';
import type { Citation, Library, Passage, ReportId, Sentence, Span } from '../../types.ts';

/** Gives citations their numbers, in the order in which they are first needed. */
export class Citer {
  readonly #library: Library;
  readonly #citations: Citation[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(library: Library) {
    this.#library = library;
  }

  /** Returns the number of a sentence's citation. */
  sentence(passage: Passage, { start, end, read }: Sentence): number {
    return this.#number(passage.reportId, { start, end }, { read, heading: passage.heading });
  }

  /** Returns the number of the citation of a place: of the sentence around it in a passage, so that its reading comes with it. */
  place(reportId: ReportId, passageNumber: number, span: Span): number {
    const passage = this.#library.passage(passageNumber);
    const around = passage.sentences.find(({ start, end }) => start <= span.start && span.end <= end);
    if (around) return this.sentence(passage, around);
    return this.#number(reportId, span, { read: null, heading: passage.heading });
  }

  /** Returns the number of the citation of a span of which nothing more is known. */
  span(reportId: ReportId, span: Span): number {
    return this.#number(reportId, span, { read: null, heading: [] });
  }

  /** Returns all citations, by number. */
  all(): readonly Citation[] {
    return this.#citations;
  }

  #number(
    reportId: ReportId,
    { start, end }: Span,
    about: { read: string | null; heading: readonly string[] },
  ): number {
    const key = `${reportId} ${start} ${end}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const report = this.#library.reports.get(reportId);
    if (report === undefined) throw new RangeError(`there is no report ${reportId}`);
    const quote = this.#library.textOf(reportId).slice(start, end);
    const squeezed = (text: string): string => text.replace(/\s+/gu, ' ').trim();
    const isSame = about.read === null || squeezed(about.read) === squeezed(quote);
    const n = this.#citations.length + 1;
    const confidence = scanConfidence(report, { start, end }, this.#library);
    const reading = isSame ? null : about.read;
    this.#citations.push({ n, report, start, end, quote, reading, heading: about.heading, ...confidence });
    this.#numbers.set(key, n);
    return n;
  }
}
