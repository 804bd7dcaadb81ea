// A sheet of cells (spreadsheet, CSV) → text: captions as headings, notes as paragraphs, each table as lines. It knows no file format.
import { type Grid, tableLines } from './table.ts';

const UNIT_NOTE = /^[（(]?(?:计量)?单位[:：]\s*([^\s，。；（）()]{1,8})[）)]?$/u;
const LONGEST_CAPTION = 60;

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell === '');
}

/** Returns the one thing that a row says, or null if it says none or several. */
function onlySaid(row: readonly string[]): string | null {
  const said = new Set(row.filter((cell) => cell !== ''));
  const [first] = said;
  return said.size === 1 && first !== undefined ? first : null;
}

function blocksOf(rows: Grid): string[][][] {
  const blocks: string[][][] = [];
  let open: string[][] = [];
  for (const row of [...rows, []]) {
    if (!isBlank(row)) open.push([...row]);
    else if (open.length > 0) {
      blocks.push(open);
      open = [];
    }
  }
  return blocks;
}

/** Columns that say nothing in any row of the block are no columns of its table. */
function withoutEmptyColumns(rows: string[][]): string[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const used = Array.from({ length: width }, (_, column) => column).filter((column) =>
    rows.some((row) => (row[column] ?? '') !== ''),
  );
  return rows.map((row) => used.map((column) => row[column] ?? ''));
}

function blockText(rows: string[][]): string[] {
  const lines: string[] = [];
  let unit = '';
  let from = 0;
  const isTable = rows.some((row) => onlySaid(row) === null);
  for (; isTable && from < rows.length; from++) {
    const said = onlySaid(rows[from] ?? []);
    if (said === null) break;
    const note = UNIT_NOTE.exec(said);
    unit = note?.[1] ?? unit;
    const isCaption = lines.length === 0 && !note && said.length <= LONGEST_CAPTION;
    lines.push(isCaption ? `## ${said}` : said);
  }
  const table = withoutEmptyColumns(rows.slice(from));
  return [...lines, ...tableLines(table, { unit }).map(({ line }) => line)];
}

/**
 * Returns the text of a sheet: its tables stand between blank rows; rows above a table that say one thing are its caption, notes and unit.
 * Every cell that says something stands in a line.
 */
export function sheetText(rows: Grid): string {
  return blocksOf(rows)
    .map((block) => blockText(block).join('\n'))
    .join('\n\n');
}
