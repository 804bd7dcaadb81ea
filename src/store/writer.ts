// Writes the database of a new generation: reports, their passages and facts, in one transaction. It decides nothing.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Fact, Passage, Report } from '../types.ts';
import { diskFault } from './files.ts';
import { FILES } from './manifest.ts';
import { packSentences, SCHEMA } from './schema.ts';

/** A report as it goes into a generation. */
export interface ReportEntry {
  readonly report: Report;
  readonly passages: readonly Passage[];
  readonly facts: readonly Fact[];
  readonly encoding: string;
  /** Hash of all that its passages were made from. */
  readonly fingerprint: string;
  /** What is to be known of how it came in, as JSON. */
  readonly health: string;
}

/** Rows written so far. */
export interface WrittenCounts {
  readonly reports: number;
  readonly passages: number;
  readonly facts: number;
}

/** Fills the database of a build folder. Call `finish` or `abandon` once. */
export class GenerationWriter {
  readonly #database: Database.Database;
  readonly #folder: string;
  readonly #report: Database.Statement;
  readonly #passage: Database.Statement;
  readonly #fact: Database.Statement;
  #counts: WrittenCounts = { reports: 0, passages: 0, facts: 0 };

  constructor(folder: string) {
    this.#folder = folder;
    this.#database = new Database(join(folder, FILES.database));
    // A crash leaves a folder that nothing points to, so no journal is needed; the one commit is flushed to disk.
    this.#database.pragma('journal_mode = MEMORY');
    this.#database.pragma('synchronous = FULL');
    this.#database.exec(SCHEMA);
    this.#report = this.#database.prepare('INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#passage = this.#database.prepare('INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?)');
    this.#fact = this.#database.prepare('INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#database.exec('BEGIN');
  }

  get counts(): WrittenCounts {
    return this.#counts;
  }

  /** @throws AppError disk/full */
  add({ report, passages, facts, ...more }: ReportEntry): void {
    const { id, path, title, district, publisher, publishedOn, url, inferred, text } = report;
    try {
      const meta = [id, path, title, district, publisher, publishedOn, url, JSON.stringify(inferred)];
      this.#report.run(this.#counts.reports, ...meta, more.encoding, more.fingerprint, more.health, text);
      for (const passage of passages) {
        const { number, reportId, start, end, heading } = passage;
        this.#passage.run(number, reportId, start, end, JSON.stringify(heading), packSentences(passage, text));
      }
      for (const [index, fact] of facts.entries()) this.#addFact(this.#counts.facts + index, fact);
    } catch (cause) {
      throw diskFault(cause, this.#folder);
    }
    this.#counts = {
      reports: this.#counts.reports + 1,
      passages: this.#counts.passages + passages.length,
      facts: this.#counts.facts + facts.length,
    };
  }

  #addFact(position: number, fact: Fact): void {
    const place = [position, fact.reportId, fact.passageNumber, fact.start, fact.end];
    this.#fact.run(
      ...place,
      fact.district,
      fact.indicator,
      fact.period,
      fact.value,
      fact.unit,
      fact.surface,
      fact.changePercent,
    );
  }

  /** Commits and closes. @throws AppError disk/full */
  finish(): WrittenCounts {
    try {
      this.#database.exec('COMMIT');
      this.#database.exec('PRAGMA optimize');
    } catch (cause) {
      throw diskFault(cause, this.#folder);
    } finally {
      this.#database.close();
    }
    return this.#counts;
  }

  /** Closes without keeping anything. */
  abandon(): void {
    this.#database.close();
  }
}
