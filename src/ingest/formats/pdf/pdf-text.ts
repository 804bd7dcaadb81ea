// Regions of PDF pages → text: wrapped lines joined to paragraphs, larger short lines as headings, tables as rows, notes at the foot of a
// page behind all else.
import { tableText, unitNote } from '../sheet.ts';
import { alignedTable } from './aligned-tables.ts';
import { joinText, type PdfLine, type PdfTable } from './lines.ts';
import type { Region } from './regions.ts';

const SENTENCE_END = /[。！？!?；;：:]["”’」』）)】》]*$/u;
const NEW_ITEM =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十\d]{1,4}[章节条]|[-•·●■◆])/u;
/** The line under a title on which day a report was given; it goes on with nothing. */
const DATELINE = /^[（(—\s]+(?:19|20)\d{2}年\d{1,2}月\d{1,2}日在/u;
const NOTE = /^(?:[[［]\d{1,2}[\]］]|[①-⑳]|[*＊※]|\d{1,2}(?=[\s\p{Script=Han}“《]))/u;
/** A heading's characters are larger than the body's by this factor, those of a note smaller. */
const HEADING_SIZE = 1.15;
const NOTE_SIZE = 0.92;
const LONGEST_HEADING = 45;
const LONGEST_TITLE = 60;
/** In character heights: the margin may be missed by `SHORT_LINE`; a paragraph's first line is set in by at least `INDENT`. */
const SHORT_LINE = 1;
const INDENT = 1;
/** A gap between lines larger than the usual by this factor parts paragraphs. */
const PARAGRAPH_GAP = 1.35;
/** Paragraphs are told by indents or gaps where at least this share of the lines has them. */
const MIN_MARKED_SHARE = 0.08;
/** A page's own margins are taken from at least so many lines of a column. */
const MIN_MARGIN_LINES = 6;
const SAME_COLUMN = 8;

/** A line with the column that it stands in. */
interface PlacedLine extends PdfLine {
  readonly page: number;
  readonly column: string;
}

interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Common layout of a document's lines. */
interface Layout {
  readonly bodySize: number;
  /** Sizes of headings, largest first. */
  readonly headingSizes: readonly number[];
  /** Usual distance of lines. */
  readonly distance: number;
  readonly marginsOf: (line: PlacedLine) => Margins;
  /** True if indents or gaps tell where paragraphs begin; else a full line that ends a sentence ends its paragraph. */
  readonly hasMarkedParagraphs: boolean;
}

function mostCommon<Item>(items: readonly Item[], of: (item: Item) => number, weight: (item: Item) => number): number {
  const counts = new Map<number, number>();
  for (const item of items) counts.set(of(item), (counts.get(of(item)) ?? 0) + weight(item));
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

const roundedSize = (line: PdfLine): number => Math.round(line.size * 2) / 2;
const lengthOf = (line: PdfLine): number => line.text.length;

function edgesOf(lines: readonly PdfLine[]): Margins {
  return {
    left: mostCommon(lines, (line) => Math.round(line.left), lengthOf),
    right: lines.reduce((most, line) => Math.max(most, line.right), 0),
  };
}

/** Returns the distances of lines from the one above them, Infinity where none is; rounded to half points. */
function distancesOf(lines: readonly PlacedLine[]): number[] {
  return lines.map((line, index) => {
    const before = lines[index - 1];
    const isSamePlace = before?.page === line.page && before.column === line.column;
    return isSamePlace ? Math.round((before.y - line.y) * 2) / 2 : Number.POSITIVE_INFINITY;
  });
}

function layoutOf(lines: readonly PlacedLine[]): Layout {
  const bodySize = mostCommon(lines, roundedSize, lengthOf);
  const sizes = new Set(lines.filter((line) => isLarger(line, bodySize)).map(roundedSize));
  const body = lines.filter((line) => roundedSize(line) === bodySize && line.cells.length === 1);
  const columns = new Map<string, PlacedLine[]>();
  for (const line of body) {
    for (const key of [line.column, `${line.page} ${line.column}`])
      columns.set(key, [...(columns.get(key) ?? []), line]);
  }
  const margins = new Map([...columns].map(([key, own]) => [key, edgesOf(own)]));
  const marginsOf = ({ page, column }: PlacedLine): Margins => {
    const own = `${page} ${column}`;
    const isEnough = (columns.get(own)?.length ?? 0) >= MIN_MARGIN_LINES;
    return margins.get(isEnough ? own : column) ?? { left: 0, right: 0 };
  };
  const distances = distancesOf(body);
  const finite = distances.filter(Number.isFinite);
  const distance = mostCommon(
    finite,
    (each) => each,
    () => 1,
  );
  const isMarked = (line: PlacedLine, index: number): boolean =>
    line.left >= marginsOf(line).left + INDENT * bodySize ||
    (Number.isFinite(distances[index]) && (distances[index] ?? 0) > PARAGRAPH_GAP * distance);
  const hasMarkedParagraphs = body.filter(isMarked).length >= MIN_MARKED_SHARE * body.length;
  return { bodySize, headingSizes: [...sizes].sort((a, b) => b - a), distance, marginsOf, hasMarkedParagraphs };
}

function isLarger(line: PdfLine, bodySize: number): boolean {
  return !line.table && roundedSize(line) >= bodySize * HEADING_SIZE && line.text.length <= LONGEST_HEADING;
}

/** True if a line goes on with the paragraph of the line before: that one ended only because no more had room on it. */
function continues(before: PlacedLine, line: PlacedLine, layout: Layout): boolean {
  const size = layout.bodySize;
  const room = layout.marginsOf(before).right - before.right;
  const isFull = room < (line.cells[0]?.unitWidth ?? 0) + SHORT_LINE * size;
  const isIndented = line.left >= layout.marginsOf(line).left + INDENT * size;
  const isSamePlace = before.page === line.page && before.column === line.column;
  // Text goes on in the next column or on the next page, but not from text as wide as the page into a column.
  if (before.column.length !== line.column.length) return false;
  const isApart = isSamePlace && layout.distance > 0 && before.y - line.y > PARAGRAPH_GAP * layout.distance;
  const alike = Math.abs(before.size - line.size) < 0.5;
  const isOver = SENTENCE_END.test(before.text) && (NEW_ITEM.test(line.text) || !layout.hasMarkedParagraphs);
  return isFull && alike && !isIndented && !isApart && !isOver && !DATELINE.test(line.text);
}

/** True if two tables are one that goes on over a page: their columns stand under each other. */
function isSameTable(one: PdfTable, other: PdfTable): boolean {
  return (
    one.edges.length === other.edges.length &&
    one.edges.every((edge, index) => Math.abs(edge - (other.edges[index] ?? 0)) < SAME_COLUMN)
  );
}

/** Returns a table with the rows of its next page, without the headers that are repeated there. */
function withNextPage(table: PdfTable, next: PdfTable): PdfTable {
  const isRepeated = (row: readonly string[], index: number): boolean =>
    row.join(' ') === (table.grid[index] ?? []).join(' ');
  const repeated = next.grid.findIndex((row, index) => !isRepeated(row, index));
  return { ...table, grid: [...table.grid, ...(repeated < 0 ? [] : next.grid.slice(repeated))] };
}

/** Puts lines together to paragraphs. */
class TextBuilder {
  readonly #layout: Layout;
  readonly #paragraphs: string[] = [];
  #before: PlacedLine | null = null;
  #heading: PlacedLine | null = null;
  #table: PdfTable | null = null;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  addTable(table: PdfTable): void {
    if (this.#table && isSameTable(this.#table, table)) this.#table = withNextPage(this.#table, table);
    else {
      this.#closeTable();
      this.#table = table;
    }
    this.#before = null;
  }

  add(line: PlacedLine): void {
    this.#closeTable();
    const level = this.#layout.headingSizes.indexOf(roundedSize(line)) + 1;
    if (level > 0 && isLarger(line, this.#layout.bodySize)) this.#addHeading(line, level);
    else {
      const isSame = this.#before && continues(this.#before, line, this.#layout);
      if (isSame) this.#paragraphs.push(joinText(this.#paragraphs.pop() ?? '', line.text));
      else this.#paragraphs.push(line.text);
      [this.#before, this.#heading] = [line, null];
    }
  }

  /** Adds a heading; a title in two lines is one. */
  #addHeading(line: PlacedLine, level: number): void {
    const last = this.#paragraphs.at(-1) ?? '';
    const isTitle =
      level === 1 &&
      this.#heading !== null &&
      this.#heading.page === line.page &&
      roundedSize(this.#heading) === roundedSize(line) &&
      this.#heading.y - line.y < 2 * line.size &&
      last.length + line.text.length <= LONGEST_TITLE &&
      !NEW_ITEM.test(line.text);
    if (isTitle) this.#paragraphs[this.#paragraphs.length - 1] = joinText(last, line.text);
    else this.#paragraphs.push(`${'#'.repeat(Math.min(level, 6))} ${line.text}`);
    [this.#before, this.#heading] = [null, line];
  }

  #closeTable(): void {
    if (!this.#table) return;
    const { grid, headerRows } = this.#table;
    const unit = unitNote(this.#paragraphs.at(-1) ?? '');
    this.#paragraphs.push(...tableText(grid, { unit, ...(headerRows !== undefined && { headerRows }) }));
    this.#table = null;
  }

  finish(): string {
    this.#closeTable();
    return this.#paragraphs.filter((paragraph) => paragraph !== '').join('\n');
  }
}

/** Parts the notes at the foot of a page from its text. @param lines of one region of a page */
function notesApart(lines: readonly PlacedLine[], bodySize: number): { text: PlacedLine[]; notes: PlacedLine[] } {
  const isSmall = (line: PlacedLine): boolean => !line.table && roundedSize(line) < bodySize * NOTE_SIZE;
  const last = lines.findLastIndex((line) => !isSmall(line));
  const first = lines.findIndex((line, index) => index > last && NOTE.test(line.text));
  return first < 0 ? { text: [...lines], notes: [] } : { text: lines.slice(0, first), notes: lines.slice(first) };
}

function addRegion(builder: TextBuilder, lines: readonly PlacedLine[]): void {
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    const aligned = line.table ? null : alignedTable(lines, index);
    if (line.table) builder.addTable(line.table);
    else if (aligned) {
      builder.addTable(aligned.table);
      index += aligned.count - 1;
    } else builder.add(line);
  }
}

/**
 * Returns the paragraphs of a document, one line each.
 * @param pages the regions of each page, in reading order
 */
export function pdfText(pages: readonly (readonly Region[])[]): string {
  const regions = pages.flatMap((page, number) =>
    page.map(({ lines, column }) => lines.map((line): PlacedLine => ({ ...line, page: number, column }))),
  );
  const layout = layoutOf(regions.flat().filter((line) => !line.table));
  const parted = regions.map((lines) => notesApart(lines, layout.bodySize));
  const builder = new TextBuilder(layout);
  for (const { text } of parted) addRegion(builder, text);
  for (const { notes } of parted) for (const note of notes) builder.add(note);
  return builder.finish();
}
