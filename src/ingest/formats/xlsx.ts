// Excel (.xlsx) → text, with SheetJS: each sheet's tables as lines, cells as Excel shows them (percent, dates), merged cells expanded.
import * as XLSX from '@e965/xlsx';
import { sheetText } from './sheet.ts';
import { type ExtractedText, FormatFault } from './types.ts';
import { checkZip } from './zip.ts';

const MAX_CELLS = 500_000;
/** Names that Excel gives by itself say nothing. */
const PLAIN_NAME = /^(?:sheet|工作表|表)\s?\d*$/i;

type Cells = (XLSX.CellObject | undefined)[][];

function cellText(cell: XLSX.CellObject | undefined): string {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === 'z') return '';
  const isPlainNumber = typeof cell.v === 'number' && (cell.z === undefined || cell.z === 'General');
  const text = isPlainNumber ? String(Number(Number(cell.v).toPrecision(12))) : (cell.w ?? String(cell.v));
  return text.replace(/\s+/g, ' ').trim();
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

/**
 * Returns the text of a workbook, sheet by sheet, the name of each as a heading; hidden sheets are left out and told.
 * @throws FormatFault no-text, encrypted, too-large, damaged
 */
export function extractXlsx(bytes: Uint8Array): ExtractedText {
  checkZip(bytes);
  const book = XLSX.read(bytes, {
    type: 'array',
    dense: true,
    cellNF: true,
    cellHTML: false,
    cellFormula: false,
    dateNF: 'yyyy-mm-dd',
  });
  const parts: string[] = [];
  const remarks: string[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (!sheet || sheet['!type'] === 'chart') continue;
    if ((book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0) {
      remarks.push(`the hidden sheet "${name}" was left out`);
      continue;
    }
    const text = sheetText(gridOf(sheet));
    if (text !== '') parts.push(PLAIN_NAME.test(name) ? text : `# ${name}\n${text}`);
  }
  if (parts.length === 0) throw new FormatFault('no-text', 'none of its cells says anything');
  return { text: parts.join('\n\n'), fields: {}, remarks };
}
