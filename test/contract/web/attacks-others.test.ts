// Attacks tried and stopped, at the application: requests of other sites and under other names, and what is somebody else’s.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FaultJson, HistoryJson, ReplyJson } from '../../../src/channels/web/server/schemas.ts';
import {
  createWebBench,
  LOCAL,
  localOwner,
  member,
  ORIGIN,
  owner,
  send,
  type WebBench,
  type WebBenchOptions,
} from '../../channels/web/fixtures.ts';

const QUESTION = '柳溪区2031年新建了多少处公园？';
const say = (text: string) => ({ method: 'POST', body: { text } });
let bench: WebBench;
const open = (options: WebBenchOptions = {}): WebBench => {
  bench.remove();
  bench = createWebBench(options);
  return bench;
};
beforeEach(() => {
  bench = createWebBench();
});
afterEach(() => bench.remove());
const codeOf = async (response: Response): Promise<string> => ((await response.json()) as FaultJson).error.code;

describe('requests of other sites', () => {
  test('a write with a cookie needs the CSRF token; a missing or foreign one is refused', async () => {
    const [one, two] = [await member(bench), await member(bench)];
    for (const token of ['', two.csrf, 'guess']) {
      const response = await one.send('/api/say', { ...say(QUESTION), headers: { 'x-csrf-token': token } });
      expect([response.status, await codeOf(response)]).toEqual([403, 'csrf']);
    }
    expect(bench.service.questions).toEqual([]);
  });

  test.each(['https://evil.example', 'null', 'http://quzhi.example', 'https://quzhi.example.evil.example'])(
    'a write from the origin %s is refused, token or not',
    async (origin) => {
      const person = await member(bench);
      const response = await person.send('/api/say', { ...say(QUESTION), headers: { origin } });
      expect([response.status, await codeOf(response)]).toEqual([403, 'origin']);
    },
  );

  test('a write from the page’s own origin, or that the browser calls cross-site, is told apart', async () => {
    const person = await member(bench);
    const own = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' };
    expect((await person.send('/api/say', { ...say(QUESTION), headers: own })).status).toBe(200);
    const cross = { 'sec-fetch-site': 'cross-site' };
    expect((await person.send('/api/say', { ...say(QUESTION), headers: cross })).status).toBe(403);
  });

  test('a form, which can send no JSON, is refused', async () => {
    const person = await member(bench);
    const headers = { 'content-type': 'text/plain' };
    expect((await person.send('/api/say', { ...say(QUESTION), headers })).status).toBe(400);
  });

  test('nobody is signed in by another site', async () => {
    const body = { code: bench.signIn.newOwnerCode(), name: '' };
    const headers = { origin: 'https://evil.example' };
    expect((await send(bench, '/api/join', { method: 'POST', body, headers })).status).toBe(403);
  });
});

describe('other names and proxies', () => {
  test.each(['evil.example', 'evil.example:8080', '127.0.0.1:9', '127.0.0.1:8080.evil.example', ''])(
    'a request under the name %j is refused: a foreign name that leads here is a trick',
    async (host) => {
      open({ local: true });
      const response = await localOwner(bench).send('/api/me', { headers: { host } });
      expect([response.status, await codeOf(response)]).toEqual([403, 'host']);
    },
  );

  test.each(['127.0.0.1:8080', 'localhost:8080', '[::1]:8080', 'LOCALHOST:8080'])(
    '%s is this machine',
    async (host) => {
      open({ local: true });
      expect((await localOwner(bench).send('/api/me', { headers: { host } })).status).toBe(200);
    },
  );

  test.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])(
    'without sign-in, %s tells of a proxy and is refused',
    async (name) => {
      open({ local: true });
      const response = await localOwner(bench).send('/api/me', { headers: { [name]: '203.0.113.9' } });
      expect(response.status).toBe(403);
      expect(((await response.json()) as FaultJson).error.message).toContain('WEB_PUBLIC_URL');
    },
  );

  test('writes at this machine from a page of another site are refused; scripts, which send no origin, are not', async () => {
    open({ local: true });
    const person = localOwner(bench);
    for (const origin of ['https://evil.example', 'http://127.0.0.1:9999', 'null']) {
      expect((await person.send('/api/say', { ...say(QUESTION), headers: { origin } })).status).toBe(403);
    }
    for (const headers of [undefined, { origin: LOCAL }, { origin: 'http://localhost:8080' }]) {
      expect((await person.send('/api/say', { ...say(QUESTION), ...(headers && { headers }) })).status).toBe(200);
    }
  });
});

describe('what is somebody else’s', () => {
  test('another member’s history cannot be opened, deleted or told from what never was', async () => {
    const [one, two] = [await member(bench), await member(bench)];
    const { shown } = await one.json<ReplyJson>('/api/say', say(QUESTION));
    const texts: string[] = [];
    for (const id of [shown?.id ?? '', 'zzz']) {
      const opened = await two.send(`/api/exchanges/${id}`);
      const deleted = await two.send(`/api/history/${id}`, { method: 'DELETE' });
      expect([opened.status, deleted.status]).toEqual([404, 404]);
      texts.push(await opened.text(), await deleted.text());
    }
    expect(new Set(texts).size).toBe(1);
    expect((await two.json<HistoryJson>('/api/history')).exchanges).toEqual([]);
    expect((await two.json<HistoryJson>('/api/history?query=%25')).exchanges).toEqual([]);
    await two.json('/api/history', { method: 'DELETE' });
    expect((await one.json<HistoryJson>('/api/history')).exchanges).toHaveLength(1);
  });

  test('another member’s sources, judgements and follow-ups cannot be pressed', async () => {
    const [one, two] = [await member(bench), await member(bench)];
    const { shown } = await one.json<ReplyJson>('/api/say', say(QUESTION));
    for (const token of [`source:${shown?.id}:1`, `bad:${shown?.id}:figure`, `swap:${shown?.id}`]) {
      const reply = await two.json<ReplyJson>('/api/press', { method: 'POST', body: { token } });
      expect(JSON.stringify(reply)).not.toContain('340亩');
    }
    expect((await (await owner(bench)).json<{ counts: unknown[] }>('/api/feedback')).counts).toEqual([]);
  });

  test.each([
    '/api/health',
    '/api/health.html',
    '/api/gaps',
    '/api/feedback',
    '/api/members',
    '/api/backup',
    '/api/quiz',
  ])('%s is for those who mind the house', async (path) => {
    const response = await (await member(bench, 'trainee')).send(path);
    expect([response.status, await codeOf(response)]).toEqual([403, 'forbidden']);
  });

  test('a backup, which holds everybody’s questions, is the owner’s alone', async () => {
    expect((await (await member(bench, 'maintainer')).send('/api/backup')).status).toBe(403);
  });
});
