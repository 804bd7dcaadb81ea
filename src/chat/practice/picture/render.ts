// SVG → PNG with resvg, in a thread of its own: it takes some tenths of a second, during which nobody else would be served.
// Letters come from Noto Sans SC, which the product ships (a fresh machine has no Chinese font). The font is cut into some
// hundred files by character; only those that a text needs are read.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

const FONT = '@fontsource-variable/noto-sans-sc';
const find = createRequire(import.meta.url).resolve;

/** A file of the font by its number or script, and the code points that it covers. */
interface FontFile {
  readonly name: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

/** A picture that takes longer is given up. */
const MAX_MS = 30_000;

/**
 * Draws an SVG image.
 * @returns the PNG
 * @throws Error of the renderer if the SVG is malformed
 */
export async function renderSvg(svg: string): Promise<Uint8Array> {
  const workerData = { svg, fontPaths: fontPathsFor(svg), wasmPath: find('@resvg/resvg-wasm/index_bg.wasm') };
  const worker = new Worker(new URL('./render-thread.mjs', import.meta.url), { workerData, execArgv: [] });
  try {
    const [png]: Uint8Array[] = await once(worker, 'message', { signal: AbortSignal.timeout(MAX_MS) });
    return png ?? new Uint8Array();
  } finally {
    await worker.terminate();
  }
}

/** Paths of the font's files that hold the characters of a text: one for each character. */
export function fontPathsFor(text: string): string[] {
  const table = JSON.parse(readFileSync(find(`${FONT}/unicode.json`), 'utf8')) as Readonly<Record<string, string>>;
  const files = Object.entries(table).map(
    ([name, ranges]): FontFile => ({ name: name.replace(/[[\]]/g, ''), ranges: ranges.split(',').map(readRange) }),
  );
  const fileOf = (character: string): string | undefined => {
    const point = character.codePointAt(0) ?? 0;
    return files.find(({ ranges }) => ranges.some(([from, to]) => point >= from && point <= to))?.name;
  };
  return [...new Set(Array.from(text, fileOf))]
    .filter((name) => name !== undefined)
    .map((name) => find(`${FONT}/files/noto-sans-sc-${name}-wght-normal.woff2`));
}

/** @example readRange('U+4e00-4e03') // => [0x4e00, 0x4e03] */
function readRange(text: string): readonly [number, number] {
  const [from = '', to = from] = text.trim().replace(/^U\+/, '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
