// One ingest at a time. The lock is the operating system's (held through SQLite), so that it goes when its holder goes,
// however the holder ends: there is nothing to clean up and no process id to guess about.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../errors.ts';
import { diskFault } from '../files.ts';

const LOCK = 'lock.sqlite';
const POLL_MS = 200;

/** Options of waiting for another ingest. */
interface LockOptions {
  /** 0: do not wait. */
  readonly waitMs: number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Called once, when the lock is found taken. */
  readonly onWait?: () => void;
}

function open(indexDir: string): Database.Database {
  try {
    mkdirSync(indexDir, { recursive: true });
    return new Database(join(indexDir, LOCK), { timeout: 0 });
  } catch (cause) {
    throw diskFault(cause, indexDir);
  }
}

function tryLock(database: Database.Database, indexDir: string): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
    throw diskFault(error, indexDir);
  }
}

/**
 * Runs a job while holding the lock of an index; a second ingest waits for the first.
 * @throws AppError index/locked when the wait was in vain; disk/denied
 */
export async function withLock<T>(indexDir: string, options: LockOptions, job: () => Promise<T>): Promise<T> {
  const database = open(indexDir);
  try {
    for (let waitedMs = 0; !tryLock(database, indexDir); waitedMs += POLL_MS) {
      if (waitedMs === 0) options.onWait?.();
      if (waitedMs >= options.waitMs) {
        throw new AppError(
          'index/locked',
          `Another ingest is still at work on ${indexDir}. Wait for it to end, then run the command again.`,
        );
      }
      await options.sleep(POLL_MS);
    }
    return await job();
  } finally {
    database.close();
  }
}
