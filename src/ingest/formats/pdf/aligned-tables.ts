// Tables without rules → grids: lines whose cells stand under each other. What wraps within a cell is put back into it, headers over
// several columns are repeated over each.
import { joinText, type LineCell, type PdfLine, type PdfTable } from './lines.ts';

const MIN_ROWS = 3;
const FIGURE = /^[+\-−]?(?:[\d,]+)(?:\.\d+)?[%‰]?$/;
const YEAR = /^(?:19|20)\d{2}$/;
/** A line that belongs to the row beside it is no further from it than this share of the distance between rows. */
const NEAR_ROW = 0.75;
/** Headers that wrap stand at most so many character heights apart. */
const HEADER_GAP = 2.4;

type Column = readonly [left: number, right: number];

function hasFigure({ cells }: PdfLine): boolean {
  return cells.slice(1).some(({ text }) => FIGURE.test(text) && !YEAR.test(text));
}

/** Returns the columns that lines with the most common number of cells have; null if their cells do not stand under each other. */
function columnsOf(rows: readonly PdfLine[]): Column[] | null {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width, count = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0];
  if (width < 2 || count < MIN_ROWS - 1) return null;
  const whole = rows.filter(({ cells }) => cells.length === width);
  const columns = Array.from({ length: width }, (_, index): Column => {
    const own = whole.flatMap(({ cells }) => cells.slice(index, index + 1));
    return [Math.min(...own.map(({ left }) => left)), Math.max(...own.map(({ right }) => right))];
  });
  return columns.every(([left], index) => left > (columns[index - 1]?.[1] ?? Number.NEGATIVE_INFINITY))
    ? columns
    : null;
}

/** Returns the columns that a cell stands over, at least the nearest. */
function columnsUnder({ left, right }: LineCell, columns: readonly Column[]): number[] {
  const under = columns.flatMap((column, index) => (left < column[1] && right > column[0] ? [index] : []));
  if (under.length > 0) return under;
  const distances = columns.map((column) => Math.abs(column[0] + column[1] - left - right));
  return [distances.indexOf(Math.min(...distances))];
}

function gridRow(lines: readonly PdfLine[], columns: readonly Column[]): string[] {
  const row = columns.map(() => '');
  for (const { cells } of lines) {
    for (const cell of cells) {
      for (const index of columnsUnder(cell, columns)) row[index] = joinText(row[index] ?? '', cell.text);
    }
  }
  return row;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Returns the lines of a table's body in rows: a line without figures belongs to the row that it stands nearest to, if near at all. */
function bodyRows(lines: readonly PdfLine[]): PdfLine[][] {
  const heads = lines.filter((line) => line.cells.length > 1);
  const distance = median(heads.slice(1).map((line, index) => (heads[index]?.y ?? 0) - line.y));
  const rows = new Map<PdfLine, PdfLine[]>();
  for (const line of lines) {
    const near = line.cells.length > 1 ? line : heads.find((head) => Math.abs(head.y - line.y) < NEAR_ROW * distance);
    const head = near ?? line;
    rows.set(head, [...(rows.get(head) ?? []), line]);
  }
  return [...rows.values()];
}

/** A table and the number of lines that it takes. */
export interface FoundTable {
  readonly table: PdfTable;
  readonly count: number;
}

function isNarrow(line: PdfLine, { left, right }: Pick<PdfLine, 'left' | 'right'>): boolean {
  return line.cells.length === 1 && line.right - line.left < (right - left) / 2;
}

/** Counts the lines from here on that may be of one table: they have several cells, or a piece of one between such lines. */
function tableLength(lines: readonly PdfLine[], from: number): number {
  const first = lines[from];
  let [to, last] = [from, from];
  for (; to < lines.length; to++) {
    const line = lines[to];
    const before = lines[to - 1];
    if (!line || !first || line.table) break;
    const isNear = to === from || (before !== undefined && before.y - line.y < HEADER_GAP * line.size);
    if (line.cells.length > 1) last = to + 1;
    else if (!isNear || !isNarrow(line, first)) break;
  }
  return last - from;
}

/** Returns the table that begins with a line; null if none does. */
export function alignedTable(lines: readonly PdfLine[], from: number): FoundTable | null {
  if ((lines[from]?.cells.length ?? 0) < 2) return null;
  const count = tableLength(lines, from);
  const own = lines.slice(from, from + count);
  const rows = own.filter(({ cells }) => cells.length > 1);
  const columns = rows.length >= MIN_ROWS ? columnsOf(rows) : null;
  if (!columns) return null;
  const start = own.findIndex(hasFigure);
  const header = start > 0 ? own.slice(0, start) : [];
  const isWrapped = header.length > 1;
  const body = bodyRows(isWrapped || start === 0 ? own.slice(header.length) : own);
  const grid = [
    ...(isWrapped ? header.map((line) => gridRow([line], columns)) : []),
    ...body.map((row) => gridRow(row, columns)),
  ];
  const edges = [...columns.map(([left]) => left), columns.at(-1)?.[1] ?? 0];
  return { table: { grid, edges, ...(isWrapped && { headerRows: header.length }) }, count };
}
