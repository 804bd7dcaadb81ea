// Opens a database that holds nothing that could not be made again: damaged or foreign, it is started afresh.
import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { diskFault } from '../files.ts';

function open(path: string, schema: string): Database.Database {
  const database = new Database(path);
  try {
    // Survives the process, not a power cut: then it fails to open or what it held is made again.
    database.pragma('synchronous = OFF');
    database.exec(schema);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Opens a scratch database, or starts it afresh.
 * @param schema statements that may be run on what is there already (CREATE TABLE IF NOT EXISTS …)
 * @throws AppError disk/…
 */
export function openScratch(path: string, schema: string): Database.Database {
  try {
    return open(path, schema);
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes(error.code))
      throw diskFault(error, dirname(path));
    removeScratch(path);
    return open(path, schema);
  }
}

/** Removes a scratch database, if there is one. */
export function removeScratch(path: string): void {
  for (const name of [path, `${path}-journal`]) if (existsSync(name)) rmSync(name, { force: true });
}
