// Watches a corpus and calls for an ingest when it has changed and come to rest. It looks at sizes and times of change at intervals:
// this works for every folder, network shares included, and needs no memory of events. It reads no file.
import { AppError } from '../errors.ts';
import { stampCorpus } from './stale.ts';

/** Options of watching. */
interface WatchOptions {
  readonly corpus: readonly string[];
  /** Called when the corpus has changed and then stayed the same for one interval. */
  readonly onChange: () => Promise<void>;
  /** Told once when the corpus cannot be looked at; watching goes on. */
  readonly onTrouble: (message: string) => void;
  readonly signal: AbortSignal;
  readonly sleep: (ms: number) => Promise<void>;
  /** Time between two looks; default 2 s. */
  readonly intervalMs?: number;
}

const INTERVAL_MS = 2_000;

function look(corpus: readonly string[]): { fingerprint: string } | { trouble: string } {
  try {
    return { fingerprint: stampCorpus(corpus, false).fingerprint };
  } catch (error) {
    if (error instanceof AppError) return { trouble: error.message };
    throw error;
  }
}

/** Watches until the signal is given. Changes during an ingest are seen after it: none is lost, and no two run at once. */
export async function watchCorpus({
  corpus,
  onChange,
  onTrouble,
  signal,
  sleep,
  intervalMs = INTERVAL_MS,
}: WatchOptions): Promise<void> {
  const first = look(corpus);
  let done = 'fingerprint' in first ? first.fingerprint : '';
  let seen = done;
  let told = '';
  while (!signal.aborted) {
    await sleep(intervalMs);
    if (signal.aborted) return;
    const now = look(corpus);
    if ('trouble' in now) {
      if (now.trouble !== told) onTrouble(now.trouble);
      told = now.trouble;
      continue;
    }
    told = '';
    const isAtRest = now.fingerprint === seen;
    seen = now.fingerprint;
    if (seen === done || !isAtRest) continue;
    done = seen;
    await onChange();
  }
}
