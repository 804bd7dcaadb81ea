// Tasks, done in this thread: what each gives back and what it leaves on disk.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Task } from '../../../src/app/worker/task.ts';
import { doTask, type TaskContext } from '../../../src/app/worker/work.ts';
import { ingest } from '../../../src/ingest/build.ts';
import { openLibrary } from '../../../src/store/index/generation.ts';
import { currentGeneration } from '../../../src/store/index/pointer.ts';
import { type MadeUpFolders, madeUpFolders, NOW } from './support.ts';

let folders: MadeUpFolders;
const now = (): Date => NOW;
const sleep = async (): Promise<void> => undefined;
const steps: string[] = [];
const context: TaskContext = { embedder: null, onProgress: ({ step }) => void steps.push(step), now, sleep };
const places = (): { corpus: string[]; indexDir: string } => ({
  corpus: [folders.corpusDir],
  indexDir: folders.indexDir,
});
const inTurn = async (...tasks: Task[]): Promise<unknown> => {
  let result: unknown;
  for (const task of tasks) result = await doTask(task, context);
  return result;
};

beforeAll(() => {
  folders = madeUpFolders(3);
});
afterAll(() => folders.remove());

test('reading gives the report of a file and says why there is none', async () => {
  const file = join(folders.corpusDir, 'report-1.md');
  expect(await inTurn({ name: 'read', input: { file } })).toMatchObject({ report: { title: '塔山县第1号工程纪实' } });
  folders.add('empty.txt', '');
  const empty = join(folders.corpusDir, 'empty.txt');
  await expect(inTurn({ name: 'read', input: { file: empty } })).rejects.toMatchObject({
    code: 'corpus/empty',
    message: expect.stringContaining('empty.txt: '),
  });
});

test('a check tells how the files of each folder would come in and writes nothing', async () => {
  const input = { folders: [folders.corpusDir], corpusDir: folders.indexDir };
  expect(await inTurn({ name: 'check', input })).toMatchObject([{ generation: null, totals: { reports: 3 } }]);
  expect(existsSync(folders.indexDir)).toBe(false);
});

test('a build makes the corpus the live index and tells its steps', async () => {
  steps.length = 0;
  await inTurn({ name: 'build', input: places() });
  const library = openLibrary(folders.indexDir);
  expect(library.reports.size).toBe(3);
  library.close();
  expect([...new Set(steps)]).toEqual(['read', 'index', 'verify']);
});

test('a build keeps to the corpus that a person named for the index', async () => {
  const other = madeUpFolders(1);
  const options = { indexDir: folders.indexDir, embedder: null, now, sleep };
  await ingest({ ...options, corpus: [other.corpusDir], isCorpusNamed: true });
  other.add('more.md', '# 云渡区纪实\n\n2031年，云渡区新建桥梁4座。\n');
  expect(await inTurn({ name: 'build', input: places() })).toMatchObject({ totals: { reports: 2 } });
  other.remove();
  expect(await inTurn({ name: 'build', input: places() })).toMatchObject({ totals: { reports: 3 } });
});

test('a backup lies where it is wanted', async () => {
  const file = join(folders.backupDir, 'all.backup');
  const { indexDir, stateDir } = folders;
  const input = { file, indexDir, stateDir, madeAt: NOW.toISOString() };
  expect(await inTurn({ name: 'backup', input })).toMatchObject({ generation: currentGeneration(indexDir) });
  expect(existsSync(file)).toBe(true);
});
