// The pages of a picture file or a scanned PDF as pictures of one size, upright. It recognises nothing.
import { loadPdfJs, openPdf } from '../formats/pdf/pdf.ts';
import { sniff } from '../formats/sniff.ts';
import { FormatFault, type PictureFormat } from '../formats/types.ts';
import type { OpenPicture, PagePicture, Sharp } from './engine.ts';

/** The longer side of A4 at 150 dots an inch: more costs memory and reads no better. */
const LONG_SIDE = 1_760;
const MAX_PAGES = 200;
const MAX_PIXELS = 60_000_000;

async function pageOf(picture: Sharp): Promise<PagePicture> {
  const size = { width: LONG_SIDE, height: LONG_SIDE, fit: 'inside' as const, withoutEnlargement: true };
  const { data, info } = await picture
    .flatten({ background: '#fff' })
    .resize(size)
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}

async function* ofPicture(bytes: Uint8Array, open: OpenPicture): AsyncGenerator<PagePicture> {
  const { pages = 1 } = await open(bytes, { limitInputPixels: MAX_PIXELS }).metadata();
  refuseMany(pages);
  // Without a number of degrees a photograph is turned as the camera says.
  for (let page = 0; page < pages; page++) yield pageOf(open(bytes, { page, limitInputPixels: MAX_PIXELS }).rotate());
}

function refuseMany(pages: number): void {
  if (pages > MAX_PAGES) throw new FormatFault('too-large', `it has more than ${MAX_PAGES} pages`);
}

/** Pixels as pdf.js gives them: 1: one bit, 2: red, green, blue; 3: with alpha. */
interface PdfImage {
  readonly width: number;
  readonly height: number;
  readonly kind?: number;
  readonly data?: Uint8Array | Uint8ClampedArray;
}

/** Returns one byte for each bit, lines padded to whole bytes. */
function spread({ width, height, data = new Uint8Array() }: PdfImage): Uint8Array {
  const stride = Math.ceil(width / 8);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      pixels[y * width + x] = ((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
  return pixels;
}

function pictureOf(image: PdfImage, open: OpenPicture): Sharp {
  const { width, height, kind = 2, data = new Uint8Array() } = image;
  if (kind === 1) return open(spread(image), { raw: { width, height, channels: 1 } });
  return open(new Uint8Array(data.buffer, data.byteOffset, data.length), {
    raw: { width, height, channels: kind === 3 ? 4 : 3 },
  });
}

type PdfDocument = Awaited<ReturnType<typeof openPdf>>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

function objectOf(page: PdfPage, name: unknown): Promise<PdfImage | null> {
  return new Promise((resolve) => {
    const store = String(name).startsWith('g_') ? page.commonObjs : page.objs;
    store.get(String(name), (image: unknown) => resolve((image as PdfImage | null) ?? null));
  });
}

/** Returns the largest picture on a page: of a scanned page that is the page. */
async function largestOn(page: PdfPage, names: Readonly<Record<string, number>>): Promise<PdfImage | null> {
  const { fnArray, argsArray } = await page.getOperatorList();
  let best: PdfImage | null = null;
  for (const [index, order] of fnArray.entries()) {
    const [first] = (argsArray[index] as unknown[] | null) ?? [];
    const image =
      order === names['paintImageXObject']
        ? await objectOf(page, first)
        : order === names['paintInlineImageXObject']
          ? (first as PdfImage)
          : null;
    if (image?.data && image.width * image.height > (best?.width ?? 0) * (best?.height ?? 0)) best = image;
  }
  return best;
}

/** A page's picture as the file has it. */
interface ScannedPage {
  readonly image: PdfImage;
  /** Degrees clockwise. */
  readonly turn: number;
}

async function* scannedPages(document: PdfDocument, from = 1): AsyncGenerator<ScannedPage> {
  const { OPS } = await loadPdfJs();
  for (let number = from; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const image = await largestOn(page, OPS);
    if (image !== null) yield { image, turn: page.rotate };
    page.cleanup();
  }
}

async function openScan(bytes: Uint8Array): Promise<PdfDocument> {
  const document = await openPdf(await loadPdfJs(), bytes, MAX_PIXELS);
  refuseMany(document.numPages);
  return document;
}

async function* ofScan(bytes: Uint8Array, open: OpenPicture): AsyncGenerator<PagePicture> {
  for await (const { image, turn } of scannedPages(await openScan(bytes)))
    yield await pageOf(pictureOf(image, open).rotate(turn));
}

/** Yields the pages of a file, one at a time. @throws FormatFault too-large, encrypted, damaged */
export function pagePictures(format: PictureFormat, bytes: Uint8Array, open: OpenPicture): AsyncGenerator<PagePicture> {
  return format === 'scan' ? ofScan(bytes, open) : ofPicture(bytes, open);
}

/** Quality of a page as people look at it. */
const JPEG_QUALITY = 80;

/** A page of a picture file or a scanned PDF. */
interface PageChoice {
  /** From 1, pages without a picture not counted. */
  readonly number: number;
  /** Pages with a picture in all. */
  readonly count: number;
}

/** Draws nothing on the way to the page; where each page of the file has a picture it looks at no other. */
async function pageOfScan(bytes: Uint8Array, { number, count }: PageChoice, open: OpenPicture): Promise<Sharp | null> {
  const document = await openScan(bytes);
  let at = document.numPages === count ? number : 1;
  for await (const { image, turn } of scannedPages(document, at))
    if (at++ === number) return pictureOf(image, open).rotate(turn);
  return null;
}

async function pageOfPicture(bytes: Uint8Array, { number }: PageChoice, open: OpenPicture): Promise<Sharp | null> {
  const { pages = 1 } = await open(bytes, { limitInputPixels: MAX_PIXELS }).metadata();
  refuseMany(pages);
  return number > pages ? null : open(bytes, { page: number - 1, limitInputPixels: MAX_PIXELS }).rotate();
}

/** Returns a page of a picture file or a scanned PDF as JPEG; null where there is no such page. */
export async function drawPage(bytes: Uint8Array, choice: PageChoice, open: OpenPicture): Promise<Uint8Array | null> {
  const isPicture = sniff(bytes).kind === 'picture';
  const picture = await (isPicture ? pageOfPicture : pageOfScan)(bytes, choice, open);
  if (picture === null) return null;
  const { png } = await pageOf(picture);
  const { data } = await open(png).jpeg({ quality: JPEG_QUALITY }).toBuffer({ resolveWithObject: true });
  return data;
}
