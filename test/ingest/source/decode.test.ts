import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/ingest/source/decode.ts';
import { plausibility } from '../../../src/ingest/source/plausibility.ts';

const TEXT = '云溪区坚持把公园建到群众家门口，一年新建口袋公园12个，居民满意度位居全市第二。';
const TRADITIONAL = '雲溪區堅持把公園建到群眾家門口，一年新建口袋公園12個，居民滿意度位居全市第二。';

describe('a text is decoded from', () => {
  test.each([
    ['utf-8', 'utf8', TEXT],
    ['gb18030', 'gb18030', TEXT],
    ['gb18030', 'gbk', TEXT],
    ['big5', 'big5', TRADITIONAL],
    ['gb18030', 'gbk', TRADITIONAL],
    ['gb18030', 'gb18030', `${TEXT}㵲阳镇、䢺村`],
    ['gb18030', 'gbk', `${'plain ASCII notes. '.repeat(220)}${TEXT}`],
    ['big5', 'big5', `${'plain ASCII notes. '.repeat(2200)}${TRADITIONAL}`],
    ['utf-16le', 'utf16le', TEXT],
    ['utf-16be', 'utf16be', TEXT],
    ['utf-16le', 'utf16le', 'District report of 2023\r\nGDP 12.5'],
  ])('%s (written as %s)', (encoding, written, text) => {
    expect(decode(iconv.encode(text, written))).toEqual({ ok: true, text, encoding, remarks: [] });
  });

  test.each([
    ['utf-8', 'utf8'],
    ['utf-16le', 'utf16le'],
    ['utf-16be', 'utf16be'],
  ])('%s with a byte-order mark, which is not part of the text', (encoding, written) => {
    expect(decode(iconv.encode(TEXT, written, { addBOM: true }))).toEqual({
      ok: true,
      text: TEXT,
      encoding,
      remarks: [],
    });
  });

  test('plain ASCII', () => {
    expect(decode(Buffer.from('District report 2023'))).toMatchObject({ ok: true, encoding: 'utf-8' });
  });
});

describe('a few bytes that mean nothing are replaced, and it is told:', () => {
  const long = TEXT.repeat(20);
  const spoilt = (bytes: Buffer, at: number): Buffer =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at)]);

  test.each([
    ['GBK with one bad byte', 'gb18030', spoilt(iconv.encode(long, 'gbk'), 400)],
    ['GBK with one bad byte in a short text', 'gb18030', spoilt(iconv.encode(TEXT, 'gbk'), 20)],
    ['UTF-8 cut within a character', 'utf-8', Buffer.from(long).subarray(0, 400)],
    ['UTF-8 with a foreign byte', 'utf-8', spoilt(Buffer.from(long), 5 * Buffer.byteLength(TEXT))],
    ['UTF-16 cut within a character', 'utf-16le', iconv.encode(long, 'utf16le', { addBOM: true }).subarray(0, 401)],
  ])('%s', (_, encoding, bytes) => {
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ ok: true, encoding, remarks: [expect.stringContaining('1 characters')] });
    expect(decoded.ok && decoded.text.match(/\uFFFD/g)).toHaveLength(1);
    expect(decoded.ok && decoded.text).toContain('满意度位居全市第二');
  });

  test('Big5 with one bad byte', () => {
    const bytes = spoilt(iconv.encode(TRADITIONAL.repeat(20), 'big5'), 400);
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ ok: true, encoding: 'big5' });
    expect(decoded.ok && decoded.text).toContain('居民滿意度位居全市第二');
  });

  test('but not many', () => {
    const holes = Array.from({ length: 20 }, (_, index) => index * 60).reduce(spoilt, iconv.encode(long, 'gbk'));
    expect(decode(holes)).toMatchObject({ ok: false, code: 'unknown-encoding' });
  });
});

describe('a file is refused with its reason:', () => {
  test.each([
    ['zero bytes', Buffer.alloc(0), 'empty'],
    ['white space alone', Buffer.from(' \n\t\u3000'), 'empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff, 0xfe]), 'binary'],
    ['text full of control characters', Buffer.from('\u0001\u0002\u0003公园'), 'binary'],
    ['UTF-8 with a NUL', Buffer.from('公园\u0000公园'), 'binary'],
    [
      'text that was garbled before it was saved',
      Buffer.from(iconv.decode(Buffer.from(TEXT), 'gbk')),
      'unknown-encoding',
    ],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 400 }, (_, index) => 1 + ((index * 7919 + 13) % 255))),
      'unknown-encoding',
    ],
    [
      'Shift JIS',
      iconv.encode('このまちの公園について、市民のみなさまにお知らせします。', 'shift_jis'),
      'unknown-encoding',
    ],
    ['Latin-1', iconv.encode('Über die Gärten der Städte', 'latin1'), 'unknown-encoding'],
  ])('%s', (_, bytes, code) => {
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ ok: false, code });
    expect(decoded.ok || decoded.reason).toMatch(/\w/);
  });
});

test('a text read in the wrong encoding is implausible, the right one is not', () => {
  const garbled = iconv.decode(iconv.encode(TRADITIONAL, 'big5'), 'gb18030');
  expect(plausibility(garbled)).toBeLessThan(0.7);
  expect(plausibility(TEXT)).toBeGreaterThan(0.95);
  expect(plausibility(TRADITIONAL)).toBeGreaterThan(0.95);
  expect(plausibility('no Chinese at all')).toBe(1);
});
