// Lines of a page while it is read: blocks, list items, headings, and tables whose rows become lines. It takes events, not HTML.

import { tableText, unitNote } from './sheet.ts';
import { FormatFault } from './types.ts';

/** A line of a page. */
export interface PageLine {
  readonly text: string;
  /** Share of its characters that are links, 0 … 1. */
  readonly linkedShare: number;
  readonly links: number;
  /** True if it is a row of a data table. */
  readonly isRow: boolean;
}

interface TextCell {
  readonly lines: PageLine[];
  readonly columnSpan: number;
  readonly rowSpan: number;
}

interface OpenTable {
  readonly rows: TextCell[][];
  readonly headerRows: boolean[];
  hasTableInside: boolean;
}

const MAX_CELLS = 200_000;
const WIDEST_SPAN = 1000;
/** A cell with more lines than this holds a part of the page: the table lays it out and says nothing itself. */
const MAX_CELL_LINES = 6;

/** Collects the lines of a page; what stands in a table's cell is collected for the cell. */
export class PageLines {
  readonly #sinks: PageLine[][] = [[]];
  readonly #tables: OpenTable[] = [];
  #cellCount = 0;
  #text = '';
  #prefix = '';
  #linked = 0;
  #links = 0;

  /** Adds text to the open line. `isLink`: it stands in a link. */
  write(text: string, isLink: boolean): void {
    this.#text += text;
    if (isLink) this.#linked += text.replace(/\s/g, '').length;
  }

  /** Counts a link of the open line. */
  link(): void {
    this.#links++;
  }

  /** Ends the open line; the next begins with `prefix` (`## `, `- `). */
  break(prefix = ''): void {
    const text = this.#text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
    if (text !== '') this.#push(text);
    else if (prefix === '' && this.#prefix !== '') return;
    [this.#text, this.#linked, this.#links, this.#prefix] = ['', 0, 0, prefix];
  }

  #push(text: string): void {
    const linkedShare = this.#linked / text.replace(/\s/g, '').length;
    this.#sinks.at(-1)?.push({ text: this.#prefix + text, linkedShare, links: this.#links, isRow: false });
  }

  /** Ends the open line and forgets a prefix that nothing followed. */
  end(): void {
    this.break();
    this.#prefix = '';
  }

  openTable(): void {
    this.end();
    for (const table of this.#tables) table.hasTableInside = true;
    this.#tables.push({ rows: [], headerRows: [], hasTableInside: false });
  }

  openRow(): void {
    this.end();
    this.#tables.at(-1)?.rows.push([]);
    this.#tables.at(-1)?.headerRows.push(true);
  }

  /** @param spans how many columns and rows the cell takes */
  openCell(spans: { columns: number; rows: number }, isHeader: boolean): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    this.end();
    if (table.rows.length === 0) this.openRow();
    const lines: PageLine[] = [];
    const [columnSpan, rowSpan] = [Math.min(spans.columns, WIDEST_SPAN), Math.min(spans.rows, WIDEST_SPAN)];
    table.rows.at(-1)?.push({ lines, columnSpan, rowSpan });
    if (!isHeader) table.headerRows[table.rows.length - 1] = false;
    this.#sinks.push(lines);
  }

  closeCell(): void {
    this.end();
    if (this.#sinks.length > 1) this.#sinks.pop();
  }

  closeTable(): void {
    this.end();
    const table = this.#tables.pop();
    if (table) this.#sinks.at(-1)?.push(...this.#linesOf(table));
  }

  /** Returns all lines of the page, in order; open tables are closed. */
  finish(): PageLine[] {
    this.end();
    while (this.#tables.length > 0) {
      if (this.#sinks.length > this.#tables.length) this.closeCell();
      this.closeTable();
    }
    return this.#sinks[0] ?? [];
  }

  #linesOf(table: OpenTable): PageLine[] {
    const cells = table.rows.flat();
    const isLayout =
      table.hasTableInside ||
      table.rows.every((row) => row.length < 2) ||
      cells.some((cell) => cell.lines.length > MAX_CELL_LINES);
    if (isLayout) return cells.flatMap((cell) => cell.lines);
    const headerRows = table.headerRows.findIndex((isHeader) => !isHeader);
    // A caption above the table may state the unit of its figures.
    const unit = unitNote(this.#sinks.at(-1)?.at(-1)?.text ?? '');
    const options = { unit, ...(headerRows > 0 && { headerRows }) };
    return tableText(this.#grid(table.rows), options).map((text) => ({
      text,
      linkedShare: 0,
      links: 0,
      isRow: true,
    }));
  }

  /** Returns all cells, with merged ones repeated in every place that they cover. */
  #grid(rows: readonly TextCell[][]): string[][] {
    const grid: string[][] = rows.map(() => []);
    for (const [row, cells] of rows.entries()) {
      let column = 0;
      for (const cell of cells) {
        while (grid[row]?.[column] !== undefined) column++;
        this.#fill(grid, cell, { row, column });
        column += cell.columnSpan;
      }
    }
    return grid.map((row) => Array.from(row, (cell) => cell ?? ''));
  }

  #fill(grid: string[][], cell: TextCell, at: { row: number; column: number }): void {
    const text = cell.lines.map((line) => line.text.replace(/^(?:#{1,6}|-) /, '')).join(' ');
    for (const row of grid.slice(at.row, at.row + cell.rowSpan)) {
      for (let column = at.column; column < at.column + cell.columnSpan; column++) row[column] ??= text;
      this.#cellCount += cell.columnSpan;
      if (this.#cellCount > MAX_CELLS)
        throw new FormatFault('too-large', `its tables have more than ${MAX_CELLS} cells`);
    }
  }
}
