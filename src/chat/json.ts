// Answers and quiz items as JSON, in the shape of the command-line contract: commands print it, the page's interface sends it.
// It adds no word of its own. `describe` says what of a report stands in a citation.
import type { Item } from '../quiz/types.ts';
import type { Answer, Citation, ReportMeta } from '../types.ts';
import { renderText } from './render.ts';

/** A citation with what is told of its report; `reading` only where it differs from the quote. */
export interface CommandCitationJson<Document> {
  readonly n: number;
  readonly document: Document;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly reading?: string;
  readonly heading: readonly string[];
  /** How sure text recognition was, 0 … 1; only of scans. */
  readonly confidence?: number;
}

/** Converts a report's metadata to JSON. */
export function documentJson({ id, path, title, district, publisher, publishedOn, url, isScanned }: ReportMeta) {
  return { id, path, title, district, publisher, publishedOn, url, ...(isScanned === true && { isScanned }) };
}

/** The part of a report that stands in a citation. */
type Describe<Document> = (report: ReportMeta) => Document;

/** A citation as the contract has it. */
export function citationJson<Document>(
  { n, report, start, end, quote, reading, heading, confidence }: Citation,
  describe: Describe<Document>,
): CommandCitationJson<Document> {
  const told = { ...(reading === null ? {} : { reading }), ...(confidence !== undefined && { confidence }) };
  return { n, document: describe(report), start, end, quote, ...told, heading };
}

/** An answer as the contract has it, without the time that it took. */
export function answerJson<Document>(answer: Answer, describe: Describe<Document>) {
  const { status, interpretation } = answer;
  const cited = (citations: readonly Citation[]) => citations.map((citation) => citationJson(citation, describe));
  const text = renderText(answer);
  if (answer.status === 'answered') {
    const { short, claims, citations, mode } = answer;
    const certainty: 'sure' | 'unsure' = answer.certainty ?? 'sure';
    return { status, certainty, short, text, claims, citations: cited(citations), refusal: null, interpretation, mode };
  }
  const refusal = { reason: answer.reason, message: answer.message, nearest: cited(answer.nearest) };
  return { status, short: '', text, claims: [], citations: [], refusal, interpretation, mode: 'extractive' as const };
}

/** A quiz item's key: an index, indices, the accepted texts, or the key points' texts. */
interface KeyJson<Document> {
  readonly options: readonly string[];
  readonly correct: number | readonly number[] | readonly string[];
  readonly accepted?: readonly string[];
  readonly keyPoints?: readonly { readonly text: string; readonly citation: CommandCitationJson<Document> }[];
}

function keyJson<Document>(item: Item, describe: Describe<Document>): KeyJson<Document> {
  switch (item.kind) {
    case 'single':
    case 'true-false':
    case 'several':
    case 'order':
      return { options: item.options, correct: item.correct };
    case 'fill-in':
      return { options: [], correct: item.accepted, accepted: item.accepted };
    case 'short-answer': {
      const keyPoints = item.keyPoints.map(({ text, citation }) => ({
        text,
        citation: citationJson(citation, describe),
      }));
      return { options: [], correct: item.keyPoints.map(({ text }) => text), keyPoints };
    }
  }
}

/** A quiz item as `quiz export` prints it. */
export function itemJson<Document>(item: Item, describe: Describe<Document>) {
  const { id, kind, subject, question, explanation, citation, district, topic } = item;
  const asked = { id, kind, subject, question, ...keyJson(item, describe) };
  return { ...asked, explanation, citation: citationJson(citation, describe), district, topic };
}
