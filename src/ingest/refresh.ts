// Brings an index up to date where it is missing or stale: what `npm start` does before it serves.
import { type IngestOptions, ingest } from './build.ts';
import type { HealthReport } from './report/health.ts';
import { staleness } from './stale.ts';

/** As for an ingest; `onStale` hears why one is needed, `onOtherCorpus` which corpus the index keeps to instead of the configured one. */
interface RefreshOptions extends Omit<IngestOptions, 'isCorpusNamed' | 'isDryRun'> {
  readonly onStale?: (reason: string) => void;
  readonly onOtherCorpus?: (corpus: readonly string[]) => void;
}

/**
 * Builds the index if it has to be built.
 * @returns the health report of the build, or null if the index was up to date
 * @throws AppError as `ingest`
 */
export async function refreshIndex({
  onStale,
  onOtherCorpus,
  ...options
}: RefreshOptions): Promise<HealthReport | null> {
  const { reason, corpus, isCorpusNamed, otherCorpus } = staleness(options.indexDir, {
    corpus: options.corpus,
    embedderId: options.embedder?.id ?? null,
  });
  if (otherCorpus) onOtherCorpus?.(otherCorpus);
  if (reason === null) return null;
  onStale?.(reason);
  return ingest({ ...options, corpus, isCorpusNamed });
}
