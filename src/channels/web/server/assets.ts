// The page's files, bundled in memory at start (no build step). Each is named by a hash of its content, compressed once and immutable.
import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, stop } from 'esbuild';

const ENTRY = fileURLToPath(new URL('../client/main.tsx', import.meta.url));
const BROTLI_QUALITY = 9;
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** A file of the page, plain and compressed. */
export interface Asset {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer>;
}

/** The page's HTML and its files by path (`/assets/main.HASH.js`). */
export interface Assets {
  readonly page: string;
  readonly files: ReadonlyMap<string, Asset>;
}

/** A bundled file. */
export interface Made {
  /** `main.js`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Bundles the client. @throws Error if its sources do not compile */
export async function bundleClient(entry: string = ENTRY): Promise<Made[]> {
  const { outputFiles } = await build({
    entryPoints: { main: entry },
    bundle: true,
    write: false,
    outdir: 'assets',
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.svg': 'file' },
    assetNames: '[name]',
    logLevel: 'silent',
  });
  // Otherwise esbuild's helper process would keep running.
  await stop();
  return outputFiles.map(({ path, contents }) => ({ name: basename(path), bytes: contents }));
}

/** Names and compresses the files, and links them in the page. */
export function assetsOf(made: readonly Made[]): Assets {
  const files = new Map<string, Asset>();
  const paths = made.map(({ name, bytes }) => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const extension = extname(name);
    const path = `/assets/${basename(name, extension)}.${hash}${extension}`;
    files.set(path, compressed({ name, bytes }));
    return path;
  });
  return { page: pageOf(paths), files };
}

/** Compresses a file. @param quality of Brotli's compression; the lower, the faster */
export function compressed({ name, bytes }: Made, quality = BROTLI_QUALITY): Asset {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  return {
    type: TYPES[extname(name)] ?? 'application/octet-stream',
    plain: new Uint8Array(bytes),
    gzip: new Uint8Array(gzipSync(bytes)),
    brotli: new Uint8Array(brotliCompressSync(bytes, { params })),
  };
}

/** Sends a file in the smallest form that its receiver takes. @param headers further headers */
export function sendAsset({ type, plain, gzip, brotli }: Asset, accepted: string, headers: object): Response {
  const given = { 'content-type': type, vary: 'accept-encoding', ...headers };
  if (/\bbr\b/u.test(accepted)) return new Response(brotli, { headers: { ...given, 'content-encoding': 'br' } });
  if (/\bgzip\b/u.test(accepted)) return new Response(gzip, { headers: { ...given, 'content-encoding': 'gzip' } });
  return new Response(plain, { headers: given });
}

/** Returns the page's HTML. Nothing is inline, as the content security policy demands. */
function pageOf(paths: readonly string[]): string {
  const links = paths.filter((path) => path.endsWith('.css')).map((path) => `<link rel="stylesheet" href="${path}">`);
  const icons = paths
    .filter((path) => path.endsWith('.svg'))
    .map((path) => `<link rel="icon" type="image/svg+xml" href="${path}">`);
  const scripts = paths
    .filter((path) => path.endsWith('.js'))
    .map((path) => `<script type="module" src="${path}"></script>`);
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<title>区知</title>',
    ...icons,
    ...links,
    ...scripts,
    '</head>',
    '<body><div id="app"></div><noscript>这一页需要 JavaScript。This page needs JavaScript.</noscript></body>',
    '</html>',
    '',
  ].join('\n');
}
