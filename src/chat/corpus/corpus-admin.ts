// What maintainers can do to the corpus from a chat. Interface only: `src/app/corpus-admin.ts` implements it over ingest.
import type { Report } from '../../types.ts';

/** A file that a person sent. */
export interface SentFile {
  readonly name: string;
  /** As the channel says, before the download; null: unknown. */
  readonly sizeBytes: number | null;
  /** The caption of the file. */
  readonly caption: string;
  /** Fetches it. @throws Error where that fails */
  download(): Promise<Uint8Array>;
}

/** Receives the progress of an ingest, one line at a time. */
export type OnProgress = (line: string) => void;

/** A report that waits for a maintainer's yes. */
export interface Staged {
  /** ≤ 32 characters of `[0-9a-z]`. */
  readonly id: string;
  /** The health report of the dry run, one line each. */
  readonly health: readonly string[];
}

/** The corpus and the index, as maintainers handle them. Every method throws an AppError with the remedy where it cannot be done. */
export interface CorpusAdmin {
  /** Names' endings that can be read, with their dot. */
  readonly formats: readonly string[];
  /** Reads a file as a report without keeping it. */
  read(name: string, bytes: Uint8Array): Promise<Report>;
  /** Puts a file aside and looks at it; metadata as `field: value` lines of the caption. */
  stage(name: string, bytes: Uint8Array, caption: string): Promise<Staged>;
  /** Takes a staged report into the corpus and builds the index; false where it is no longer there. */
  accept(id: string, onProgress: OnProgress): Promise<readonly string[] | null>;
  /** Throws a staged report away. */
  discard(id: string): void;
  /** Builds the index; returns its health, one line each. */
  reindex(onProgress: OnProgress): Promise<readonly string[]>;
  /** Takes a report out of the corpus (its file is kept aside) and builds the index. */
  remove(reportId: string, onProgress: OnProgress): Promise<readonly string[]>;
  /** The state of the index, one line each. */
  status(): readonly string[];
  /** Name of the generation that answers now. */
  generation(): string;
}
