// The page at a real port: what only the wire shows. Slow, endless, oversized and malformed requests; readers who leave; ports that are taken.
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startWeb, type Web, type WebOptions } from '../../../src/channels/web/index.ts';
import type { MeJson, ReplyJson } from '../../../src/channels/web/server/schemas.ts';
import { MAX_FILE_BYTES } from '../../../src/chat/corpus/file-upload.ts';
import { ASSETS, createGate, createWebBench, type WebBench } from '../../channels/web/fixtures.ts';

const QUESTION = '柳溪区2031年新建了多少处公园？';
const TIMEOUTS = { headersMs: 300, requestMs: 600, checkEveryMs: 50 };
const BEFORE = [Request, Response];
let bench: WebBench;
let web: Web;

async function start(more: Partial<WebOptions> = {}): Promise<Web> {
  const { conversation, newSecret, newId, now, streams, unready, version } = bench.parts;
  const given = { conversation, signIn: null, owner: 'owner', streams, unready, version, newSecret, newId, now };
  const log = (_: string, message: string): void => void bench.told.push(message);
  return startWeb({
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    ...given,
    log,
    assets: ASSETS,
    timeouts: TIMEOUTS,
    ...more,
  });
}

beforeEach(async () => {
  bench = createWebBench({ local: true });
  web = await start();
});
afterEach(async () => {
  await web.stop();
  bench.remove();
});

const portOf = (): number => Number(new URL(web.url).port);
const hostLine = (): string => `Host: ${new URL(web.url).host}\r\n`;

/** Writes raw bytes; what comes back until the server closes. */
async function raw(pieces: readonly string[], pauseMs = 0): Promise<string> {
  const socket = connect(portOf(), '127.0.0.1');
  let heard = '';
  socket.setEncoding('utf8').on('data', (piece: string) => {
    heard += piece;
  });
  socket.on('error', () => undefined);
  for (const piece of pieces) {
    if (socket.writable) socket.write(piece);
    await sleep(pauseMs);
  }
  if (!socket.closed) await once(socket, 'close');
  return heard;
}

const say = (text: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${web.url}/api/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ text }),
  });

describe('the page at a port', () => {
  test('answers, under the address that it tells', async () => {
    expect(web.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    expect(((await (await fetch(`${web.url}/api/me`)).json()) as MeJson).role).toBe('owner');
    expect(((await (await say(QUESTION)).json()) as ReplyJson).shown?.answer.short).toBe('12处');
  });

  test('leaves the Request and Response of the process as they were', () => {
    expect([Request, Response]).toEqual(BEFORE);
  });

  test('is refused under another name, as a rebound name would ask for it', async () => {
    const heard = await raw(['GET /api/me HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n']);
    expect(heard).toMatch(/^HTTP\/1\.1 403 /u);
    expect(heard).not.toContain('owner');
  });

  test('a port that is taken is told with what to do', async () => {
    await expect(start({ port: portOf() })).rejects.toMatchObject({
      code: 'web/port',
      message: expect.stringMatching(/another program listens there.*WEB_PORT/u),
    });
  });

  test('an address that is not this machine’s is told too', async () => {
    await expect(start({ host: '203.0.113.77' })).rejects.toMatchObject({ code: 'web/port' });
  });

  test('stopping ends connections that are open, streams too', async () => {
    const gate = createGate();
    bench.service.before = () => gate.opened;
    const response = say(QUESTION, { accept: 'text/event-stream' })
      .then((streamed) => streamed.text())
      .catch(() => 'cut');
    await sleep(500);
    await web.stop();
    expect(await response).not.toContain('12处');
    gate.open();
    web = await start();
  });
});

describe('requests that do not end', () => {
  test('headers that trickle in are cut off', async () => {
    const trickle = Array.from({ length: 40 }, (_, n) => `X-Slow-${n}: 1\r\n`);
    const startedMs = performance.now();
    const heard = await raw([`GET / HTTP/1.1\r\n${hostLine()}`, ...trickle], 50);
    expect(heard).toMatch(/^HTTP\/1\.1 408 /u);
    expect(performance.now() - startedMs).toBeLessThan(3_000);
  });

  test('a body that trickles in is cut off', async () => {
    const head = `POST /api/say HTTP/1.1\r\n${hostLine()}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n`;
    const heard = await raw([head, ...Array.from({ length: 40 }, () => '{')], 50);
    expect(heard).not.toMatch(/ 200 /u);
    expect(bench.service.questions).toEqual([]);
  });

  test('a chunked body without end is refused once it is too long, and nothing of it is kept', async () => {
    const outgoing = request(`${web.url}/api/say`, { method: 'POST', headers: { 'content-type': 'application/json' } });
    outgoing.on('error', () => undefined);
    const answered = once(outgoing, 'response');
    const piece = 'x'.repeat(16_384);
    for (let n = 0; n < 8; n += 1) outgoing.write(piece);
    const [response] = (await answered) as [{ statusCode: number; resume: () => void }];
    expect(response.statusCode).toBe(413);
    outgoing.destroy();
  });

  test('headers beyond all measure are refused', async () => {
    const heard = await raw([`GET / HTTP/1.1\r\n${hostLine()}X-Long: ${'a'.repeat(40_000)}\r\n\r\n`]);
    expect(heard).toMatch(/^HTTP\/1\.1 431 /u);
  });
});

describe('what is too large', () => {
  test('a question or a file that says so is refused before it is read', async () => {
    const head = (path: string, bytes: number, more = ''): string =>
      `POST ${path} HTTP/1.1\r\n${hostLine()}Content-Type: application/json\r\nContent-Length: ${bytes}\r\n${more}Connection: close\r\n\r\n`;
    expect(await raw([head('/api/say', 70_000)])).toMatch(/^HTTP\/1\.1 413 /u);
    expect(await raw([head('/api/files', MAX_FILE_BYTES + 1, 'X-File-Name: a.txt\r\n')])).toMatch(/^HTTP\/1\.1 413 /u);
  });
});

describe('malformed requests', () => {
  test.each([
    ['a line end in a header', 'GET /api/me HTTP/1.1\r\nHOST\r\nX-File-Name: a\r\rb\r\n\r\n'],
    ['two lengths', 'POST /api/say HTTP/1.1\r\nHOST\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}'],
    [
      'a length and chunks',
      'POST /api/say HTTP/1.1\r\nHOST\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['no HTTP at all', 'hello\r\n\r\n'],
  ])('%s is refused', async (_, text) => {
    expect(await raw([text.replace('HOST', hostLine().trim())])).toMatch(/^HTTP\/1\.1 400 /u);
  });

  test('a name with line ends puts no header into the response', async () => {
    const name = encodeURIComponent('a\r\nSet-Cookie: evil=1.txt');
    const response = await fetch(`${web.url}/api/files`, {
      method: 'POST',
      headers: { 'x-file-name': name },
      body: 'x',
    });
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  test.each(['TRACE', 'PUT', 'PATCH', 'OPTIONS'])('%s is not served', async (method) => {
    const heard = await raw([`${method} /api/me HTTP/1.1\r\n${hostLine()}Connection: close\r\n\r\n`]);
    expect(heard).toMatch(/^HTTP\/1\.1 (?:4\d\d) /u);
  });
});

describe('a reader who leaves', () => {
  test('in the midst of a stream harms nobody, and finds the answer in the history', async () => {
    const gate = createGate();
    bench.service.before = () => gate.opened;
    const leaving = new AbortController();
    const asked = fetch(`${web.url}/api/say`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ text: QUESTION }),
      signal: leaving.signal,
    });
    await asked;
    leaving.abort();
    gate.open();
    await sleep(100);
    bench.service.before = () => undefined;
    const { exchanges } = (await (await fetch(`${web.url}/api/history`)).json()) as {
      exchanges: { question: string }[];
    };
    expect(exchanges.map(({ question }) => question)).toEqual([QUESTION]);
    expect(bench.told).toEqual([]);
  });
});
