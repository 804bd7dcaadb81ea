import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskFault, fingerprintFile, sha256, writeWhole } from '../../../src/store/files.ts';
import { RecentCache } from '../../../src/store/index/generation.ts';
import { withLock } from '../../../src/store/index/lock.ts';
import {
  currentGeneration,
  liveFolder,
  nextGeneration,
  openBuildFolder,
  pruneGenerations,
  switchTo,
} from '../../../src/store/index/pointer.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quzhi-pointer-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('the next generation is above every one there is, also above one that is gone', () => {
  expect(nextGeneration(join(root, 'nowhere'))).toBe('gen-000001');
  mkdirSync(join(root, 'gen-000004'));
  switchTo(root, 'gen-000007');
  expect(nextGeneration(root)).toBe('gen-000008');
});

test('a switch leads to the new folder and leaves no draft behind', () => {
  mkdirSync(join(root, 'gen-000002'));
  switchTo(root, 'gen-000002');
  expect(currentGeneration(root)).toBe('gen-000002');
  expect(liveFolder(root)).toBe(join(root, 'gen-000002'));
  expect(readdirSync(root).sort()).toEqual(['current', 'gen-000002']);
});

test('a build folder is empty, and what an interrupted build left is cleared away', () => {
  mkdirSync(join(root, 'building-gen-000001'));
  writeFileSync(join(root, 'building-gen-000001', 'half'), 'x');
  const folder = openBuildFolder(root, 'gen-000002');
  expect(readdirSync(folder)).toEqual([]);
  expect(existsSync(join(root, 'building-gen-000001'))).toBe(false);
});

test('pruning never removes the live generation, however old', () => {
  for (const name of ['gen-000001', 'gen-000002', 'gen-000003', 'gen-000010']) mkdirSync(join(root, name));
  switchTo(root, 'gen-000001');
  pruneGenerations(root, 2);
  expect(readdirSync(root).sort()).toEqual(['current', 'gen-000001', 'gen-000010']);
});

test('a lock is free again when its job has failed', async () => {
  const options = { waitMs: 0, sleep: async () => {} };
  await expect(withLock(root, options, () => Promise.reject(new Error('boom')))).rejects.toThrow('boom');
  await expect(withLock(root, options, async () => 'done')).resolves.toBe('done');
});

test('whoever waits for a lock gets it when it is free, and was told once that it waits', async () => {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let told = 0;
  const first = withLock(root, { waitMs: 0, sleep: async () => {} }, () => held);
  const sleep = async (): Promise<void> => {
    release();
    await first;
  };
  await expect(withLock(root, { waitMs: 10_000, sleep, onWait: () => told++ }, async () => 'second')).resolves.toBe(
    'second',
  );
  expect(told).toBe(1);
});

test('a file that cannot be put in its place leaves no draft behind', () => {
  mkdirSync(join(root, 'file'));
  expect(() => writeWhole(join(root, 'file'), 'x')).toThrow();
  expect(readdirSync(root)).toEqual(['file']);
});

test('a file is written whole; its fingerprint is that of its bytes', () => {
  const path = join(root, 'file');
  writeWhole(path, 'old');
  writeWhole(path, 'new content');
  expect(fingerprintFile(path)).toEqual({ sha256: sha256('new content'), bytes: 11 });
  expect(readdirSync(root)).toEqual(['file']);
});

test.each([
  ['ENOSPC', 'disk/full'],
  ['SQLITE_FULL', 'disk/full'],
  ['SQLITE_IOERR_WRITE', 'disk/full'],
  ['EFBIG', 'disk/full'],
  ['SQLITE_CANTOPEN', 'disk/denied'],
  ['SQLITE_READONLY_DIRECTORY', 'disk/denied'],
  ['EACCES', 'disk/denied'],
  ['EROFS', 'disk/denied'],
])('the system fault %s becomes %s with its remedy', (code, expected) => {
  expect(diskFault(Object.assign(new Error('x'), { code }), '/data')).toMatchObject({
    code: expected,
    message: expect.stringContaining('/data'),
  });
});

test('other errors stay as they are', () => {
  const error = new Error('x');
  expect(diskFault(error, '/data')).toBe(error);
});

test('a cache holds the values used last and makes the others anew', () => {
  const made: number[] = [];
  const cache = new RecentCache<number, string>(2);
  const get = (key: number): string =>
    cache.get(key, (wanted) => {
      made.push(wanted);
      return `value ${wanted}`;
    });
  for (const key of [1, 2, 1, 3, 1, 2]) expect(get(key)).toBe(`value ${key}`);
  expect(made).toEqual([1, 2, 3, 2]);
});
