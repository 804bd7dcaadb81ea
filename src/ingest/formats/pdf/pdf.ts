// PDF → text, with pdf.js: paragraphs, columns, headings by size, tables by rules or alignment; page numbers and running heads left out.
// It draws nothing and reads no pictures: a scanned file is reported, not guessed at.
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { type ExtractedText, FormatFault } from '../types.ts';
import { turned } from './geometry.ts';
import { type PageMarks, pageMarks } from './glyphs.ts';
import { filePages, type PageFrame } from './page-boxes.ts';
import { textOfPages } from './pages.ts';

const MAX_PAGES = 2_000;
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

/**
 * Opens a PDF file.
 * @param maxImagePixels larger pictures are not unpacked; default 1: nobody looks at them
 * @throws FormatFault encrypted, damaged
 */
export async function openPdf(pdfJs: PdfJs, bytes: Uint8Array, maxImagePixels = 1): Promise<PdfDocument> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  try {
    return await pdfJs.getDocument({
      data: new Uint8Array(bytes),
      // Character maps of fonts that are not in the file: without them most older Chinese files come out empty.
      cMapUrl: join(folder, 'cmaps') + sep,
      cMapPacked: true,
      standardFontDataUrl: join(folder, 'standard_fonts') + sep,
      // What unpacks the pictures of scanners (JPEG 2000, JBIG2).
      wasmUrl: join(folder, 'wasm') + sep,
      useSystemFonts: false,
      disableFontFace: true,
      isEvalSupported: false,
      maxImageSize: maxImagePixels,
      isOffscreenCanvasSupported: false,
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

/** Returns how a page is shown: with its own turn, cut to its visible part. */
function frameOf(page: PdfPage, { turns = 0 }: PageMarks): PageFrame {
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  return {
    ratio: width / height,
    place: (point) => {
      const [x, y] = viewport.convertToViewportPoint(...turned(point, (4 - turns) % 4)) as [number, number];
      return [x / width, y / height];
    },
  };
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
  const frames: PageFrame[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const own = await marksOf(pdfJs, page);
    marks.push(own);
    frames.push(frameOf(page, own));
    page.cleanup();
  }
  return { ...textOfPages(marks), fields: {}, ...filePages('pdf', marks, frames) };
}
