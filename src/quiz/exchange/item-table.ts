// Items as the rows of a table, for CSV and spreadsheets: one item a row, several texts of one cell apart by `|`.
import Papa from 'papaparse';
import type { ItemKind } from '../types.ts';
import type { ItemText } from './item-text.ts';

/** The columns of the table, in their order. */
export const ITEM_COLUMNS = [
  'kind',
  'question',
  'options',
  'right',
  'explanation',
  'district',
  'topic',
  'title',
  'quote',
] as const;

const KINDS: ReadonlySet<string> = new Set<ItemKind>([
  'single',
  'several',
  'true-false',
  'fill-in',
  'order',
  'short-answer',
]);
const joined = (texts: readonly string[]): string => texts.map((text) => text.replaceAll('|', '｜')).join('|');
const apart = (cell: string): string[] =>
  cell
    .split('|')
    .map((text) => text.trim())
    .filter((text) => text !== '');

/** Returns the rows of items, the names of the columns first. */
export function rowsOfItems(items: readonly ItemText[]): string[][] {
  const rows = items.map((item) =>
    ITEM_COLUMNS.map((column) => (column === 'options' || column === 'right' ? joined(item[column]) : item[column])),
  );
  return [[...ITEM_COLUMNS], ...rows];
}

/** Reads items out of rows whose first names the columns, in any order; rows of an unknown kind are passed over. */
export function itemsOfRows([head = [], ...rows]: readonly (readonly string[])[]): ItemText[] {
  const places = new Map(head.map((name, place) => [name.trim().toLowerCase(), place]));
  return rows.flatMap((row): ItemText[] => {
    const cell = (name: (typeof ITEM_COLUMNS)[number]): string => String(row[places.get(name) ?? -1] ?? '').trim();
    const kind = cell('kind');
    if (!KINDS.has(kind)) return [];
    const texts = {
      ...{ question: cell('question'), explanation: cell('explanation'), district: cell('district') },
      ...{ topic: cell('topic'), title: cell('title'), quote: cell('quote') },
    };
    return [{ kind: kind as ItemKind, ...texts, options: apart(cell('options')), right: apart(cell('right')) }];
  });
}

/** A cell that a spreadsheet would take for a formula is put in quotes of its own. */
const guarded = (cell: string): string => (/^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell);
const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@])/u, '');

/** Returns items as CSV that spreadsheets open: byte-order mark, CRLF. */
export function toItemCsv(items: readonly ItemText[]): string {
  return `\uFEFF${Papa.unparse(rowsOfItems(items).map((row) => row.map(guarded)))}\r\n`;
}

/** Reads items out of CSV. */
export function fromItemCsv(csv: string): ItemText[] {
  const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/u, ''), { skipEmptyLines: true });
  return itemsOfRows(data.map((row) => row.map(unguarded)));
}
