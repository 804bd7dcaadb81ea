// The file of a backup: files in pieces, each with its size and SHA-256, in one SQLite database. It knows nothing of what they hold.

import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../errors.ts';

/** A file in a backup. */
export interface BackupEntry {
  /** With forward slashes, below `state/` or `index/`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Creates the tables of an empty backup. */
export const BACKUP_SCHEMA = `
  CREATE TABLE backup (format TEXT NOT NULL, version INTEGER NOT NULL, made_at TEXT NOT NULL) STRICT;
  CREATE TABLE file (path TEXT PRIMARY KEY, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL) STRICT;
  CREATE TABLE piece (path TEXT NOT NULL, n INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (path, n)) STRICT, WITHOUT ROWID;
`;

const PIECE_BYTES = 4 * 1024 * 1024;
const FORMAT = 'quzhi-backup';
const VERSION = 1;
/** True if a name stays below the folder it is extracted to, on every system. */
function isSafe(path: string): boolean {
  const [top = '', ...parts] = path.split('/');
  return (
    ['state', 'index', 'corpus'].includes(top) && parts.length > 0 && parts.every((part) => !/^\.*$|[\\:\0]/.test(part))
  );
}

function corrupt(file: string, what: string, cause?: unknown): AppError {
  return new AppError(
    'backup/corrupt',
    `${file} cannot be restored: ${what}. Nothing was touched. Use another backup.`,
    { cause },
  );
}

/** Adds a file, piece by piece. */
export function addFile(backup: Database.Database, path: string, name: string): void {
  const insert = backup.prepare('INSERT INTO piece VALUES (?, ?, ?)');
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(PIECE_BYTES);
  const descriptor = openSync(path, 'r');
  let bytes = 0;
  try {
    for (let n = 0, read = readSync(descriptor, buffer); read > 0; n++, read = readSync(descriptor, buffer)) {
      const data = buffer.subarray(0, read);
      insert.run(name, n, data);
      hash.update(data);
      bytes += read;
    }
  } finally {
    closeSync(descriptor);
  }
  backup.prepare('INSERT INTO file VALUES (?, ?, ?)').run(name, bytes, hash.digest('hex'));
}

function withBackup<T>(file: string, job: (backup: Database.Database) => T): T {
  if (!existsSync(file))
    throw new AppError('usage/invalid', `There is no ${file}. Name a file that npm run backup has written.`);
  try {
    const backup = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return job(backup);
    } finally {
      backup.close();
    }
  } catch (cause) {
    if (cause instanceof Database.SqliteError)
      throw corrupt(file, `it is no backup or is damaged (${cause.code})`, cause);
    throw cause;
  }
}

/** Returns the files of a backup, in a stable order. @throws AppError backup/corrupt, usage/invalid */
export function readEntries(file: string): BackupEntry[] {
  return withBackup(file, (backup) =>
    backup.prepare<[], BackupEntry>('SELECT path, bytes, sha256 FROM file ORDER BY path').all(),
  );
}

function* piecesOf(backup: Database.Database, path: string): Generator<Buffer> {
  const rows = backup.prepare<[string], { data: Buffer }>('SELECT data FROM piece WHERE path = ? ORDER BY n');
  for (const { data } of rows.iterate(path)) yield data;
}

function isWhole(backup: Database.Database, { path, bytes, sha256 }: BackupEntry): boolean {
  const hash = createHash('sha256');
  let size = 0;
  for (const data of piecesOf(backup, path)) {
    hash.update(data);
    size += data.length;
  }
  return size === bytes && hash.digest('hex') === sha256;
}

/**
 * Checks a backup from end to end: what it is, and every byte of every file.
 * @throws AppError backup/corrupt that says what is wrong, usage/invalid where there is no such file
 */
export function checkBackup(file: string): void {
  withBackup(file, (backup) => {
    const head = backup.prepare<[], { format: string; version: number }>('SELECT format, version FROM backup').get();
    if (head?.format !== FORMAT) throw corrupt(file, 'it is no backup, or was not finished');
    if (head.version !== VERSION) throw corrupt(file, `it has format ${head.version}, this program reads ${VERSION}`);
    for (const entry of backup.prepare<[], BackupEntry>('SELECT path, bytes, sha256 FROM file').all()) {
      if (!isSafe(entry.path))
        throw corrupt(file, `it holds a file with a strange name (${JSON.stringify(entry.path)})`);
      if (!isWhole(backup, entry)) throw corrupt(file, `${entry.path} in it is damaged`);
    }
  });
}

/** Writes one file of a backup to a place, flushed to disk. @throws the system's error where it cannot be written */
export function extractFile(file: string, { path }: BackupEntry, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  withBackup(file, (backup) => {
    const descriptor = openSync(target, 'w');
    try {
      for (const data of piecesOf(backup, path))
        for (let at = 0; at < data.length; ) at += writeSync(descriptor, data, at);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  });
}
