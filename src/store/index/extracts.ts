// Texts extracted from PDF, Word and Excel files, kept by the hash of their bytes: an unchanged file is not taken apart again.
// A file beside the generations that can be made again from the corpus; it knows no formats.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { diskFault, sha256 } from '../files.ts';
import { openScratch, removeScratch } from './scratch.ts';

const FILE = 'extracts.sqlite';
const SCHEMA = `CREATE TABLE IF NOT EXISTS extracts
  (hash TEXT PRIMARY KEY, rules TEXT NOT NULL, seal TEXT NOT NULL, content BLOB NOT NULL) STRICT, WITHOUT ROWID`;

/** Extracted texts of files, by the hash of their bytes. */
export interface KeptExtracts {
  /** Returns the text kept under a hash by the same rules, or undefined. */
  find(hash: string): string | undefined;
  /** @throws AppError disk/full */
  keep(hash: string, content: string): void;
  /** Drops what was neither found nor kept since it was opened: those files are gone or changed. */
  forgetOthers(): void;
  close(): void;
}

/** Options of opening kept texts. */
interface ExtractsOptions {
  /** Identity of the rules by which files are read: what was kept by others is dropped. */
  readonly rules: string;
  /** Drop everything first. */
  readonly isFresh?: boolean;
}

interface ExtractRow {
  readonly seal: string;
  readonly content: Buffer;
}

/** Returns the content of a row; undefined if it was altered. */
function unsealed({ seal, content }: ExtractRow): string | undefined {
  try {
    const text = inflateSync(content).toString();
    return sha256(text) === seal ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the statements on the database, once it is there. */
function connect(path: string, rules: string) {
  const database = openScratch(path, SCHEMA);
  database.prepare('DELETE FROM extracts WHERE rules <> ?').run(rules);
  return {
    select: database.prepare<[string], ExtractRow>('SELECT seal, content FROM extracts WHERE hash = ?'),
    insert: database.prepare('INSERT OR REPLACE INTO extracts VALUES (?, ?, ?, ?)'),
    hashes: database.prepare<[], string>('SELECT hash FROM extracts').pluck(),
    remove: database.prepare('DELETE FROM extracts WHERE hash = ?'),
    close: () => database.close(),
  };
}

/**
 * Opens what an index keeps of its files; the database is made with the first that is kept. Call it under the lock.
 * @throws AppError disk/…
 */
export function openExtracts(indexDir: string, { rules, isFresh = false }: ExtractsOptions): KeptExtracts {
  const path = join(indexDir, FILE);
  if (isFresh) removeScratch(path);
  let statements = existsSync(path) ? connect(path, rules) : null;
  const used = new Set<string>();
  return {
    find: (hash) => {
      const row = statements?.select.get(hash);
      const content = row && unsealed(row);
      if (content !== undefined) used.add(hash);
      return content;
    },
    keep: (hash, content) => {
      statements ??= connect(path, rules);
      used.add(hash);
      try {
        statements.insert.run(hash, rules, sha256(content), deflateSync(content));
      } catch (cause) {
        throw diskFault(cause, indexDir);
      }
    },
    forgetOthers: () => {
      for (const hash of statements?.hashes.all() ?? []) if (!used.has(hash)) statements?.remove.run(hash);
    },
    close: () => statements?.close(),
  };
}
