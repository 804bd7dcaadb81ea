// Characters on a page of a PDF → lines with their place, size and cells; running heads and page numbers are told apart.
import type { Glyph } from './glyphs.ts';

/** Text between wide gaps of a line. */
export interface LineCell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Width of what may not be parted at its start: a number, a Latin word, a character with the marks behind it. */
  readonly unitWidth: number;
}

/** A table of a page: all cells, merged ones repeated in every place that they cover. */
export interface PdfTable {
  readonly grid: readonly (readonly string[])[];
  /** Left edges of its columns, and the right edge of the last. */
  readonly edges: readonly number[];
  /** Number of header rows; absent: to be detected. */
  readonly headerRows?: number;
}

/** A line of a page; a table with rules counts as one. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Its parts where wide gaps part it; one where nothing does. */
  readonly cells: readonly LineCell[];
  readonly table?: PdfTable;
}

/** Characters whose base lines differ by less than this share of their size stand on one line. */
const SAME_LINE = 0.5;
/** A gap of this many character heights parts two cells; a smaller one of `SPACE_GAP` is a space between Latin words. */
const CELL_GAP = 1.6;
/** Where so many cells of a page begin, a smaller gap parts cells, too: marks may hang into the gap between two columns. */
const COLUMN_GAP = 0.6;
const MIN_COLUMN_CELLS = 4;
const SPACE_GAP = 0.18;
/** The same character so near to itself is drawn twice to look bold. */
const TWICE_DRAWN = 0.25;
const LATIN = /[A-Za-z0-9,.;:)%]$/;
const BLANK = /^[\s\u3000]+$/;
/** No line ends with an opening mark, nor begins with a closing one: they go with the character beside them. */
const UNIT = /^(?:[A-Za-z0-9.,%+\-/:]+|[（(“‘《〔[【]*.)(?:[（(“‘《〔[【]+.)?[。，、；：！？!?”’）)》〕\]】%‰℃]*/u;

/** Puts two stretches of text together: Latin words and figures keep a space between them. */
export function joinText(before: string, after: string): string {
  return LATIN.test(before) && /^[A-Za-z0-9(]/.test(after) ? `${before} ${after}` : before + after;
}

interface OpenCell {
  readonly glyphs: Glyph[];
  text: string;
}

function cellOf({ glyphs, text }: OpenCell): LineCell {
  const [first] = glyphs;
  const left = first?.x ?? 0;
  const unit = UNIT.exec(text)?.[0].replace(/\s/g, '').length ?? 1;
  const last = glyphs.slice(0, unit).at(-1);
  return {
    text: text.trim(),
    left,
    right: glyphs.reduce((most, glyph) => Math.max(most, glyph.x + glyph.width), left),
    unitWidth: last ? last.x + last.width - left : 0,
  };
}

/** Returns the characters of a line from left to right, those that are drawn twice once. */
function inOrder(glyphs: readonly Glyph[], size: number): Glyph[] {
  const sorted = [...glyphs].sort((a, b) => a.x - b.x);
  return sorted.filter(({ text, x }, index) => {
    const before = sorted[index - 1];
    return before === undefined || before.text !== text || x - before.x >= TWICE_DRAWN * size;
  });
}

/** True if cells of the page begin at this place. */
type CellStart = (x: number) => boolean;

function cellsOf(glyphs: readonly Glyph[], size: number, isStart: CellStart): LineCell[] {
  const cells: OpenCell[] = [];
  let right = Number.NEGATIVE_INFINITY;
  let hasSpace = false;
  for (const glyph of inOrder(glyphs, size)) {
    const isBlank = BLANK.test(glyph.text);
    hasSpace = isBlank || hasSpace;
    if (isBlank) continue;
    const gap = glyph.x - right;
    const open = cells.at(-1);
    if (!open || gap > CELL_GAP * size || (gap > COLUMN_GAP * size && isStart(glyph.x)))
      cells.push({ glyphs: [glyph], text: glyph.text });
    else {
      const isWord = hasSpace || (LATIN.test(open.text) && /^[A-Za-z0-9(]/.test(glyph.text));
      open.text += (isWord && gap > SPACE_GAP * size ? ' ' : '') + glyph.text;
      open.glyphs.push(glyph);
    }
    hasSpace = false;
    right = glyph.x + glyph.width;
  }
  return cells.map(cellOf);
}

/** Returns a line of cells, which stand in their order; null for none. */
export function lineOf(cells: readonly LineCell[], { y, size }: Pick<PdfLine, 'y' | 'size'>): PdfLine | null {
  const [first] = cells;
  const last = cells.at(-1);
  if (!first || !last) return null;
  return { text: cells.map((cell) => cell.text).join(' '), left: first.left, right: last.right, y, size, cells };
}

/** Returns the lines of a page, from top to bottom. */
export function pageLines(glyphs: readonly Glyph[]): PdfLine[] {
  const groups: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => b.y - a.y)) {
    const group = groups.at(-1);
    const head = group?.[0];
    if (group && head && head.y - glyph.y < SAME_LINE * Math.max(head.size, glyph.size)) group.push(glyph);
    else groups.push([glyph]);
  }
  const rough = linesOf(groups, () => false);
  const counts = new Map<number, number>();
  for (const { left } of rough.flatMap(({ cells }) => cells)) {
    for (const place of [Math.floor(left), Math.floor(left) + 1]) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return linesOf(groups, (x) => (counts.get(Math.round(x)) ?? 0) >= MIN_COLUMN_CELLS);
}

function linesOf(groups: readonly (readonly Glyph[])[], isStart: CellStart): PdfLine[] {
  return groups.flatMap((group) => {
    const seen = group.filter(({ text }) => !BLANK.test(text));
    const size = seen.reduce((most, glyph) => Math.max(most, glyph.size), 0);
    // The base line of a line is that of its largest characters, not of a note mark above them.
    const y = seen.reduce((least, glyph) => (glyph.size === size ? Math.min(least, glyph.y) : least), seen[0]?.y ?? 0);
    return lineOf(cellsOf(group, size, isStart), { y, size }) ?? [];
  });
}

const PAGE_NUMBER = /^(?:[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/,，共]+\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–·\s]*)$/;
const MIN_PAGES = 3;
/** A running head stands on at least one page of this many: left and right pages may have their own. */
const EVERY_PAGES = 3;
/** Of a page, this many lines at either end may be running heads. */
const EDGE_LINES = 2;
/** A line of this many cells is a row of a table, which may well be repeated on every page. */
const ROW_CELLS = 3;

function headOf(line: PdfLine): string {
  return line.text.replace(/\d+/g, '#').replace(/\s/g, '');
}

function edges(page: readonly PdfLine[]): PdfLine[] {
  const lines = page.length <= EDGE_LINES * 2 ? [...page] : [...page.slice(0, EDGE_LINES), ...page.slice(-EDGE_LINES)];
  return lines.filter((line) => line.table === undefined && line.cells.length < ROW_CELLS);
}

/**
 * Returns the pages without page numbers and without the lines that stand at the edge of most pages.
 * @returns the pages, and how many lines were left out
 */
export function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): { pages: PdfLine[][]; leftOut: number } {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const head of new Set(edges(page).map(headOf))) counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  let leftOut = 0;
  const kept = pages.map((page) => {
    const edge = new Set(edges(page));
    return page.filter((line) => {
      const count = counts.get(headOf(line)) ?? 0;
      const isRunning = count >= MIN_PAGES && count * EVERY_PAGES > pages.length;
      const isFurniture = edge.has(line) && (PAGE_NUMBER.test(line.text) || isRunning);
      if (isFurniture) leftOut++;
      return !isFurniture;
    });
  });
  return { pages: kept, leftOut };
}
