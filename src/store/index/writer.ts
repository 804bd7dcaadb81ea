// Writes the database of a new generation: reports, their passages and facts, in one transaction; unchanged ones are copied
// from the generation before. It decides nothing.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ReportPages } from '../../pages.ts';
import type { Fact, Passage, Report } from '../../types.ts';
import { diskFault } from '../files.ts';
import { FILES } from './manifest.ts';
import { COPIES, INDEXES, packPages, packSentences, SCHEMA } from './schema.ts';

/** A report as it goes into a generation. */
export interface ReportEntry {
  readonly report: Report;
  readonly passages: readonly Passage[];
  readonly facts: readonly Fact[];
  /** The pages of its file; null where they are not known. */
  readonly pages: ReportPages | null;
  readonly encoding: string;
  /** Hash of all that its passages and facts were made from. */
  readonly fingerprint: string;
  /** Hash of its text. */
  readonly textHash: string;
  /** Signature for comparing its text with others. */
  readonly signature: Uint8Array;
  /** For each passage the hash of the text that its vector is made from. */
  readonly embedded: readonly string[];
  /** Its health, as JSON. */
  readonly health: string;
}

/** Rows written so far. */
interface WrittenCounts {
  readonly reports: number;
  readonly passages: number;
  readonly facts: number;
}

/** Reports of the generation before, in its order: [from, to), and where their passages and facts begin and end there. */
export interface CopiedRun {
  readonly reports: { readonly from: number; readonly to: number };
  readonly passages: { readonly from: number; readonly to: number };
  readonly facts: { readonly from: number; readonly to: number };
}

const columns = (count: number): string => `(${Array.from({ length: count }, () => '?').join(', ')})`;

/** Fills the database of a build folder. Call `finish` or `abandon` once. */
export class GenerationWriter {
  readonly #database: Database.Database;
  readonly #folder: string;
  readonly #report: Database.Statement;
  readonly #passage: Database.Statement;
  readonly #fact: Database.Statement;
  #copies: readonly Database.Statement[] = [];
  #counts: WrittenCounts = { reports: 0, passages: 0, facts: 0 };

  /** @param previousFolder folder of the generation to copy from, or null */
  constructor(folder: string, previousFolder: string | null = null) {
    this.#folder = folder;
    this.#database = new Database(join(folder, FILES.database));
    // A crash leaves a folder that nothing points to, so no journal is needed; the one commit is flushed to disk.
    this.#database.pragma('journal_mode = MEMORY');
    this.#database.pragma('synchronous = FULL');
    this.#database.exec(SCHEMA);
    this.#report = this.#database.prepare(`INSERT INTO reports VALUES ${columns(22)}`);
    this.#passage = this.#database.prepare(`INSERT INTO passages VALUES ${columns(7)}`);
    this.#fact = this.#database.prepare(`INSERT INTO facts VALUES ${columns(15)}`);
    if (previousFolder !== null) {
      this.#database.prepare('ATTACH DATABASE ? AS previous').run(join(previousFolder, FILES.database));
      this.#copies = COPIES.map((sql) => this.#database.prepare(sql));
    }
    this.#database.exec('BEGIN');
  }

  get counts(): WrittenCounts {
    return this.#counts;
  }

  /** @throws AppError disk/full */
  add({ report, passages, facts, ...more }: ReportEntry): void {
    const { id, path, title, district, publisher, publishedOn, kind, url, isScanned = false, inferred, text } = report;
    const { fingerprint, textHash, signature, health } = more;
    const places = [this.#counts.passages, passages.length, this.#counts.facts, facts.length];
    this.#writing(() => {
      const about = [id, path, title, district, publisher, publishedOn, kind, url, Number(isScanned)];
      const meta = [...about, JSON.stringify(inferred), more.encoding];
      const content = [text, packPages(more.pages)];
      this.#report.run(this.#counts.reports, ...meta, fingerprint, textHash, signature, health, ...places, ...content);
      for (const [index, passage] of passages.entries()) {
        const { number, reportId, start, end, heading } = passage;
        const content = [JSON.stringify(heading), packSentences(passage, text), more.embedded[index]];
        this.#passage.run(number, reportId, start, end, ...content);
      }
      for (const [index, fact] of facts.entries()) this.#addFact(this.#counts.facts + index, fact);
    });
    this.#count({ reports: 1, passages: passages.length, facts: facts.length });
  }

  /** Copies a run of reports from the generation before, as they are. @throws AppError disk/full */
  copy({ reports, passages, facts }: CopiedRun): void {
    const shifts = {
      reports: this.#counts.reports - reports.from,
      passages: this.#counts.passages - passages.from,
      facts: this.#counts.facts - facts.from,
    };
    const [copyReports, copyPassages, copyFacts] = this.#copies;
    this.#writing(() => {
      copyReports?.run({ ...reports, ...shifts });
      copyPassages?.run({ ...reports, passages: shifts.passages });
      copyFacts?.run({ ...reports, passages: shifts.passages, facts: shifts.facts });
    });
    const size = ({ from, to }: { from: number; to: number }): number => to - from;
    this.#count({ reports: size(reports), passages: size(passages), facts: size(facts) });
  }

  #count(more: WrittenCounts): void {
    const { reports, passages, facts } = this.#counts;
    this.#counts = {
      reports: reports + more.reports,
      passages: passages + more.passages,
      facts: facts + more.facts,
    };
  }

  #writing(job: () => void): void {
    try {
      job();
    } catch (cause) {
      throw diskFault(cause, this.#folder);
    }
  }

  #addFact(position: number, fact: Fact): void {
    const place = [position, fact.reportId, fact.passageNumber, fact.start, fact.end];
    const measure = [fact.district, fact.subject, fact.indicator, fact.period, fact.value, fact.unit, fact.surface];
    this.#fact.run(...place, ...measure, fact.changePercent, Number(fact.isPlanned), Number(fact.isApproximate));
  }

  /** Commits and closes. @throws AppError disk/full */
  finish(): WrittenCounts {
    try {
      this.#database.exec(INDEXES);
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
