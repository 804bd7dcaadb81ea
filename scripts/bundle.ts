// npm run bundle: one archive for machines like this one, which is unpacked and started there without npm, a compiler or a network.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { print, runCommand, tell, textOption } from '../src/app/cli/command.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import type { LockedPackage } from './support/bill.ts';
import { isForDevelopers, isLoaded, ownPlaces, type Platform, packageFolders } from './support/bundle-files.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const HERE: Platform = { os: process.platform, processor: process.arch };
const MEGABYTE = 1_000_000;
/** What starts the program without npm: on Linux and macOS, on Windows. */
const STARTERS = ['start.sh', 'start.cmd'];

/** A file that npm wrote, such as package.json. */
function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(ROOT, name), 'utf8')) as T;
}

/** Copies the program: its sources, models and documents, and what starts it. */
function copyProgram(folder: string, files: readonly string[]): void {
  const wanted = (path: string): boolean => !isForDevelopers(relative(ROOT, path).replaceAll(sep, '/'));
  for (const place of ownPlaces(files).filter((name) => name !== 'corpus' && existsSync(join(ROOT, name))))
    cpSync(join(ROOT, place), join(folder, place), { recursive: true, filter: wanted, preserveTimestamps: true });
  for (const name of STARTERS) copyFileSync(join(ROOT, 'examples/deploy', name), join(folder, name));
}

/** Copies the packages that are needed at run time, as far as this platform loads them. */
function copyPackages(folder: string): void {
  const { packages } = readJson<{ readonly packages: Readonly<Record<string, LockedPackage>> }>('package-lock.json');
  for (const place of packageFolders(packages)) {
    const from = join(ROOT, place);
    if (!existsSync(from)) {
      if (packages[place]?.optional === true) continue;
      throw new AppError('usage/invalid', `${place} is not installed. Run npm ci first.`);
    }
    const wanted = (path: string): boolean => {
      const inside = relative(from, path).replaceAll(sep, '/');
      // A package within a package is one of the lock file's own.
      if (/(?:^|\/)node_modules$/.test(inside)) return false;
      return isLoaded(`${place.slice('node_modules/'.length)}/${inside}`, HERE);
    };
    cpSync(from, join(folder, place), { recursive: true, dereference: true, filter: wanted });
  }
}

/** Packs a folder. @throws AppError disk/denied where the archive cannot be written */
function pack(folder: string, file: string): void {
  const { status, stderr, error } = spawnSync('tar', ['-czf', file, '-C', join(folder, '..'), basename(folder)], {
    encoding: 'utf8',
  });
  if (error !== undefined)
    throw new AppError('usage/invalid', `tar cannot be run (${error.message}). Install it first.`);
  if (status !== 0) throw new AppError('disk/denied', `${file} could not be written (${stderr.trim()}).`);
}

await runCommand({
  usage: 'Usage: npm run bundle -- [--output FILE.tar.gz] [--corpus DIR] [--without-node]',
  options: { output: { type: 'string' }, corpus: { type: 'string' }, 'without-node': { type: 'boolean' } },
  run(values, [extra]) {
    if (extra !== undefined) throw new AppError('usage/invalid', `"${extra}" is one word too many`);
    const corpus = textOption(values, 'corpus') ?? readConfig().corpusDir;
    if (!existsSync(corpus) || !statSync(corpus).isDirectory())
      throw new AppError('corpus/missing', `There is no folder ${corpus}. Name the reports to bundle: --corpus DIR`);
    const { name, version, files } = readJson<{ name: string; version: string; files: string[] }>('package.json');
    const title = `${name}-${version}-${HERE.os}-${HERE.processor}`;
    const output = resolve(textOption(values, 'output') ?? `${title}.tar.gz`);
    const scratch = mkdtempSync(join(tmpdir(), 'quzhi-bundle-'));
    try {
      const folder = join(scratch, title);
      mkdirSync(folder);
      copyProgram(folder, files);
      copyPackages(folder);
      cpSync(corpus, join(folder, 'corpus'), { recursive: true, preserveTimestamps: true });
      if (values['without-node'] !== true) copyFileSync(process.execPath, join(folder, basename(process.execPath)));
      pack(folder, output);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
    print(output);
    tell(
      `${Math.round(statSync(output).size / MEGABYTE)} MB for ${HERE.os} ${HERE.processor}: unpack it there and run start.sh, or start.cmd on Windows.`,
    );
    return 0;
  },
});
