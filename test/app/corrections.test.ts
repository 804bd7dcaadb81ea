// A district put right: answers, figures, charts and quizzes of that report follow at the next question, and undo brings all of it back.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openQuzhi, type Quzhi } from '../../src/app/app.ts';
import { createCorpusAdmin } from '../../src/app/corpus-admin.ts';
import type { CorpusAdmin } from '../../src/chat/corpus/corpus-admin.ts';
import { readConfig } from '../../src/config.ts';
import { ingest } from '../../src/ingest/build.ts';
import { CORRECTIONS_NAME } from '../../src/ingest/source/corrections.ts';
import { openBuiltinEmbedder } from '../../src/retrieve/embed/builtin.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const TEXT = `# 推进老旧小区改造的做法

2021年，全区完成老旧小区改造46个，新增停车泊位1250个。区里建立“红色管家”机制，由社区书记牵头协调。
`;
const OTHER = '# 大观区公园建设\n\n2021年，大观区新建公园9处，绿化面积达到88公顷。\n';
const HEARER = { language: 'zh', onProgress: () => undefined } as const;
const embedder = openBuiltinEmbedder();

let root: string;
let admin: CorpusAdmin;
let quzhi: Quzhi;
const at = (...parts: string[]): string => join(root, ...parts);
const now = (): Date => new Date('2026-11-29T08:00:00Z');

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'quzhi-corrections-'));
  mkdirSync(at('corpus'));
  writeFileSync(at('corpus', 'renewal.md'), `---\ndistrict: 安徽省安庆市大观区\n---\n${TEXT}`);
  writeFileSync(at('corpus', 'parks.md'), OTHER);
  const folders = { corpusDir: at('corpus'), indexDir: at('index'), stateDir: at('state') };
  await ingest({ corpus: [at('corpus')], indexDir: at('index'), embedder, now, sleep: async () => undefined });
  quzhi = await openQuzhi(
    readConfig({ QUZHI_CORPUS: at('corpus'), QUZHI_INDEX: at('index'), QUZHI_STATE: at('state'), READER: 'linear' }),
    { embedder },
  );
  let ids = 0;
  const newId = (): string => `id${++ids}`;
  admin = createCorpusAdmin({ ...folders, embedder, library: quzhi.library, newId, now });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** All that a reader sees of the report: two answers, its figures, its quiz items, what is listed of it. */
async function seen(): Promise<string> {
  const ask = (text: string) => quzhi.answer({ text, history: [] });
  const answers = [
    await ask('大观区2021年完成老旧小区改造多少个？'),
    await ask('泉山区2021年完成老旧小区改造多少个？'),
  ];
  const figures = ['安徽省安庆市大观区', '江苏省徐州市泉山区'].map((district) => quzhi.facts(district));
  const items = quzhi.items().map(({ district, question }) => [district, question]);
  return JSON.stringify({ answers, figures, items, reports: quzhi.reports() });
}

const indicators = (district: string): string[] => quzhi.facts(district).map(({ surface }) => surface);

test('a corrected district counts for answers, figures and quizzes at the next question; undo brings the bytes back', async () => {
  const before = await seen();
  expect(indicators('安徽省安庆市大观区')).toContain('46个');
  await admin.correct('renewal', { 区县: '泉山区' }, HEARER);

  const [report] = quzhi.reports().filter(({ id }) => id === 'renewal');
  expect(report).toMatchObject({ district: '江苏省徐州市泉山区' });
  expect(indicators('江苏省徐州市泉山区')).toContain('46个');
  expect(indicators('安徽省安庆市大观区')).not.toContain('46个');
  const answer = await quzhi.answer({ text: '泉山区2021年完成老旧小区改造多少个？', history: [] });
  expect(answer).toMatchObject({ status: 'answered', short: expect.stringContaining('46个') });
  expect((await quzhi.answer({ text: '大观区2021年完成老旧小区改造多少个？', history: [] })).status).toBe('refused');
  const quizzed = quzhi.items().filter(({ question }) => question.includes('老旧小区'));
  expect(new Set(quizzed.map(({ district }) => district))).not.toContain('安徽省安庆市大观区');

  expect(await admin.undoCorrection('renewal', HEARER)).toBe(true);
  expect(await seen()).toBe(before);
  expect(existsSync(at('corpus', CORRECTIONS_NAME))).toBe(false);
  expect(await admin.undoCorrection('renewal', HEARER)).toBe(false);
});

test('the file of corrections is after undo byte for byte what it was before', async () => {
  await admin.correct('renewal', { 标题: '改造纪实' }, HEARER);
  const file = readFileSync(at('corpus', CORRECTIONS_NAME), 'utf8');
  await admin.correct('renewal', { 日期: '2022年3月', 发布单位: '' }, HEARER);
  expect(quzhi.reports()).toContainEqual(
    expect.objectContaining({ title: '改造纪实', publishedOn: '2022-03', publisher: null }),
  );
  await admin.undoCorrection('renewal', HEARER);
  expect(readFileSync(at('corpus', CORRECTIONS_NAME), 'utf8')).toBe(file);
});

test.each([
  [{ 区县: '鼓楼区' }, '江苏省徐州市鼓楼区'],
  [{ 日期: '去年' }, 'is no date'],
  [{ 标题: '' }, 'title'],
  [{ 颜色: '红' }, 'is no field'],
])('%j is refused with the remedy, and nothing changes', async (fields, remedy) => {
  await expect(admin.correct('renewal', fields, HEARER)).rejects.toThrow(remedy);
  expect(existsSync(at('corpus', CORRECTIONS_NAME))).toBe(false);
});
