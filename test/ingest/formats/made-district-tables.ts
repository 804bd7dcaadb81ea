// One table of districts in eight formats, its headers plain, merged under groups, or wrapped over lines: as offices make them.
import * as XLSX from '@e965/xlsx';
import { madeDocx, madePdf, type PrintedLine, wordCell } from './made-files.ts';
import { madeOfd } from './made-office.ts';

/** How the headers of a table are laid out. */
export type HeaderShape = 'plain' | 'merged' | 'wrapped';

/** A table: its headers in groups, its rows, the first cell of each the district. */
export interface DistrictTable {
  readonly title: string;
  /** Group of columns, then its columns. */
  readonly groups: readonly (readonly [group: string, columns: readonly string[]])[];
  readonly rows: readonly (readonly string[])[];
  readonly shape: HeaderShape;
}

const FIRST = '地区';
const columnsOf = ({ groups }: DistrictTable): string[] => groups.flatMap(([, columns]) => columns);
/** A header in two lines: its name, then its unit. */
const wrapped = (header: string): string[] => header.replace('（', '\n（').split('\n');
const headLines = (header: string, { shape }: DistrictTable): string[] =>
  shape === 'wrapped' ? wrapped(header) : [header];

/** Rows of cells; a merged group stands in its first cell. */
function gridOf(table: DistrictTable, lineEnd = '\n'): string[][] {
  const heads = columnsOf(table).map((header) => headLines(header, table).join(lineEnd));
  const groups = table.groups.flatMap(([group, columns]) => columns.map((_, index) => (index === 0 ? group : '')));
  const top = table.shape === 'merged' ? [['', ...groups]] : [];
  return [...top, [FIRST, ...heads], ...table.rows.map((row) => [...row])];
}

function workbook(table: DistrictTable, bookType: 'xlsx' | 'biff8' | 'ods'): Buffer {
  const grid = gridOf(table);
  if (table.shape === 'merged') grid[0]?.splice(0, 1, FIRST);
  const sheet = XLSX.utils.aoa_to_sheet(grid);
  if (table.shape === 'merged') {
    let from = 1;
    const across = table.groups.map(([, columns]) => {
      const range = { s: { r: 0, c: from }, e: { r: 0, c: from + columns.length - 1 } };
      from += columns.length;
      return range;
    });
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }, ...across];
  }
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'Sheet1');
  return XLSX.write(book, { type: 'buffer', bookType }) as Buffer;
}

function webPage(table: DistrictTable): string {
  const heads = columnsOf(table).map((header) => `<th>${headLines(header, table).join('<br>')}</th>`);
  const groups = table.groups.map(([group, columns]) => `<th colspan="${columns.length}">${group}</th>`);
  const top = `<tr><th rowspan="2">${FIRST}</th>${groups.join('')}</tr><tr>${heads.join('')}</tr>`;
  const head = table.shape === 'merged' ? top : `<tr><th>${FIRST}</th>${heads.join('')}</tr>`;
  const rows = table.rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<html><head><meta charset="utf-8"><title>${table.title}</title></head><body><h1>${table.title}</h1><table>${head}${rows.join('')}</table></body></html>`;
}

function wordFile(table: DistrictTable): Buffer {
  const cell = (header: string): string => {
    const [first = '', second] = headLines(header, table);
    const broken = `<w:tc><w:tcPr/><w:p><w:r><w:t>${first}</w:t><w:br/><w:t>${second}</w:t></w:r></w:p></w:tc>`;
    return second === undefined ? wordCell(first) : broken;
  };
  const row = (cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
  const heads = columnsOf(table).map(cell);
  const groups = table.groups.map(([group, columns]) => wordCell(group, `<w:gridSpan w:val="${columns.length}"/>`));
  const top = [
    row([wordCell(FIRST, '<w:vMerge w:val="restart"/>'), ...groups]),
    row([wordCell('', '<w:vMerge/>'), ...heads]),
  ];
  const head = table.shape === 'merged' ? top : [row([wordCell(FIRST), ...heads])];
  const rows = table.rows.map((cells) => row(cells.map((text) => wordCell(text))));
  return madeDocx(`<w:tbl>${[...head, ...rows].join('')}</w:tbl>`);
}

/** Lines of text and straight lines of a ruled table, in units from the upper left corner. */
interface Drawing {
  readonly lines: readonly { readonly text: string; readonly x: number; readonly y: number; readonly size: number }[];
  readonly rules: readonly (readonly [number, number, number, number])[];
}

const LEFT = 20;
const TOP = 60;
const WIDTH = 55;
const HEIGHT = 24;
/** Small enough that the longest header stands on one line of its cell. */
const SMALL = 3.6;
const LARGE = 7;

function drawing(table: DistrictTable): Drawing {
  const grid = gridOf(table);
  const width = columnsOf(table).length + 1;
  const isMerged = table.shape === 'merged';
  const headRows = isMerged ? 2 : 1;
  const starts = [1];
  for (const [, columns] of table.groups) starts.push((starts.at(-1) ?? 0) + columns.length);
  const lines = grid.flatMap((row, r) =>
    row.flatMap((text, c) =>
      text.split('\n').map((part, index) => {
        const size = r < headRows ? (table.shape === 'wrapped' ? Math.min(LARGE, 48 / part.length) : SMALL) : LARGE;
        return { text: part, x: LEFT + c * WIDTH + 2, y: TOP + r * HEIGHT + 8 + index * 9, size };
      }),
    ),
  );
  const right = LEFT + width * WIDTH;
  const bottom = TOP + grid.length * HEIGHT;
  const across = Array.from({ length: grid.length + 1 }, (_, r) => {
    const y = TOP + r * HEIGHT;
    // The first cell of merged headers spans both rows.
    return [isMerged && r === 1 ? LEFT + WIDTH : LEFT, y, right, y] as const;
  });
  const down = Array.from({ length: width + 1 }, (_, c) => {
    const isInside = isMerged && c > 0 && c < width && !starts.includes(c);
    return [LEFT + c * WIDTH, isInside ? TOP + HEIGHT : TOP, LEFT + c * WIDTH, bottom] as const;
  });
  const title = { text: table.title, x: LEFT, y: 30, size: 14 };
  return { lines: [title, ...lines.filter(({ text }) => text !== '')], rules: [...across, ...down] };
}

const PAGE_POINTS = 842;

function printed(table: DistrictTable): Buffer {
  const { lines, rules } = drawing(table);
  const up = lines.map(({ y, ...line }): PrintedLine => ({ ...line, y: PAGE_POINTS - y }));
  const turned = rules.map(([x1, y1, x2, y2]) => [x1, PAGE_POINTS - y1, x2, PAGE_POINTS - y2] as const);
  return madePdf([up], { rules: turned });
}

const MILLIMETRES = 210 / 595;

function government(table: DistrictTable): Buffer {
  const { lines, rules } = drawing(table);
  const scaled = lines.map(({ text, x, y, size }) => ({
    text,
    x: x * MILLIMETRES,
    y: (y - size) * MILLIMETRES,
    size: size * MILLIMETRES,
  }));
  const small = rules.map(
    ([x1, y1, x2, y2]) => [x1 * MILLIMETRES, y1 * MILLIMETRES, x2 * MILLIMETRES, y2 * MILLIMETRES] as const,
  );
  return madeOfd([scaled], small);
}

const quoted = (cell: string): string => (/[\n,"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The table as a file of each format. */
export const TABLE_FILES: Readonly<Record<string, (table: DistrictTable) => string | Buffer>> = {
  csv: (table) =>
    gridOf(table)
      .map((row) => row.map(quoted).join(','))
      .join('\n'),
  xls: (table) => workbook(table, 'biff8'),
  xlsx: (table) => workbook(table, 'xlsx'),
  ods: (table) => workbook(table, 'ods'),
  docx: wordFile,
  pdf: printed,
  ofd: government,
  html: webPage,
};
