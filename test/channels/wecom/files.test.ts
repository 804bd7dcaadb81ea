import { createCipheriv, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decipher, nameIn, uploadFile } from '../../../src/channels/wecom/files.ts';
import { LIMITS } from '../../../src/channels/wecom/protocol.ts';

const encipher = (text: string, key: Buffer): Buffer => {
  const bytes = Buffer.from(text);
  const filling = 32 - (bytes.length % 32);
  const machine = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([machine.update(Buffer.concat([bytes, Buffer.alloc(filling, filling)])), machine.final()]);
};

describe('a file of WeCom', () => {
  test.each(['', '柳溪', 'x'.repeat(31), 'x'.repeat(32), 'x'.repeat(1_000)])('is deciphered whole', (text) => {
    const key = randomBytes(32);
    expect(Buffer.from(decipher(encipher(text, key), key.toString('base64'))).toString()).toBe(text);
  });

  test('of another key is refused, not read as something else', () => {
    const read = (): unknown =>
      decipher(encipher('柳溪区'.repeat(40), Buffer.alloc(32, 1)), Buffer.alloc(32, 2).toString('base64'));
    expect(read).toThrow('cannot be deciphered');
  });

  test.each([
    ["attachment; filename*=UTF-8''%E6%9F%B3%E6%BA%AA.txt", '柳溪.txt'],
    ['attachment; filename="a b.pdf"', 'a b.pdf'],
    ['attachment; filename=%zz', '%zz'],
    ['inline', null],
  ])('is named %j', (disposition, name) => expect(nameIn(disposition)).toBe(name));
});

test('a file is uploaded in pieces, each within the limit; a piece that is declined ends it', async () => {
  const calls: { cmd: string; body: { base64_data?: string; chunk_index?: number } }[] = [];
  const request = async (cmd: string, body: unknown) => {
    calls.push({ cmd, body: body as { base64_data?: string } });
    return { code: calls.length === 4 ? 45_009 : 0, message: '', body: { upload_id: 'u' } };
  };
  const text = 'x'.repeat(LIMITS.chunkBytes * 2 + 1);
  expect(await uploadFile({ name: 'a.csv', text }, { request })).toMatchObject({ code: 45_009 });
  expect(calls.map(({ cmd }) => cmd.replace('aibot_upload_media_', ''))).toEqual(['init', 'chunk', 'chunk', 'chunk']);
  expect(calls.slice(1).map(({ body }) => Buffer.from(body.base64_data ?? '', 'base64').length)).toEqual([
    LIMITS.chunkBytes,
    LIMITS.chunkBytes,
    1,
  ]);
});
