// PDF → text, with pdf.js: paragraphs, headings by size, tables by alignment; page numbers and running heads left out.
// It draws nothing and reads no pictures: a scanned file is reported, not guessed at.
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { pageLines, type TextPiece, withoutRunningHeads } from './pdf-lines.ts';
import { pdfText } from './pdf-text.ts';
import { type ExtractedText, FormatFault } from './types.ts';

const MAX_PAGES = 2_000;
/** A page with fewer characters holds a picture, or nothing. */
const MIN_CHARACTERS = 10;
/** Characters without a meaning: fonts that do not tell which letters their shapes are. */
const NAMELESS = /[\p{Co}\p{Cc}\uFFFD]/gu;
const MAX_NAMELESS_SHARE = 0.2;

type PdfJs = typeof import('pdfjs-dist');

/** Loads pdf.js; its drawing half wants classes that Node has not, and is never used. */
async function loadPdfJs(): Promise<PdfJs> {
  const global = globalThis as { DOMMatrix?: unknown; ImageData?: unknown; Path2D?: unknown };
  global.DOMMatrix ??= class {};
  global.ImageData ??= class {};
  global.Path2D ??= class {};
  return (await import('pdfjs-dist/legacy/build/pdf.mjs')) as PdfJs;
}

async function openPdf(pdfJs: PdfJs, bytes: Uint8Array): ReturnType<PdfJs['getDocument']>['promise'] {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  try {
    return await pdfJs.getDocument({
      data: new Uint8Array(bytes),
      // Character maps of fonts that are not in the file: without them most older Chinese files come out empty.
      cMapUrl: join(folder, 'cmaps') + sep,
      cMapPacked: true,
      standardFontDataUrl: join(folder, 'standard_fonts') + sep,
      useSystemFonts: false,
      isEvalSupported: false,
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

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

function pieceOf({ str, transform, width, height }: TextItem): TextPiece {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform;
  return { text: str, x, y, width, size: height || Math.hypot(c, d) };
}

function checkLegible(pages: readonly (readonly TextPiece[])[]): string[] {
  const lengths = pages.map((page) => page.reduce((sum, piece) => sum + piece.text.trim().length, 0));
  const mute = lengths.filter((length) => length < MIN_CHARACTERS).length;
  if (mute === pages.length)
    throw new FormatFault('no-text', 'its pages are pictures (scanned); run text recognition (OCR) on it first');
  const text = pages.map((page) => page.map((piece) => piece.text).join('')).join('');
  if ((text.match(NAMELESS)?.length ?? 0) > text.length * MAX_NAMELESS_SHARE)
    throw new FormatFault(
      'no-text',
      'its fonts do not tell which characters they show; run text recognition (OCR) on it first',
    );
  return mute > 0 ? [`${mute} of ${pages.length} pages hold no text (pictures, scans)`] : [];
}

/**
 * Returns the text of a PDF file.
 * @throws FormatFault no-text, encrypted, too-large, damaged
 */
export async function extractPdf(bytes: Uint8Array): Promise<ExtractedText> {
  const document = await openPdf(await loadPdfJs(), bytes);
  if (document.numPages > MAX_PAGES) throw new FormatFault('too-large', `it has more than ${MAX_PAGES} pages`);
  const pages: TextPiece[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.flatMap((item) => ('str' in item ? [pieceOf(item)] : [])));
    page.cleanup();
  }
  const remarks = checkLegible(pages);
  const { pages: kept, leftOut } = withoutRunningHeads(pages.map(pageLines));
  if (leftOut > 0) remarks.push(`${leftOut} page numbers and running heads were left out`);
  const text = pdfText(kept.flat());
  if (text === '') throw new FormatFault('no-text', 'it holds nothing but page numbers');
  return { text, fields: {}, remarks };
}
