// Excel (.xlsx, and what Excel and WPS wrote before: .xls, .et) and OpenDocument sheets → text, with SheetJS: each sheet's tables as lines, cells as Excel shows them (percent, dates), merged cells expanded.
import * as XLSX from '@e965/xlsx';
import { sheetText } from './sheet.ts';
import { rowDocuments } from './sheet-documents.ts';
import { type ExtractedText, FormatFault, type RowDocument } from './types.ts';
import { checkZip } from './zip.ts';

const MAX_CELLS = 500_000;
/** Rows of a sheet that are read: a sheet with more, if they say anything, has too many cells. */
const MAX_ROWS = MAX_CELLS + 1;
/** Names that Excel gives by itself say nothing. */
const PLAIN_NAME = /^(?:sheet|工作表|表)\s?\d*$/i;

type Cells = (XLSX.CellObject | undefined)[][];

function cellText(cell: XLSX.CellObject | undefined): string {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === 'z') return '';
  const isPlainNumber = typeof cell.v === 'number' && (cell.z === undefined || cell.z === 'General');
  const text = isPlainNumber ? String(Number(Number(cell.v).toPrecision(12))) : (cell.w ?? String(cell.v));
  return text.trim();
}

/** Repeats each merged cell in every place that it covers, within the cells that are used. */
function expandMerges(grid: string[][], merges: readonly XLSX.Range[], width: number): void {
  for (const { s: start, e: end } of merges) {
    const text = grid[start.r]?.[start.c] ?? '';
    if (text === '') continue;
    for (const row of grid.slice(start.r, end.r + 1)) {
      for (let column = start.c; column <= Math.min(end.c, width - 1); column++) row[column] ||= text;
    }
  }
}

/** Returns the rows of a sheet that hold cells, blank ones between them kept as one. */
function gridOf(sheet: XLSX.WorkSheet): string[][] {
  const cells = (sheet['!data'] ?? []) as Cells;
  const grid: string[][] = [];
  let width = 0;
  let count = 0;
  cells.forEach((row, index) => {
    grid[index] = [];
    row?.forEach((cell, column) => {
      const text = cellText(cell);
      if (text === '') return;
      width = Math.max(width, column + 1);
      const target = grid[index];
      if (target) target[column] = text;
      if (++count > MAX_CELLS) throw new FormatFault('too-large', `it has more than ${MAX_CELLS} cells`);
    });
  });
  const whole = Array.from(grid, (row) => Array.from({ length: row?.length ?? 0 }, (_, column) => row?.[column] ?? ''));
  expandMerges(whole, sheet['!merges'] ?? [], width);
  return whole;
}

const ZIP_MARK = 0x50;

/** @throws FormatFault encrypted, too-large, damaged */
function readBook(bytes: Uint8Array): XLSX.WorkBook {
  if (bytes[0] === ZIP_MARK) checkZip(bytes);
  try {
    return XLSX.read(bytes, {
      type: 'array',
      // A file of a kilobyte may claim a thousand million rows.
      sheetRows: MAX_ROWS,
      dense: true,
      cellNF: true,
      cellHTML: false,
      cellFormula: false,
      dateNF: 'yyyy-mm-dd',
    });
  } catch (error) {
    const isLocked = error instanceof Error && /password/i.test(error.message);
    throw isLocked ? new FormatFault('encrypted', 'it is locked with a password; save it without one') : error;
  }
}

/** Returns what a sheet says: documents, or its tables with its name as their heading. */
function sheetContent(name: string, sheet: XLSX.WorkSheet): { text: string; documents: readonly RowDocument[] } {
  const grid = gridOf(sheet);
  const documents = rowDocuments(grid);
  if (documents) return { text: '', documents };
  const text = sheetText(grid.map((row) => row.map((cell) => cell.replace(/\s+/g, ' '))));
  return { text: text === '' || PLAIN_NAME.test(name) ? text : `# ${name}\n${text}`, documents: [] };
}

/**
 * Returns the text of a workbook, sheet by sheet, the name of each as a heading; hidden sheets are left out and told.
 * @throws FormatFault no-text, encrypted, too-large, damaged
 */
export function extractXlsx(bytes: Uint8Array): ExtractedText {
  const book = readBook(bytes);
  const sheets = book.SheetNames.map((name, index) => ({
    name,
    sheet: book.Sheets[name],
    isHidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0,
  })).filter(({ sheet }) => sheet !== undefined && sheet['!type'] !== 'chart');
  const remarks = sheets.flatMap(({ name, isHidden }) => (isHidden ? [`the hidden sheet "${name}" was left out`] : []));
  const contents = sheets.flatMap(({ name, sheet, isHidden }) =>
    sheet && !isHidden ? [sheetContent(name, sheet)] : [],
  );
  const documents = contents.flatMap((content) => content.documents);
  const text = contents.flatMap((content) => content.text || []).join('\n\n');
  if (text === '' && documents.length === 0) throw new FormatFault('no-text', 'none of its cells says anything');
  return { text, fields: {}, remarks, ...(documents.length > 0 && { documents }) };
}
