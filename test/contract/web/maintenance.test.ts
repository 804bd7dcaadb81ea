// Maintenance over the page: files and what is pressed under them, judgements and gaps, the backup that is taken away.
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { ReplyJson } from '../../../src/channels/web/server/schemas.ts';
import type { FeedbackJson, GapsJson, HealthJson } from '../../../src/channels/web/server/schemas-admin.ts';
import type { CorpusAdmin, NewFile } from '../../../src/chat/corpus/corpus-admin.ts';
import type { Maintenance } from '../../../src/chat/corpus/maintenance.ts';
import {
  createWebBench,
  localOwner,
  member,
  type WebBench,
  type WebBenchOptions,
} from '../../channels/web/fixtures.ts';
import { IDLE_CORPUS } from '../../chat/idle-corpus.ts';
import { report, TEXT } from '../../chat/made-up.ts';

const QUESTION = '柳溪区2031年新建了多少处公园？';
let bench: WebBench | undefined;
const open = (options: WebBenchOptions = {}): WebBench => {
  bench = createWebBench(options);
  return bench;
};
afterEach(() => bench?.remove());

const post = (body: unknown) => ({ method: 'POST', body });
const file = (name: string) => ({
  method: 'POST',
  body: new TextEncoder().encode(TEXT),
  headers: { 'x-file-name': encodeURIComponent(name), 'x-caption': encodeURIComponent('标题：公园') },
});

/** A corpus administration that remembers what it was given. */
function corpusAdminOf(): { corpusAdmin: CorpusAdmin; done: string[] } {
  const done: string[] = [];
  const corpusAdmin = {
    formats: ['.txt'],
    ...IDLE_CORPUS,
    stage: async ({ name, bytes, caption }: NewFile) => {
      done.push(`stage ${name} ${bytes.length} ${caption}`);
      return { id: 'a1', verdict: 'sound', health: ['well read'] };
    },
    read: async () => ({ ...report(), text: TEXT }),
    accept: async (ids: readonly string[]) => {
      done.push(`accept ${ids.join(' ')}`);
      return { files: ids.length, health: ['taken in'] };
    },
    discard: (ids: readonly string[]) => void done.push(`discard ${ids.join(' ')}`),
    status: () => ['all well'],
    generation: () => 'gen-000007',
  };
  return { corpusAdmin: corpusAdmin as unknown as CorpusAdmin, done };
}

test('a maintainer’s file is looked at, and taken in once the button is pressed', async () => {
  const { corpusAdmin, done } = corpusAdminOf();
  const person = await member(open({ corpusAdmin }), 'maintainer');
  const staged = await person.json<ReplyJson>('/api/files', file('公园.txt'));
  expect(JSON.stringify(staged.blocks)).toContain('well read');
  const [yes] = staged.buttons;
  const accepted = await person.json<ReplyJson>('/api/press', post({ token: yes?.token }));
  expect(JSON.stringify(accepted.blocks)).toContain('taken in');
  expect(done).toEqual([`stage 公园.txt ${new TextEncoder().encode(TEXT).length} 标题：公园`, 'accept a1']);
});

test('an official’s file is asked about and not kept; a foreign button does not take it in', async () => {
  const { corpusAdmin, done } = corpusAdminOf();
  const person = await member(open({ corpusAdmin }), 'official');
  expect((await person.json<ReplyJson>('/api/files', file('公园.txt'))).buttons).not.toContainEqual(
    expect.objectContaining({ token: 'stage:a1:yes' }),
  );
  expect((await person.send('/api/press', post({ token: 'stage:a1:yes' }))).status).toBe(403);
  expect(done).toEqual([]);
});

test('a file of another kind is told what can be read', async () => {
  const { corpusAdmin, done } = corpusAdminOf();
  const person = localOwner(open({ local: true, corpusAdmin }));
  expect(JSON.stringify(await person.json('/api/files', file('virus.exe')))).toContain('.txt');
  expect(done).toEqual([]);
});

test('judgements and refused questions reach maintainers, without names', async () => {
  const page = open();
  const asker = await member(page, 'official', '林溪');
  const maintainer = await member(page, 'maintainer');
  const { shown } = await asker.json<ReplyJson>('/api/say', post({ text: QUESTION }));
  await asker.json('/api/press', post({ token: `bad:${shown?.id}:figure` }));
  await asker.json('/api/say', post({ text: '航天' }));
  const judged = await maintainer.json<FeedbackJson>('/api/feedback');
  expect(judged).toMatchObject({ counts: [{ verdict: 'figure', times: 1 }], latest: [{ question: QUESTION }] });
  const gaps = await maintainer.json<GapsJson>('/api/gaps');
  expect(gaps.gaps).toMatchObject([{ question: '航天', times: 1, reason: 'no-evidence' }]);
  expect(JSON.stringify([judged, gaps])).not.toMatch(new RegExp(`${asker.id}|林溪`, 'u'));
});

test('the health of the index is told with what the corpus administration says', async () => {
  const { corpusAdmin } = corpusAdminOf();
  const maintenance: Maintenance = {
    health: () => ({ health: { totals: { reports: 2 } }, page: null }),
    backup: async () => '',
  };
  const person = localOwner(open({ local: true, corpusAdmin, maintenance }));
  const health = await person.json<HealthJson>('/api/health');
  expect(health).toEqual({ status: ['all well'], health: { totals: { reports: 2 } }, hasPage: false });
  expect((await person.send('/api/health.html')).status).toBe(404);
  expect(await person.json('/api/me')).toMatchObject({ formats: ['.txt'], generation: 'gen-000007' });
});

test('a backup comes as a file and is deleted here once it is taken away', async () => {
  const made: string[] = [];
  const backup = async (): Promise<string> => {
    const path = join(mkdtempSync(join(tmpdir(), 'quzhi-made-up-')), 'quzhi-2026.backup');
    writeFileSync(path, 'everything');
    made.push(path);
    return path;
  };
  const person = localOwner(
    open({ local: true, maintenance: { health: () => ({ health: null, page: null }), backup } }),
  );
  expect((await person.send('/api/backup', { method: 'HEAD' })).status).toBe(404);
  expect(made).toEqual([]);
  const response = await person.send('/api/backup');
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename="quzhi-2026.backup"; filename*=UTF-8''quzhi-2026.backup`,
  );
  expect(await response.text()).toBe('everything');
  await vi.waitFor(() => expect(existsSync(dirname(made[0] ?? '.'))).toBe(false));
});

test('where there is nothing to back up, there is nothing to take', async () => {
  expect((await localOwner(open({ local: true })).send('/api/backup')).status).toBe(404);
});
