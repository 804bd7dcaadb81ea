// Draws a page of a PDF file on a canvas, with pdf.js: loaded when the first page is to be drawn, and never by whoever reads texts.
type PdfJs = typeof import('pdfjs-dist');
type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;

/** Which page of which file. */
export interface PdfPageQuery {
  /** Address of the folder of pdf.js, with a slash at its end. */
  readonly viewer: string;
  /** Address of the file. */
  readonly file: string;
  /** From 1. */
  readonly page: number;
}

/** Wider canvases cost memory and show no more. */
const MAX_PIXELS_ACROSS = 2_400;

let opened: { readonly file: string; readonly document: Promise<PdfDocument> } | null = null;

async function openDocument({ viewer, file }: PdfPageQuery): Promise<PdfDocument> {
  const program = `${viewer}legacy/build/pdf.min.mjs`;
  const pdfJs = (await import(program)) as PdfJs;
  pdfJs.GlobalWorkerOptions.workerSrc = `${viewer}legacy/build/pdf.worker.min.mjs`;
  return pdfJs.getDocument({
    url: file,
    cMapUrl: `${viewer}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${viewer}standard_fonts/`,
    wasmUrl: `${viewer}wasm/`,
    isEvalSupported: false,
    enableXfa: false,
    // A font that neither the file nor the system has is no fault of the page.
    verbosity: 0,
  }).promise;
}

/** Returns the document of a file; the last one is kept open, for its other pages. */
function documentOf(query: PdfPageQuery): Promise<PdfDocument> {
  if (opened?.file !== query.file) {
    const before = opened;
    opened = { file: query.file, document: openDocument(query) };
    void before?.document.then((document) => document.destroy()).catch(() => {});
  }
  return opened.document;
}

/** Draws a page as wide as its canvas is shown. Each page needs a canvas of its own. @throws Error where the file cannot be had or read */
export async function drawPdfPage(canvas: HTMLCanvasElement, query: PdfPageQuery): Promise<void> {
  try {
    const page = await (await documentOf(query)).getPage(query.page);
    const { width } = page.getViewport({ scale: 1 });
    const across = Math.min(MAX_PIXELS_ACROSS, Math.max(1, canvas.clientWidth) * devicePixelRatio);
    const viewport = page.getViewport({ scale: across / width });
    [canvas.width, canvas.height] = [Math.round(viewport.width), Math.round(viewport.height)];
    await page.render({ canvas, viewport }).promise;
  } catch (error) {
    if (opened?.file === query.file) opened = null;
    throw error;
  }
}
