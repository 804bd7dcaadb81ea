// Answers are compressed where that helps, and stay the same once unpacked.
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compressed } from '../../../../src/channels/web/server/compress.ts';

const LONG = JSON.stringify({ text: '柳溪区建设公园。'.repeat(500) });
const answer = (body: string, type = 'application/json; charset=utf-8', more: Record<string, string> = {}): Response =>
  new Response(body, { status: 200, headers: { 'content-type': type, ...more } });

describe('an answer', () => {
  test.each(['application/json', 'text/csv; charset=utf-8', 'text/html'])(
    'of the type %s shrinks, and unpacks to itself',
    async (type) => {
      const packed = await compressed(answer(LONG, type, { 'x-kept': 'yes' }), 'br, gzip');
      const bytes = new Uint8Array(await packed.arrayBuffer());
      expect(bytes.length).toBeLessThan(LONG.length / 5);
      expect(new TextDecoder().decode(gunzipSync(bytes))).toBe(LONG);
      expect(['content-encoding', 'vary', 'x-kept'].map((name) => packed.headers.get(name))).toEqual([
        'gzip',
        'accept-encoding',
        'yes',
      ]);
    },
  );

  test('that is short, or goes to somebody who unpacks nothing, comes as it is and with its status', async () => {
    for (const [body, accepted] of [
      ['{}', 'gzip'],
      [LONG, ''],
      [LONG, 'br'],
    ] as const) {
      const plain = await compressed(
        new Response(body, { status: 404, headers: { 'content-type': 'application/json' } }),
        accepted,
      );
      expect([plain.status, plain.headers.get('content-encoding'), await plain.text()]).toEqual([404, null, body]);
    }
  });

  test('that streams, is a download, or is compressed already is passed on untouched', async () => {
    const others = [
      answer(LONG, 'text/event-stream'),
      answer(LONG, 'application/octet-stream'),
      answer(LONG, 'application/json', { 'content-encoding': 'br' }),
    ];
    for (const other of others) expect(await compressed(other, 'gzip')).toBe(other);
  });
});
