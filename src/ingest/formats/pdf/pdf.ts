// PDF → text, with pdf.js: paragraphs, columns, headings by size, tables by rules or alignment; page numbers and running heads left out.
// It draws nothing and reads no pictures: a scanned file is reported, not guessed at.
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { type ExtractedText, FormatFault } from '../types.ts';
import { type PageMarks, pageMarks } from './glyphs.ts';
import { type PdfLine, pageLines, withoutRunningHeads } from './lines.ts';
import { pdfText } from './pdf-text.ts';
import { readingOrder } from './regions.ts';
import { ruledTables } from './ruled-tables.ts';

const MAX_PAGES = 2_000;
/** A page with fewer characters holds a picture, or nothing. */
const MIN_CHARACTERS = 10;
/** Characters without a meaning: fonts that do not tell which letters their shapes are. */
const NAMELESS = /[\p{Co}\p{Cc}\uFFFD]/gu;
const MAX_NAMELESS_SHARE = 0.2;
/** Width of a font's unit where the font does not tell, in sizes of the font. */
const USUAL_UNIT = 0.001;

/** Loaded beforehand so that its loading does not count as time spent on the first file; it has no types. */
const PDF_WORKER: string = 'pdfjs-dist/legacy/build/pdf.worker.mjs';

type PdfJs = typeof import('pdfjs-dist');
type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** Loads pdf.js and the half of it that reads files; its drawing half wants classes that Node has not, and is never used. */
export async function loadPdfJs(): Promise<PdfJs> {
  const global = globalThis as { DOMMatrix?: unknown; ImageData?: unknown; Path2D?: unknown };
  global.DOMMatrix ??= class {};
  global.ImageData ??= class {};
  global.Path2D ??= class {};
  await import(PDF_WORKER);
  return (await import('pdfjs-dist/legacy/build/pdf.mjs')) as PdfJs;
}

async function openPdf(pdfJs: PdfJs, bytes: Uint8Array): Promise<PdfDocument> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  try {
    return await pdfJs.getDocument({
      data: new Uint8Array(bytes),
      // Character maps of fonts that are not in the file: without them most older Chinese files come out empty.
      cMapUrl: join(folder, 'cmaps') + sep,
      cMapPacked: true,
      standardFontDataUrl: join(folder, 'standard_fonts') + sep,
      useSystemFonts: false,
      disableFontFace: true,
      isEvalSupported: false,
      // Pictures are not unpacked: nobody looks at them.
      maxImageSize: 1,
      verbosity: 0,
    }).promise;
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    if (isLocked) throw new FormatFault('encrypted', 'it is locked with a password; save it without one');
    throw new FormatFault(
      'damaged',
      `it is no whole PDF file (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

/** Returns the unit of a font that a page uses. */
function unitOf({ commonObjs }: PdfPage, font: string): number {
  const matrix = commonObjs.has(font) ? (commonObjs.get(font) as { fontMatrix?: ArrayLike<number> }).fontMatrix : null;
  return matrix?.[0] ?? USUAL_UNIT;
}

async function marksOf(pdfJs: PdfJs, page: PdfPage): Promise<PageMarks> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: pdfJs.AnnotationMode.DISABLE });
  return pageMarks({ fnArray, argsArray, names: pdfJs.OPS, unitOf: (font) => unitOf(page, font) });
}

function checkLegible(pages: readonly PageMarks[]): string[] {
  const texts = pages.map(({ glyphs }) => glyphs.map(({ text }) => text.trim()).join(''));
  const mute = texts.filter(({ length }) => length < MIN_CHARACTERS).length;
  if (mute === pages.length)
    throw new FormatFault('no-text', 'its pages are pictures (scanned); run text recognition (OCR) on it first');
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
 * Returns the text of a PDF file.
 * @throws FormatFault no-text, encrypted, too-large, damaged
 */
export async function extractPdf(bytes: Uint8Array): Promise<ExtractedText> {
  const pdfJs = await loadPdfJs();
  const document = await openPdf(pdfJs, bytes);
  if (document.numPages > MAX_PAGES) throw new FormatFault('too-large', `it has more than ${MAX_PAGES} pages`);
  const marks: PageMarks[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    marks.push(await marksOf(pdfJs, page));
    page.cleanup();
  }
  const remarks = checkLegible(marks);
  const { pages, leftOut } = withoutRunningHeads(marks.map(linesOf));
  if (leftOut > 0) remarks.push(`${leftOut} page numbers and running heads were left out`);
  const text = pdfText(pages.map((lines) => readingOrder(lines)));
  if (text === '') throw new FormatFault('no-text', 'it holds nothing but page numbers');
  return { text, fields: {}, remarks };
}
