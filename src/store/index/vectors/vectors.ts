// The vectors of a generation: writes `vectors.bin`, and opens it as the fastest index at hand. It embeds nothing.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../errors.ts';
import { writeWhole } from '../../files.ts';
import { movedIndex, readPlaces } from './vectors-carried-over.ts';
import { exactIndex } from './vectors-exact.ts';
import { decodeVectors, encodeVectors, type VectorIdentity } from './vectors-file.ts';
import { buildGraph, type Hnswlib, hnswIndex, loadGraph, loadHnswlib, saveGraph } from './vectors-hnsw.ts';
import type { PackedVectors, VectorIndex } from './vectors-index.ts';

/** Options of opening or writing vectors; the defaults suit everyone but tests. */
interface VectorOptions {
  /** hnswlib-node, or null to search exactly. Default: what is installed. */
  readonly hnswlib?: Hnswlib | null;
  /** Vectors from which on hnswlib is used. Default 5,000: below, a scan takes under a millisecond. */
  readonly hnswFrom?: number;
  /** Told why a saved graph had to be built anew. */
  readonly onRebuild?: (reason: string) => void;
}

const VECTORS_FILE = 'vectors.bin';
const HNSW_FROM = 5_000;
const REMEDY = 'Run: npm run ingest -- --full';

/**
 * Writes the vectors of a new generation and, where it pays, their graph.
 * @param folder must exist   @param vectors vector of passage n at place n
 * @returns SHA-256 of the vectors, for the generation's manifest
 * @throws RangeError if a vector has another dimension or holds what is no finite number; AppError 'disk/…'
 */
export function writeVectors(
  folder: string,
  vectors: readonly Float32Array[],
  identity: VectorIdentity & VectorOptions,
): { readonly sha256: string } {
  const bytes = encodeVectors(vectors, identity);
  writeWhole(join(folder, VECTORS_FILE), bytes);
  const packed = decodeVectors(bytes);
  const hnswlib = hnswlibFor(packed, identity);
  if (hnswlib !== null) saveGraph(folder, buildGraph(hnswlib, packed), packed);
  return { sha256: packed.sha256 };
}

/**
 * Reads the vectors of a generation, checked from end to end: to reuse the vectors of unchanged passages.
 * @throws AppError 'index/corrupt' if the file is missing, cut short or altered; 'index/foreign' if another embedder made it
 */
export function readVectors(folder: string, expected: VectorIdentity): PackedVectors {
  const packed = decodeOrExplain(join(folder, VECTORS_FILE));
  if (packed.embedderId !== expected.embedderId || packed.dimension !== expected.dimension) {
    const [built, wanted] = [packed, expected].map((one) => `${one.embedderId} (${one.dimension} dimensions)`);
    throw new AppError(
      'index/foreign',
      `The vectors were made by ${built}; this configuration asks for ${wanted}. ${REMEDY}`,
    );
  }
  return packed;
}

/**
 * Opens the vectors of a generation for search. A graph that is missing, corrupt or of other vectors is built anew.
 * @throws AppError 'index/corrupt' | 'index/foreign', as `readVectors`
 */
export function openVectors(folder: string, expected: VectorIdentity, options: VectorOptions = {}): VectorIndex {
  const packed = readVectors(folder, expected);
  const hnswlib = hnswlibFor(packed, options);
  if (hnswlib === null) return exactIndex(packed);
  const places = readPlaces(folder, packed);
  const loaded = loadGraph(folder, hnswlib, { ...packed, ...places?.base });
  if (typeof loaded !== 'string') {
    const index = hnswIndex(loaded, packed.dimension);
    return places === null ? index : movedIndex(index, places, packed);
  }
  options.onRebuild?.(loaded);
  const rebuilt = buildGraph(hnswlib, packed);
  keepIfPossible(() => saveGraph(folder, rebuilt, packed));
  return hnswIndex(rebuilt, packed.dimension);
}

function hnswlibFor(packed: PackedVectors, { hnswlib, hnswFrom = HNSW_FROM }: VectorOptions): Hnswlib | null {
  if (packed.count < hnswFrom) return null;
  return hnswlib === undefined ? loadHnswlib() : hnswlib;
}

function decodeOrExplain(path: string): PackedVectors {
  try {
    return decodeVectors(readFileSync(path));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('index/corrupt', `The vectors of the index cannot be read (${reason}). ${REMEDY}`, { cause });
  }
}

/** A cache that cannot be kept (read-only folder, full disk) costs time at the next start and nothing else. */
function keepIfPossible(save: () => void): void {
  try {
    save();
  } catch {
    // The graph in memory serves.
  }
}
