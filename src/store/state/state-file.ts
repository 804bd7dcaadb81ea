// The file of people's data: opened, recognised, and brought to the present version of its tables. It knows no query.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError, isDiskFull } from '../../errors.ts';
import { PRIVATE_FILE, PRIVATE_FOLDER, sha256 } from '../files.ts';

const FILE_NAME = 'quzhi.sqlite';
/** Marks the file as ours: the letters "QuZh" read as a number. */
const APPLICATION_ID = 0x51755a68;

/** Step n brings version n−1 to version n. Steps are only ever added, never changed: a file of any earlier version opens. */
const MIGRATIONS = new URL('migrations/', import.meta.url);
const STEPS = readdirSync(MIGRATIONS)
  .filter((name) => name.endsWith('.sql'))
  .sort()
  .map((name) => readFileSync(new URL(name, MIGRATIONS), 'utf8'));

/**
 * Opens `quzhi.sqlite` in a folder, both made where missing.
 * @throws AppError `state/unusable` where the folder cannot be written, or the file is damaged, foreign or of a newer version
 */
export function openStateFile(folder: string): Database.Database {
  const file = join(folder, FILE_NAME);
  try {
    mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
    closeToOthers(folder, file);
    if (!existsSync(file)) makeWhole(file);
    else if (statSync(file).size === 0) throw new AppError('state/unusable', emptied(file));
    const database = new Database(file);
    prepare(database, file);
    closeToOthers(folder, file);
    return database;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('state/unusable', unusable(file, cause), { cause });
  }
}

/** Makes a new file beside its place and puts it there whole: an empty one is never ours. */
function makeWhole(file: string): void {
  const beside = `${file}.${process.pid}.new`;
  rmSync(beside, { force: true });
  const database = new Database(beside);
  try {
    prepare(database, beside);
    database.pragma('journal_mode = DELETE');
  } finally {
    database.close();
  }
  renameSync(beside, file);
}

function emptied(file: string): string {
  return `${file} is empty: something else cut it off. Restore it from a backup (npm run restore), or delete it to start without members and history.`;
}

/** What is wrong with a file, and what to do about just that. */
function unusable(file: string, cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const said = `${file} cannot be used (${reason}).`;
  if (/^SQLITE_(?:BUSY|LOCKED)/u.test(code)) return `${said} Another program holds it: end that one, then start again.`;
  if (/^SQLITE_(?:CORRUPT|NOTADB)/u.test(code))
    return `${said} It is damaged: restore it from a backup (npm run restore), or move it away to start without members and history.`;
  if (isDiskFull(cause)) return `${said} The disk is full or fails: free some space, then start again.`;
  return `${said} Check that the folder can be written; if the file is damaged, restore it from a backup or move it away to start with none.`;
}

/** Other accounts of the machine are not to read what people asked; SQLite gives the files beside the database its own mode. */
function closeToOthers(folder: string, file: string): void {
  const files = [file, `${file}-wal`, `${file}-shm`].filter((path) => existsSync(path));
  try {
    chmodSync(folder, PRIVATE_FOLDER);
    for (const path of files) chmodSync(path, PRIVATE_FILE);
  } catch (error) {
    // What belongs to another account is that account's to close; `npm run doctor` says so.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}

function prepare(database: Database.Database, file: string): void {
  database.pragma('journal_mode = WAL');
  // A killed process loses nothing so; a power cut may lose the last moments, but no stored update (see `inbox.ts`).
  database.pragma('synchronous = NORMAL');
  database.pragma('busy_timeout = 5000');
  // What is deleted is overwritten with zeros.
  database.pragma('secure_delete = ON');
  database.function('sha256', { deterministic: true }, (text) => sha256(String(text)));
  const prepareOnce = database.transaction(() => {
    const version = Number(database.pragma('user_version', { simple: true }));
    const application = database.pragma('application_id', { simple: true });
    const isNew = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
    if (!isNew && (application !== APPLICATION_ID || version < 1 || version > STEPS.length)) {
      database.close();
      throw new AppError(
        'state/unusable',
        `${file} belongs to another program or version of it. Point QUZHI_STATE at another folder.`,
      );
    }
    if (version === STEPS.length) return;
    for (const step of STEPS.slice(isNew ? 0 : version)) database.exec(step);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${STEPS.length}`);
  });
  prepareOnce.immediate();
}
