// The file of people's data: opened, recognised, and brought to the present version of its tables. It knows no query.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../errors.ts';
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
    const database = new Database(file);
    prepare(database, file);
    closeToOthers(folder, file);
    return database;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError(
      'state/unusable',
      `${file} cannot be used (${reason}). Check that the folder can be written; if the file is damaged, restore it from a backup or move it away to start with none.`,
      { cause },
    );
  }
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
