// Blanks stretches of a text out, unit for unit, so that places stay true.
import type { Span } from '../types.ts';

/** As many spaces as the text has units. */
export function blank(text: string): string {
  return ' '.repeat(text.length);
}

/** The text with some stretches blanked out. */
export function blankOut(text: string, spans: readonly Span[]): string {
  return spans.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text);
}
