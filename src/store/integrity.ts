// Tells whether a database file is whole, as SQLite itself sees it. It changes nothing.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Returns what is wrong with a database, in a few words; null if nothing is. */
export function databaseFlaw(path: string): string | null {
  try {
    const database = new Database(path, { readonly: true, fileMustExist: true });
    try {
      const found = String(database.pragma('integrity_check', { simple: true }));
      return found === 'ok' ? null : (found.split('\n')[1] ?? found);
    } finally {
      database.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Returns the databases of a folder, by name; none if there is no folder. */
export function databasesIn(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.sqlite'))
        .sort()
        .map((name) => join(folder, name))
    : [];
}
