// Whether an index still tells what the corpus holds, without reading the corpus where nothing moved.
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { sha256 } from '../store/files.ts';
import { readManifest } from '../store/manifest.ts';
import { liveFolder } from '../store/pointer.ts';
import { listCorpus } from './files.ts';
import { CHUNKER_ID } from './structure.ts';

/**
 * Fingerprint of a corpus: paths, sizes and times of change of all its files.
 * @throws AppError corpus/missing, corpus/unreadable
 */
export function fingerprintCorpus(corpus: readonly string[]): string {
  const files = listCorpus(corpus, []).map((file) => [join(file.folder, file.path), file.bytes, file.changedMs]);
  return sha256(JSON.stringify(files));
}

/**
 * Why the index must be built (again), or null where it is up to date.
 * @param embedderId the embedder that is configured; null: no vectors wanted
 * @throws AppError corpus/missing, corpus/unreadable
 */
export function staleness(corpus: readonly string[], indexDir: string, embedderId: string | null): string | null {
  try {
    const manifest = readManifest(liveFolder(indexDir));
    if (manifest.chunkerId !== CHUNKER_ID) return 'the rules for passages have changed';
    if ((manifest.embedder?.id ?? null) !== embedderId) return 'another embedder is configured';
    return manifest.corpus === fingerprintCorpus(corpus) ? null : 'the corpus has changed';
  } catch (error) {
    if (error instanceof AppError && error.code === 'index/missing') return 'there is no index yet';
    if (error instanceof AppError && error.code.startsWith('index/')) return error.message;
    throw error;
  }
}
