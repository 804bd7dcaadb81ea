// Probes come by address and without a session; metrics tell no words and no names.
import { afterEach, expect, test } from 'vitest';
import type { NewTokenJson } from '../../../../src/channels/web/server/schemas-admin.ts';
import { createWebBench, localOwner, member, send, type WebBench } from '../fixtures.ts';

let bench: WebBench;
afterEach(() => bench.remove());
const byAddress = { host: '10.0.0.7:8080' };

test('a probe by address learns that the process lives and whether it can answer', async () => {
  bench = createWebBench();
  expect(await (await send(bench, '/healthz', { headers: byAddress })).text()).toBe('ok');
  expect((await send(bench, '/readyz', { headers: byAddress })).status).toBe(200);
});

test('what cannot answer says why', async () => {
  bench = createWebBench({ unready: 'There is no index in index/. Run: npm run ingest' });
  const response = await send(bench, '/readyz', { headers: byAddress });
  expect([response.status, await response.text()]).toEqual([503, 'There is no index in index/. Run: npm run ingest']);
});

test('metrics count requests by route, without words', async () => {
  bench = createWebBench({ local: true });
  await localOwner(bench).json('/api/say', { method: 'POST', body: { text: '柳溪区2031年新建了多少处公园？' } });
  const text = await (await send(bench, '/metrics')).text();
  expect(text).toMatch(/^quzhi_http_requests_total\{method="POST",route="\/api\/say",status="200"\} 1$/mu);
  expect(text).toMatch(/^process_resident_memory_bytes \d+/mu);
  expect(text).not.toContain('公园');
});

test('where people sign in, metrics are for a maintainer’s token, under whatever name', async () => {
  bench = createWebBench();
  const tokenOf = async (role: 'maintainer' | 'trainee'): Promise<string> => {
    const person = await member(bench, role);
    return (await person.json<NewTokenJson>('/api/tokens', { method: 'POST', body: { name: 'metrics' } })).token;
  };
  const read = async (token?: string) =>
    (await send(bench, '/metrics', { headers: { ...byAddress, ...(token && { authorization: `Bearer ${token}` }) } }))
      .status;
  expect(await read()).toBe(401);
  expect(await read(await tokenOf('trainee'))).toBe(403);
  expect(await read(await tokenOf('maintainer'))).toBe(200);
});
