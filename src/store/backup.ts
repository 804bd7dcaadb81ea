// One file that holds people's data and the live index, and back again. The backup is taken while the product runs: the database of
// state is copied by SQLite's own online backup, a generation never changes. A restore puts nothing in place that was not checked.
//
//   the file, SQLite:  backup(format, version, madeAt)   file(path, bytes, sha256)   piece(path, n, data ≤ 4 MiB)
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../errors.ts';
import { addFile, BACKUP_SCHEMA, type BackupEntry, checkBackup, extractFile, readEntries } from './backup-file.ts';
import { diskFault, PRIVATE_FILE, PRIVATE_FOLDER } from './files.ts';
import { withLock } from './index/lock.ts';
import { checkFiles, readManifest } from './index/manifest.ts';
import { currentGeneration, liveFolder, openBuildFolder, switchTo } from './index/pointer.ts';
import { databaseFlaw } from './integrity.ts';

/** Which folders, and how to wait for an ingest that is at work. */
export interface BackupPlaces {
  readonly indexDir: string;
  readonly stateDir: string;
  /** A file beside the corpus that people wrote, kept too where it is there: the corrections of reports. Default: none. */
  readonly correctionsFile?: string;
  readonly sleep: (ms: number) => Promise<void>;
  readonly onWait?: () => void;
  readonly waitMs?: number;
}

/** Content of a backup. */
interface BackupSummary {
  /** Name of the generation; null if there was no index. */
  readonly generation: string | null;
  readonly stateFiles: number;
  readonly bytes: number;
}

const WAIT_MS = 60_000;
const STATE = 'state/';
const INDEX = 'index/';
const CORRECTIONS = 'corpus/corrections';
/** Files that SQLite keeps beside a database; the online backup includes their content. */
const BESIDE_DATABASE = /-(?:wal|shm|journal)$/;

const lockOf = ({ sleep, onWait, waitMs = WAIT_MS }: BackupPlaces): Parameters<typeof withLock>[1] => ({
  waitMs,
  sleep,
  ...(onWait && { onWait }),
});

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !BESIDE_DATABASE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Adds a file of state; a database by way of a consistent copy. */
async function addStateFile(backup: Database.Database, path: string, name: string): Promise<void> {
  if (!path.endsWith('.sqlite')) return addFile(backup, path, name);
  const copy = `${backup.name}.state`;
  rmSync(copy, { force: true });
  closeSync(openSync(copy, 'wx', PRIVATE_FILE));
  const source = new Database(path, { readonly: true, fileMustExist: true });
  try {
    await source.backup(copy);
    addFile(backup, copy, name);
  } finally {
    source.close();
    rmSync(copy, { force: true });
  }
}

async function fill(
  backup: Database.Database,
  { indexDir, stateDir, correctionsFile = '' }: BackupPlaces,
): Promise<Omit<BackupSummary, 'bytes'>> {
  const generation = currentGeneration(indexDir);
  const stateFiles = filesIn(stateDir);
  for (const path of stateFiles)
    await addStateFile(
      backup,
      path,
      `${STATE}${path
        .slice(stateDir.length)
        .replace(/^[\\/]+/, '')
        .replaceAll('\\', '/')}`,
    );
  if (existsSync(correctionsFile)) addFile(backup, correctionsFile, CORRECTIONS);
  if (generation === null) return { generation, stateFiles: stateFiles.length };
  const folder = liveFolder(indexDir);
  checkFiles(folder, readManifest(folder), true);
  for (const path of filesIn(folder)) addFile(backup, path, `${INDEX}${generation}/${basename(path)}`);
  return { generation, stateFiles: stateFiles.length };
}

/** A backup that lies in what it is of would take itself in without end. */
function refuseInside(file: string, folder: string): void {
  const path = relative(folder, file);
  if (path.startsWith('..') || isAbsolute(path)) return;
  throw new AppError('usage/invalid', `${file} lies in ${folder}, which is to be backed up. Name a file outside it.`);
}

/**
 * Writes state and live index into one file, whole or not at all, while the product runs.
 * @param madeAt ISO 8601
 * @throws AppError usage/invalid where the file lies in one of the two folders, index/corrupt where the live index is damaged, index/locked, disk/…
 */
export async function writeBackup(file: string, places: BackupPlaces, madeAt: string): Promise<BackupSummary> {
  const draft = `${file}.part`;
  for (const folder of [places.stateDir, places.indexDir]) refuseInside(file, folder);
  try {
    mkdirSync(dirname(file), { recursive: true });
    rmSync(draft, { force: true });
    // Made with its mode before the first byte of people's data is in it.
    closeSync(openSync(draft, 'wx', PRIVATE_FILE));
    const backup = new Database(draft);
    let found: Omit<BackupSummary, 'bytes'>;
    try {
      backup.pragma('journal_mode = OFF');
      backup.exec(BACKUP_SCHEMA);
      // Under the lock of ingest, so that no generation is cleared away while it is read.
      found = await withLock(places.indexDir, lockOf(places), () => fill(backup, places));
      backup.prepare("INSERT INTO backup VALUES ('quzhi-backup', 1, ?)").run(madeAt);
    } finally {
      backup.close();
    }
    checkBackup(draft);
    renameSync(draft, file);
    return { ...found, bytes: statSync(file).size };
  } catch (cause) {
    rmSync(draft, { force: true });
    throw diskFault(cause, file);
  }
}

/** Puts what was extracted in the place of a folder; what was there is kept beside it until that is done. */
function replaceFolder(folder: string, extracted: string): void {
  const aside = `${folder}.before-restore`;
  rmSync(aside, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, aside);
  try {
    renameSync(extracted, folder);
  } catch (error) {
    if (existsSync(aside)) renameSync(aside, folder);
    throw error;
  }
  rmSync(aside, { recursive: true, force: true });
}

/** Extracts the entries below a prefix into a folder that is made for them. */
function extractBelow(
  file: string,
  entries: readonly BackupEntry[],
  { prefix, folder }: { prefix: string; folder: string },
): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, ...(prefix === STATE && { mode: PRIVATE_FOLDER }) });
  for (const entry of entries)
    if (entry.path.startsWith(prefix)) extractFile(file, entry, join(folder, entry.path.slice(prefix.length)));
}

/** A restore that is extracted and checked, and waits to be put in place. */
interface StagedRestore {
  readonly generation: string | null;
  readonly stateFiles: number;
  readonly putInPlace: () => void;
}

function stageGeneration(
  file: string,
  entries: readonly BackupEntry[],
  indexDir: string,
): Pick<StagedRestore, 'generation' | 'putInPlace'> {
  const generation = entries.find(({ path }) => path.startsWith(INDEX))?.path.split('/')[1] ?? null;
  if (generation === null) return { generation, putInPlace: () => undefined };
  const extracted = openBuildFolder(indexDir, generation);
  extractBelow(file, entries, { prefix: `${INDEX}${generation}/`, folder: extracted });
  checkFiles(extracted, readManifest(extracted), true);
  const putInPlace = (): void => {
    replaceFolder(join(indexDir, generation), extracted);
    switchTo(indexDir, generation);
  };
  return { generation, putInPlace };
}

function stageState(
  file: string,
  entries: readonly BackupEntry[],
  stateDir: string,
): Pick<StagedRestore, 'stateFiles' | 'putInPlace'> {
  const stateFiles = entries.filter(({ path }) => path.startsWith(STATE)).length;
  if (stateFiles === 0) return { stateFiles, putInPlace: () => undefined };
  const extracted = `${stateDir}.restoring`;
  extractBelow(file, entries, { prefix: STATE, folder: extracted });
  for (const path of filesIn(extracted).filter((name) => name.endsWith('.sqlite'))) checkDatabase(path);
  return { stateFiles, putInPlace: () => replaceFolder(stateDir, extracted) };
}

function checkDatabase(path: string): void {
  const flaw = databaseFlaw(path);
  if (flaw === null) return;
  throw new AppError(
    'backup/corrupt',
    `${basename(path)} in the backup is damaged (${flaw}). Nothing was touched. Use another backup.`,
  );
}

/**
 * Checks a backup from end to end, then puts it in the place of state and live index. Stop the bot before: it holds its state open.
 * What the backup does not hold (no index, no state) stays as it is.
 * @throws AppError backup/corrupt where the file is none or is damaged (nothing is touched then), index/locked, disk/…
 */
export async function restoreBackup(file: string, places: BackupPlaces): Promise<BackupSummary> {
  checkBackup(file);
  const entries = readEntries(file);
  const { indexDir, stateDir } = places;
  try {
    return await withLock(indexDir, lockOf(places), async () => {
      const index = stageGeneration(file, entries, indexDir);
      const state = stageState(file, entries, stateDir);
      index.putInPlace();
      state.putInPlace();
      const corrections = entries.find(({ path }) => path === CORRECTIONS);
      if (corrections && places.correctionsFile) extractFile(file, corrections, places.correctionsFile);
      return { generation: index.generation, stateFiles: state.stateFiles, bytes: statSync(file).size };
    });
  } catch (cause) {
    throw diskFault(cause, stateDir);
  }
}
