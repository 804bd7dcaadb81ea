// Decides what of the live generation may be taken over: nothing, the unchanged reports, or all of it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { FILES, type Manifest, writeManifest } from '../store/index/manifest.ts';
import { currentGeneration } from '../store/index/pointer.ts';
import { Previous } from '../store/index/previous.ts';
import type { Embedder } from '../types.ts';
import type { GatheredCorpus } from './gather.ts';
import type { Knowledge } from './prepare.ts';
import type { Conflict } from './report/conflicts.ts';
import type { HealthReport } from './report/health.ts';
import { stampCorpus } from './stale.ts';

/** Options of a run that decide whether reports can be taken over. */
interface ReuseOptions {
  readonly corpus: readonly string[];
  readonly isCorpusNamed?: boolean;
  readonly indexDir: string;
  readonly embedder: Embedder | null;
  readonly isFull?: boolean;
  readonly knowledge?: Knowledge;
}

/**
 * Returns the live generation, where it is whole and was made by the same rules; else null.
 * @param notices takes a line where there is a live generation that is not whole
 */
export function openPrevious(
  { indexDir, isFull, knowledge }: ReuseOptions,
  rules: string,
  notices: string[],
): Previous | null {
  const live = currentGeneration(indexDir);
  if (live === null || isFull || knowledge !== undefined || !existsSync(join(indexDir, live))) return null;
  try {
    const previous = new Previous(join(indexDir, live));
    return previous.manifest.rules === rules ? previous : null;
  } catch (error) {
    const isForeign = error instanceof AppError && error.code === 'index/foreign';
    if (!isForeign) notices.push(`The index of before is damaged (${live}): all was read anew.`);
    return null;
  }
}

const identityOf = (embedder: { id: string; dimension: number } | null): string =>
  embedder ? `${embedder.id} ${embedder.dimension}` : '';

function readHealth(folder: string): HealthReport | null {
  try {
    return JSON.parse(readFileSync(join(folder, FILES.health), 'utf8')) as HealthReport;
  } catch {
    return null;
  }
}

/** Returns the health report of before, where no file of the corpus was touched since and the embedder is the same; else null. */
export function unchangedHealth({ folder, manifest }: Previous, options: ReuseOptions): HealthReport | null {
  if (identityOf(options.embedder) !== identityOf(manifest.embedder)) return null;
  const now = stampCorpus(options.corpus, options.isCorpusNamed ?? false);
  const isSame = JSON.stringify(now) === JSON.stringify(manifest.corpus);
  const health = isSame ? readHealth(folder) : null;
  return health && { ...health, isUnchanged: true, reused: health.reports.length };
}

/**
 * Returns the live generation, where a reading of the whole corpus has shown that it holds the same reports in the same order:
 * its manifest is told how the corpus looks now, so that the next run need not read. Null where a new one is due.
 */
export function serveOn(
  previous: Previous | null,
  manifest: Manifest,
  { fresh, isOrdered, reusedCount, reports }: GatheredCorpus,
): { folder: string; generation: string; conflicts: readonly Conflict[] } | null {
  if (
    previous === null ||
    fresh.length > 0 ||
    !isOrdered ||
    reusedCount !== reports.length ||
    reusedCount !== previous.reportCount
  )
    return null;
  if (identityOf(manifest.embedder) !== identityOf(previous.manifest.embedder)) return null;
  const health = readHealth(previous.folder);
  if (health === null) return null;
  writeManifest(previous.folder, { ...previous.manifest, corpus: manifest.corpus });
  return { folder: previous.folder, generation: previous.manifest.generation, conflicts: health.conflicts ?? [] };
}
