// Lines of PDF pages → text: wrapped lines joined to paragraphs, larger short lines as headings, aligned cells as table rows.
import type { PdfLine } from './pdf-lines.ts';
import { tableLines } from './table.ts';

const SENTENCE_END = /[。！？!?；;：:]["”’」』）)】》]*$/u;
const NEW_ITEM =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十\d]{1,4}[章节条]|[-•·●■◆])/u;
/** A heading's characters are larger than the body's by this factor. */
const HEADING_SIZE = 1.15;
const LONGEST_HEADING = 45;
/** A paragraph's last line ends this many character heights before the margin; its first is set in by at least `INDENT`. */
const SHORT_LINE = 2;
const INDENT = 1;
const MIN_ROWS = 3;

/** Common layout of a document's lines. */
interface Layout {
  readonly bodySize: number;
  /** Sizes of headings, largest first. */
  readonly headingSizes: readonly number[];
  readonly left: number;
  readonly right: number;
}

/** Returns the value that most characters have; 0 for no lines. */
function mostCommon(lines: readonly PdfLine[], of: (line: PdfLine) => number): number {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(of(line), (counts.get(of(line)) ?? 0) + line.text.length);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

const roundedSize = (line: PdfLine): number => Math.round(line.size * 2) / 2;

function layoutOf(lines: readonly PdfLine[]): Layout {
  const bodySize = mostCommon(lines, roundedSize);
  const sizes = new Set(lines.filter((line) => isLarger(line, bodySize)).map(roundedSize));
  const body = lines.filter((line) => roundedSize(line) === bodySize && line.cells.length === 1);
  return {
    bodySize,
    headingSizes: [...sizes].sort((a, b) => b - a),
    left: mostCommon(body, (line) => Math.round(line.left)),
    right: body.reduce((most, line) => Math.max(most, line.right), 0),
  };
}

function isLarger(line: PdfLine, bodySize: number): boolean {
  return roundedSize(line) >= bodySize * HEADING_SIZE && line.text.length <= LONGEST_HEADING;
}

/** Counts the lines from here on that are rows of one table: the same number of cells, two or more. */
function rowsFrom(lines: readonly PdfLine[], from: number): number {
  const count = lines[from]?.cells.length ?? 0;
  if (count < 2) return 0;
  let to = from;
  while (lines[to]?.cells.length === count) to++;
  return to - from >= MIN_ROWS ? to - from : 0;
}

function continues(before: PdfLine, line: PdfLine, layout: Layout): boolean {
  const isFull = before.right >= layout.right - SHORT_LINE * layout.bodySize;
  const isIndented = line.left >= layout.left + INDENT * layout.bodySize;
  const alike = Math.abs(before.size - line.size) < 0.5;
  return isFull && alike && !isIndented && !(SENTENCE_END.test(before.text) && NEW_ITEM.test(line.text));
}

function joined(before: string, after: string): string {
  return /[A-Za-z0-9,.;]$/.test(before) && /^[A-Za-z0-9(]/.test(after) ? `${before} ${after}` : before + after;
}

/** Returns the paragraphs of a document's lines, one line each. */
export function pdfText(lines: readonly PdfLine[]): string {
  const layout = layoutOf(lines);
  const paragraphs: string[] = [];
  let before: PdfLine | null = null;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    const rows = rowsFrom(lines, index);
    const headingLevel = layout.headingSizes.indexOf(roundedSize(line)) + 1;
    if (rows > 0) {
      const grid = lines.slice(index, index + rows).map((row) => row.cells.map((cell) => cell.text.trim()));
      paragraphs.push(...tableLines(grid).map((row) => row.line));
      index += rows - 1;
      before = null;
    } else if (headingLevel > 0 && isLarger(line, layout.bodySize)) {
      paragraphs.push(`${'#'.repeat(Math.min(headingLevel, 6))} ${line.text}`);
      before = null;
    } else {
      if (before && continues(before, line, layout)) paragraphs.push(joined(paragraphs.pop() ?? '', line.text));
      else paragraphs.push(line.text);
      before = line;
    }
  }
  return paragraphs.join('\n');
}
