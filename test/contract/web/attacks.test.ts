// Attacks tried and stopped, at the application: scripts in what people wrote, forged keys, paths that climb.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReplyJson } from '../../../src/channels/web/server/schemas.ts';
import type { CorpusAdmin } from '../../../src/chat/corpus/corpus-admin.ts';
import {
  createWebBench,
  eventsOf,
  localOwner,
  member,
  send,
  type WebBench,
  type WebBenchOptions,
} from '../../channels/web/fixtures.ts';
import { IDLE_CORPUS } from '../../chat/idle-corpus.ts';
import { report } from '../../chat/made-up.ts';

const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>';
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

const roleIn = async (response: Response): Promise<string> => ((await response.json()) as { role: string }).role;

describe('script in what people write', () => {
  test('comes back as JSON that no browser takes for a page, from a question, a report and a title', async () => {
    const person = await member(bench, 'official', SCRIPT);
    bench.service.text = `${SCRIPT}公园12处。`;
    bench.service.indexed = [report({ title: SCRIPT })];
    await person.json('/api/say', say(`公园${SCRIPT}`));
    for (const path of [
      '/api/me',
      '/api/history',
      '/api/reports',
      '/api/reports/liuxi',
      '/api/facts',
      '/api/exchanges/1',
    ]) {
      const response = await person.send(path);
      expect(await response.text(), path).toContain('script');
      expect(response.headers.get('content-type')).toBe('application/json');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('in a file’s name reaches the corpus administration as a bare name, and comes back as data', async () => {
    const names: string[] = [];
    const stage: CorpusAdmin['stage'] = async ({ name }) => {
      names.push(name);
      return { id: 'a1', verdict: 'sound', health: [name] };
    };
    const corpusAdmin = {
      ...IDLE_CORPUS,
      formats: ['.txt'],
      stage,
      read: async () => ({ ...report(), text: '' }),
      generation: () => 'none',
    };
    open({ local: true, corpusAdmin: corpusAdmin as unknown as CorpusAdmin });
    const body = new TextEncoder().encode('text');
    const sent = (name: string) => ({ method: 'POST', body, headers: { 'x-file-name': name } });
    const reply = await localOwner(bench).json<ReplyJson>(
      '/api/files',
      sent(encodeURIComponent(`${SCRIPT}\r\nX-Evil: 1.txt`)),
    );
    expect(names).toEqual([`${SCRIPT}X-Evil: 1.txt`]);
    expect(reply.blocks.map(({ kind }) => kind)).toEqual(['text', 'text']);
    expect((await localOwner(bench).send('/api/files', sent('%E0%A4%A'))).status).toBe(400);
  });

  test('in an event of a stream cannot end it: line ends stay inside the JSON', async () => {
    const person = await member(bench);
    bench.service.written = ['一\n\nevent: reply\ndata: {"evil":1}\n\n'];
    const response = await person.send('/api/say', { ...say(QUESTION), headers: { accept: 'text/event-stream' } });
    const events = await eventsOf(response);
    expect(events.map(({ name }) => name)).toEqual(['text', 'reply']);
    expect(events[0]?.data).toEqual({ text: bench.service.written[0] });
  });

  test('finds no place to run: the policy of every response allows no inline code and no other origin', async () => {
    for (const path of ['/', '/read/x', '/api/me', '/assets/none.js', '/nowhere.php']) {
      const { headers } = await send(bench, path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/u);
    }
  });

  test('the report page, which is HTML, is sandboxed and may run nothing', async () => {
    open({ local: true, maintenance: { health: () => ({ health: {}, page: SCRIPT }), backup: async () => '' } });
    const policy = (await localOwner(bench).send('/api/health.html')).headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'.*sandbox$/u);
    expect(policy).not.toContain('script-src');
  });
});

describe('forged keys', () => {
  test.each([
    '',
    'x',
    'secret-000000000000000000000000000099',
    '../../etc/passwd',
    'a'.repeat(10_000),
    '%00',
    "' OR 1=1 --",
  ])('a cookie or token %j opens nothing', async (secret) => {
    const cookie = await send(bench, '/api/me', { headers: { cookie: `__Host-quzhi=${secret}` } });
    const token = await send(bench, '/api/me', { headers: { authorization: `Bearer ${secret}` } });
    expect([await roleIn(cookie), token.status]).toEqual(['stranger', 401]);
    expect((await send(bench, '/api/reports', { headers: { cookie: `__Host-quzhi=${secret}` } })).status).toBe(401);
  });

  test('a session is no token and a token no session', async () => {
    const person = await member(bench);
    const secret = person.cookie.split('=')[1] ?? '';
    expect((await send(bench, '/api/me', { headers: { authorization: `Bearer ${secret}` } })).status).toBe(401);
    const { token } = await person.json<{ token: string }>('/api/tokens', { method: 'POST', body: { name: 'x' } });
    expect((await send(bench, '/api/history', { headers: { cookie: `__Host-quzhi=${token}` } })).status).toBe(401);
  });

  test('the hash that is kept opens nothing', async () => {
    await member(bench);
    const hash = 'f'.repeat(64);
    expect((await send(bench, '/api/history', { headers: { cookie: `__Host-quzhi=${hash}` } })).status).toBe(401);
  });
});

describe('paths that climb', () => {
  test.each([
    '/assets/../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/api/reports/..%2f..%2fetc%2fpasswd',
    '/api/reports/%2e%2e',
    '/api/exchanges/..%2f1',
    '/assets/',
    '/.env',
    '/state/quzhi.sqlite',
    '/package.json',
    '/wp-login.php',
  ])('%s leads nowhere', async (path) => {
    open({ local: true });
    const response = await localOwner(bench).send(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toMatch(/quzhi"|root:/u);
  });

  test('a path with a broken escape is no fault of the program', async () => {
    open({ local: true });
    for (const path of ['/api/reports/%', '/read/%E0%A4%A', '/assets/%zz']) {
      expect((await localOwner(bench).send(path)).status, path).toBeLessThan(500);
    }
    expect(bench.told).toEqual([]);
  });
});

describe('a token of a script', () => {
  test('makes no further key: once it is removed, nothing of it is left', async () => {
    const person = await member(bench);
    const made = { method: 'POST', body: { name: '脚本', scope: 'all' } };
    const { token } = await person.json<{ token: string }>('/api/tokens', made);
    const headers = { authorization: `Bearer ${token}` };
    expect((await send(bench, '/api/tokens', { headers })).status).toBe(200);
    for (const path of ['/api/tokens', '/api/devices']) {
      expect((await send(bench, path, { ...made, headers })).status).toBe(403);
    }
  });
});

describe('a page of another site', () => {
  test('cannot make the API work, not even by reading; a link to the page opens', async () => {
    open({ local: true });
    const headers = { 'sec-fetch-site': 'cross-site' };
    for (const path of ['/api/me', '/api/backup', '/api/brief?district=x', '/api/history']) {
      expect((await send(bench, path, { headers })).status).toBe(403);
    }
    expect((await send(bench, '/', { headers })).status).toBe(200);
    expect((await send(bench, '/api/me', { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(200);
  });
});
