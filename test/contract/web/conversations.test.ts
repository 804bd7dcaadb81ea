// Conversations and shared links over HTTP: each tab its own, limited, written out; links open to members alone, until they are ended.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReplyJson } from '../../../src/channels/web/server/schemas.ts';
import * as schema from '../../../src/channels/web/server/schemas-conversations.ts';
import type { CorpusAdmin } from '../../../src/chat/corpus/corpus-admin.ts';
import { createWebBench, member, type Person, send, type WebBench } from '../../channels/web/fixtures.ts';
import { IDLE_CORPUS } from '../../chat/idle-corpus.ts';
import { report, TEXT } from '../../chat/made-up.ts';
import { single } from '../../quiz/made-up-items.ts';

const QUESTION = '柳溪区2031年新建了多少处公园？';
let bench: WebBench;
let me: Person;
let colleague: Person;
beforeEach(async () => {
  bench = createWebBench();
  me = await member(bench, 'official', '林溪');
  colleague = await member(bench, 'trainee', '方远');
});
afterEach(() => bench.remove());

const say = (person: Person, text: string, conversation: string): Promise<ReplyJson> =>
  person.json('/api/say', { method: 'POST', body: { text }, headers: { 'x-conversation': conversation } });
const listOf = async (person: Person, query = ''): Promise<string[]> => {
  const found = await person.json(`/api/conversations?query=${encodeURIComponent(query)}`);
  return schema.conversations.parse(found).conversations.map(({ id }) => id);
};
const open = async (person: Person, id: string) =>
  schema.conversation.parse(await person.json(`/api/conversations/${id}`));
const share = async (exchange: string | null, conversation = 'tab1') =>
  schema.newShare.parse(await me.json('/api/shares', { method: 'POST', body: { conversation, exchange } }));
const pathOf = (url: string): string => `/api/shared/${new URL(url).pathname.split('/').at(-1)}`;
const audited = (): string[] =>
  bench.state.audit.entries().map(({ entry }) => (JSON.parse(entry) as { act: string }).act);

describe('conversations', () => {
  test('of two tabs do not follow each other up', async () => {
    await say(me, QUESTION, 'tab1');
    await say(me, '那面积呢？', 'tab2');
    expect(bench.service.questions.at(-1)?.history).toEqual([]);
    await say(me, '那面积呢？', 'tab1');
    expect(bench.service.questions.at(-1)?.history).toEqual([QUESTION]);
  });

  test('are listed, opened, named, found, written out and deleted', async () => {
    await say(me, QUESTION, 'tab1');
    await say(me, '航天呢？', 'tab2');
    expect(await listOf(me)).toEqual(['tab2', 'tab1']);
    const set = { method: 'POST', body: { name: ' 公园调研 ' } };
    expect(await me.json('/api/conversations/tab1', set)).toEqual({ sourceCount: null });
    const { name, exchanges } = await open(me, 'tab1');
    expect([name, exchanges.map(({ question }) => question)]).toEqual(['公园调研', [QUESTION]]);
    expect(exchanges[0]?.reply.shown?.answer.citations).toHaveLength(1);
    expect(await listOf(me, '调研')).toEqual(['tab1']);
    const written = await me.send('/api/conversations/tab1/text?format=text');
    expect(written.headers.get('content-disposition')).toContain(encodeURIComponent('公园调研.txt'));
    expect(await written.text()).toContain('12处[1]');
    expect((await me.send('/api/conversations/none/text')).status).toBe(404);
    expect(await me.json('/api/conversations/tab1', { method: 'DELETE' })).toEqual({ deleted: 1 });
    expect(await listOf(me)).toEqual(['tab2']);
    expect(await listOf(colleague)).toEqual([]);
  });

  test('limit what answers in them, and say to how many reports', async () => {
    const sources = { districts: ['云岭省塔山县'], years: [], publishers: [], reports: [] };
    const limited = await me.json('/api/conversations/tab1', { method: 'POST', body: { sources } });
    expect(limited).toEqual({ sourceCount: 1 });
    await say(me, QUESTION, 'tab1');
    expect([...(bench.service.questions.at(-1)?.within ?? [])]).toEqual(['tashan']);
    await say(me, QUESTION, 'tab2');
    expect(bench.service.questions.at(-1)?.within).toBeUndefined();
    expect((await open(me, 'tab1')).sourceCount).toBe(1);
  });

  test('of asking take no answer to an open quiz item, and say nothing of it', async () => {
    bench.service.drawn = [single(1), single(2)];
    await say(me, '/quiz 2', 'practice');
    const asked = await say(me, QUESTION, 'tab1');
    expect(asked.blocks.map(({ text }) => text).join('')).not.toContain('还在等你');
    const digit = await say(me, '1', 'tab1');
    expect(digit.posed).toBeUndefined();
    const answered = await say(me, 'A', 'practice');
    expect(answered.blocks.map(({ text }) => text).join('')).toMatch(/答对|答错/u);
  });
});

describe('a file of one’s own', () => {
  const read = async () => ({ ...report(), title: '我的文件', text: TEXT });
  const corpusAdmin = { formats: ['.txt'], read, ...IDLE_CORPUS } as unknown as CorpusAdmin;
  const send = (person: Person, path: string): Promise<ReplyJson> =>
    person.json(path, {
      method: 'POST',
      body: new Uint8Array(3),
      headers: { 'x-file-name': 'a.txt', 'x-conversation': 'tab1' },
    });

  test('is asked about in its conversation alone, also by who could add it, until it is put away', async () => {
    const page = createWebBench({ corpusAdmin });
    const maintainer = await member(page, 'maintainer');
    const told = await send(maintainer, '/api/files?for=asking');
    expect([told.buttons, told.blocks[0]?.text.includes('没有收录')]).toEqual([[], true]);
    const asked = await say(maintainer, QUESTION, 'tab1');
    expect([page.service.documents.length, asked.shown?.id]).toEqual([1, 'file-0']);
    await say(maintainer, QUESTION, 'tab2');
    expect(page.service.documents).toHaveLength(1);
    const { file, exchanges } = await open(maintainer, 'tab1');
    expect([file?.title, exchanges]).toEqual(['我的文件', []]);
    expect(await maintainer.json('/api/conversations/tab1/file', { method: 'DELETE' })).toEqual({ done: true });
    await say(maintainer, QUESTION, 'tab1');
    expect(page.service.documents).toHaveLength(1);
    expect((await open(maintainer, 'tab1')).file).toBeNull();
    page.remove();
  });

  test('is kept no longer than said', async () => {
    const page = createWebBench({ corpusAdmin });
    const official = await member(page);
    await send(official, '/api/files');
    page.pass(30 * 60_000 + 1);
    await say(official, QUESTION, 'tab1');
    expect(page.service.documents).toEqual([]);
    page.remove();
  });
});

describe('a shared link', () => {
  test('shows a conversation with its evidence to another member, without what only its maker can press', async () => {
    await say(me, QUESTION, 'tab1');
    const { url } = await share(null);
    await say(me, '航天呢？', 'tab1');
    const { by, exchanges } = schema.shared.parse(await colleague.json(pathOf(url)));
    expect([by, exchanges.map(({ question }) => question)]).toEqual(['林溪', [QUESTION]]);
    const [{ reply }] = exchanges as [(typeof exchanges)[number]];
    expect([reply.buttons, reply.shown?.answer.citations.length, reply.shown?.id]).toEqual([[], 1, '']);
    expect(audited().filter((act) => act.startsWith('share'))).toEqual(['share', 'shared']);
  });

  test('to one answer shows it alone', async () => {
    const first = await say(me, QUESTION, 'tab1');
    await say(me, '航天呢？', 'tab1');
    const { url } = await share(first.shown?.id ?? '');
    const { exchanges } = schema.shared.parse(await colleague.json(pathOf(url)));
    expect(exchanges.map(({ question }) => question)).toEqual([QUESTION]);
  });

  test('opens to nobody outside, to nobody in an exam, and to nobody once it is ended', async () => {
    await say(me, QUESTION, 'tab1');
    const { id, url } = await share(null);
    expect((await send(bench, pathOf(url))).status).toBe(401);
    expect((await colleague.send('/api/shared/secret-0')).status).toBe(404);
    expect((await colleague.send(`/api/shares/${id}`, { method: 'DELETE' })).status).toBe(404);
    expect(schema.shares.parse(await me.json('/api/shares')).shares.map((own) => own.id)).toEqual([id]);
    expect((await me.send(`/api/shares/${id}`, { method: 'DELETE' })).status).toBe(200);
    expect((await colleague.send(pathOf(url))).status).toBe(404);
    expect(audited()).toContain('unshare');
  });

  test('ends with the membership of whoever made it', async () => {
    await say(me, QUESTION, 'tab1');
    const { url } = await share(null);
    bench.state.members.revoke('web', me.id, bench.parts.now());
    expect((await colleague.send(pathOf(url))).status).toBe(404);
  });

  test('is made to nothing of others', async () => {
    const mine = await say(me, QUESTION, 'tab1');
    const theirs = { method: 'POST', body: { conversation: 'tab1', exchange: mine.shown?.id ?? '' } };
    expect((await colleague.send('/api/shares', theirs)).status).toBe(404);
  });
});
