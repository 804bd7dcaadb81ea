// The file of a collection's vectors, `vectors.bin`: the truth from which every vector index is derived. Little-endian:
//
//   "QZVB" · version u32 · dimension u32 · count u32 · bytes of the embedder's id u32
//   embedder id, UTF-8, padded with NUL to 4 bytes · vectors f32 × count × dimension · SHA-256 of all bytes before it

import { createHash } from 'node:crypto';
import type { PackedVectors } from './vectors-index.ts';

const MAGIC = 'QZVB';
const VERSION = 1;
const HEADER_BYTES = 20;
const CHECKSUM_BYTES = 32;
const UNIT_TOLERANCE = 1e-6;

/** Identity of the vectors in a file. */
export interface VectorIdentity {
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
