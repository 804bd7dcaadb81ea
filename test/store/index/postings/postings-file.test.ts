import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../src/errors.ts';
import { buildPostings, type Postings } from '../../../../src/store/index/postings/postings.ts';
import { decodePostings, encodePostings } from '../../../../src/store/index/postings/postings-file.ts';
import { randomPassages } from '../../support/random-texts.ts';

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'no fault';
};

/** Every array of an index as bytes, by name: comparing typed arrays number by number takes long. */
function bytesOf({ passageCount, body, heading }: Postings): Record<string, unknown> {
  const named = [body, heading].flatMap((field, index) =>
    Object.entries(field).map(([name, array]: [string, Uint32Array]) => [
      `${index} ${name}`,
      Buffer.from(Uint32Array.from(array).buffer).toString('base64'),
    ]),
  );
  return { passageCount, ...Object.fromEntries(named) };
}

describe('the file of the lexical index', () => {
  test.each([0, 1, 50])('decodes to what was encoded (%i passages)', (count) => {
    const postings = buildPostings(randomPassages(4, count));
    expect(bytesOf(decodePostings(encodePostings(postings)))).toEqual(bytesOf(postings));
  });

  test('decodes from the middle of a buffer, aligned or not', () => {
    const postings = buildPostings(randomPassages(5, 20));
    const bytes = encodePostings(postings);
    for (const offset of [1, 2, 4, 7]) {
      const larger = new Uint8Array(bytes.length + 16);
      larger.set(bytes, offset);
      expect(bytesOf(decodePostings(larger.subarray(offset, offset + bytes.length)))).toEqual(bytesOf(postings));
    }
  });

  test('is the same for the same passages', () => {
    const build = (): Uint8Array => encodePostings(buildPostings(randomPassages(6, 30)));
    expect(Buffer.compare(build(), build())).toBe(0);
  });

  test('another format or version is refused, with the command that mends it', () => {
    const bytes = encodePostings(buildPostings(randomPassages(7, 5)));
    const otherVersion = bytes.slice();
    otherVersion[4] = (otherVersion[4] ?? 0) + 1;
    expect(codeOf(() => decodePostings(otherVersion))).toBe('index/foreign');
    expect(codeOf(() => decodePostings(new TextEncoder().encode('no index at all')))).toBe('index/foreign');
    expect(codeOf(() => decodePostings(new Uint8Array()))).toBe('index/foreign');
    expect(() => decodePostings(otherVersion)).toThrow(/npm run ingest -- --full/);
  });

  test('cut short or lengthened anywhere, it is refused', () => {
    const bytes = encodePostings(buildPostings(randomPassages(8, 5)));
    for (const length of [9, 40, bytes.length - 4, bytes.length - 1]) {
      expect(codeOf(() => decodePostings(bytes.slice(0, length)))).toBe('index/corrupt');
    }
    const longer = new Uint8Array(bytes.length + 4);
    longer.set(bytes);
    expect(codeOf(() => decodePostings(longer))).toBe('index/corrupt');
  });

  test('lengths that do not add up are refused', () => {
    const bytes = encodePostings(buildPostings(randomPassages(8, 5)));
    bytes[12] = (bytes[12] ?? 0) ^ 1;
    expect(codeOf(() => decodePostings(bytes))).toBe('index/corrupt');
  });
});
