import { expect, test } from 'vitest';
import { checksumHolds, checksumOf, decodeTable, encodeTable, quantise } from '../../../src/retrieve/embed/table.ts';
import { seededRandom } from '../../../src/text/random.ts';
import { toyTable } from './support/toy-table.ts';

test('a table reads back as it was written', () => {
  expect(decodeTable(encodeTable(toyTable()))).toEqual(toyTable());
});

test('it reads back from any place in memory', () => {
  const bytes = encodeTable(toyTable());
  const shifted = Buffer.concat([Buffer.from('x'), bytes]).subarray(1);
  expect(decodeTable(shifted)).toEqual(toyTable());
});

test('an empty table is a table', () => {
  const empty = {
    ...toyTable(),
    words: [],
    counts: new Uint32Array(),
    scales: new Float32Array(),
    rows: new Int8Array(),
  };
  expect(decodeTable(encodeTable(empty)).words).toEqual([]);
});

test('other bytes, other versions and cut files are refused', () => {
  const bytes = encodeTable(toyTable());
  const newer = Buffer.from(bytes);
  newer.writeUInt32LE(2, 4);
  expect(() => decodeTable(Buffer.from('QZ'))).toThrow('not a word-vector table');
  expect(() => decodeTable(Buffer.alloc(4096))).toThrow('not a word-vector table');
  expect(() => decodeTable(newer)).toThrow('version 2');
  for (const end of [25, 60, bytes.length - 1]) expect(() => decodeTable(bytes.subarray(0, end))).toThrow(RangeError);
});

test('the checksum holds for what was written and for nothing else', () => {
  const bytes = encodeTable(toyTable());
  expect(checksumHolds(bytes)).toBe(true);
  for (const at of [4, 30, bytes.length - 40]) {
    const altered = Buffer.from(bytes);
    altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
    expect(checksumHolds(altered)).toBe(false);
  }
});

test('tables that differ have different identities', () => {
  const other = { ...toyTable(), counts: toyTable().counts.map((count) => count + 1) };
  expect(checksumOf(encodeTable(other))).not.toBe(checksumOf(encodeTable(toyTable())));
  expect(checksumOf(encodeTable(toyTable()))).toMatch(/^[0-9a-f]{8}$/);
});

test('rounding to 8 bits keeps a row of length 1 within half a step', () => {
  const random = seededRandom(3);
  const dimension = 100;
  const matrix = Float32Array.from({ length: 5 * dimension }, () => 20 * (random() - 0.5));
  const { rows, scales } = quantise(matrix, dimension);
  for (let row = 0; row < 5; row++) {
    const vector = matrix.subarray(row * dimension, (row + 1) * dimension);
    const length = Math.hypot(...vector);
    const scale = scales[row] ?? 0;
    vector.forEach((value, d) => {
      expect(Math.abs((rows[row * dimension + d] ?? 0) * scale - value / length)).toBeLessThanOrEqual(0.51 * scale);
    });
  }
});

test('a zero row stays zero', () => {
  expect(quantise(new Float32Array(4), 4)).toEqual({ rows: new Int8Array(4), scales: new Float32Array(1) });
});
