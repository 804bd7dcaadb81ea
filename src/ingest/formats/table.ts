// A table → one readable line for each data row: “云溪区2020年：地区生产总值200.1亿元，增速8.1%。” Every cell that says something is
// in its row's line, with its column's header and unit; merged cells come expanded.
import { UNIT_PATTERN } from '../../text/units.ts';

/** Cells by row and column, white space folded; empty if a cell says nothing. Rows may differ in length. */
export type Grid = readonly (readonly string[])[];

const HEADER_SEPARATOR = ' | ';

/** Properties of a table beside its cells. */
export interface TableOptions {
  /** Number of header rows, where the source marks them; default: detected. */
  readonly headerRows?: number;
  /** Unit of all figures that have none of their own (单位：亿元). */
  readonly unit?: string;
  /** What figures in columns of years measure, where no cell says it (a caption does). */
  readonly measure?: string;
}

const FIGURE = /^[+\-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[%‰]?$/;
const YEAR = /^(?:19|20)\d{2}年?$/;
const YEAR_HEADER = /^(?:年|年份|年度|时间|统计年度|日期|月份|年月|季度|时期|期间)$/;
/** A time as programs write it, 2023Q2 or 2023-02, and as it is read. */
const PERIOD = /^((?:19|20)\d{2})(?:[-/.]?Q([1-4])|[-/.年](0?[1-9]|1[0-2])月?|年?(?:第?([一二三四1-4])季度))$/i;
const UNIT_HEADER = /^(?:计量)?单位$/;
/** A column that names what each row measures, and columns that say no more than that a figure stands in them. */
const INDICATOR_HEADER = /^(?:(?:统计|主要|经济)?指标(?:名称)?|项目)$/;
const VALUE_HEADER = /^(?:指标|统计|完成)?(?:数值|数据|数额|值)$/;
/** A column that names where each row is from: that is what the row is about, wherever the column stands. */
const PLACE_HEADER =
  /^(?:所[属在])?(?:地区|地域|区域|区县|县区|市县|县市区|区市县|县[（(]市、?区[）)]|县[（(]区、?市[）)]|行政区划?)$/;
const YEAR_COLUMN = /^(?:19|20)\d{2}年[\d\-—~～至第一二三四季度上下半年月底末]{0,8}$/;
const SERIAL_HEADER = /^(?:序号|编号|排序|序|No\.?|#)$/i;
/** A unit of measure: 亿元, 万人, %. */
export const UNIT = new RegExp(`^(?:[十百千万亿]{0,2}(?:${UNIT_PATTERN})|[%‰]|[十百千万亿]+)(?:/.{1,6})?$`);
const UNIT_IN_HEADER = /^(.+?)\s*[（(]\s*(?:单位[:：]\s*)?([^（）()]{1,8})\s*[）)]$/;
const LONGEST_TEXT_HEADER = 12;
/** A table has at most so many rows of headers. */
export const MAX_HEADER_ROWS = 3;
/** A row's sentence is closed beyond this many characters and begun again with the row's label. */
const LONGEST_SENTENCE = 240;

/** True if a cell is a bare figure; a year is none. */
export function isFigureCell(cell: string): boolean {
  return FIGURE.test(cell) && !YEAR.test(cell);
}

function filled(row: readonly string[]): string[] {
  return row.filter((cell) => cell !== '');
}

/** True if a row says one thing only: a caption, or the name of the rows below it. A header that stands over all columns but the first is none. */
export function isSpanning(row: readonly string[]): boolean {
  const said = filled(row);
  return new Set(said).size === 1 && (said.length === 1 || row[0] !== '');
}

/** True if a row has cells that were merged or left out, as the upper row of a header in two rows does. */
function isUpperHeader(row: readonly string[]): boolean {
  return row.some((cell, column) => cell === '' || (column > 0 && cell === row[column - 1]));
}

function headerRowCount(grid: Grid): number {
  const [first = []] = grid;
  if (grid.length < 2 || isSpanning(first)) return 0;
  if (!grid.some((row) => row.some(isFigureCell))) {
    const isHeader = first.every((cell) => cell !== '' && cell.length <= LONGEST_TEXT_HEADER);
    return first.length > 2 && isHeader && new Set(first).size === first.length ? 1 : 0;
  }
  let count = 0;
  for (const row of grid.slice(0, Math.min(MAX_HEADER_ROWS, grid.length - 1))) {
    const above = grid[count - 1];
    if (row.some(isFigureCell) || isSpanning(row) || (above && !isUpperHeader(above))) break;
    count++;
  }
  return count;
}

interface Column {
  readonly name: string;
  readonly unit: string;
}

/** Returns the unit that a header or label names in brackets, or none. */
function unitIn(name: string): string {
  const unit = UNIT_IN_HEADER.exec(name)?.[2] ?? '';
  return UNIT.test(unit) ? unit : '';
}

/** Returns a header or label without the unit that it names in brackets. */
function withoutUnit(name: string): string {
  return unitIn(name) === '' ? name : (UNIT_IN_HEADER.exec(name)?.[1] ?? name);
}

function columnOf(cells: readonly string[], unit: string): Column {
  const parts = cells.filter((cell, row) => cell !== '' && cell !== cells[row - 1]);
  const joined = parts.map((part) => (/^(?:19|20)\d{2}$/.test(part) ? `${part}年` : part)).join('');
  const own = unitIn(joined);
  return own === '' ? { name: joined, unit } : { name: withoutUnit(joined), unit: own };
}

function columnsOf(header: Grid, width: number, unit: string): Column[] {
  return Array.from({ length: width }, (_, index) =>
    columnOf(
      header.map((row) => row[index] ?? ''),
      unit,
    ),
  );
}

function cellText(cell: string, { name, unit }: Column): string {
  // What looks like a year is a figure under a header with a unit: 新增停车泊位（个） 1909.
  const isFigure = isFigureCell(cell) || (unit !== '' && /^\d{4}$/.test(cell));
  if (!isFigure) return name === '' ? cell : `${name}：${cell}`;
  const value = /[%‰]$/.test(cell) ? cell : `${cell}${unit}`;
  return /[\d.）)]$/.test(name) ? `${name}：${value}` : `${name}${value}`;
}

function closed(sentence: string): string {
  return /[。！？!?；;]$/.test(sentence) ? sentence : `${sentence}。`;
}

/** Sentences of about a readable length, each beginning with the row's label. */
function sentences(label: string, parts: readonly string[]): string {
  const whole: string[] = [];
  let open: string[] = [];
  let length = 0;
  for (const part of parts) {
    if (open.length > 0 && length + part.length > LONGEST_SENTENCE) {
      whole.push(open.join('，'));
      [open, length] = [[], 0];
    }
    open.push(part);
    length += part.length + 1;
  }
  if (open.length > 0) whole.push(open.join('，'));
  if (whole.length === 0) return closed(label);
  return whole.map((sentence) => closed(label === '' ? sentence : `${label}：${sentence}`)).join('');
}

/** True if a column holds units of measure; 单位 may also head the bodies that the rows are about. */
function hasUnits(grid: Grid, headerRows: number, column: number): boolean {
  return grid.slice(headerRows).some((row) => UNIT.test(row[column] ?? ''));
}

interface RowReader {
  readonly columns: readonly Column[];
  readonly indicatorColumn: number;
  readonly unitColumn: number;
  readonly yearColumn: number;
  readonly measure: string;
}

/** Returns a time as it is read, with its year: 2023 → 2023年, 2023Q2 → 2023年第二季度; empty if a cell is none. */
function periodOf(cell: string): string {
  if (YEAR.test(cell)) return cell.replace(/年?$/, '年');
  const [whole, year, quarter, month, named = ''] = PERIOD.exec(cell) ?? [];
  if (whole === undefined) return '';
  if (month) return `${year}年${Number(month)}月`;
  const number = quarter ?? named;
  return `${year}年第${'一二三四'[Number(number) - 1] ?? number}季度`;
}

function labelColumn(row: readonly string[], { columns, unitColumn, yearColumn }: RowReader): number {
  const place = columns.findIndex(({ name }, index) => PLACE_HEADER.test(name) && (row[index] ?? '') !== '');
  if (place >= 0) return place;
  return row.findIndex(
    (cell, index) =>
      cell !== '' &&
      !isFigureCell(cell) &&
      index !== unitColumn &&
      index !== yearColumn &&
      !SERIAL_HEADER.test(columns[index]?.name ?? ''),
  );
}

/** Returns the name of a column in a row that says what it measures: 数值 → 财政收入, 2020年 → 2020年财政收入; any other as it is. */
function nameOf(column: string, measure: string): string {
  if (VALUE_HEADER.test(column)) return measure || column;
  return YEAR_COLUMN.test(column) ? column + measure : column;
}

function rowLine(row: readonly string[], reader: RowReader): string {
  const { columns, unitColumn, yearColumn, indicatorColumn } = reader;
  const labelAt = labelColumn(row, reader);
  const indicator = row[indicatorColumn] ?? '';
  const unit = row[unitColumn] || unitIn(row[labelAt] ?? '') || unitIn(indicator);
  // Under 数值 what looks like a year is a figure.
  const isValue = (cell: string, index: number): boolean =>
    isFigureCell(cell) || (VALUE_HEADER.test(columns[index]?.name ?? '') && YEAR.test(cell));
  const usesUnit =
    unit !== '' && row.some((cell, index) => index !== unitColumn && isValue(cell, index) && !/[%‰]$/.test(cell));
  const year = periodOf(row[yearColumn] ?? '');
  const measure = withoutUnit(indicator);
  const names = columns.map(({ name }) => nameOf(name, measure || reader.measure));
  // Where figures stand behind the whole name of the indicator, it need not be told once more.
  const isTold =
    measure === indicator && row.some((cell, index) => cell !== '' && names[index] !== columns[index]?.name);
  const label = isTold && labelAt === indicatorColumn ? '' : (row[labelAt] ?? '');
  const isSaid = (index: number): boolean =>
    index === labelAt ||
    (index === yearColumn && year !== '') ||
    (index === unitColumn && usesUnit) ||
    (index === indicatorColumn && isTold);
  const parts = row.flatMap((cell, index) => {
    const { unit: own = '' } = columns[index] ?? {};
    const name = names[index] ?? '';
    return cell === '' || isSaid(index) ? [] : [cellText(cell, { name, unit: usesUnit && own !== '%' ? unit : own })];
  });
  return sentences(label + year, parts);
}

/** True if a line may be the headers of a table as `tableLines` writes them: names side by side, without a figure or a sentence. */
export function isTableHeader(line: string): boolean {
  const cells = line.split(HEADER_SEPARATOR);
  return cells.length > 1 && cells.every((cell) => cell !== '' && !isFigureCell(cell) && !/[。！？|]/.test(cell));
}

/**
 * Returns the rows of a table as lines, one each, in order; `row` counts from 0, blank rows have none. The headers are told in each row's line
 * and stand once as they are (`地区 | 产值（亿元）`); a row that says one thing only is a line as it is.
 * @example tableLines([['地区', '产值（亿元）'], ['云溪区', '12.5']])[1] // => { row: 1, line: '云溪区：产值12.5亿元。' }
 */
export function tableLines(
  grid: Grid,
  { headerRows, unit = '', measure = '' }: TableOptions = {},
): { row: number; line: string }[] {
  const marked = headerRows === undefined || headerRows >= grid.length ? undefined : headerRows;
  const count = marked ?? headerRowCount(grid);
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = columnsOf(grid.slice(0, count), width, unit);
  const reader = {
    columns,
    measure,
    unitColumn: columns.findIndex(({ name }, index) => UNIT_HEADER.test(name) && hasUnits(grid, count, index)),
    indicatorColumn: columns.findIndex(({ name }) => INDICATOR_HEADER.test(name)),
    yearColumn: columns.findIndex(({ name }) => YEAR_HEADER.test(name)),
  };
  const lines = grid.slice(0, count).map((cells, row) => ({
    row,
    line: cells.filter((cell, at) => cell !== '' && cell !== cells[at - 1]).join(HEADER_SEPARATOR),
  }));
  for (let row = count; row < grid.length; row++) {
    const cells = grid[row] ?? [];
    const [first] = filled(cells);
    if (first !== undefined) lines.push({ row, line: isSpanning(cells) && width > 1 ? first : rowLine(cells, reader) });
  }
  return lines;
}
