// What the conversation sees of the product. The wiring implements it; nothing here knows how answers are found.
import type { Answer, Citation, Fact, Following, Question, Report, ReportMeta } from '../types.ts';

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
  /** Text around a citation; may throw, or give another quote, where the report has changed since. */
  context(citation: Citation): QuoteContext;
}
