// The packed lexical index as bytes: a header that says what it is, then the arrays as they lie in memory.
// It checks the header and the lengths; whether the bytes belong to a generation is checked by its manifest.
import { AppError } from '../../../errors.ts';
import type { FieldPostings } from './field-postings.ts';
import type { Postings } from './postings.ts';

/** "QZLX" and the version of the format; another version is refused. */
const MAGIC = 0x585a4c51;
const VERSION = 2;
const FIELD_ARRAYS = ['slots', 'keyHigh', 'keyLow', 'offsets', 'entries', 'lengths'] as const;
const HEADER_WORDS = 3 + 2 * FIELD_ARRAYS.length;

/** Bytes of the file `lexical.bin`: magic, version, passage count, twelve lengths, twelve arrays (little-endian uint32). */
export function encodePostings(postings: Postings): Uint8Array {
  const arrays = [postings.body, postings.heading].flatMap((field) => FIELD_ARRAYS.map((name) => field[name]));
  const header = Uint32Array.of(MAGIC, VERSION, postings.passageCount, ...arrays.map((array) => array.length));
  const all = [header, ...arrays];
  const bytes = new Uint8Array(all.reduce((sum, array) => sum + array.byteLength, 0));
  let at = 0;
  for (const array of all) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return bytes;
}

/**
 * Opens what `encodePostings` wrote, without copying where the bytes are aligned.
 * @throws AppError index/foreign for another format or version, index/corrupt where lengths do not add up
 */
export function decodePostings(bytes: Uint8Array): Postings {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, Math.floor(aligned.byteLength / 4));
  if (words[0] !== MAGIC || words[1] !== VERSION) {
    throw new AppError('index/foreign', 'lexical.bin was written by another version. Run: npm run ingest -- --full');
  }
  const lengths = [...words.subarray(3, HEADER_WORDS)];
  const total = lengths.reduce((sum, length) => sum + length, HEADER_WORDS);
  if (lengths.length !== HEADER_WORDS - 3 || total * 4 !== bytes.byteLength) {
    throw new AppError('index/corrupt', 'lexical.bin is cut short or too long. Run: npm run ingest -- --full');
  }
  let at = HEADER_WORDS;
  const take = (): Uint32Array => {
    const length = lengths.shift() ?? 0;
    at += length;
    return words.subarray(at - length, at);
  };
  const field = (): FieldPostings => ({
    slots: take(),
    keyHigh: take(),
    keyLow: take(),
    offsets: take(),
    entries: take(),
    lengths: take(),
  });
  return { passageCount: words[2] ?? 0, body: field(), heading: field() };
}
