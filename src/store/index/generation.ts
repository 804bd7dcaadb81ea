// Opens a finished generation for reading. It checks who made it before it opens anything, and never writes.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../errors.ts';
import type { ReportPages } from '../../pages.ts';
import type { Fact, Library, Passage, ReportId, ReportMeta } from '../../types.ts';
import { sha256 } from '../files.ts';
import { checkFiles, FILES, type Manifest, readManifest } from './manifest.ts';
import { liveFolder } from './pointer.ts';
import type { Postings } from './postings/postings.ts';
import { decodePostings } from './postings/postings-file.ts';
import {
  FACT_COLUMNS,
  type FactRow,
  factOf,
  type PassageRow,
  pagesOf,
  passageOf,
  type ReportRow,
  RIVAL_FACTS,
  ROW_FLAWS,
  reportOf,
} from './schema.ts';

/** A map that holds at most `capacity` values. */
export class RecentCache<Key, Value> {
  readonly #capacity: number;
  readonly #values = new Map<Key, Value>();

  /** @param capacity ≥ 1 */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Returns the value of a key, made when it is not at hand. */
  get(key: Key, make: (key: Key) => Value): Value {
    const known = this.#values.get(key);
    const value = known ?? make(key);
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#capacity) this.#dropOldest();
    return value;
  }

  #dropOldest(): void {
    for (const key of this.#values.keys()) {
      this.#values.delete(key);
      return;
    }
  }
}

const CACHED_PASSAGES = 2_000;
const CACHED_TEXTS = 100;
const CACHED_PAGES = 20;
/** Attempts to find the live generation again when it is removed while it is opened. */
const MAX_ATTEMPTS = 3;

/** A generation on disk, open for reading. Its vectors are opened by `openVectors(folder, …)`. */
export interface Generation extends Library {
  readonly manifest: Manifest;
  readonly folder: string;
  /** Returns the lexical index; read at first use. @throws AppError index/corrupt, index/foreign */
  postings(): Postings;
  /** Returns the health of a report as stored at ingest (JSON). @throws RangeError if there is no such report */
  healthOf(id: ReportId): string;
  /** Facts that give another value than some other one for the same district, indicator, period and unit. @throws AppError index/corrupt */
  rivalFacts(): readonly Fact[];
  /** Counts rows of the database that are inconsistent with each other: 0 in a sound one. @throws AppError index/corrupt */
  countRowFlaws(): number;
  /** Hash of the text that a passage's vector was made from. @throws RangeError if there is no such passage */
  embeddedOf(number: number): string;
  close(): void;
}

/** Runs a query; damage that SQLite meets becomes a fault that the operator can mend. */
function readRows<T>(folder: string, query: () => T): T {
  try {
    return query();
  } catch (cause) {
    if (!(cause instanceof Database.SqliteError)) throw cause;
    throw new AppError(
      'index/corrupt',
      `The index in ${folder} is damaged (${cause.code}). Build it again: npm run ingest -- --full`,
      { cause },
    );
  }
}

class StoredGeneration implements Generation {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly reports: ReadonlyMap<ReportId, ReportMeta>;
  readonly #database: Database.Database;
  readonly #passage: Database.Statement<[number], PassageRow>;
  readonly #text: Database.Statement<[string], { text: string; hash: string }>;
  readonly #page: Database.Statement<[string], { pages: string | null }>;
  readonly #pages = new RecentCache<ReportId, { readonly pages: ReportPages | null }>(CACHED_PAGES);
  readonly #ranges: ReadonlyMap<string, { from: number; to: number }>;
  readonly #passages = new RecentCache<number, Passage>(CACHED_PASSAGES);
  readonly #texts = new RecentCache<ReportId, string>(CACHED_TEXTS);
  #postings: Postings | null = null;

  constructor(folder: string, manifest: Manifest) {
    this.folder = folder;
    this.manifest = manifest;
    this.#database = new Database(join(folder, FILES.database), { readonly: true, fileMustExist: true });
    this.#passage = this.#database.prepare(
      'SELECT number, report_id, start, end, heading, sentences FROM passages WHERE number = ?',
    );
    this.#text = this.#database.prepare('SELECT text, text_hash AS hash FROM reports WHERE id = ?');
    this.#page = this.#database.prepare('SELECT pages FROM reports WHERE id = ?');
    const rows = this.#database.prepare<[], ReportRow>(
      'SELECT id, path, title, district, publisher, published_on, kind, url, is_scanned, inferred, first_passage, passage_count FROM reports ORDER BY position',
    );
    const all = rows.all();
    this.#ranges = new Map(
      all.map((row) => [row.id, { from: row.first_passage, to: row.first_passage + row.passage_count }]),
    );
    this.reports = new Map(all.map((row) => [row.id as ReportId, reportOf(row)]));
  }

  get passageCount(): number {
    return this.manifest.counts.passages;
  }

  passage(number: number): Passage {
    return this.#passages.get(number, () => {
      const row = readRows(this.folder, () => this.#passage.get(number));
      if (!row) throw new RangeError(`there is no passage ${number}; there are ${this.passageCount}`);
      return passageOf(row, this.textOf(row.report_id as ReportId));
    });
  }

  passagesOf(id: ReportId): { from: number; to: number } {
    if (!this.reports.has(id)) throw new RangeError(`there is no report ${id}`);
    return this.#ranges.get(id) ?? { from: 0, to: 0 };
  }

  embeddedOf(number: number): string {
    const hash = this.#database
      .prepare<[number], string>('SELECT embedded FROM passages WHERE number = ?')
      .pluck()
      .get(number);
    if (hash === undefined) throw new RangeError(`there is no passage ${number}`);
    return hash;
  }

  countRowFlaws(): number {
    return readRows(this.folder, () => this.#database.prepare<[], number>(ROW_FLAWS).pluck().get()) ?? 0;
  }

  textOf(id: ReportId): string {
    return this.#texts.get(id, () => {
      const row = readRows(this.folder, () => this.#text.get(id));
      if (!row) throw new RangeError(`there is no report ${id}`);
      // What is quoted to the letter must be what was read in, also where the file was changed while it is open.
      if (sha256(row.text) !== row.hash) {
        throw new AppError(
          'index/corrupt',
          `The text of ${id} in the index is not the one that was read in. Build it again: npm run ingest -- --full`,
        );
      }
      return row.text;
    });
  }

  pagesOf(id: ReportId): ReportPages | null {
    return this.#pages.get(id, () => {
      const row = readRows(this.folder, () => this.#page.get(id));
      if (!row) throw new RangeError(`there is no report ${id}`);
      return { pages: row.pages === null ? null : pagesOf(row.pages) };
    }).pages;
  }

  facts(district?: string): readonly Fact[] {
    const where = district === undefined ? '' : 'WHERE district = ?';
    const statement = this.#database.prepare<string[], FactRow>(
      `SELECT ${FACT_COLUMNS} FROM facts ${where} ORDER BY position`,
    );
    return readRows(this.folder, () => statement.all(...(district === undefined ? [] : [district])).map(factOf));
  }

  rivalFacts(): readonly Fact[] {
    return readRows(this.folder, () => this.#database.prepare<[], FactRow>(RIVAL_FACTS).all().map(factOf));
  }

  postings(): Postings {
    this.#postings ??= decodePostings(readFileSync(join(this.folder, FILES.lexical)));
    return this.#postings;
  }

  healthOf(id: ReportId): string {
    const row = this.#database.prepare<[string], { health: string }>('SELECT health FROM reports WHERE id = ?').get(id);
    if (!row) throw new RangeError(`there is no report ${id}`);
    return row.health;
  }

  close(): void {
    this.#database.close();
  }
}

/**
 * Opens the generation in a folder.
 * @param options `thorough`: read every file whole to check it; else those above 64 MB are checked by their size.
 *   `isJustStamped`: check none, for whoever has just written its manifest
 * @throws AppError index/corrupt, index/foreign
 */
export function openGeneration(folder: string, { thorough = false, isJustStamped = false } = {}): Generation {
  const manifest = readManifest(folder);
  if (!isJustStamped) checkFiles(folder, manifest, thorough);
  const generation = readRows(folder, () => new StoredGeneration(folder, manifest));
  const { reports } = manifest.counts;
  if (generation.reports.size === reports) return generation;
  generation.close();
  throw new AppError(
    'index/corrupt',
    `The index in ${basename(folder)} holds ${generation.reports.size} of ${reports} reports. Run: npm run ingest -- --full`,
  );
}

/**
 * Opens the live generation of an index.
 * @throws AppError index/missing, index/corrupt, index/foreign; the message names the command to run
 */
export function openLibrary(indexDir: string): Generation {
  for (let attempt = 1; ; attempt++) {
    const folder = liveFolder(indexDir);
    try {
      return openGeneration(folder);
    } catch (error) {
      // An ingest may have switched, and cleared the older folder away, while it was being opened.
      if (attempt === MAX_ATTEMPTS || liveFolder(indexDir) === folder) throw error;
    }
  }
}
