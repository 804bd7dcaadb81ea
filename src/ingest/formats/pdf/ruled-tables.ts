// Tables that a PDF page draws with rules → grids of cells. Where no rule stands between two cells they are one.
import type { Glyph, PageMarks } from './glyphs.ts';
import { joinText, type PdfLine, type PdfTable, pageLines } from './lines.ts';
import type { Rule } from './rules.ts';

/** Rules nearer than this are one; ends that miss each other by no more than `TOUCH` meet. In points. */
const SAME_RULE = 3;
const TOUCH = 4;
/** Rules that go on beyond the outermost crossing one by this much have an open side there. */
const OPEN_SIDE = 12;
const MIN_CELLS = 4;
const FIGURE = /^[+\-−]?[\d,]+(?:\.\d+)?[%‰]?$/;

interface TableFrame {
  /** Left to right, and top to bottom. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rules: readonly Rule[];
}

function meet(one: Rule, other: Rule): boolean {
  if (one.isAcross === other.isAcross)
    return Math.abs(one.at - other.at) <= SAME_RULE && one.from <= other.to + TOUCH && other.from <= one.to + TOUCH;
  const crosses = (a: Rule, b: Rule): boolean => a.from - TOUCH <= b.at && b.at <= a.to + TOUCH;
  return crosses(one, other) && crosses(other, one);
}

/** Returns the rules in groups that hang together. */
function connected(rules: readonly Rule[]): Rule[][] {
  const open = new Set(rules);
  const groups: Rule[][] = [];
  for (const rule of rules) {
    if (!open.delete(rule)) continue;
    const group = [rule];
    for (const member of group) {
      for (const other of open) {
        if (!meet(member, other)) continue;
        open.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Returns places without those that are nearly the same as the one before. */
function distinct(places: readonly number[]): number[] {
  const sorted = [...places].sort((a, b) => a - b);
  return sorted.filter((place, index) => index === 0 || place - (sorted[index - 1] ?? 0) > SAME_RULE);
}

/** Returns the places of rules, with the open sides that the rules crossing them have. */
function placesOf(rules: readonly Rule[], crossing: readonly Rule[]): number[] {
  const places = distinct(rules.map(({ at }) => at));
  const ends = [Math.min(...crossing.map(({ from }) => from)), Math.max(...crossing.map(({ to }) => to))] as const;
  const [first = ends[1], last = ends[0]] = [places[0], places.at(-1)];
  return [
    ...(first - ends[0] > OPEN_SIDE ? [ends[0]] : []),
    ...places,
    ...(ends[1] - last > OPEN_SIDE ? [ends[1]] : []),
  ];
}

function frameOf(rules: readonly Rule[]): TableFrame | null {
  const across = rules.filter(({ isAcross }) => isAcross);
  const down = rules.filter(({ isAcross }) => !isAcross);
  if (across.length < 2 || down.length === 0) return null;
  const [xs, ys] = [placesOf(down, across), placesOf(across, down).reverse()];
  const isTable = xs.length > 2 && (xs.length - 1) * (ys.length - 1) >= MIN_CELLS;
  return isTable ? { xs, ys, rules } : null;
}

/** Cells by row and column: cells that are one have one number. */
type CellNumbers = number[][];

function isParted({ rules }: TableFrame, isAcross: boolean, { at, middle }: { at: number; middle: number }): boolean {
  return rules.some(
    (rule) =>
      rule.isAcross === isAcross && Math.abs(rule.at - at) <= SAME_RULE && rule.from <= middle && middle <= rule.to,
  );
}

function numbered(frame: TableFrame): CellNumbers {
  const { xs, ys } = frame;
  const numbers: CellNumbers = ys.slice(1).map((_, row) => xs.slice(1).map((__, column) => row * xs.length + column));
  const unite = (from: number, to: number): void => {
    for (const row of numbers) for (const [column, number] of row.entries()) if (number === from) row[column] = to;
  };
  for (const [row, cells] of numbers.entries()) {
    const [top = 0, bottom = 0] = ys.slice(row, row + 2);
    for (const column of cells.keys()) {
      const [left = 0, right = 0] = xs.slice(column, column + 2);
      const own = (): number => numbers[row]?.[column] ?? 0;
      const below = numbers[row + 1]?.[column];
      const beside = cells[column + 1];
      if (beside !== undefined && !isParted(frame, false, { at: right, middle: (top + bottom) / 2 }))
        unite(beside, own());
      if (below !== undefined && !isParted(frame, true, { at: bottom, middle: (left + right) / 2 }))
        unite(below, own());
    }
  }
  return numbers;
}

function cellText(lines: readonly PdfLine[]): string {
  return lines.map((line) => line.text).reduce((before, line) => joinText(before, line), '');
}

/** Returns the rows of a band of cells: several where one rule stands below many lines, of which each is a row. */
function rowsOfBand(cells: readonly (readonly PdfLine[])[]): string[][] {
  const figures = cells.find((lines) => lines.length > 1 && lines.every(({ text }) => FIGURE.test(text)));
  const isAligned =
    figures &&
    cells.every((lines) => lines.length === figures.length || lines.length < 2) &&
    cells.filter((lines) => lines.length === figures.length).length > 1;
  if (!figures || !isAligned) return [cells.map(cellText)];
  return figures.map((_, row) =>
    cells.map((lines) => (lines.length === 1 ? cellText(lines) : (lines[row]?.text ?? ''))),
  );
}

function bandIndex(places: readonly number[], at: number): number {
  return places.findIndex((place, index) => {
    const next = places[index + 1];
    return next !== undefined && Math.min(place, next) <= at && at < Math.max(place, next);
  });
}

function tableOf(frame: TableFrame, glyphs: readonly Glyph[]): PdfTable {
  const numbers = numbered(frame);
  const contents = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const number = numbers[bandIndex(frame.ys, middleOf(glyph)[1])]?.[bandIndex(frame.xs, middleOf(glyph)[0])] ?? -1;
    contents.set(number, [...(contents.get(number) ?? []), glyph]);
  }
  const lines = new Map([...contents].map(([number, own]) => [number, pageLines(own)]));
  const grid = numbers.flatMap((row) => rowsOfBand(row.map((number) => lines.get(number) ?? [])));
  return { grid, edges: frame.xs };
}

function middleOf({ x, y, width, size }: Glyph): readonly [number, number] {
  return [x + width / 2, y + size / 3];
}

function isInside({ xs, ys }: TableFrame, glyph: Glyph): boolean {
  const [x, y] = middleOf(glyph);
  return (xs[0] ?? 0) <= x && x <= (xs.at(-1) ?? 0) && (ys.at(-1) ?? 0) <= y && y <= (ys[0] ?? 0);
}

/** Returns the tables of a page as lines of their own, and the characters that stand in none. */
export function ruledTables({ glyphs, rules }: PageMarks): { tables: PdfLine[]; others: readonly Glyph[] } {
  const tables: PdfLine[] = [];
  let others = glyphs;
  for (const group of connected(rules)) {
    const frame = frameOf(group);
    if (!frame) continue;
    const own = others.filter((glyph) => isInside(frame, glyph));
    if (own.length === 0) continue;
    others = others.filter((glyph) => !isInside(frame, glyph));
    const [left = 0, right = 0] = [frame.xs[0], frame.xs.at(-1)];
    const [y = 0, size = 0] = [frame.ys[0], own[0]?.size];
    const table = tableOf(frame, own);
    const text = table.grid.flat().join(' ');
    tables.push({ text, left, right, y, size, cells: [{ text, left, right, unitWidth: 0 }], table });
  }
  return { tables, others };
}
