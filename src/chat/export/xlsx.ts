// Documents and figures as spreadsheets: figures as numbers with their unit beside them, a column of sources, exact words on a sheet.
import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import type { CitedDocument, DocumentSection, DocumentTable } from '../../documents.ts';
import type { Citation } from '../../types.ts';
import type { FactLine } from '../browse/views.ts';
import type { Wording } from '../i18n/wording.ts';
import { type Cell, factRows } from './fact-rows.ts';
import { oneLine, originOf } from './notes.ts';

const MAX_WIDTH_CHARACTERS = 60;
const MAX_NAME_CHARACTERS = 28;
const MAX_CELL_CHARACTERS = 32_000;

/** A sheet of rows under their heads, with a filter and columns as wide as they need. */
function sheetOf(heads: readonly string[], rows: readonly (readonly Cell[])[]): WorkSheet {
  const cut = (cell: Cell): Cell => (typeof cell === 'string' ? cell.slice(0, MAX_CELL_CHARACTERS) : cell);
  const sheet = utils.aoa_to_sheet([[...heads], ...rows.map((row) => row.map(cut))]);
  const widest = (index: number): number =>
    Math.max(...[heads, ...rows].map((row) => lengthOf(row[index])).filter((length) => Number.isFinite(length)));
  sheet['!cols'] = heads.map((_, index) => ({ wch: Math.min(MAX_WIDTH_CHARACTERS, widest(index) + 2) }));
  const last = utils.encode_cell({ r: rows.length, c: Math.max(0, heads.length - 1) });
  sheet['!autofilter'] = { ref: `A1:${last}` };
  return sheet;
}

/** Width of a cell in Latin characters: Chinese ones take two. */
function lengthOf(cell: Cell | undefined): number {
  return [...String(cell ?? '')].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
}

function add(book: WorkBook, sheet: WorkSheet, name: string): void {
  const plain =
    name
      .replace(/[\\/?*[\]:]/gu, ' ')
      .trim()
      .slice(0, MAX_NAME_CHARACTERS) || '1';
  utils.book_append_sheet(book, sheet, plain, true);
}

const bytesOf = (book: WorkBook): Uint8Array =>
  new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }));

/** A table whose columns of figures come twice: as written, and as a number with its unit. */
function tableSheet(
  { columns, rows }: DocumentTable,
  citations: readonly Citation[],
  { documents }: Wording,
): WorkSheet {
  const isFigures = columns.map((_, index) =>
    rows.some((row) => row[index]?.value !== null && row[index]?.value !== undefined),
  );
  const heads = columns.flatMap((name, index) =>
    isFigures[index] ? [name, `${name}（${documents.number}）`, documents.unit] : [name],
  );
  const numbered = documents.columns.source;
  const filled = rows.map((row): Cell[] => {
    const cells = columns.flatMap((_, index): Cell[] => {
      const cell = row[index];
      const text = cell?.text ?? '';
      return isFigures[index] ? [text, cell?.value ?? null, cell?.unit ?? null] : [text];
    });
    const numbers = [...new Set(row.flatMap((cell) => cell.citations))];
    const sources = numbers.map((n) => `[${n}] ${citations[n - 1] ? originOf(citations[n - 1] as Citation) : ''}`);
    return [...cells, sources.join('\n')];
  });
  return sheetOf([...heads, numbered], filled);
}

/** Paragraphs, one a row, under the headings that they stand under. */
function lineSheet(sections: readonly DocumentSection[], { documents }: Wording): WorkSheet | null {
  const rows = sections.flatMap(({ title, lines }) =>
    lines.map(({ label, text, citations, mark }): Cell[] => [
      title,
      label,
      mark === undefined ? text : `${text}【${mark}】`,
      citations.map((n) => `[${n}]`).join(''),
    ]),
  );
  if (rows.length === 0) return null;
  return sheetOf([documents.section, documents.subject, documents.content, documents.columns.source], rows);
}

function sourceSheet(citations: readonly Citation[], { documents }: Wording): WorkSheet {
  const heads = [
    documents.noteNumber,
    documents.report,
    documents.columns.district,
    documents.publisher,
    documents.date,
    documents.quote,
    documents.reading,
  ];
  const rows = citations.map(({ n, report, quote, reading }): Cell[] => [
    n,
    oneLine(report.title),
    report.district,
    report.publisher,
    report.publishedOn,
    oneLine(quote),
    reading === null ? null : oneLine(reading),
  ]);
  return sheetOf(heads, rows);
}

/** Returns a document as the bytes of an `.xlsx` file: a sheet for each table, one of its paragraphs, one of its sources. */
export function xlsxOf(document: CitedDocument, wording: Wording): Uint8Array {
  const book = utils.book_new();
  const { sections, citations, title } = document;
  for (const { table, title: name } of sections)
    if (table !== null) add(book, tableSheet(table, citations, wording), name === '' ? title : name);
  const lines = lineSheet(sections, wording);
  if (lines !== null) add(book, lines, wording.documents.content);
  add(book, sourceSheet(citations, wording), wording.documents.sources);
  return bytesOf(book);
}

/** Returns figures as the bytes of an `.xlsx` file: one sheet, numbers as numbers, each with its unit, source and exact words. */
export function factsXlsx(facts: readonly FactLine[], wording: Wording): Uint8Array {
  const book = utils.book_new();
  const rows = factRows(facts, wording, oneLine);
  add(book, sheetOf(wording.factColumns, rows), wording.documents.factsTitle);
  return bytesOf(book);
}
