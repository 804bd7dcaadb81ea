// The optional package that recognises text, loaded from its own folder: a picture in, its lines with places and confidence out.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OCR_PACKAGE } from './recognition.ts';
import type { RecognisedPage } from './scan-text.ts';

/** The parts of sharp that are used: it comes with the package, and has no types here. */
export interface Sharp {
  rotate(degrees?: number): Sharp;
  resize(options: { width: number; height: number; fit: 'inside'; withoutEnlargement: boolean }): Sharp;
  flatten(options: { background: string }): Sharp;
  png(): Sharp;
  jpeg(options: { quality: number }): Sharp;
  metadata(): Promise<{ width?: number; height?: number; pages?: number }>;
  toBuffer(options: { resolveWithObject: true }): Promise<{ data: Buffer; info: { width: number; height: number } }>;
}

/** Opens a picture from its bytes, or from raw pixels. */
export type OpenPicture = (
  bytes: Uint8Array,
  options?: { page?: number; raw?: { width: number; height: number; channels: 1 | 3 | 4 }; limitInputPixels?: number },
) => Sharp;

/** A picture of a page as PNG. */
export interface PagePicture {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

interface OcrLine {
  readonly text: string;
  /** Mean of the confidence of its characters, 0 … 1. */
  readonly mean: number;
  /** Corners, from the upper left one clockwise. */
  readonly box?: readonly (readonly [number, number])[];
}

interface OcrModule {
  readonly default: {
    create(options: object): Promise<{ detect(image: Buffer): Promise<readonly OcrLine[]> }>;
  };
}

/** An open engine. */
export interface Engine {
  readonly sharp: OpenPicture;
  recognise(picture: PagePicture): Promise<RecognisedPage>;
}

/** One thread and no arena: half a gigabyte is enough for a page. */
const ONNX = { intraOpNumThreads: 1, interOpNumThreads: 1, enableCpuMemArena: false, enableMemPattern: false };

function load(folder: string, name: string): Promise<unknown> {
  const require = createRequire(join(folder, 'package.json'));
  return import(pathToFileURL(require.resolve(name)).href);
}

/** Opens what reads and draws pictures, which comes with the engine. @throws Error where the package cannot be loaded */
export async function openPictures(folder: string): Promise<OpenPicture> {
  return ((await load(folder, 'sharp')) as { default: OpenPicture }).default;
}

/** Opens the engine that lies in a folder. @throws Error where the package cannot be loaded */
export async function openEngine(folder: string): Promise<Engine> {
  const { default: ocr } = (await load(folder, OCR_PACKAGE)) as OcrModule;
  const sharp = await openPictures(folder);
  const engine = await ocr.create({ onnxOptions: ONNX });
  return {
    sharp,
    recognise: async ({ png, width, height }) => {
      const found = await engine.detect(png);
      const lines = found.flatMap(({ text, mean, box = [] }) => {
        const [xs, ys] = [box.map(([x]) => x), box.map(([, y]) => y)];
        if (text.trim() === '' || box.length === 0) return [];
        const [left, top] = [Math.min(...xs), Math.min(...ys)];
        return [{ text, confidence: mean, left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }];
      });
      return { width, height, lines };
    },
  };
}
