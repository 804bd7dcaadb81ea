// A sentence cut at its commas, and windows of neighbouring clauses: the pieces direct answers are made of.
import type { Span } from '../types.ts';

const MARKS = new Set('，,；;。！!？?：');
const ASIDE = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['〔', '〕'],
]);
const MAX_ASIDE_CHARACTERS = 60;

function isSeparator(text: string, index: number): boolean {
  const character = text[index] ?? '';
  if (!MARKS.has(character)) return false;
  const betweenDigits = /\d/.test(text[index - 1] ?? '') && /\d/.test(text[index + 1] ?? '');
  return !(character === ',' && betweenDigits);
}

/** Returns the clauses of a text, in order, without the marks between them; a comma inside quotation marks or brackets cuts nothing. */
export function clausesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const closer = ASIDE.get(text[index] ?? '');
    if (closer !== undefined) {
      const end = text.indexOf(closer, index + 1);
      if (end > index && end - index <= MAX_ASIDE_CHARACTERS) index = end;
    } else if (isSeparator(text, index)) {
      if (index > start) spans.push({ start, end: index });
      start = index + 1;
    }
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans.filter(({ start: from, end }) => text.slice(from, end).trim() !== '');
}

/**
 * Returns the window of neighbouring clauses with the highest worth; of two with equal worth the shorter, then the earlier one.
 * @param worth of a window, by its text and its span
 * @param mostCharacters windows longer than this are not considered, except single clauses
 */
export function bestWindow(text: string, worth: (window: string, span: Span) => number, mostCharacters: number): Span {
  const clauses = clausesOf(text);
  let best: { span: Span; value: number } | null = null;
  for (let first = 0; first < clauses.length; first++) {
    for (let last = first; last < clauses.length; last++) {
      const span = { start: clauses[first]?.start ?? 0, end: clauses[last]?.end ?? text.length };
      if (span.end - span.start > mostCharacters && last > first) break;
      const value = worth(text.slice(span.start, span.end), span);
      const shorter = best !== null && value === best.value && span.end - span.start < best.span.end - best.span.start;
      if (best === null || value > best.value || shorter) best = { span, value };
    }
  }
  return best?.span ?? { start: 0, end: text.length };
}

/** A window's text without marks and white space at its ends. */
export function trimMarks(text: string): string {
  return text.replace(/^[\s，,；;。：:、]+|[\s，,；;。：:、]+$/gu, '');
}

const PHRASE_MARKS = /[，、；。！？!?;:：\n()（）]|,(?!\d{3})/u;

/** Returns the phrases of a text, in order: cut at every comma, list mark and stop, the stretch in which a figure and its direction belong together. */
export function phrasesOf(text: string): string[] {
  return text
    .split(PHRASE_MARKS)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
