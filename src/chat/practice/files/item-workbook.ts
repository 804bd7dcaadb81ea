// Items as a spreadsheet (`.xlsx`), out and in: the rows of `item-table.ts` on one sheet.
import * as XLSX from '@e965/xlsx';
import { itemsOfRows, rowsOfItems } from '../../../quiz/exchange/item-table.ts';
import type { ItemText } from '../../../quiz/exchange/item-text.ts';

/** Returns items as the bytes of a `.xlsx`. */
export function toWorkbook(items: readonly ItemText[]): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rowsOfItems(items)), 'items');
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

/** Reads items out of the first sheet of a `.xlsx`. */
export function fromWorkbook(bytes: Uint8Array): ItemText[] {
  const book = XLSX.read(bytes, { type: 'array' });
  const [name = ''] = book.SheetNames;
  const sheet = book.Sheets[name];
  return sheet === undefined
    ? []
    : itemsOfRows(XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' }));
}
