// What holds of every response: it is compressed where that helps, stays the same once unpacked, and carries the headers of security.
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { Maintenance } from '../../../../src/chat/corpus/maintenance.ts';
import { createWebBench, localOwner, send, type WebBench, type WebBenchOptions } from '../fixtures.ts';

const GZIP = { headers: { 'accept-encoding': 'br, gzip' } };
let bench: WebBench | undefined;
const open = (options: WebBenchOptions = {}): WebBench => {
  bench = createWebBench(options);
  return bench;
};
afterEach(() => bench?.remove());

describe('compression', () => {
  const page = `<p>${'柳溪区建设公园。'.repeat(500)}</p>`;
  const maintenance: Maintenance = { health: () => ({ health: {}, page }), backup: async () => '' };

  test('JSON, CSV and pages shrink and unpack to themselves', async () => {
    const person = localOwner(open({ local: true, maintenance }));
    for (const path of ['/api/health.html', '/api/reports/liuxi', '/api/facts?format=csv']) {
      const plain = Buffer.from(await (await person.send(path)).arrayBuffer());
      const packed = await person.send(path, GZIP);
      expect(packed.headers.get('content-encoding'), path).toBe('gzip');
      expect(packed.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
      const bytes = new Uint8Array(await packed.arrayBuffer());
      expect(gunzipSync(bytes)).toEqual(plain);
    }
    const bytes = (await (await person.send('/api/health.html', GZIP)).arrayBuffer()).byteLength;
    expect(bytes).toBeLessThan(page.length / 5);
  });

  test('what nobody can unpack, a stream and a file of the page, compressed at start, are passed on untouched', async () => {
    const person = localOwner(open({ local: true, maintenance }));
    const brotli = await person.send('/api/health.html', { headers: { 'accept-encoding': 'br' } });
    expect([brotli.headers.get('content-encoding'), await brotli.text()]).toEqual([null, page]);
    const say = { method: 'POST', body: { text: '公园' }, headers: { accept: 'text/event-stream', ...GZIP.headers } };
    expect((await person.send('/api/say', say)).headers.get('content-encoding')).toBeNull();
  });
});

describe('security headers', () => {
  test('stand on every response, and a strict transport is asked for over https alone', async () => {
    for (const local of [true, false]) {
      const page = open({ local });
      for (const path of ['/', '/api/openapi.json', '/api/nothing', '/nowhere']) {
        const { headers } = await send(page, path);
        expect(headers.get('x-content-type-options'), path).toBe('nosniff');
        expect(headers.get('x-frame-options')).toBe('DENY');
        expect(headers.get('referrer-policy')).toBe('no-referrer');
        expect(headers.get('content-security-policy')).toBe(
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
            "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        );
        expect(headers.get('strict-transport-security')).toBe(local ? null : 'max-age=31536000');
      }
      page.remove();
    }
    open();
  });
});
