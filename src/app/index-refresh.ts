// Brings the index up to date at the start, and says so on standard error.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { refreshIndex } from '../ingest/refresh.ts';
import { openLibrary } from '../store/index/generation.ts';
import { currentGeneration } from '../store/index/pointer.ts';
import type { Embedder } from '../types.ts';
import { drawProgress, tell, tellProgress } from './cli/command.ts';

/** True if an index is there that can be opened and checked. */
function isUsable(indexDir: string): boolean {
  if (currentGeneration(indexDir) === null) return false;
  try {
    openLibrary(indexDir).close();
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** Builds the index where it is missing or stale. Where that fails, an older index goes on serving, and a line says so. */
export async function bringUpToDate(
  { corpusDir, indexDir, language }: Pick<Config, 'corpusDir' | 'indexDir' | 'language'>,
  embedder: Embedder,
  now: () => Date,
): Promise<void> {
  try {
    const health = await refreshIndex({
      corpus: [corpusDir],
      indexDir,
      embedder,
      language,
      onStale: (reason) => tell(`Building the index: ${reason}.`),
      onOtherCorpus: (places) =>
        tell(
          `The index keeps to ${places.join(', ')}, named to npm run ingest, not to ${corpusDir}; npm run ingest changes back.`,
        ),
      onProgress: (progress) => tellProgress(drawProgress(progress)),
      onWait: () => tell('Another ingest is at work; waiting for it …'),
      now,
      sleep,
    });
    tellProgress('');
    if (health === null) return;
    const { reports, passages, skipped } = health.totals;
    const left = skipped > 0 ? `; ${skipped} left out (npm run ingest says why)` : '';
    tell(`${reports} reports, ${passages} passages in ${(health.elapsedMs / 1000).toFixed(1)} s${left}.`);
  } catch (error) {
    tellProgress('');
    if (!(error instanceof AppError) || !isUsable(indexDir)) throw error;
    tell(`The index could not be brought up to date, the one of before serves: ${error.message}`);
  }
}
