// The vectors of a generation: writes `vectors.bin`, and opens it as the fastest index at hand. It embeds nothing.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../errors.ts';
import { writeWhole } from '../../files.ts';
import { movedIndex, readPlaces } from './vectors-carried-over.ts';
import { exactIndex } from './vectors-exact.ts';
import { buildGraph, type Hnswlib, hnswIndex, loadGraph, loadHnswlib, saveGraph } from './vectors-hnsw.ts';
import type { PackedVectors, VectorIndex } from './vectors-index.ts';

const MAGIC = 'QZVB';
const VERSION = 1;
const HEADER_BYTES = 20;
const CHECKSUM_BYTES = 32;
const UNIT_TOLERANCE = 1e-6;

/** Identity of the vectors in a file. */
interface VectorIdentity {
  /** `Embedder.id`. */
  readonly embedderId: string;
  readonly dimension: number;
}

/**
 * Returns the bytes of `vectors.bin`; vectors are brought to length 1.
 * @param vectors vector of passage n at place n
 * @throws RangeError if a vector has another dimension or holds what is no finite number
 */
export function encodeVectors(vectors: readonly Float32Array[], identity: VectorIdentity): Buffer {
  const { embedderId, dimension } = identity;
  const data = new Float32Array(vectors.length * dimension);
  vectors.forEach((vector, number) => {
    data.set(unitVector(vector, { number, dimension }), number * dimension);
  });
  const id = Buffer.from(embedderId);
  const header = Buffer.alloc(HEADER_BYTES + paddedLength(id.length));
  header.write(MAGIC, 'latin1');
  [VERSION, dimension, vectors.length, id.length].forEach((value, i) => {
    header.writeUInt32LE(value, 4 + 4 * i);
  });
  id.copy(header, HEADER_BYTES);
  const body = Buffer.concat([header, Buffer.from(data.buffer, data.byteOffset, data.byteLength)]);
  return Buffer.concat([body, createHash('sha256').update(body).digest()]);
}

function unitVector(vector: Float32Array, { number, dimension }: { number: number; dimension: number }): Float32Array {
  if (vector.length !== dimension)
    throw new RangeError(`vector ${number} has ${vector.length} dimensions, expected ${dimension}`);
  const squares = vector.reduce((sum, value) => sum + value * value, 0);
  if (!Number.isFinite(squares)) throw new RangeError(`vector ${number} holds what is no finite number`);
  // A vector that has come through here before stays as it is, to the bit.
  if (squares === 0 || Math.abs(squares - 1) < UNIT_TOLERANCE) return vector;
  return vector.map((value) => value / Math.sqrt(squares));
}

/**
 * Reads `vectors.bin` back, checked from end to end.
 * @throws RangeError if the bytes are no such file, of another version, cut short or altered
 */
export function decodeVectors(bytes: Buffer): PackedVectors {
  if (bytes.length < HEADER_BYTES + CHECKSUM_BYTES || bytes.toString('latin1', 0, 4) !== MAGIC)
    throw new RangeError('no vector file');
  const [version = 0, dimension = 0, count = 0, idBytes = 0] = [4, 8, 12, 16].map((at) => bytes.readUInt32LE(at));
  if (version !== VERSION) throw new RangeError(`vector file of version ${version}, expected ${VERSION}`);
  const dataAt = HEADER_BYTES + paddedLength(idBytes);
  const dataEnd = dataAt + 4 * count * dimension;
  if (bytes.length !== dataEnd + CHECKSUM_BYTES) throw new RangeError('vector file cut short');
  const digest = createHash('sha256').update(bytes.subarray(0, dataEnd)).digest();
  if (!digest.equals(bytes.subarray(dataEnd))) throw new RangeError('vector file altered since it was written');
  return {
    embedderId: bytes.toString('utf8', HEADER_BYTES, HEADER_BYTES + idBytes),
    dimension,
    count,
    data: floats(bytes.subarray(dataAt, dataEnd)),
    sha256: digest.toString('hex'),
  };
}

/** Returns a view where the bytes are aligned, a copy where not. */
function floats(bytes: Buffer): Float32Array {
  const { buffer, byteOffset, byteLength } = byteAligned(bytes);
  return new Float32Array(buffer, byteOffset, byteLength / 4);
}

function byteAligned(bytes: Buffer): Uint8Array {
  return bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
}

function paddedLength(length: number): number {
  return Math.ceil(length / 4) * 4;
}

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
