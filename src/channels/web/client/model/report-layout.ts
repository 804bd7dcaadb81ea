// Lays out a report: paragraphs, the cited range marked, original or normalized text. Pure.
import { isMended } from '../../../../chat/asking/reading.ts';
import type { ReportJson, SentenceJson } from '../../server/schemas-browse.ts';
import type { Range } from '../router.ts';

/** A span of a paragraph. In the original view, the spans in order are the report's text without line ends. */
export interface TextSpan {
  readonly text: string;
  /** Start of the span (normalized: of its sentence) in the text, in UTF-16 units. */
  readonly start: number;
  readonly isCited: boolean;
  /** True if normalized text is shown that differs from the original. */
  readonly isNormalized: boolean;
}

/** A paragraph: the text between two line ends. */
export interface Paragraph {
  readonly start: number;
  readonly role: SentenceJson['role'];
  /** Level of the heading, 1 the outermost; 0: no heading of the outline. */
  readonly level: number;
  readonly spans: readonly TextSpan[];
}

/** What of a report is marked, and which text is shown. */
export interface Showing {
  readonly cited: Range | null;
  readonly isNormalized: boolean;
}

/** Returns the paragraphs of a report that are not blank. */
export function paragraphsOf(
  report: Pick<ReportJson, 'text' | 'sentences' | 'outline'>,
  showing: Showing,
): Paragraph[] {
  const levels = new Map(report.outline.map(({ start, level }) => [start, level]));
  const paragraphs: Paragraph[] = [];
  let current: TextSpan[] = [];
  let role: SentenceJson['role'] = 'body';
  const close = (): void => {
    const [first] = current;
    const isBlank = current.every(({ text }) => text.trim() === '');
    if (first !== undefined && !isBlank) {
      const level = current.map(({ start }) => levels.get(start)).find((known) => known !== undefined) ?? 0;
      paragraphs.push({ start: first.start, role, level, spans: current });
    }
    current = [];
  };
  for (const piece of linesOf(report)) {
    if (current.length === 0) role = piece.role;
    current.push(...spansOf(piece, report.text, showing));
    if (piece.endsLine) close();
  }
  close();
  return paragraphs;
}

/** A sentence, the space between two, or a part of either where a line ends inside. */
interface LinePiece extends Pick<SentenceJson, 'start' | 'end' | 'role' | 'read'> {
  readonly endsLine: boolean;
}

/** The whole text as pieces, cut at line ends; the line ends themselves belong to none. */
function linesOf({ text, sentences }: Pick<ReportJson, 'text' | 'sentences'>): LinePiece[] {
  const pieces: LinePiece[] = [];
  let at = 0;
  for (const sentence of sentences) {
    pieces.push(...cut({ start: at, end: sentence.start, role: sentence.role }, text));
    pieces.push(...cut(sentence, text));
    at = sentence.end;
  }
  return [...pieces, ...cut({ start: at, end: text.length, role: 'body' }, text)];
}

function cut(whole: Omit<LinePiece, 'endsLine'>, text: string): LinePiece[] {
  const ends = [...text.slice(whole.start, whole.end).matchAll(/\r\n|\n|\r/gu)];
  const isWhole = ends.every(({ index, 0: end }) => whole.start + index + end.length === whole.end);
  const pieces: LinePiece[] = [];
  let { start } = whole;
  for (const { index, 0: end } of ends) {
    pieces.push({ ...whole, start, end: whole.start + index, endsLine: true });
    start = whole.start + index + end.length;
  }
  if (start < whole.end) pieces.push({ ...whole, start, end: whole.end, endsLine: false });
  // Normalized text belongs to the whole sentence: if a line ends inside, the first piece carries it and the others are dropped.
  if (isWhole || whole.read === undefined) return pieces;
  return pieces.map((piece, index) => ({ ...piece, read: index === 0 ? whole.read : '' }));
}

function spansOf(piece: LinePiece, text: string, { cited, isNormalized }: Showing): TextSpan[] {
  const { start, end, read } = piece;
  const isTouched = cited !== null && cited.from < end && cited.to > start;
  if (isNormalized && read !== undefined) {
    return read === '' ? [] : [{ text: read, start, isCited: isTouched, isNormalized: true }];
  }
  if (!isTouched)
    return start === end ? [] : [{ text: text.slice(start, end), start, isCited: false, isNormalized: false }];
  const from = Math.max(start, cited.from);
  const to = Math.min(end, cited.to);
  const parts = [
    { from: start, to: from, isCited: false },
    { from, to, isCited: true },
    { from: to, to: end, isCited: false },
  ];
  return parts
    .filter((part) => part.to > part.from)
    .map((part) => ({
      text: text.slice(part.from, part.to),
      start: part.from,
      isCited: part.isCited,
      isNormalized: false,
    }));
}

/** Splits the paragraphs into front matter (a site's own lines included) and the body. */
export function splitFrontMatter(paragraphs: readonly Paragraph[]): {
  readonly lead: readonly Paragraph[];
  readonly rest: readonly Paragraph[];
} {
  const first = paragraphs.findIndex(({ role }) => role !== 'boilerplate');
  return first < 0
    ? { lead: [], rest: paragraphs }
    : { lead: paragraphs.slice(0, first), rest: paragraphs.slice(first) };
}

/** True if the normalized text of any sentence differs from the original. */
export function hasNormalizedText({ sentences }: Pick<ReportJson, 'sentences'>): boolean {
  return sentences.some(({ read }) => read !== undefined);
}

/** Returns the number of sentences whose normalized text mends damaged words, beyond resolving dates. */
export function mendedSentences({ text, sentences }: Pick<ReportJson, 'text' | 'sentences'>): number {
  return sentences.filter(({ start, end, read }) => isMended(text.slice(start, end), read)).length;
}
