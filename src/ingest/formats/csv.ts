// CSV and other text of cells → text, with papaparse: the delimiter is found, quoted cells are kept whole.
import Papa from 'papaparse';
import { sheetText } from './sheet.ts';
import { rowDocuments } from './sheet-documents.ts';
import { type ExtractedText, FormatFault } from './types.ts';

const MAX_CELLS = 500_000;

const DELIMITERS = [',', '\t', ';', '|'];
const GUESSED_LINES = 50;

/** Returns the delimiter that stands in most of the first lines, outside quotation marks; the comma where none does. */
function delimiterOf(content: string): string {
  const lines = content
    .slice(0, 20_000)
    .split(/\r?\n/, GUESSED_LINES)
    .map((line) => line.replace(/"[^"]*"/g, ''));
  const counts = DELIMITERS.map((delimiter) => lines.filter((line) => line.includes(delimiter)).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/**
 * Returns the text of a table of cells.
 * @throws FormatFault no-text, too-large
 */
export function extractCsv(content: string): ExtractedText {
  const { data, errors } = Papa.parse<string[]>(content, { skipEmptyLines: false, delimiter: delimiterOf(content) });
  const rows = data.map((row) => row.map((cell) => cell.trim()));
  const count = rows.reduce((sum, row) => sum + row.length, 0);
  if (count > MAX_CELLS) throw new FormatFault('too-large', `it has more than ${MAX_CELLS} cells`);
  const documents = rowDocuments(rows);
  const text = documents ? '' : sheetText(rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' '))));
  if (text === '' && !documents) throw new FormatFault('no-text', 'none of its cells says anything');
  const broken = errors.filter((error) => error.type === 'Quotes');
  const remarks = broken.length > 0 ? [`${broken.length} quotation marks of cells are not closed`] : [];
  return { text, fields: {}, remarks, ...(documents && { documents }) };
}
