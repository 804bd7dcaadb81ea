// Cuts the text around a quote to a few whole sentences, as a reader wants to see it.
import { clip } from './place.ts';

const SENTENCES = 2;
const MAX_CHARACTERS = 200;
// A sentence with its end and closing quotes, or a line, or what is left at the end.
const SENTENCE = /[^。！？!?\n]*(?:[。！？!?]+[”’」』）)]*\n*|\n+|$)/gu;

const sentencesOf = (text: string): string[] => (text.match(SENTENCE) ?? []).filter((sentence) => sentence !== '');
const withoutBlankLines = (text: string): string => text.replace(/\s*\n\s*/gu, '\n');

/**
 * The last sentences before a quote.
 * @param isWhole true if the text begins where the report begins; else its first sentence may lack its head and is left out
 */
export function sentencesBefore(text: string, isWhole: boolean): string {
  const sentences = sentencesOf(withoutBlankLines(text));
  const whole = isWhole || sentences.length < 2 ? sentences : sentences.slice(1);
  const joined = whole.slice(-SENTENCES).join('').replace(/^\s+/u, '');
  const isCut = !isWhole && sentences.length < 2 && joined !== '';
  if (joined.length > MAX_CHARACTERS) return `…${joined.slice(1 - MAX_CHARACTERS).replace(/^[\uDC00-\uDFFF]/u, '')}`;
  return isCut ? `…${joined}` : joined;
}

/** The first sentences after a quote. */
export function sentencesAfter(text: string): string {
  return clip(sentencesOf(withoutBlankLines(text)).slice(0, SENTENCES).join(''), MAX_CHARACTERS).trimEnd();
}
