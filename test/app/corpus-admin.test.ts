// The corpus administration over a real corpus and index in temporary folders.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCorpusAdmin } from '../../src/app/corpus-admin.ts';
import type { CorpusAdmin } from '../../src/chat/corpus/corpus-admin.ts';
import { ingest } from '../../src/ingest/build.ts';
import { openLibrary } from '../../src/store/index/generation.ts';

// Starting a thread takes half a second, and several on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const ONE = '# 柳溪区建设公园的做法\n\n2031年，柳溪区新建公园12处。\n';
const TWO = '塔山县发展茶业。2030年，塔山县种茶340亩，参加的农户有120户。\n';
const NOW = new Date('2026-11-22T08:00:00Z');

let root: string;
let corpusAdmin: CorpusAdmin;
const at = (...parts: string[]): string => join(root, ...parts);
const library = () => openLibrary(at('index'));
const titles = (): string[] => [...library().reports.values()].map(({ title }) => title);
const HEARER = { language: 'en', onProgress: () => undefined } as const;
const ignore = HEARER;
const stage = (name: string, bytes: Uint8Array, caption = '') => corpusAdmin.stage({ name, bytes, caption }, HEARER);

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'quzhi-corpusAdmin-'));
  mkdirSync(at('corpus'));
  writeFileSync(at('corpus', 'one.md'), ONE);
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `id${ids}`;
  };
  const folders = { corpusDir: at('corpus'), indexDir: at('index'), stateDir: at('state') };
  const now = (): Date => NOW;
  corpusAdmin = createCorpusAdmin({ ...folders, embedder: null, library, newId, now });
  await ingest({ corpus: [at('corpus')], indexDir: at('index'), embedder: null, now, sleep: async () => undefined });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a file', () => {
  const bytes = new TextEncoder().encode(TWO);

  test('is read without being kept', async () => {
    const report = await corpusAdmin.read('two.txt', bytes, 'u');
    expect(report.text).toBe(TWO);
    expect(readdirSync(at('state', 'reading'))).toEqual([]);
    expect(readdirSync(at('corpus'))).toEqual(['one.md']);
  });

  test('is staged with its health, outside the corpus, and taken in with its caption as metadata', async () => {
    const { id, health } = await stage('two.txt', bytes, '标题：塔山县茶业\n日期: 2031-02\n随便写的一行');
    expect(health.join('\n')).toContain('塔山县茶业');
    expect(titles()).toHaveLength(1);
    const lines: string[] = [];
    const after = await corpusAdmin.accept([id], { language: 'zh', onProgress: (line) => void lines.push(line) });
    expect(after?.health.join('\n')).toContain('2 篇报告');
    expect(lines[0]).toMatch(/^读取 1/u);
    expect([...library().reports.values()]).toContainEqual(
      expect.objectContaining({ title: '塔山县茶业', publishedOn: '2031-02' }),
    );
    expect(await corpusAdmin.accept([id], ignore)).toBeNull();
  });

  test('is thrown away on demand', async () => {
    const { id } = await stage('two.txt', bytes, '');
    corpusAdmin.discard([id]);
    expect(await corpusAdmin.accept([id], ignore)).toBeNull();
  });

  test.each(['../../escape.txt', '/etc/x.txt', '..\\x.txt', '.hidden.txt', '标题 带空格.txt', 'a/b.txt'])(
    'called %s stays inside its folder',
    async (name) => {
      const { id } = await stage(name, bytes);
      expect(readdirSync(at('state', 'staged', id))).toHaveLength(1);
      expect(existsSync(at('escape.txt'))).toBe(false);
    },
  );

  test.each(['../one', 'zz/..', '', 'ID'])('staged under %j is none', async (id) => {
    expect(await corpusAdmin.accept([id], ignore)).toBeNull();
    corpusAdmin.discard([id]);
    expect(readdirSync(at('corpus'))).toEqual(['one.md']);
  });

  test('of no known text is refused with the reason', async () => {
    await expect(corpusAdmin.read('two.txt', new Uint8Array(0), 'u')).rejects.toMatchObject({
      code: 'corpus/empty',
      message: expect.stringContaining('two.txt'),
    });
  });
});

describe('works that come together', () => {
  const bytes = new TextEncoder().encode(TWO);

  test('build one after the other, so that each is told of all before it', async () => {
    const staged = [await stage('two.txt', bytes, ''), await stage('three.md', bytes, '标题: 又一篇')];
    const after = await Promise.all(staged.map(({ id }) => corpusAdmin.accept([id], ignore)));
    expect(after.map((taken) => /\d+ reports/u.exec(taken?.health.join('\n') ?? '')?.[0])).toEqual([
      '2 reports',
      '3 reports',
    ]);
  });

  test('are done once: a second yes to the same file, and a second removal, find nothing', async () => {
    const { id } = await stage('two.txt', bytes, '');
    const [first, second] = await Promise.all([corpusAdmin.accept([id], ignore), corpusAdmin.accept([id], ignore)]);
    expect([first === null, second === null]).toEqual([false, true]);
    const [report = ''] = library().reports.keys();
    const removals = await Promise.allSettled([corpusAdmin.remove(report, ignore), corpusAdmin.remove(report, ignore)]);
    expect(removals).toMatchObject([{ status: 'fulfilled' }, { reason: { code: 'corpus/missing' } }]);
  });

  test('wait for the build that is under way, before they touch the corpus', async () => {
    const { id } = await stage('two.txt', bytes, '');
    const building = corpusAdmin.reindex(ignore);
    const accepting = corpusAdmin.accept([id], ignore);
    expect(existsSync(at('state', 'staged', id))).toBe(true);
    expect((await building).join('\n')).toContain('1 reports');
    expect((await accepting)?.health.join('\n')).toContain('2 reports');
  });
});

describe('removing a report', () => {
  test('takes its file out of the corpus, keeps it aside, and builds anew', async () => {
    writeFileSync(at('corpus', 'two.txt'), TWO);
    await corpusAdmin.reindex(ignore);
    const [first] = library().reports.keys();
    await corpusAdmin.remove(first ?? '', ignore);
    expect(titles()).toHaveLength(1);
    const [kept = ''] = readdirSync(at('state', 'removed'));
    expect(readFileSync(at('state', 'removed', kept, 'one.md'), 'utf8')).toBe(ONE);
  });

  test('of a file with several reports, or of none, is refused', async () => {
    const line = (id: string): string => JSON.stringify({ id, title: id, text: `${TWO}${id}` });
    writeFileSync(at('corpus', 'many.jsonl'), `${line('a')}\n${line('b')}\n`);
    await corpusAdmin.reindex(ignore);
    await expect((async () => corpusAdmin.remove('a', ignore))()).rejects.toMatchObject({ code: 'usage/invalid' });
    await expect((async () => corpusAdmin.remove('nothing', ignore))()).rejects.toMatchObject({
      code: 'corpus/missing',
    });
    expect(existsSync(at('corpus', 'many.jsonl'))).toBe(true);
  });
});

test('the status names generation, reports and what waits', async () => {
  await stage('two.txt', new TextEncoder().encode(TWO), '');
  const { passageCount } = library();
  const figures = library().facts().length;
  expect(corpusAdmin.status('zh')[0]).toBe(
    `索引 ${corpusAdmin.generation()} · 报告 1 篇 · 段落 ${passageCount} · 数字 ${figures}`,
  );
  expect(corpusAdmin.status('zh')[1]).toContain('待收录 1 篇');
  expect(corpusAdmin.generation()).toMatch(/^gen-/u);
});
