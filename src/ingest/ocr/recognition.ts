// Text recognition of pictures and scanned pages by an optional package (npm run add -- ocr): a process for each file, bounded in time and
// memory, whose outcome is that of any other extractor. Without the package such files are left out, and the reason names the command.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExtractOutcome, FileExtractor } from '../formats/extractor.ts';
import type { PictureFormat } from '../formats/types.ts';

/** The package that recognises text, and the version that was measured. */
export const OCR_PACKAGE = '@gutenye/ocr-node';
/** The version of it that was measured. */
export const OCR_VERSION = '1.4.8';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Where the package lies: a folder of its own, so that nothing else depends on it. */
export const OCR_FOLDER = join(ROOT, 'models', 'ocr');

const PROCESS = fileURLToPath(new URL('process.mjs', import.meta.url));
/** For a file of many pages, at some seconds a page. */
const TIMEOUT_MS = 30 * 60_000;
const MAX_OUTPUT_BYTES = 64_000_000;
const MAX_HEAP_MB = 300;

/** Returns the version of the package that is installed; null: there is none. */
export function installedRecognition(folder: string = OCR_FOLDER): string | null {
  const file = join(folder, 'node_modules', OCR_PACKAGE, 'package.json');
  if (!existsSync(file)) return null;
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

const missing = (format: PictureFormat): ExtractOutcome => ({
  ok: false,
  code: 'no-text',
  reason:
    format === 'scan'
      ? 'its pages are pictures (scanned); text recognition reads them: npm run add -- ocr'
      : 'it is a picture; text recognition reads it: npm run add -- ocr',
});

/** Recognises the text of a file in a process of its own, and waits for it. */
export function recognise(format: PictureFormat, content: Uint8Array, folder: string = OCR_FOLDER): ExtractOutcome {
  if (installedRecognition(folder) === null) return missing(format);
  const { status, stdout } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${MAX_HEAP_MB}`, PROCESS, format, folder],
    { input: content, timeout: TIMEOUT_MS, maxBuffer: MAX_OUTPUT_BYTES, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  if (status === 0) return JSON.parse(stdout.toString()) as ExtractOutcome;
  const reason = `text recognition gave it up (after ${TIMEOUT_MS / 1_000} s at most)`;
  return { ok: false, code: 'too-slow', reason };
}

/** Returns an extractor that has pictures and scans recognised, and everything else taken apart by the one given. */
export function withRecognition(extractor: FileExtractor): FileExtractor {
  return {
    extract: (format, content) => {
      const isPicture = format === 'picture' || format === 'scan';
      return isPicture && typeof content !== 'string' ? recognise(format, content) : extractor.extract(format, content);
    },
  };
}
