// The manifest of a generation: its identity, which is checked before anything of it is opened.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import { fingerprintFile, writeWhole } from '../files.ts';

/** Version of everything a generation holds; another version is refused and rebuilt. */
const FORMAT_VERSION = 5;
const FORMAT = 'quzhi-index';

/** Names of the files of a generation. */
export const FILES = {
  database: 'quzhi.sqlite',
  lexical: 'lexical.bin',
  vectors: 'vectors.bin',
  manifest: 'manifest.json',
  /** The health report, repeated while nothing changes. It is not checked. */
  health: 'health.json',
} as const;

/** Larger files are checked by their size alone when a generation is opened; `doctor` reads them whole. */
const CHECKED_BYTES = 64 * 1024 * 1024;

/** Size and SHA-256 (hex) of a file of a generation. */
interface FileStamp {
  readonly bytes: number;
  readonly sha256: string;
}

/** Which corpus a generation was built from. */
export interface CorpusStamp {
  /** Folders and files, as absolute paths. */
  readonly places: readonly string[];
  /** True if a person named the corpus on the command line; else it is the configured one. */
  readonly isNamed: boolean;
  /** Changes with any file of the corpus. */
  readonly fingerprint: string;
}

/** Manifest of a generation. */
export interface Manifest {
  readonly generation: string;
  /** ISO 8601. */
  readonly builtAt: string;
  /** Identity of the rules by which passages were cut. */
  readonly chunkerId: string;
  /** Hash of the code and data that made passages, facts and terms: other rules give others. */
  readonly rules: string;
  readonly embedder: { readonly id: string; readonly dimension: number } | null;
  readonly counts: { readonly reports: number; readonly passages: number; readonly facts: number };
  readonly corpus: CorpusStamp;
  /** Every file of the generation beside this one, by name. */
  readonly files: Readonly<Record<string, FileStamp>>;
}

/** Writes a generation's manifest. @throws AppError disk/full, disk/denied */
export function writeManifest(folder: string, manifest: Manifest): void {
  writeWhole(
    join(folder, FILES.manifest),
    `${JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, ...manifest }, null, 2)}\n`,
  );
}

function corrupt(folder: string, what: string, cause?: unknown): AppError {
  return new AppError(
    'index/corrupt',
    `The index in ${folder} is damaged (${what}). Build it again: npm run ingest -- --full`,
    { cause },
  );
}

/**
 * Reads a generation's manifest.
 * @throws AppError index/corrupt where it is missing or no manifest, index/foreign where another version wrote it
 */
export function readManifest(folder: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(join(folder, FILES.manifest), 'utf8'));
  } catch (cause) {
    throw corrupt(folder, `${FILES.manifest} cannot be read`, cause);
  }
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== FORMAT)
    throw corrupt(folder, `${FILES.manifest} is none`);
  if (!('version' in value) || value.version !== FORMAT_VERSION) {
    const version = 'version' in value ? String(value.version) : 'unknown';
    throw new AppError(
      'index/foreign',
      `The index in ${folder} has format ${version}; this program reads ${FORMAT_VERSION}. Build it again: npm run ingest -- --full`,
    );
  }
  if (!['counts', 'files', 'chunkerId', 'rules', 'embedder', 'corpus'].every((name) => name in value))
    throw corrupt(folder, `${FILES.manifest} is incomplete`);
  return value as unknown as Manifest;
}

/** Stamps of the named files of a folder. */
export function stampFiles(folder: string, names: readonly string[]): Record<string, FileStamp> {
  return Object.fromEntries(names.map((name) => [name, fingerprintFile(join(folder, name))]));
}

/**
 * Checks the files of a generation against its manifest.
 * @param thorough read files of any size; else those above 64 MB are checked by size alone
 * @throws AppError index/corrupt that names the file
 */
export function checkFiles(folder: string, manifest: Manifest, thorough: boolean): void {
  for (const [name, stamp] of Object.entries(manifest.files)) {
    const path = join(folder, name);
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size === undefined) throw corrupt(folder, `${name} is missing`);
    if (size !== stamp.bytes) throw corrupt(folder, `${name} has ${size} bytes instead of ${stamp.bytes}`);
    if ((thorough || size <= CHECKED_BYTES) && fingerprintFile(path).sha256 !== stamp.sha256)
      throw corrupt(folder, `${name} was changed`);
  }
}
