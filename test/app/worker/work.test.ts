// Tasks, done in this thread: what each gives back and what it leaves on disk.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Task } from '../../../src/app/worker/task.ts';
import { doTask, type Means } from '../../../src/app/worker/work.ts';
import { ingest } from '../../../src/ingest/build.ts';
import { openLibrary } from '../../../src/store/index/generation.ts';
import { currentGeneration } from '../../../src/store/index/pointer.ts';
import { type MadeUpHouse, madeUpHouse, NOW } from './support.ts';

let house: MadeUpHouse;
const now = (): Date => NOW;
const sleep = async (): Promise<void> => undefined;
const steps: string[] = [];
const means: Means = { embedder: null, onProgress: ({ step }) => void steps.push(step), now, sleep };
const places = (): { corpus: string[]; indexDir: string; mostReports: number } => ({
  corpus: [house.corpusDir],
  indexDir: house.indexDir,
  mostReports: 10,
});
const inTurn = async (...tasks: Task[]): Promise<unknown> => {
  let result: unknown;
  for (const task of tasks) result = await doTask(task, means);
  return result;
};

beforeAll(() => {
  house = madeUpHouse(3);
});
afterAll(() => house.remove());

test('reading gives the report of a file and says why there is none', async () => {
  const file = join(house.corpusDir, 'report-1.md');
  expect(await inTurn({ name: 'read', given: { file } })).toMatchObject({ title: '塔山县第1号工程纪实' });
  house.add('empty.txt', '');
  const empty = join(house.corpusDir, 'empty.txt');
  await expect(inTurn({ name: 'read', given: { file: empty } })).rejects.toMatchObject({
    code: 'corpus/empty',
    message: expect.stringContaining('empty.txt: '),
  });
});

test('a rehearsal tells how the corpus would come in and writes nothing', async () => {
  expect(String(await inTurn({ name: 'rehearse', given: places() }))).toContain('3 reports');
  expect(existsSync(house.indexDir)).toBe(false);
});

test('a build makes the corpus the live index and tells its steps', async () => {
  steps.length = 0;
  await inTurn({ name: 'build', given: places() });
  const library = openLibrary(house.indexDir);
  expect(library.reports.size).toBe(3);
  library.close();
  expect([...new Set(steps)]).toEqual(['read', 'index', 'verify']);
});

test('a build keeps to the corpus that a person named for the index', async () => {
  const other = madeUpHouse(1);
  const options = { indexDir: house.indexDir, embedder: null, now, sleep };
  await ingest({ ...options, corpus: [other.corpusDir], isCorpusNamed: true });
  other.add('more.md', '# 云渡区纪实\n\n2031年，云渡区新建桥梁4座。\n');
  expect(String(await inTurn({ name: 'build', given: places() }))).toContain('2 reports');
  other.remove();
  expect(String(await inTurn({ name: 'build', given: places() }))).toContain('3 reports');
});

test('a backup lies where it is wanted', async () => {
  const file = join(house.backupDir, 'all.backup');
  const { indexDir, stateDir } = house;
  const given = { file, indexDir, stateDir, madeAt: NOW.toISOString() };
  expect(await inTurn({ name: 'backup', given })).toMatchObject({ generation: currentGeneration(indexDir) });
  expect(existsSync(file)).toBe(true);
});
