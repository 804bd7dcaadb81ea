// Finds tables among the lines of a text: rows between bars (Markdown), cells parted by tabs, and tables that were flattened to one
// cell a line. It says which lines make a row and how the row is read; the text stays as it is.
import type { Span } from '../../types.ts';
import { unitNote } from '../formats/sheet.ts';
import { isFigureCell, tableLines } from '../formats/table.ts';

/** A row of a table: which lines it takes, [from, to), and how it is read. */
interface TableRow {
  readonly from: number;
  readonly to: number;
  readonly read: string;
}

const BAR_ROW = /^\|.*\|$/;
const SEPARATOR = /^\|?[\s|:-]*-[\s|:-]*\|?$/;
const LONGEST_CELL = 20;
const SENTENCE_END = /[。！？!?；;，,：:]$/;
const MIN_CELLS = 2;
const MAX_CELLS = 8;
const MIN_ROWS = 3;
/** Lines above a flattened table that may be its caption and unit. */
const MAX_CAPTIONS = 3;

function barCells(line: string): string[] {
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replace(/\*\*/g, '').trim());
}

/** Counts the lines from here on that belong together. */
function runLength(lines: readonly string[], from: number, belongs: (line: string) => boolean): number {
  let to = from;
  while (to < lines.length && belongs(lines[to] ?? '')) to++;
  return to - from;
}

/** Rows of a grid as rows of lines; `lineOf` tells the line that a grid's row stands in. */
function rowsOf(
  grid: readonly (readonly string[])[],
  lineOf: readonly number[],
  { headerRows, unit = '' }: { readonly headerRows?: number; readonly unit?: string } = {},
): TableRow[] {
  return tableLines(grid, headerRows === undefined ? { unit } : { headerRows, unit }).map(({ row, line }) => {
    const from = lineOf[row] ?? 0;
    return { from, to: from + 1, read: line };
  });
}

/** Lines above a table that may say in which unit its figures are. */
const MAX_NOTES = 2;

/** The unit that a note just above a table states (单位：万元), or none. */
function unitAbove(lines: readonly string[], from: number): string {
  const notes = lines.slice(Math.max(0, from - MAX_NOTES), from).map((line) => unitNote(line));
  return notes.findLast((unit) => unit !== '') ?? '';
}

function barTable(lines: readonly string[], from: number, length: number): TableRow[] {
  const kept = Array.from({ length }, (_, index) => from + index).filter(
    (index) => !SEPARATOR.test(lines[index] ?? ''),
  );
  if (length < 2 || kept.length === 0) return [];
  const isMarkdown = SEPARATOR.test(lines[from + 1] ?? '');
  const rows = rowsOf(
    kept.map((index) => barCells(lines[index] ?? '')),
    kept,
    { unit: unitAbove(lines, from), ...(isMarkdown && kept.length > 1 ? { headerRows: 1 } : {}) },
  );
  // A line of dashes belongs to the row above it.
  return rows.map((row) =>
    SEPARATOR.test(lines[row.to] ?? '') && row.to < from + length ? { ...row, to: row.to + 1 } : row,
  );
}

function tabTable(lines: readonly string[], from: number, length: number): TableRow[] {
  if (length < MIN_ROWS) return [];
  const indexes = Array.from({ length }, (_, index) => from + index);
  return rowsOf(
    indexes.map((index) => (lines[index] ?? '').split('\t').map((cell) => cell.trim())),
    indexes,
    { unit: unitAbove(lines, from) },
  );
}

function isCellLine(line: string): boolean {
  return line !== '' && line.length <= LONGEST_CELL && !SENTENCE_END.test(line) && !/[|\t]/.test(line);
}

/** True if rows of cells look like a table: a header without figures, names in front, each other column figures or words throughout. */
function isRegular(rows: readonly (readonly string[])[]): boolean {
  const [header = [], ...data] = rows;
  if (data.length < MIN_ROWS - 1 || header.some(isFigureCell)) return false;
  if (data.some((row) => isFigureCell(row[0] ?? ''))) return false;
  const columns = header.map((_, column) => data.filter((row) => isFigureCell(row[column] ?? '')).length);
  return (
    columns.some((count) => count === data.length) && columns.every((count) => count === 0 || count === data.length)
  );
}

function grouped(cells: readonly string[], width: number): string[][] {
  return Array.from({ length: Math.floor(cells.length / width) }, (_, row) =>
    cells.slice(row * width, (row + 1) * width),
  );
}

function flattenedTable(lines: readonly string[], from: number, length: number): TableRow[] {
  const cells = lines.slice(from, from + length);
  if (length < MIN_CELLS * MIN_ROWS || cells.filter(isFigureCell).length < MIN_ROWS - 1) return [];
  for (let width = MIN_CELLS; width <= MAX_CELLS; width++) {
    for (let skipped = 0; skipped <= MAX_CAPTIONS; skipped++) {
      const rows = grouped(cells.slice(skipped), width);
      if ((length - skipped) % width !== 0 || !isRegular(rows)) continue;
      const start = from + skipped;
      return rowsOf(
        rows,
        rows.map((_, row) => start + row * width),
        { headerRows: 1 },
      ).map((row) => ({ ...row, to: row.from + width }));
    }
  }
  return [];
}

function tableAt(lines: readonly string[], from: number): { rows: TableRow[]; length: number } {
  const line = lines[from] ?? '';
  if (BAR_ROW.test(line)) {
    const length = runLength(lines, from, (other) => BAR_ROW.test(other));
    return { rows: barTable(lines, from, length), length };
  }
  const tabs = line.split('\t').length;
  if (tabs > 1) {
    const length = runLength(lines, from, (other) => other.split('\t').length === tabs);
    return { rows: tabTable(lines, from, length), length };
  }
  const length = runLength(lines, from, isCellLine);
  return { rows: flattenedTable(lines, from, length), length: Math.max(1, length) };
}

/** Returns the rows of the tables among the lines of a text, in order, without overlap. */
export function findTableRows(text: string, spans: readonly Span[]): TableRow[] {
  const lines = spans.map((span) => (span.end - span.start > 2_000 ? '' : text.slice(span.start, span.end)));
  const found: TableRow[] = [];
  for (let from = 0; from < lines.length; ) {
    const { rows, length } = tableAt(lines, from);
    found.push(...rows);
    from += length;
  }
  return found;
}
