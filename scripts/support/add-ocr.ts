// Adds text recognition: installs the package into a folder of its own, drops what is for other machines, and reads a sample.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../src/errors.ts';
import { OCR_FOLDER, OCR_PACKAGE, OCR_VERSION, recognise } from '../../src/ingest/ocr/recognition.ts';

const SAMPLE = new URL('ocr-sample.png', import.meta.url);
/** What the sample shows. */
const SHOWN = '青石区2021年引进项目36个';
const INSTALL_TIMEOUT_MS = 15 * 60_000;

/** Keeps one folder of those in a folder. */
function keepOnly(name: string, folder: string): string {
  for (const other of readdirSync(folder).filter((each) => each !== name))
    rmSync(join(folder, other), { recursive: true });
  return join(folder, name);
}

/** Removes the runtimes of other systems and processors: most of what is installed. */
function dropOthers(folder: string): void {
  const runtime = join(folder, 'node_modules', 'onnxruntime-node', 'bin');
  if (!existsSync(runtime)) return;
  for (const version of readdirSync(runtime)) {
    const ours = keepOnly(process.platform, join(runtime, version));
    if (existsSync(ours)) keepOnly(process.arch, ours);
  }
}

function install(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Without scripts: what they fetch is for graphics cards.
  const options = ['--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact'];
  const { status, stderr } = spawnSync(npm, ['install', ...options, `${OCR_PACKAGE}@${OCR_VERSION}`], {
    encoding: 'utf8',
    timeout: INSTALL_TIMEOUT_MS,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status === 0) return;
  const reason = stderr.split('\n').find((line) => line.trim() !== '') ?? 'npm ended without a word';
  throw new AppError(
    'hub/unreachable',
    `${OCR_PACKAGE} could not be installed (${reason.slice(0, 200)}). Without a network, copy the folder models/ocr of a machine like this one.`,
  );
}

/**
 * Installs text recognition where it is missing, and tries it.
 * @returns milliseconds that the sample took
 * @throws AppError hub/unreachable where it cannot be installed, reader/failed where it does not read the sample
 */
export function addRecognition({ isForced, tell }: { isForced: boolean; tell: (line: string) => void }): number {
  if (isForced || !existsSync(join(OCR_FOLDER, 'node_modules', OCR_PACKAGE))) {
    tell(`installing ${OCR_PACKAGE} ${OCR_VERSION} into models/ocr …`);
    install(OCR_FOLDER);
    dropOthers(OCR_FOLDER);
  }
  const startedMs = performance.now();
  const outcome = recognise('picture', readFileSync(SAMPLE));
  const read = outcome.ok ? outcome.extract.text.replace(/[\s#]/gu, '') : outcome.reason;
  if (read !== SHOWN)
    throw new AppError(
      'reader/failed',
      `Text recognition reads “${read}” where “${SHOWN}” stands. Install it again: npm run add -- ocr --force`,
    );
  return Math.round(performance.now() - startedMs);
}
