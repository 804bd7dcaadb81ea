// What maintainers can do to the corpus from a chat or the page. Interface only: `src/app/corpus-admin.ts` implements it over ingest.
import type { Language, Report } from '../../types.ts';

/** A file that a person sent. */
export interface SentFile {
  readonly name: string;
  /** As the channel says, before the download; null: unknown. */
  readonly sizeBytes: number | null;
  /** The caption of the file. */
  readonly caption: string;
  /** The next questions are to be about it, whoever sent it: it is not offered for adding. Default: false. */
  readonly isForAsking?: boolean;
  /** Fetches it. @throws Error where that fails */
  download(): Promise<Uint8Array>;
}

/** Who hears of a long work, and in which language. */
export interface Hearer {
  readonly language: Language;
  /** Receives the progress, one line at a time. */
  onProgress(line: string): void;
}

/** A file that waits for a maintainer's yes. */
export interface NewFile {
  /** As it was called, with the folders that it came from; `/` between them. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** `field: value` lines. */
  readonly caption?: string;
  /** The address that it was fetched from. */
  readonly url?: string;
}

/** How a waiting file would come in: `sound` whole and without remark, `doubtful` with something to look at, `unreadable` not at all. */
export type FileVerdict = 'unchecked' | 'sound' | 'doubtful' | 'unreadable';

/** A file that waits, and what was found when it was looked at. */
export interface PendingFile {
  /** ≤ 32 characters of `[0-9a-z]`. */
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** ISO 8601. */
  readonly addedAt: string;
  readonly url: string | null;
  readonly verdict: FileVerdict;
  /** The reports that it would give. */
  readonly reports: readonly {
    readonly title: string;
    readonly district: string | null;
    readonly publishedOn: string | null;
  }[];
  /** What was left out or is doubtful, one line each, in the hearer's language. */
  readonly remarks: readonly string[];
}

/** A file that was just looked at. */
export interface Staged {
  readonly id: string;
  readonly verdict: FileVerdict;
  /** Its health, one line each. */
  readonly health: readonly string[];
}

/** The outcome of taking waiting files in. */
export interface Accepted {
  readonly files: number;
  /** The health of the index, one line each. */
  readonly health: readonly string[];
}

/** The corpus and the index, as maintainers handle them. Every method throws an AppError with the remedy where it cannot be done. */
export interface CorpusAdmin {
  /** Names' endings that can be read, with their dot. */
  readonly formats: readonly string[];
  /** Reads a file as a report without keeping it. */
  read(name: string, bytes: Uint8Array, whose: string): Promise<Report>;
  /** Puts a file among those that wait, to be looked at in its turn; the id of the same file where it waits already. */
  add(file: NewFile): string;
  /** Puts a file among those that wait, and returns when it was looked at. */
  stage(file: NewFile, hearer: Pick<Hearer, 'language'>): Promise<Staged>;
  /** The files that wait, oldest first. */
  pending(language: Language): readonly PendingFile[];
  /** Takes waiting files into the corpus and builds the index once; null where none of them is there any more. */
  accept(ids: readonly string[], hearer: Hearer): Promise<Accepted | null>;
  /** Throws waiting files away. */
  discard(ids: readonly string[]): void;
  /** Builds the index; returns its health, one line each. */
  reindex(hearer: Hearer): Promise<readonly string[]>;
  /** Takes a report out of the corpus (its file is kept aside) and builds the index. */
  remove(reportId: string, hearer: Hearer): Promise<readonly string[]>;
  /** Puts right what is known of a report, and builds the index; an empty value: the report has none. */
  correct(reportId: string, fields: Readonly<Record<string, string>>, hearer: Hearer): Promise<void>;
  /** Takes back the last correction of a report, and builds the index; false where there is none. */
  undoCorrection(reportId: string, hearer: Hearer): Promise<boolean>;
  /** How far the building is, as the latest line; null: nothing is being built. */
  progress(): string | null;
  /** Returns the message of an AppError in a language. */
  told(message: string, language: Language): string;
  /** The state of the index, one line each. */
  status(language: Language): readonly string[];
  /** Name of the generation that answers now. */
  generation(): string;
}
