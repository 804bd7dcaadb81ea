import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApi } from '../../../src/channels/dingtalk/api.ts';
import { UNSENT } from '../../../src/channels/messenger/answer.ts';

let respond = { status: 200, body: '{}' };
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(respond.status).end(respond.body);
});
let url = '';

beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const api = () => createApi({ id: 'i', secret: 's', url });

test.each([
  [{ status: 200, body: '{}' }, 0],
  [{ status: 200, body: '{"errcode":0}' }, 0],
  [{ status: 200, body: '{"errcode":40014}' }, 401],
  [{ status: 502, body: '' }, 502],
])('a reply that %j answers has the code %i', async (given, code) => {
  respond = given;
  expect(await api().reply(url, {})).toMatchObject({ code });
});

test('a call for which no token can be had is known not to have left', async () => {
  respond = { status: 500, body: '' };
  expect(await api().call('POST', '/v1.0/card/instances', {})).toBe(UNSENT);
});
