// Tasks in a thread of their own: the same outcome as in this one, and this one stays free.
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openQuzhi } from '../../../src/app/app.ts';
import { type RunOptions, runTask } from '../../../src/app/worker/run.ts';
import { readConfig } from '../../../src/config.ts';
import { AppError } from '../../../src/errors.ts';
import type { HealthReport } from '../../../src/ingest/report/health.ts';
import { openBuiltinEmbedder } from '../../../src/retrieve/embed/builtin.ts';
import { type Manifest, readManifest } from '../../../src/store/index/manifest.ts';
import { liveFolder } from '../../../src/store/index/pointer.ts';
import { readVectors } from '../../../src/store/index/vectors/vectors.ts';
import { fakeEmbedder } from '../../retrieve/embed/support/fake.ts';
import { type MadeUpFolders, madeUpFolders, NOW } from './support.ts';

// Starting a thread takes half a second, and several on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let folders: MadeUpFolders;
const now = (): Date => NOW;
const build = (options: Partial<RunOptions> = {}): Promise<HealthReport> =>
  runTask({ name: 'build', input: { corpus: [folders.corpusDir], indexDir: folders.indexDir } }, { now, ...options });
const manifest = (): Manifest => readManifest(liveFolder(folders.indexDir));

afterEach(() => folders.remove());

test('a build in a thread tells its steps and leaves the live index, at the time of whoever asked', async () => {
  folders = madeUpFolders(3);
  const steps: string[] = [];
  const health = await build({ onProgress: ({ step, done }) => void steps.push(`${step} ${done}`) });
  expect(health.totals.reports).toBe(3);
  expect(steps.slice(0, 3)).toEqual(['read 1', 'read 2', 'read 3']);
  expect(manifest()).toMatchObject({ embedder: null, counts: { reports: 3 } });
  expect(manifest().builtAt).toMatch(/^2026-11-22T08:0/u);
});

test('vectors are asked of the embedder that was input, a few texts at a time', async () => {
  folders = madeUpFolders(20);
  const embedder = fakeEmbedder();
  const asked: number[] = [];
  const embed = (texts: readonly string[]): Promise<Float32Array[]> => {
    asked.push(texts.length);
    return embedder.embed(texts);
  };
  await build({ embedder: { ...embedder, embed } });
  const { passages } = manifest().counts;
  expect(asked.reduce((sum, count) => sum + count, 0)).toBe(passages);
  expect(Math.max(...asked)).toBeLessThanOrEqual(64);
  expect(asked.length).toBeGreaterThan(1);
  const { id: embedderId, dimension } = embedder;
  const { data } = readVectors(liveFolder(folders.indexDir), { embedderId, dimension });
  expect(data).toHaveLength(passages * dimension);
});

test('the built-in embedder does its sums in the thread', async () => {
  folders = madeUpFolders(2);
  const { id, dimension } = openBuiltinEmbedder();
  const embed = (): Promise<Float32Array[]> => Promise.reject(new Error('asked in vain'));
  await build({ embedder: { id, dimension, embed } });
  expect(manifest().embedder).toEqual({ id, dimension });
});

test('a fault of the embedder comes back as it was thrown', async () => {
  folders = madeUpFolders(2);
  const refuse = (): Promise<Float32Array[]> => Promise.reject(new AppError('embedder/refused', 'Set another key.'));
  const failed = build({ embedder: { ...fakeEmbedder(), embed: refuse } });
  await expect(failed).rejects.toBeInstanceOf(AppError);
  await expect(failed).rejects.toMatchObject({ code: 'embedder/refused', message: 'Set another key.' });
  expect(await build()).not.toEqual([]);
});

test('a fault of the task comes back with code and remedy', async () => {
  folders = madeUpFolders(0);
  await expect(build()).rejects.toMatchObject({ code: 'corpus/empty', message: expect.stringContaining('holds no') });
  const input = { file: join(folders.corpusDir, 'nowhere.md') };
  await expect(runTask({ name: 'read', input }, { now })).rejects.toBeInstanceOf(AppError);
});

test('a task whose listener fails is given up, and the lock goes with it', async () => {
  folders = madeUpFolders(3);
  const onProgress = (): never => {
    throw new Error('nobody listens');
  };
  await expect(build({ onProgress })).rejects.toThrow('nobody listens');
  expect((await build()).totals.reports).toBe(3);
});

test('two builds at once take turns', async () => {
  folders = madeUpFolders(5);
  const both = await Promise.all([build(), build()]);
  expect(both.map(({ totals }) => totals.reports)).toEqual([5, 5]);
  expect(manifest().generation).toBe('gen-000001');
});

test('while some hundred reports are indexed, questions are answered and nothing stands still', async () => {
  folders = madeUpFolders(10);
  const embedder = openBuiltinEmbedder();
  await build({ embedder });
  const service = await openQuzhi(readConfig({ QUZHI_CORPUS: folders.corpusDir, QUZHI_INDEX: folders.indexDir }));
  const ask = (): ReturnType<typeof service.answer> =>
    service.answer({ text: '柳溪区新建了多少处养老驿站？', history: [] });
  await ask();
  for (let number = 10; number < 250; number++)
    folders.add(`report-${number}.md`, `# 石桥县\n\n2030年，石桥县植树${number}棵。\n`.repeat(9));
  let isBuilding = true;
  let longestMs = 0;
  let answered = 0;
  const building = build({ embedder }).finally(() => {
    isBuilding = false;
  });
  for (let before = performance.now(); isBuilding; before = performance.now()) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if ((await ask()).status === 'answered') answered++;
    longestMs = Math.max(longestMs, performance.now() - before);
  }
  await building;
  expect(answered).toBeGreaterThan(20);
  // A build on this thread would take seconds; a busy machine may well keep a thread waiting for a moment.
  expect(longestMs).toBeLessThan(800);
  expect(service.library().reports.size).toBe(250);
}, 60_000);
