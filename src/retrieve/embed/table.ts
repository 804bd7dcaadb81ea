// The file format of a word-vector table: what `scripts/dev/train-vectors.ts` writes and `builtin.ts` reads. Little-endian:
//
//   "QZWV" · version u32 · dimension u32 · count u32 · bytes of the description u32 · bytes of the words u32
//   description, JSON (provenance)      words, UTF-8, most frequent first, '\n' between them      padding to 4 bytes
//   counts u32 × count · scales f32 × count · rows i8 × count × dimension
//   checksum: SHA-256 of all bytes before it
//
// It knows nothing of how vectors are trained or used.

import { createHash } from 'node:crypto';

/** Where a table comes from. */
export interface Provenance {
  readonly corpus: string;
  /** Words of the corpus that were trained on. */
  readonly words: number;
  readonly epochs: number;
  readonly seed: number;
  /** Day of the training, `2026-11-22`. */
  readonly trainedOn: string;
}

/** A table in memory: row r of `rows` times `scales[r]` is the vector of `words[r]`, of length 1. */
export interface WordTable {
  readonly provenance: Provenance;
  readonly dimension: number;
  /** Most frequent first. */
  readonly words: readonly string[];
  readonly counts: Uint32Array;
  readonly scales: Float32Array;
  readonly rows: Int8Array;
}

const MAGIC = 'QZWV';
const VERSION = 1;
const HEADER_BYTES = 24;
const CHECKSUM_BYTES = 32;

/** Rounds each row of a matrix to 8 bits with a scale of its own; rows are brought to length 1 first. */
export function quantise(matrix: Float32Array, dimension: number): { rows: Int8Array; scales: Float32Array } {
  const rows = new Int8Array(matrix.length);
  const scales = new Float32Array(matrix.length / dimension);
  scales.forEach((_, row) => {
    const vector = matrix.subarray(row * dimension, (row + 1) * dimension);
    const length = Math.hypot(...vector) || 1;
    const scale = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / length / 127;
    scales[row] = scale;
    vector.forEach((value, d) => {
      rows[row * dimension + d] = scale === 0 ? 0 : Math.round(value / length / scale);
    });
  });
  return { rows, scales };
}

/** The bytes of a table. */
export function encodeTable(table: WordTable): Buffer {
  const description = Buffer.from(JSON.stringify(table.provenance));
  const words = Buffer.from(table.words.join('\n'));
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, 'latin1');
  [VERSION, table.dimension, table.words.length, description.length, words.length].forEach((value, i) => {
    header.writeUInt32LE(value, 4 + 4 * i);
  });
  const padding = Buffer.alloc(paddingOf(description.length + words.length));
  const arrays = [table.counts, table.scales, table.rows].map(bytesOf);
  const body = Buffer.concat([header, description, words, padding, ...arrays]);
  return Buffer.concat([body, createHash('sha256').update(body).digest()]);
}

/**
 * Reads a table back; checks magic, version and length, not the checksum (see `checksumHolds`): it runs at every start.
 * @throws RangeError if the bytes are no such table
 */
export function decodeTable(bytes: Buffer): WordTable {
  if (bytes.length < HEADER_BYTES || bytes.toString('latin1', 0, 4) !== MAGIC)
    throw new RangeError('not a word-vector table');
  const [version = 0, dimension = 0, count = 0, descriptionBytes = 0, wordBytes = 0] = [4, 8, 12, 16, 20].map((at) =>
    bytes.readUInt32LE(at),
  );
  if (version !== VERSION) throw new RangeError(`word-vector table of version ${version}, expected ${VERSION}`);
  const wordsAt = HEADER_BYTES + descriptionBytes;
  const arraysAt = wordsAt + wordBytes + paddingOf(descriptionBytes + wordBytes);
  if (bytes.length !== arraysAt + count * (8 + dimension) + CHECKSUM_BYTES)
    throw new RangeError('word-vector table cut short');
  const words = bytes.toString('utf8', wordsAt, wordsAt + wordBytes).split('\n');
  // A copy, so that the 4-byte arrays are aligned wherever the buffer came from.
  const arrays = Uint8Array.prototype.slice.call(bytes, arraysAt).buffer;
  return {
    provenance: JSON.parse(bytes.toString('utf8', HEADER_BYTES, wordsAt)) as Provenance,
    dimension,
    words: count === 0 ? [] : words,
    counts: new Uint32Array(arrays, 0, count),
    scales: new Float32Array(arrays, 4 * count, count),
    rows: new Int8Array(arrays, 8 * count, count * dimension),
  };
}

/** The identity of a table's content, 8 hexadecimal digits from its checksum. */
export function checksumOf(bytes: Buffer): string {
  return bytes.toString('hex', bytes.length - CHECKSUM_BYTES, bytes.length - CHECKSUM_BYTES + 4);
}

/** Whether the content still is what was written. */
export function checksumHolds(bytes: Buffer): boolean {
  const body = bytes.subarray(0, -CHECKSUM_BYTES);
  return createHash('sha256').update(body).digest().equals(bytes.subarray(-CHECKSUM_BYTES));
}

function paddingOf(length: number): number {
  return (4 - (length % 4)) % 4;
}

function bytesOf(array: Float32Array | Uint32Array | Int8Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}
