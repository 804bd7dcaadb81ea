// Opens a finished generation for reading. It checks who made it before it opens anything, and never writes.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../errors.ts';
import type { Fact, Library, Passage, ReportId, ReportMeta } from '../types.ts';
import { RecentCache } from './cache.ts';
import { checkFiles, FILES, type Manifest, readManifest } from './manifest.ts';
import { liveFolder } from './pointer.ts';
import type { Postings } from './postings.ts';
import { decodePostings } from './postings-file.ts';
import { type FactRow, factOf, type PassageRow, passageOf, type ReportRow, reportOf } from './schema.ts';

const CACHED_PASSAGES = 2_000;
const CACHED_TEXTS = 100;

/** A generation on disk, open for reading. Its vectors are opened by `openVectors(folder, …)`. */
export interface Generation extends Library {
  readonly manifest: Manifest;
  readonly folder: string;
  /** The lexical index; read at first use. @throws AppError index/corrupt, index/foreign */
  postings(): Postings;
  /** How a report came in, as it was told at ingest (JSON). @throws RangeError if there is no such report */
  healthOf(id: ReportId): string;
  close(): void;
}

/** Runs a query; damage that SQLite meets becomes a fault that the operator can mend. */
function reading<T>(folder: string, query: () => T): T {
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
  readonly #text: Database.Statement<[string], { text: string }>;
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
    this.#text = this.#database.prepare('SELECT text FROM reports WHERE id = ?');
    const rows = this.#database.prepare<[], ReportRow>(
      'SELECT id, path, title, district, publisher, published_on, url, inferred FROM reports ORDER BY position',
    );
    const ranges = this.#database.prepare<[], { id: string; from: number; to: number }>(
      'SELECT report_id AS id, min(number) AS "from", max(number) + 1 AS "to" FROM passages GROUP BY report_id',
    );
    this.#ranges = new Map(ranges.all().map(({ id, from, to }) => [id, { from, to }]));
    this.reports = new Map(rows.all().map((row) => [row.id as ReportId, reportOf(row)]));
  }

  get passageCount(): number {
    return this.manifest.counts.passages;
  }

  passage(number: number): Passage {
    return this.#passages.get(number, () => {
      const row = reading(this.folder, () => this.#passage.get(number));
      if (!row) throw new RangeError(`there is no passage ${number}; there are ${this.passageCount}`);
      return passageOf(row, this.textOf(row.report_id as ReportId));
    });
  }

  passagesOf(id: ReportId): { from: number; to: number } {
    if (!this.reports.has(id)) throw new RangeError(`there is no report ${id}`);
    return this.#ranges.get(id) ?? { from: 0, to: 0 };
  }

  textOf(id: ReportId): string {
    return this.#texts.get(id, () => {
      const row = reading(this.folder, () => this.#text.get(id));
      if (!row) throw new RangeError(`there is no report ${id}`);
      return row.text;
    });
  }

  facts(district?: string): readonly Fact[] {
    const columns =
      'report_id, passage_number, start, end, district, indicator, period, value, unit, surface, change_percent';
    const where = district === undefined ? '' : 'WHERE district = ?';
    const statement = this.#database.prepare<string[], FactRow>(
      `SELECT ${columns} FROM facts ${where} ORDER BY position`,
    );
    return reading(this.folder, () => statement.all(...(district === undefined ? [] : [district])).map(factOf));
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
 * @param thorough read every file whole to check it; else those above 64 MB are checked by their size
 * @throws AppError index/corrupt, index/foreign
 */
export function openGeneration(folder: string, { thorough = false } = {}): Generation {
  const manifest = readManifest(folder);
  checkFiles(folder, manifest, thorough);
  const generation = reading(folder, () => new StoredGeneration(folder, manifest));
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
  return openGeneration(liveFolder(indexDir));
}
