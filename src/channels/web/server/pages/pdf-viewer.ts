// The program that draws PDF files in the browser, pdf.js: served from its package, loaded by the page only when a page is to be shown.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Asset, compressed } from '../assets.ts';

const PACKAGE = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string };

/** Address of the folder in which it lies, with its version. */
export const VIEWER_FOLDER = `/assets/pdfjs-${version}/`;

/** The files that it needs: its two halves, character maps, fonts that files do not bring, what unpacks pictures. */
const FILES =
  /^(?:legacy\/build\/pdf(?:\.worker)?\.min\.mjs|cmaps\/[\w-]+\.bcmap|standard_fonts\/[\w-]+\.(?:pfb|ttf)|wasm\/\w+\.(?:wasm|js))$/u;
const BROTLI_QUALITY = 5;

/** Its worker may run what unpacks pictures; it reaches nothing but this server. */
export const VIEWER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

const made = new Map<string, Asset>();

/** Returns a file of it, compressed once; null where the address names none. */
export function viewerFile(path: string): Asset | null {
  const name = path.startsWith(VIEWER_FOLDER) ? path.slice(VIEWER_FOLDER.length) : '';
  if (!FILES.test(name)) return null;
  const known = made.get(name);
  if (known !== undefined) return known;
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(dirname(PACKAGE), name));
  } catch {
    return null;
  }
  const file = compressed({ name, bytes }, BROTLI_QUALITY);
  made.set(name, file);
  return file;
}
