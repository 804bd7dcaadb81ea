// The live generation as something to take over from: what each report was made from, and where its rows lie. It copies nothing.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { checkFiles, FILES, type Manifest, readManifest } from './manifest.ts';

/** A report of the generation before. */
export interface PreviousReport {
  readonly position: number;
  readonly id: string;
  readonly fingerprint: string;
  readonly textHash: string;
  readonly signature: Uint8Array;
  /** JSON, as it was written. */
  readonly health: string;
  readonly firstPassage: number;
  readonly passageCount: number;
  readonly firstFact: number;
  readonly factCount: number;
}

const REPORTS = `SELECT position, id, fingerprint, text_hash AS textHash, signature, health, first_passage AS firstPassage,
  passage_count AS passageCount, first_fact AS firstFact, fact_count AS factCount FROM reports ORDER BY position`;

/** A finished generation to take over from. */
export class Previous {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly #reports: ReadonlyMap<string, PreviousReport>;
  #embedded: ReadonlyMap<string, number> | null = null;

  /** @throws AppError index/corrupt, index/foreign; SqliteError where the database is damaged in a way its checksum hides */
  constructor(folder: string) {
    this.folder = folder;
    this.manifest = readManifest(folder);
    // Damage must not be handed down: every byte is checked.
    checkFiles(folder, this.manifest, true);
    const rows = this.#query<PreviousReport>(REPORTS);
    this.#reports = new Map(rows.map((row) => [row.id, row]));
  }

  #query<Row>(sql: string): Row[] {
    const database = new Database(join(this.folder, FILES.database), { readonly: true, fileMustExist: true });
    try {
      return database.prepare<[], Row>(sql).all();
    } finally {
      database.close();
    }
  }

  /** Returns the report of an id, or undefined. */
  report(id: string): PreviousReport | undefined {
    return this.#reports.get(id);
  }

  get reportCount(): number {
    return this.#reports.size;
  }

  /** Number of a passage whose vector was made from a text of this hash, or undefined. */
  passageEmbedding(hash: string): number | undefined {
    this.#embedded ??= new Map(
      this.#query<{ number: number; embedded: string }>('SELECT number, embedded FROM passages').map(
        ({ number, embedded }) => [embedded, number],
      ),
    );
    return this.#embedded.get(hash);
  }
}
