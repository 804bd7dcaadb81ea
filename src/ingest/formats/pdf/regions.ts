// Lines of a page → regions in the order in which people read them: text in columns is read down the first column, then down the next.
// Tables without rules are no columns: their cells are short, or figures.
import { type LineCell, lineOf, type PdfLine } from './lines.ts';

/** Lines that are read one after the other. */
export interface Region {
  readonly lines: readonly PdfLine[];
  /** Which column of its page: '' for text as wide as the page, else the way to it (`L`, `R`, `RL`). */
  readonly column: string;
}

/** A column has at least so many lines, so wide in character heights. */
const MIN_LINES = 4;
const MIN_WIDTH = 8;
/** A line of prose fills this share of its column; at least `PROSE_SHARE` of a column's lines do. */
const FULL_LINE = 0.6;
const PROSE_SHARE = 0.5;
const FIGURE = /^[+\-−\d,.%‰\s]+$/;
/** The left edges of a column's lines differ by no more than this many character heights. */
const MARGIN = 0.4;

interface Gutter {
  readonly at: number;
  /** Lines between which it runs: [from, to). */
  readonly from: number;
  readonly to: number;
}

function figuresOf(line: PdfLine | undefined): readonly LineCell[] {
  if (!line || line.cells.length < 2) return [];
  return line.cells.filter(({ text }) => FIGURE.test(text) && text.length > 1);
}

/** True if a line is a row of a table: a figure of it stands above or below one of its neighbour. Justified text, too, has figures alone. */
function isRow(lines: readonly PdfLine[], index: number): boolean {
  const neighbours = [...figuresOf(lines[index - 1]), ...figuresOf(lines[index + 1])];
  return figuresOf(lines[index]).some((one) =>
    neighbours.some((other) => one.left < other.right && other.left < one.right),
  );
}

/** True if a line ends a gutter: it goes across it, or is a row of a table. */
function isCrossed(lines: readonly PdfLine[], index: number, at: number): boolean {
  return lines[index]?.cells.some(({ left, right }) => left < at && right > at) || isRow(lines, index);
}

/** True if lines under each other look like a column of text. */
function isProse(lines: readonly PdfLine[], size: number): boolean {
  if (lines.length < MIN_LINES) return false;
  const width = Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ left }) => left));
  const full = lines.filter((line) => line.right - line.left >= FULL_LINE * width);
  return width >= MIN_WIDTH * size && full.length >= PROSE_SHARE * lines.length;
}

/** Returns the lines as they stand on one side: cut to the cells that are there. */
function side(lines: readonly PdfLine[], isOwn: (cell: LineCell) => boolean): PdfLine[] {
  return lines.flatMap((line) => {
    if (line.table) return line.cells.every(isOwn) ? [line] : [];
    return lineOf(line.cells.filter(isOwn), line) ?? [];
  });
}

function sides(lines: readonly PdfLine[], { at, from, to }: Gutter): { left: PdfLine[]; right: PdfLine[] } {
  const beside = lines.slice(from, to);
  return { left: side(beside, (cell) => cell.right <= at), right: side(beside, (cell) => cell.left >= at) };
}

function partsColumns(lines: readonly PdfLine[], gutter: Gutter, size: number): boolean {
  const { left, right } = sides(lines, gutter);
  const isText = ({ table }: PdfLine): boolean => table === undefined;
  return isProse(left.filter(isText), size) && isProse(right.filter(isText), size);
}

/** Returns the places where a column may begin: left edges that several cells share. */
function candidates(lines: readonly PdfLine[], size: number): number[] {
  const counts = new Map<number, number>();
  for (const { cells, table } of lines) {
    for (const { left } of table ? [] : cells) {
      const place = Math.round(left / (MARGIN * size));
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  return [...counts].flatMap(([place, count]) => (count >= MIN_LINES ? [(place - 1) * MARGIN * size] : []));
}

/** Returns the stretches of lines that no line crosses at a place; the headers of a table below are none of them. */
function* stretches(lines: readonly PdfLine[], at: number): Generator<Gutter> {
  let from = 0;
  for (let to = 0; to <= lines.length; to++) {
    const line = lines[to];
    if (line && !isCrossed(lines, to, at)) continue;
    let last = to;
    while (line && isRow(lines, to) && last > from && (lines[last - 1]?.cells.length ?? 0) >= line.cells.length) last--;
    if (last - from >= MIN_LINES) yield { at, from, to: last };
    from = to + 1;
  }
}

/** Returns the longest gutter between two columns of text; null if the lines stand in one. */
function gutterOf(lines: readonly PdfLine[]): Gutter | null {
  const size = lines.map((line) => line.size).sort((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 1;
  const gutters = candidates(lines, size).flatMap((at) => [...stretches(lines, at)]);
  const byLength = gutters.sort((one, other) => other.to - other.from - (one.to - one.from));
  return byLength.find((gutter) => partsColumns(lines, gutter, size)) ?? null;
}

/**
 * Returns the regions of a page in reading order.
 * @param lines from top to bottom
 */
export function readingOrder(lines: readonly PdfLine[], column = ''): Region[] {
  if (lines.length === 0) return [];
  const gutter = gutterOf(lines);
  if (!gutter) return [{ lines, column }];
  const { left, right } = sides(lines, gutter);
  return [
    ...readingOrder(lines.slice(0, gutter.from), column),
    ...readingOrder(left, `${column}L`),
    ...readingOrder(right, `${column}R`),
    ...readingOrder(lines.slice(gutter.to), column),
  ];
}
