// Rows as CSV that spreadsheets open safely: UTF-8 with a byte-order mark, no cell that could be taken for a formula.

/** Spreadsheets take a cell that opens so for a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** A cell: quoted, and disarmed where its text could be taken for a formula. Numbers stay numbers. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\n\r;]/u.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as a file, the heads among them: byte-order mark, a line a row, CRLF. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}
