// The tasks of a process, and the messages between it and the one that started it. Data alone: all of it is copied.

import { AppError, type ErrorCode } from '../../errors.ts';
import type { IngestProgress } from '../../ingest/build.ts';
import type { CheckOrder } from '../../ingest/check.ts';
import type { PreparedDocument } from '../../ingest/documents.ts';
import type { HealthReport } from '../../ingest/report/health.ts';
import type { OriginalQuery } from '../../ingest/source/original.ts';
import type { Embedder } from '../../types.ts';

/** An error as data; the code is null where no operator can mend it. */
interface PackedError {
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly stack: string;
}

/** An error as data. */
export function packError(error: unknown): PackedError {
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  return { code: error instanceof AppError ? error.code : null, message, stack };
}

/** The error again, with its code, its message and where it arose. */
export function unpackError({ code, message, stack }: PackedError): Error {
  const error = code === null ? new Error(message) : new AppError(code, message);
  error.stack = stack;
  return error;
}

/** Every task: its input and what comes of it. */
export interface Tasks {
  /** Reads one file as a report, made ready to be asked about. */
  readonly read: { readonly input: { readonly file: string }; readonly result: PreparedDocument };
  /** Looks how the files of folders would come in, and writes nothing; the health of each folder. */
  readonly check: { readonly input: CheckOrder; readonly result: readonly HealthReport[] };
  /** Builds the index of the configured corpus, or of the one that a person named for it. */
  readonly build: { readonly input: IndexPlaces; readonly result: HealthReport };
  /** Finds the file of a report, or draws a page of its scan; null where it is gone or changed. */
  readonly page: { readonly input: PageOrder; readonly result: Uint8Array | null };
  /** Writes state and index into one file. */
  readonly backup: { readonly input: BackupOrder; readonly result: { readonly bytes: number } };
}

/** Name of a task. */
export type TaskName = keyof Tasks;

/** The corpus to read and the folder of the index. */
export interface IndexPlaces {
  /** Folders and files. */
  readonly corpus: readonly string[];
  readonly indexDir: string;
}

/** A file, and the page of it to be drawn, from 1; null: the file itself. */
export interface PageOrder extends OriginalQuery {
  readonly page: number | null;
  /** Pages that it has in all. */
  readonly pageCount: number;
}

/** Which folders to keep in which file. */
interface BackupOrder {
  readonly file: string;
  readonly indexDir: string;
  readonly stateDir: string;
  readonly correctionsFile?: string;
  /** ISO 8601. */
  readonly madeAt: string;
}

/** A vector space by name. */
export type EmbedderIdentity = Pick<Embedder, 'id' | 'dimension'>;

/** A task by name with what it is given. */
export type Task = {
  readonly [Name in TaskName]: { readonly name: Name; readonly input: Tasks[Name]['input'] };
}[TaskName];

/** The data a process starts with. */
export interface WorkerOrder {
  readonly task: Task;
  /** Null: no vectors. */
  readonly embedder: EmbedderIdentity | null;
  /** The time as the asking thread knows it, in ms since 1970. */
  readonly nowMs: number;
}

/** A message from the working process; the first is that it is ready. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly progress: IngestProgress }
  | { readonly kind: 'embed'; readonly number: number; readonly texts: readonly string[] }
  | { readonly kind: 'done'; readonly result: Tasks[TaskName]['result'] }
  | { readonly kind: 'failed'; readonly fault: PackedError };

/** The vectors that the working process asked for by the same number, or why there are none. */
export type Embedded =
  | { readonly number: number; readonly vectors: Float32Array[] }
  | { readonly number: number; readonly fault: PackedError };
