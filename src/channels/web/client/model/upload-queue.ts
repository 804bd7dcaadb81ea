// A queue of uploads: a few at a time, again where the server is busy, until all are through. Draws nothing.
import { RequestFault } from '../api.ts';
import type { NamedFile } from './dropped-files.ts';

/** How far a queue is. */
export interface UploadState {
  readonly total: number;
  readonly done: number;
  /** Files that the server refused, with its reason. */
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
}

/** Nothing to upload. */
export const NO_UPLOADS: UploadState = { total: 0, done: 0, refused: [] };

const AT_ONCE = 3;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** Busy, too many requests, or out of reach for a moment: asked again. */
const PASSING: ReadonlySet<number> = new Set([0, 429, 502, 503]);
const MAX_ATTEMPTS = 60;

/** The parts of a queue. */
interface QueueParts {
  /** Uploads one file. @throws RequestFault */
  readonly send: (file: NamedFile) => Promise<unknown>;
  readonly sleep: (ms: number) => Promise<void>;
  /** Returns a fault in words. */
  readonly reasonOf: (fault: unknown) => string;
  readonly onChange: (state: UploadState) => void;
}

/** Uploads files; each is tried until it is through or refused for what it is. Resolves when all are. */
export async function uploadAll(
  files: readonly NamedFile[],
  { send, sleep, reasonOf, onChange }: QueueParts,
): Promise<void> {
  let state: UploadState = { total: files.length, done: 0, refused: [] };
  const change = (next: Partial<UploadState>): void => {
    state = { ...state, ...next };
    onChange(state);
  };
  change({});
  const open = [...files];
  const work = async (): Promise<void> => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const { path } = next;
      const fault = await tried(next, { send, sleep });
      const refused = fault === null ? state.refused : [...state.refused, { path, reason: reasonOf(fault) }];
      change({ done: state.done + 1, refused });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** Sends a file, again after a wait while the server is busy; returns why it was refused, or null. */
async function tried(file: NamedFile, { send, sleep }: Pick<QueueParts, 'send' | 'sleep'>): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    try {
      await send(file);
      return null;
    } catch (fault) {
      const isPassing = fault instanceof RequestFault && PASSING.has(fault.status);
      if (!isPassing || attempt === MAX_ATTEMPTS) return fault;
      await sleep(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * attempt));
    }
  }
}
