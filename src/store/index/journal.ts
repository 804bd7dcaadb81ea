// Vectors of an ingest that is still at work, kept as they come: what an interrupted run has embedded is not embedded again.
// A file beside the generations that holds nothing of worth once one is live; damaged or foreign, it is started afresh.
import { join } from 'node:path';
import { diskFault } from '../files.ts';
import { openScratch, removeScratch } from './scratch.ts';

const FILE = 'embedding.sqlite';
const SCHEMA =
  'CREATE TABLE IF NOT EXISTS vectors (embedder TEXT NOT NULL, hash TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (embedder, hash)) STRICT, WITHOUT ROWID';

/** Vectors that an ingest has made so far, by the hash of their text. */
interface EmbeddingJournal {
  /** Returns the vector of a text, or undefined. */
  find(hash: string): Float32Array | undefined;
  /** Keeps vectors; what was kept survives the end of the process. @throws AppError disk/full */
  keep(vectors: readonly { readonly hash: string; readonly vector: Float32Array }[]): void;
  close(): void;
}

/** Opens the journal of an index for one embedder. Call it under the lock. @throws AppError disk/… */
export function openJournal(
  indexDir: string,
  embedder: { readonly id: string; readonly dimension: number },
): EmbeddingJournal {
  const database = openScratch(join(indexDir, FILE), SCHEMA);
  const select = database
    .prepare<[string, string], Buffer>('SELECT vector FROM vectors WHERE embedder = ? AND hash = ?')
    .pluck();
  const insert = database.prepare('INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)');
  const insertAll = database.transaction((vectors: readonly { hash: string; vector: Float32Array }[]) => {
    for (const { hash, vector } of vectors)
      insert.run(embedder.id, hash, Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
  });
  return {
    find: (hash) => {
      const bytes = select.get(embedder.id, hash);
      return bytes?.length === embedder.dimension * 4 ? new Float32Array(Uint8Array.from(bytes).buffer) : undefined;
    },
    keep: (vectors) => {
      try {
        insertAll(vectors);
      } catch (cause) {
        throw diskFault(cause, indexDir);
      }
    },
    close: () => database.close(),
  };
}

/** Removes the journal of an index, if there is one. */
export function removeJournal(indexDir: string): void {
  removeScratch(join(indexDir, FILE));
}
