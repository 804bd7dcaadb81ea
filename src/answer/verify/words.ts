// The words of a citation (what stands in the report, and how it is read), and what of a text is no figure.
import { fold } from '../../text/normalise.ts';
import { findQuantities } from '../../text/numbers.ts';
import { findPeriods } from '../../text/periods.ts';
import { bigrams } from '../../text/tokens.ts';
import type { Citation } from '../../types.ts';

/** Quotes and readings, folded, one a line: the only words that can carry a figure, a date or a name. */
export function wordsOf(citations: readonly Citation[]): string {
  return fold(citations.flatMap(({ quote, reading }) => [quote, reading ?? '']).join('\n'));
}

/** The same with titles, districts and headings: what a sentence may take its other words from. */
export function surroundingsOf(citations: readonly Citation[]): string {
  const above = citations.flatMap(({ report, heading }) => [report.title, report.district ?? '', ...heading]);
  return `${wordsOf(citations)}\n${fold(above.join('\n'))}`;
}

/** A text with blanks for its figures and dates. */
function withoutFigures(text: string): string {
  const spans = [...findQuantities(text), ...findPeriods(text, null)];
  return spans.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text);
}

/** What a text speaks of: its distinct pairs of Chinese characters, figures and dates aside. Folded in, folded out. */
export function subjectPairs(text: string): string[] {
  return [...new Set(bigrams(withoutFigures(text)))];
}

/** The pieces between marks and blanks, figures and dates aside. Folded in, folded out. */
export function piecesOf(text: string): string[] {
  return withoutFigures(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((piece) => piece !== '');
}
