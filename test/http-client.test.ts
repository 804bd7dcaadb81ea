// Requests to servers that an operator names: where secrets go, and how much is read.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { callHttp } from '../src/channels/messenger/http-call.ts';
import { isPassingStatus, postJson, TooLargeError } from '../src/http-client.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that sends whoever asks to another; `reached` counts who comes there. */
async function serveRedirect(): Promise<{ readonly address: string; readonly reached: () => number }> {
  let reached = 0;
  const elsewhere = await serve((_, response) => {
    reached += 1;
    response.end('{}');
  });
  const address = await serve((_, response) => {
    response.writeHead(307, { location: elsewhere });
    response.end();
  });
  return { address, reached: () => reached };
}

test('a redirect is an answer: neither body nor headers go elsewhere', async () => {
  const { address, reached } = await serveRedirect();
  const { status } = await postJson(address, { headers: { 'x-token': 's' }, body: { secret: 's' }, maxBytes: 100 });
  expect([status, reached()]).toEqual([307, 0]);
});

test('nor do those of a call to a messenger', async () => {
  const { address, reached } = await serveRedirect();
  expect(await callHttp(address, { body: { appSecret: 's' } })).toEqual({ status: 307, body: {} });
  expect(reached()).toBe(0);
});

test('an answer without end is given up at the bound', async () => {
  let sentBytes = 0;
  const address = await serve((_, response) => {
    const send = (): void => {
      while (!response.destroyed && sentBytes < 50_000_000) {
        sentBytes += 10_000;
        if (!response.write('x'.repeat(10_000))) return;
      }
    };
    response.on('drain', send);
    send();
  });
  await expect(postJson(address, { body: {}, maxBytes: 100_000 })).rejects.toBeInstanceOf(TooLargeError);
  expect(sentBytes).toBeLessThan(50_000_000);
});

test('an answer within the bound is read whole, with its status and headers', async () => {
  const address = await serve((_, response) => {
    response.writeHead(429, { 'retry-after': '7' });
    response.end('忙');
  });
  const { status, headers, text } = await postJson(address, { body: {}, maxBytes: 3 });
  expect([status, headers.get('retry-after'), text]).toEqual([429, '7', '忙']);
});

test.each([
  [307, false],
  [404, false],
  [422, false],
  [408, true],
  [429, true],
  [503, true],
])('after status %i another try may do: %s', (status, passing) => expect(isPassingStatus(status)).toBe(passing));
