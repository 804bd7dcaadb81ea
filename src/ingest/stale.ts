// Tells whether an index is whole and up to date with its corpus, without reading the corpus: sizes and times of change decide.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../errors.ts';
import { sha256 } from '../store/files.ts';
import { type CorpusStamp, checkFiles, type Manifest, readManifest } from '../store/index/manifest.ts';
import { liveFolder } from '../store/index/pointer.ts';
import { rulesId } from './rules.ts';
import { listCorpus } from './source/files.ts';

/** Configuration of an index: the corpus, and the embedder's id (null: no vectors). */
interface ConfiguredIndex {
  readonly corpus: readonly string[];
  readonly embedderId: string | null;
}

/** State of an index with regard to its corpus. */
interface Staleness {
  /** Why it must be built (again); null if it is up to date. */
  readonly reason: string | null;
  /** The corpus to build it from: the one that a person named for it while that exists, else the configured one. */
  readonly corpus: readonly string[];
  readonly isCorpusNamed: boolean;
  /** The corpus that a person named where it is not the configured one; null: the index is built from the configured one. */
  readonly otherCorpus: readonly string[] | null;
}

/**
 * Identity of a corpus as it is now: paths, sizes and times of change of all its files.
 * @throws AppError corpus/missing, corpus/unreadable
 */
export function stampCorpus(corpus: readonly string[], isNamed: boolean): CorpusStamp {
  const files = listCorpus(corpus, []).map(({ path, bytes, changedMs }) => [path, bytes, changedMs]);
  return { places: corpus.map((place) => resolve(place)), isNamed, fingerprint: sha256(JSON.stringify(files)) };
}

function manifestOf(indexDir: string): Manifest | string {
  try {
    const folder = liveFolder(indexDir);
    const manifest = readManifest(folder);
    checkFiles(folder, manifest, false);
    return manifest;
  } catch (error) {
    if (error instanceof AppError && error.code === 'index/missing') return 'there is no index yet';
    if (error instanceof AppError && error.code.startsWith('index/')) return error.message;
    throw error;
  }
}

function reasonOf(manifest: Manifest, corpus: readonly string[], embedderId: string | null): string | null {
  if (manifest.rules !== rulesId()) return 'the rules by which reports are read have changed';
  if ((manifest.embedder?.id ?? null) !== embedderId) return 'another embedder is configured';
  const now = stampCorpus(corpus, false);
  if (now.places.join('\n') !== manifest.corpus.places.join('\n')) return 'another corpus is configured';
  return now.fingerprint === manifest.corpus.fingerprint ? null : 'the corpus has changed';
}

/**
 * Tells whether an index is out of date, why, and what to build it from.
 * @throws AppError corpus/missing, corpus/unreadable
 */
export function staleness(indexDir: string, { corpus, embedderId }: ConfiguredIndex): Staleness {
  const manifest = manifestOf(indexDir);
  if (typeof manifest === 'string') return { reason: manifest, corpus, isCorpusNamed: false, otherCorpus: null };
  const isCorpusNamed = manifest.corpus.isNamed && manifest.corpus.places.every((place) => existsSync(place));
  const places = isCorpusNamed ? manifest.corpus.places : corpus;
  const isOther = places.map((place) => resolve(place)).join('\n') !== corpus.map((place) => resolve(place)).join('\n');
  const reason = reasonOf(manifest, places, embedderId);
  return { reason, corpus: places, isCorpusNamed, otherCorpus: isOther ? places : null };
}
