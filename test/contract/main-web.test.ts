// npm start and the page: beside Telegram, alone as a service, with sign-in; and what happens where its port is taken.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { MeJson, ReplyJson } from '../../src/channels/web/server/schemas.ts';
import type { JoinedJson } from '../../src/channels/web/server/schemas-admin.ts';
import { startBotApi } from '../support/bot-api.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const QUESTION = '柳溪区2020年新建了几处口袋公园？';
let folder = '';
const place = (name: string): string => join(folder, name);

interface Started {
  readonly child: ChildProcess;
  /** Lines on standard error so far. */
  readonly lines: string[];
  /** The first line that fits, waited for. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
}

/** Starts the product as a service does: nobody at standard input, or a pipe into which nobody speaks. */
function start(environment: Record<string, string>, input: 'ignore' | 'pipe' = 'ignore'): Started {
  const env = {
    TELEGRAM_BOT_TOKEN: '',
    EMBEDDER: '',
    LLM_BASE_URL: '',
    LLM_MODEL: '',
    WEB_PORT: '0',
    WEB_HOST: '',
    WEB_PUBLIC_URL: '',
    QUZHI_CORPUS: place('corpus'),
    QUZHI_INDEX: place('index'),
    QUZHI_STATE: place('state'),
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, ...env, ...environment },
    stdio: [input, 'pipe', 'pipe'],
  });
  if (child.stderr === null) throw new Error('the child has no output');
  const lines: string[] = [];
  const waiting: (() => void)[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  const line = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = lines.map((said) => pattern.exec(said)).find((match) => match !== null);
        if (found) resolve(found);
      };
      waiting.push(look);
      look();
      child.once('exit', (status) => reject(new Error(`ended (${status}): ${lines.join('\n')}`)));
    });
  return { child, lines, line };
}

async function end(child: ChildProcess): Promise<number | null> {
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const [status] = (await exited) as [number | null];
  return status;
}

const ask = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/api/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ text: QUESTION }),
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-main-web-'));
  mkdirSync(place('corpus'));
  const matter = '---\ntitle: 云州市柳溪区公园建设\ndistrict: 云州市柳溪区\npublishedOn: 2020\n---\n';
  writeFileSync(place('corpus/parks.md'), `${matter}2020年，柳溪区新建口袋公园12处，投资3400万元。`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm start with nobody at standard input', () => {
  test('serves the page to this machine until it is told to stop', async () => {
    const { child, line } = start({});
    const [, url = ''] = await line(/^The page: (http:\/\/127\.0\.0\.1:\d+)$/u);
    const reply = (await (await ask(url)).json()) as ReplyJson;
    expect(reply.shown?.answer).toMatchObject({ status: 'answered', short: expect.stringContaining('12处') });
    expect(await (await fetch(url)).text()).toContain('<div id="app">');
    expect(await end(child)).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  test('where people sign in, the owner’s link is told', async () => {
    const settings = { WEB_PUBLIC_URL: 'https://quzhi.example', QUZHI_STATE: place('signed-state') };
    const first = start(settings);
    const [, code = ''] = await first.line(
      /Sign in as the owner, once: https:\/\/quzhi\.example\/join\/([\w-]{40,})\?own=yes$/u,
    );
    expect(first.lines).toContain('The page: https://quzhi.example');
    expect(await end(first.child)).toBe(0);
    expect(code).not.toBe('');
  });

  test('a port that is taken ends it with what to do', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const { child, lines } = start({ WEB_PORT: String(port) });
    const [status] = (await once(child, 'exit')) as [number];
    expect(status).toBe(1);
    expect(lines.at(-1)).toMatch(
      /cannot be served at 127\.0\.0\.1:\d+: another program listens there already\. Set WEB_PORT/u,
    );
    taken.close();
  });
});

describe('npm start with a pipe that keeps quiet', () => {
  test('serves the page beside it, still answers what comes, and ends with the input', async () => {
    const { child, line } = start({}, 'pipe');
    const [, url = ''] = await line(/^The page: (\S+)$/u);
    expect((await fetch(`${url}/api/me`)).status).toBe(200);
    const { stdin, stdout } = child;
    if (stdin === null || stdout === null) throw new Error('the child has no input or output');
    const exited = once(child, 'exit');
    stdin.end(`${QUESTION}\n`);
    expect(await text(stdout)).toContain('12处');
    expect(await exited).toEqual([0, null]);
  });
});

describe('npm start with a token', () => {
  test('serves Telegram and the page beside each other, on one index and one state', async () => {
    const api = await startBotApi();
    const settings = { TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, TELEGRAM_OWNER_IDS: '7' };
    const { child, line } = start(settings);
    try {
      const [, url = ''] = await line(/^The page: (\S+)$/u);
      const from = { id: 7, is_bot: false, first_name: 'Owner' };
      api.deliver({ message: { message_id: 1, date: 0, chat: { id: 7, type: 'private' }, from, text: QUESTION } });
      const [reply] = await Promise.all([
        ask(url).then((asked) => asked.json()),
        api.until(() => api.sent.length > 0, 60_000),
      ]);
      expect((reply as ReplyJson).shown?.answer.short).toContain('12处');
      expect(api.sent[0]?.text).toContain('12处');
      expect(((await (await fetch(`${url}/api/me`)).json()) as MeJson).role).toBe('owner');
    } finally {
      expect(await end(child)).toBe(0);
      await api.stop();
    }
  });
});

describe('signing in at a real server', () => {
  test('the owner’s link leads to a session by which questions are asked; it outlives a restart, and no link is told then', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as { port: number };
    await new Promise((resolve) => probe.close(resolve));
    const url = `http://127.0.0.1:${port}`;
    const { child, line } = start({ WEB_PORT: String(port), WEB_PUBLIC_URL: url, QUZHI_STATE: place('own-state') });
    const [, code = ''] = await line(/\/join\/([\w-]{40,})\?own=yes$/u);
    expect((await ask(url)).status).toBe(401);
    const joined = await fetch(`${url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, name: '' }),
    });
    const cookie = joined.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await joined.json()) as JoinedJson).toEqual({ role: 'owner' });
    const { csrf } = (await (await fetch(`${url}/api/me`, { headers: { cookie } })).json()) as MeJson;
    const reply = (await (await ask(url, { cookie, 'x-csrf-token': csrf })).json()) as ReplyJson;
    expect(reply.shown?.answer.short).toContain('12处');
    expect(await end(child)).toBe(0);
    const again = start({ WEB_PORT: String(port), WEB_PUBLIC_URL: url, QUZHI_STATE: place('own-state') });
    await again.line(/^The page:/u);
    expect((await fetch(`${url}/api/me`, { headers: { cookie } })).status).toBe(200);
    expect(again.lines.filter((said) => said.includes('/join/'))).toEqual([]);
    expect(await end(again.child)).toBe(0);
  });
});
