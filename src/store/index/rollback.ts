// Goes back to the generation before the live one: a switch of the pointer, after the older one was checked from end to end.
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import { withLock } from './lock.ts';
import { checkFiles, readManifest } from './manifest.ts';
import { currentGeneration, listGenerations, liveFolder, switchTo } from './pointer.ts';

/** Options of waiting for a running ingest. */
interface RollbackOptions {
  readonly sleep: (ms: number) => Promise<void>;
  readonly onWait?: () => void;
  /** Default 60 s. */
  readonly waitMs?: number;
}

/** Result of a rollback. */
interface Rollback {
  /** The generation that was live. */
  readonly from: string | null;
  readonly to: string;
  /** ISO 8601. */
  readonly builtAt: string;
}

const WAIT_MS = 60_000;

function goBack(indexDir: string): Rollback {
  const from = currentGeneration(indexDir);
  const older = listGenerations(indexDir).filter((name) => from === null || name < from);
  const to = older.at(-1);
  if (to === undefined)
    throw new AppError(
      'index/missing',
      `${indexDir} holds no generation before ${from}. npm run ingest builds a new one from the corpus as it is.`,
    );
  const folder = join(indexDir, to);
  const manifest = readManifest(folder);
  checkFiles(folder, manifest, true);
  switchTo(indexDir, to);
  return { from, to, builtAt: manifest.builtAt };
}

/**
 * Makes the generation before the live one the live one.
 * @throws AppError index/missing where there is none, index/corrupt and index/foreign where it is not whole, index/locked
 */
export async function rollBack(
  indexDir: string,
  { sleep, onWait, waitMs = WAIT_MS }: RollbackOptions,
): Promise<Rollback> {
  // Before the lock, which would make the folder.
  liveFolder(indexDir);
  return withLock(indexDir, { waitMs, sleep, ...(onWait && { onWait }) }, async () => goBack(indexDir));
}
