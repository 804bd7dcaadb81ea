// How much one may ask at the page: the conversation's own limits, requests a minute, questions that wait, files at once. And streams.
import { afterEach, describe, expect, test } from 'vitest';
import type { FaultJson, ReplyJson } from '../../../src/channels/web/server/schemas.ts';
import type { CorpusAdmin } from '../../../src/chat/corpus/corpus-admin.ts';
import {
  createGate,
  createWebBench,
  eventsOf,
  localOwner,
  member,
  send,
  type WebBench,
  type WebBenchOptions,
} from '../../channels/web/fixtures.ts';
import { report } from '../../chat/made-up.ts';

const QUESTION = '柳溪区2031年新建了多少处公园？';
const say = (text: string, headers = {}) => ({ method: 'POST', body: { text }, headers });
const STREAM = { accept: 'text/event-stream' };
let bench: WebBench | undefined;
const open = (options: WebBenchOptions = {}): WebBench => {
  bench = createWebBench(options);
  return bench;
};
afterEach(() => bench?.remove());
const faultOf = async (response: Response): Promise<[number, string, string | null]> => {
  const { error } = (await response.json()) as FaultJson;
  return [response.status, error.code, response.headers.get('retry-after')];
};

describe('limits', () => {
  test('a member who asks too often waits as long as it says, and may read meanwhile', async () => {
    const page = open({ limits: { perPerson: 2, inAll: 100 } });
    const person = await member(page);
    for (const text of [QUESTION, QUESTION]) await person.json('/api/say', say(text));
    expect(await faultOf(await person.send('/api/say', say(QUESTION)))).toEqual([429, 'limit', '60']);
    expect(await faultOf(await person.send('/api/search?query=公园'))).toEqual([429, 'limit', '60']);
    expect((await person.send('/api/reports')).status).toBe(200);
    page.pass(61_000);
    expect((await person.send('/api/say', say(QUESTION))).status).toBe(200);
  });

  test('requests of any kind are counted a minute, each person’s by themselves', async () => {
    const page = open({ requestsPerMinute: 3 });
    const [one, two] = [await member(page), await member(page)];
    for (let n = 0; n < 2; n += 1) await one.json('/api/reports');
    expect(await faultOf(await one.send('/api/reports'))).toEqual([429, 'limit', '60']);
    expect((await two.send('/api/reports')).status).toBe(200);
    page.pass(60_000);
    expect((await one.send('/api/reports')).status).toBe(200);
  });

  test('questions of one person are answered one after the other, and at most four wait', async () => {
    const page = open({ local: true });
    const gate = createGate();
    page.service.before = () => gate.opened;
    const person = localOwner(page);
    const asked = Array.from({ length: 5 }, () => person.send('/api/say', say(QUESTION)));
    const last = await Promise.race(asked);
    expect(await faultOf(last)).toEqual([429, 'limit', '5']);
    gate.open();
    expect((await Promise.all(asked)).map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 429]);
  });

  test('stop ends the question that is under way', async () => {
    const page = open({ local: true });
    const gate = createGate();
    page.service.before = () => gate.opened;
    const person = localOwner(page);
    const asked = person.json<ReplyJson>('/api/say', say(QUESTION));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await person.json('/api/stop', { method: 'POST' })).toEqual({ done: true });
    expect((await asked).shown).toBeUndefined();
    expect(await person.json('/api/stop', { method: 'POST' })).toEqual({ done: false });
    gate.open();
  });

  test('files beyond those under way wait, and one that is too long is refused', async () => {
    const gate = createGate();
    const read: CorpusAdmin['read'] = async () => {
      await gate.opened;
      return { ...report(), text: '' };
    };
    const corpusAdmin = { formats: ['.txt'], read, generation: () => 'none' } as unknown as CorpusAdmin;
    const page = open({ corpusAdmin });
    const [two, ...others] = [await member(page), await member(page), await member(page), await member(page)];
    const file = { method: 'POST', body: new Uint8Array(3), headers: { 'x-file-name': 'a.txt' } };
    const underWay = others.map((one) => one.send('/api/files', file));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await faultOf(await two.send('/api/files', file))).toEqual([429, 'limit', '5']);
    gate.open();
    expect((await Promise.all(underWay)).map(({ status }) => status)).toEqual([200, 200, 200]);
    const large = { ...file, body: new Uint8Array(20 * 1_048_576 + 1) };
    expect((await two.send('/api/files', large)).status).toBe(413);
    expect((await two.send('/api/files', { ...file, headers: {} })).status).toBe(400);
  });
});

describe('what does not fit', () => {
  test.each<[string, string, object?]>([
    [
      'a body that is no JSON',
      '/api/say',
      { method: 'POST', body: new TextEncoder().encode('{'), headers: { 'content-type': 'application/json' } },
    ],
    ['a body of another media type', '/api/say', { method: 'POST', body: new TextEncoder().encode('text=1') }],
    ['a text that is no text', '/api/say', { method: 'POST', body: { text: 1 } }],
    ['no text', '/api/say', { method: 'POST', body: {} }],
    ['a limit beyond all measure', '/api/facts?limit=501'],
    ['a negative place', '/api/facts?offset=-1'],
    ['an unknown order', '/api/facts?sort=__proto__'],
    ['no query', '/api/search'],
    ['no district', '/api/brief'],
    ['a role that nobody has', '/api/invitations', { method: 'POST', body: { role: 'owner' } }],
    ['a token without a name', '/api/tokens', { method: 'POST', body: { name: '  ' } }],
  ])('%s is told with what is wrong', async (_, path, sent = {}) => {
    const response = await localOwner(open({ local: true })).send(path, sent);
    expect((await faultOf(response)).slice(0, 2)).toEqual([400, 'input']);
  });

  test('an unknown address of the interface is 404 as data', async () => {
    expect((await faultOf(await send(open({ local: true }), '/api/nothing'))).slice(0, 2)).toEqual([404, 'missing']);
  });
});

describe('a fault of the program', () => {
  test('is logged under an id, and the asker learns the id and no more', async () => {
    const page = open({ local: true });
    page.service.before = () => {
      throw new Error('secret place');
    };
    for (const headers of [{}, STREAM]) {
      const response = await localOwner(page).send('/api/say', say(QUESTION, headers));
      const text = await response.text();
      expect([response.status, text.includes('fault1'), text.includes('secret')]).toEqual([500, true, false]);
    }
    expect(page.told).toEqual(['Error: secret place', 'Error: secret place']);
    page.service.library = () => {
      throw new Error('secret place');
    };
    expect((await faultOf(await localOwner(page).send('/api/reports')))[0]).toBe(500);
  });
});

describe('streams', () => {
  test('tell each settled sentence, then the reply', async () => {
    const page = open({ local: true, streams: true });
    page.service.written = ['第一句。', '第二句。'];
    const response = await localOwner(page).send('/api/say', say(QUESTION, STREAM));
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const events = await eventsOf(response);
    expect(events.map(({ name }) => name)).toEqual(['text', 'text', 'reply']);
    expect(events[0]?.data).toEqual({ text: '第一句。' });
    expect(events[2]?.data).toMatchObject({ shown: { answer: { short: '12处' } } });
  });

  test('tell how far an ingest is that a press began', async () => {
    const accept: CorpusAdmin['accept'] = async (ids, { onProgress }) => {
      onProgress('读取 1');
      await new Promise((resolve) => setTimeout(resolve, 5));
      onProgress('校验 2/2');
      return { files: 1, health: [`took in ${ids.join()}`] };
    };
    const page = open({
      local: true,
      corpusAdmin: { formats: [], accept, generation: () => 'none' } as unknown as CorpusAdmin,
    });
    const press = { method: 'POST', body: { token: 'stage:a1:yes' }, headers: STREAM };
    const events = await eventsOf(await localOwner(page).send('/api/press', press));
    expect(events.slice(0, 2)).toEqual(['读取 1', '校验 2/2'].map((line) => ({ name: 'progress', data: { line } })));
    expect(JSON.stringify(events[2])).toContain('took in a1');
  });

  test('a refusal of the policy or a limit keeps its status', async () => {
    const page = open({ limits: { perPerson: 1, inAll: 100 } });
    const person = await member(page, 'trainee');
    await person.json('/api/say', say(QUESTION));
    expect((await person.send('/api/say', say(QUESTION, STREAM))).status).toBe(429);
    expect((await person.send('/api/say', say('/reindex', STREAM))).status).toBe(403);
  });

  test('a fault after the stream has begun is its last event', async () => {
    const page = open({ local: true });
    page.service.written = ['第一句。'];
    page.service.before = async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      throw new Error('too late');
    };
    const response = await localOwner(page).send('/api/say', say(QUESTION, STREAM));
    const events = await eventsOf(response);
    expect([response.status, events.map(({ name }) => name)]).toEqual([200, ['text', 'fault']]);
    expect(events[1]?.data).toMatchObject({ error: { code: 'failed', id: 'fault1' } });
  });
});
