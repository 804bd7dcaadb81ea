import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode, plausibility } from '../../src/ingest/decode.ts';

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
  ])('%s (written as %s)', (encoding, written, text) => {
    expect(decode(iconv.encode(text, written))).toEqual({ ok: true, text, encoding });
  });

  test.each([
    ['utf-8', 'utf8'],
    ['utf-16le', 'utf16le'],
    ['utf-16be', 'utf16be'],
  ])('%s with a byte-order mark, which is not part of the text', (encoding, written) => {
    expect(decode(iconv.encode(TEXT, written, { addBOM: true }))).toEqual({ ok: true, text: TEXT, encoding });
  });

  test('plain ASCII', () => {
    expect(decode(Buffer.from('District report 2023'))).toMatchObject({ ok: true, encoding: 'utf-8' });
  });
});

describe('a file is refused with its reason:', () => {
  test.each([
    ['zero bytes', Buffer.alloc(0), 'empty'],
    ['white space alone', Buffer.from(' \n\t\u3000'), 'empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff, 0xfe]), 'binary'],
    ['text full of control characters', Buffer.from('\u0001\u0002\u0003公园'), 'binary'],
    ['UTF-8 with a NUL', Buffer.from('公园\u0000公园'), 'binary'],
    ['UTF-8 cut within a character', Buffer.from(TEXT).subarray(0, 40), 'unknown-encoding'],
    [
      'GB18030 with a bad byte',
      Buffer.concat([iconv.encode(TEXT, 'gbk'), Buffer.from([0xff, 0x20])]),
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
