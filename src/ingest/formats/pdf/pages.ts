// Characters and rules of pages → the text of their document. It knows neither PDF nor OFD.
import { FormatFault } from '../types.ts';
import type { PageMarks } from './glyphs.ts';
import { type PdfLine, pageLines, withoutRunningHeads } from './lines.ts';
import { pdfText } from './pdf-text.ts';
import { readingOrder } from './regions.ts';
import { ruledTables } from './ruled-tables.ts';

/** A page with fewer characters holds a picture, or nothing. */
/** The reason why a file of pictures alone has no text. */
export const SCANNED = 'its pages are pictures (scanned); run text recognition (OCR) on it first';
const MIN_CHARACTERS = 10;
/** Characters without a meaning: fonts that do not tell which letters their shapes are. */
const NAMELESS = /[\p{Co}\p{Cc}\uFFFD]/gu;
const MAX_NAMELESS_SHARE = 0.2;
function checkLegible(pages: readonly PageMarks[]): string[] {
  const texts = pages.map(({ glyphs }) => glyphs.map(({ text }) => text.trim()).join(''));
  const mute = texts.filter(({ length }) => length < MIN_CHARACTERS).length;
  if (mute === pages.length) throw new FormatFault('no-text', SCANNED);
  const text = texts.join('');
  if ((text.match(NAMELESS)?.length ?? 0) > text.length * MAX_NAMELESS_SHARE)
    throw new FormatFault(
      'no-text',
      'its fonts do not tell which characters they show; run text recognition (OCR) on it first',
    );
  return mute > 0 ? [`${mute} of ${pages.length} pages hold no text (pictures, scans)`] : [];
}

/** Returns the lines of a page from top to bottom, its tables with rules among them. */
function linesOf(marks: PageMarks): PdfLine[] {
  const { tables, others } = ruledTables(marks);
  return [...pageLines(others), ...tables].sort((a, b) => b.y - a.y);
}

/**
 * Returns the text of a document's pages and remarks on them, one line each.
 * @throws FormatFault no-text
 */
export function textOfPages(marks: readonly PageMarks[]): { text: string; remarks: readonly string[] } {
  const remarks = checkLegible(marks);
  const { pages, leftOut } = withoutRunningHeads(marks.map(linesOf));
  if (leftOut > 0) remarks.push(`${leftOut} page numbers and running heads were left out`);
  const text = pdfText(pages.map((lines) => readingOrder(lines)));
  if (text === '') throw new FormatFault('no-text', 'it holds nothing but page numbers');
  return { text, remarks };
}
