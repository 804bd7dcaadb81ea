// A sheet of cells (spreadsheet, CSV) → text: captions as headings, notes as paragraphs, each table as lines. It knows no file format.
import { type Grid, isSpanning, type TableOptions, tableLines, UNIT } from './table.ts';

/** A note of the unit, on its own or behind a caption: 单位：万元, 分镇主要指标（单位：万元） */
const UNIT_NOTE = /(?:^|[（(\s])(?:计量)?单位[:：]\s*([^\s，。；（）()]{1,8})[）)]?$/u;
const WHOLE_UNIT_NOTE = /^[（(]?(?:计量)?单位[:：]/u;
const LONGEST_CAPTION = 60;

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell === '');
}

/** Returns the one thing that a row says, or null if it says none or several. */
function onlySaid(row: readonly string[]): string | null {
  return isSpanning(row) ? (row.find((cell) => cell !== '') ?? null) : null;
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
function withoutEmptyColumns(rows: Grid): string[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const used = Array.from({ length: width }, (_, column) => column).filter((column) =>
    rows.some((row) => (row[column] ?? '') !== ''),
  );
  return rows.map((row) => used.map((column) => row[column] ?? ''));
}

/** Returns the unit that a caption or note above a table states for its figures, or none: 单位：万元 */
export function unitNote(text: string): string {
  return text.length <= LONGEST_CAPTION ? (UNIT_NOTE.exec(text)?.[1] ?? '') : '';
}

/** A caption that names one measure and its unit: 各县区地区生产总值（亿元）, 2019—2022年各区县常住人口情况（万人）. */
const MEASURED =
  /^(?:(?:19|20)\d{2}年?(?:[—–\-~～至到](?:19|20)\d{2}年?)?)?(?:[^（(，。]*?各[县区市旗镇乡]+(?:的)?)?(?<measure>[^（()），。、\d]{2,20}?)(?:情况|统计)?表?[（(](?:单位[:：])?(?<unit>[^（()）\d]{1,8})[）)]$/u;

/** Returns what a caption says that all figures below it measure, and their unit; null where it says no such thing. */
function measureNote(caption: string): { readonly measure: string; readonly unit: string } | null {
  const { measure = '', unit = '' } = MEASURED.exec(caption)?.groups ?? {};
  return measure === '' || !UNIT.test(unit) ? null : { measure, unit };
}

/** Returns the lines of a table; rows on top that say one thing are its caption, notes and unit. */
export function tableText(rows: Grid, { unit: given = '', headerRows }: TableOptions = {}): string[] {
  const lines: string[] = [];
  let unit = given;
  let measure = '';
  let from = 0;
  const isTable = rows.some((row) => onlySaid(row) === null);
  for (; isTable && from < rows.length; from++) {
    const said = onlySaid(rows[from] ?? []);
    if (said === null) break;
    const measured = measureNote(said);
    unit = unitNote(said) || measured?.unit || unit;
    measure = measured?.measure ?? measure;
    const isCaption = lines.length === 0 && !WHOLE_UNIT_NOTE.test(said) && said.length <= LONGEST_CAPTION;
    lines.push(isCaption ? `## ${said}` : said);
  }
  const table = withoutEmptyColumns(rows.slice(from));
  const left = (headerRows ?? 0) - from;
  return [
    ...lines,
    ...tableLines(table, left > 0 ? { headerRows: left, unit, measure } : { unit, measure }).map(({ line }) => line),
  ];
}

/**
 * Returns the text of a sheet: its tables stand between blank rows; rows above a table that say one thing are its caption, notes and unit.
 * Every cell that says something stands in a line.
 */
export function sheetText(rows: Grid): string {
  return blocksOf(rows)
    .map((block) => tableText(block).join('\n'))
    .join('\n\n');
}
