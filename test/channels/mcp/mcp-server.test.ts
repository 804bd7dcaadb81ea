// The tools over the official client: over HTTP with a token, as an assistant elsewhere uses them.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewTokenJson } from '../../../src/channels/web/server/schemas-admin.ts';
import { createWebBench, member, ORIGIN, send, type WebBench } from '../web/fixtures.ts';

let bench: WebBench;
let client: Client;

/** Connects a client with a token; its requests go to the application in memory. */
async function connect(token: string): Promise<Client> {
  const made = new Client({ name: 'test', version: '1.0.0' });
  const transport = new StreamableHTTPClientTransport(new URL(`${ORIGIN}/mcp`), {
    requestInit: { headers: { authorization: `Bearer ${token}`, host: 'quzhi.example' } },
    fetch: async (url, init) => bench.app.request(String(url), init),
  });
  await made.connect(transport as Parameters<Client['connect']>[0]);
  return made;
}

const call = async (name: string, args: Record<string, unknown>) => {
  const result = await client.callTool({ name, arguments: args });
  const [first] = result.content as { text: string }[];
  return { text: first?.text ?? '', isError: result.isError === true, data: result.structuredContent as object };
};

beforeEach(async () => {
  bench = createWebBench();
  const official = await member(bench, 'official');
  const { token } = await official.json<NewTokenJson>('/api/tokens', { method: 'POST', body: { name: 'assistant' } });
  client = await connect(token);
});
afterEach(async () => {
  await client.close();
  bench.remove();
});

describe('an assistant', () => {
  test('finds five tools, each with what it takes', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['ask', 'compare', 'search', 'read', 'facts']);
    for (const { description, inputSchema } of tools) {
      expect(description).not.toBe('');
      expect(Object.keys(inputSchema.properties ?? {}).length).toBeGreaterThan(0);
    }
  });

  test('gets an answer with its exact words, a follow-up and a refusal', async () => {
    const answer = await call('ask', { question: '柳溪区2031年新建了多少处公园？' });
    expect(answer.text).toContain('[1]');
    expect(answer.data).toMatchObject({ status: 'answered', citations: [{ n: 1 }] });
    await call('ask', { question: '那里呢？', history: ['柳溪区2031年新建了多少处公园？'] });
    expect(bench.service.questions.at(-1)).toMatchObject({ history: ['柳溪区2031年新建了多少处公园？'] });
    expect((await call('ask', { question: '航天？' })).data).toMatchObject({ status: 'refused' });
  });

  test('reads the place that a search found', async () => {
    const found = (await call('search', { query: '公园' })).data as {
      passages: { report: string; start: number; end: number }[];
    };
    const [first] = found.passages;
    if (!first) throw new Error('nothing was found');
    const place = await call('read', { report: first.report, start: first.start, end: first.end });
    expect(place.text).toContain('公园');
    expect(await call('read', { report: 'nowhere', start: 0, end: 1 })).toMatchObject({ isError: true });
  });

  test('gets figures, and districts side by side', async () => {
    expect((await call('facts', {})).data).toMatchObject({ total: expect.any(Number) });
    expect((await call('compare', { districts: ['柳溪区', '云桥县'], topic: '公园' })).isError).toBe(false);
  });

  test('is told what is wrong with a call', async () => {
    expect(await call('ask', {})).toMatchObject({ isError: true });
  });
});

test('without a valid token nothing is served', async () => {
  const body = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  const headers = { accept: 'application/json, text/event-stream' };
  expect((await send(bench, '/mcp', { method: 'POST', body, headers })).status).toBe(401);
  expect(
    (await send(bench, '/mcp', { headers: { ...headers, authorization: `Bearer ${'x'.repeat(30)}` } })).status,
  ).toBe(401);
});
