// What the conversation sees of the product. The wiring implements it; nothing here knows how answers are found.
import type { Brief, BriefQuery, Comparison, ComparisonQuery, Draft, Series, SeriesQuery } from '../documents.ts';
import type { Item } from '../quiz/types.ts';
import type { Answer, Citation, Fact, Following, Hit, Library, Question, Report, ReportMeta } from '../types.ts';
import type { TopicLine } from './browse/views.ts';

/** A quote with its neighbours in the source: `before + quote + after` is a slice of the report as it is indexed now. */
export interface QuoteContext {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** The product, as a conversation needs it. */
export interface Service {
  /** Answers or refuses one question. */
  answer(question: Question, following?: Following): Promise<Answer>;
  /** Answers out of the given documents alone. */
  answerFrom(documents: readonly Report[], question: Question, following?: Following): Promise<Answer>;
  /** The reports that are indexed now. */
  reports(): readonly ReportMeta[];
  /** The figures that the reports state about a district (full name). */
  facts(district: string): readonly Fact[];
  /** One indicator over districts and years, and the indicators of which there is such a chart. */
  series(query: SeriesQuery): Series;
  /** A brief of a district, of a topic or of a report. */
  brief(query: BriefQuery): Brief;
  /** A draft that a language model writes from a brief; null where there is none, or it wrote nothing. */
  draft(query: BriefQuery): Promise<Draft | null>;
  /** Districts side by side, at most 50. */
  comparison(query: ComparisonQuery): Comparison;
  /** Everything that is indexed now; the same object until the index is built anew. */
  library(): Library;
  /** The ranked passages behind an answer, best first. */
  search(text: string, count: number): Promise<{ readonly hits: readonly Hit[] }>;
  /** Vectors of texts by the configured embedder, in order, and the name of their space. */
  embed(texts: readonly string[]): Promise<{ readonly space: string; readonly vectors: readonly Float32Array[] }>;
  /** Names of topics, and how many reports speak of each. */
  topics(): Promise<readonly TopicLine[]>;
  /** The quiz items of what is indexed now: the same list until the index is built anew. Made at the first call, which may take seconds. */
  items(): readonly Item[];
  /** The file that a report was read from (page null), or a page of its scan as JPEG; null where there is none, or it has changed since. */
  pageFile(id: string, page: number | null): Promise<Uint8Array | null>;
  /** Text around a citation; may throw, or give another quote, where the report has changed since. */
  context(citation: Citation): QuoteContext;
}
