import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type BackupPlaces, restoreBackup, writeBackup } from '../../src/store/backup.ts';
import { openLibrary } from '../../src/store/index/generation.ts';
import { withLock } from '../../src/store/index/lock.ts';
import { currentGeneration } from '../../src/store/index/pointer.ts';
import type { ReportId } from '../../src/types.ts';
import { TEXT, useBench } from '../ingest/bench.ts';

vi.setConfig({ testTimeout: 30_000 });

const bench = useBench();
const MADE_AT = '2026-01-02T03:04:05Z';
let places: BackupPlaces;
let file = '';

/** Opens the made-up state; it stays open, as in a bot that runs. */
function openNotes(): Database.Database {
  mkdirSync(places.stateDir, { recursive: true });
  const notes = new Database(join(places.stateDir, 'notes.sqlite'));
  notes.pragma('journal_mode = WAL');
  notes.exec('CREATE TABLE IF NOT EXISTS note (text TEXT)');
  return notes;
}

function notesIn(): unknown[] {
  const notes = openNotes();
  const found = notes.prepare('SELECT text FROM note').pluck().all();
  notes.close();
  return found;
}

function indexedText(id: string): string {
  const library = openLibrary(bench.indexDir);
  const text = library.textOf(id as ReportId);
  library.close();
  return text;
}

/** Two folders as they are: every file with its content. */
function contentOf(...folders: string[]): Map<string, string> {
  const paths = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
  );
  return new Map(
    paths.map((entry) => [
      join(entry.parentPath, entry.name),
      readFileSync(join(entry.parentPath, entry.name), 'latin1'),
    ]),
  );
}

beforeEach(async () => {
  places = { indexDir: bench.indexDir, stateDir: join(bench.root, 'state'), sleep: async () => {} };
  file = join(bench.root, 'kept', 'one.backup');
  bench.put('a.txt', TEXT);
  await bench.run();
});

test('what was backed up while it was in use comes back, whatever has happened since', async () => {
  const running = openNotes();
  running.prepare('INSERT INTO note VALUES (?)').run('first');
  writeFileSync(join(places.stateDir, 'plain.json'), '{"a":1}');
  expect(await writeBackup(file, places, MADE_AT)).toMatchObject({ generation: 'gen-000001', stateFiles: 2 });
  running.prepare('INSERT INTO note VALUES (?)').run('second');
  running.close();
  bench.put('a.txt', `${TEXT}改了。`);
  await bench.run();
  rmSync(join(places.stateDir, 'plain.json'));
  expect(await restoreBackup(file, places)).toMatchObject({ generation: 'gen-000001', stateFiles: 2 });
  expect(indexedText('a')).toBe(TEXT);
  expect(notesIn()).toEqual(['first']);
  expect(readFileSync(join(places.stateDir, 'plain.json'), 'utf8')).toBe('{"a":1}');
});

test('it comes back into empty folders, and leaves nothing else behind', async () => {
  openNotes().close();
  await writeBackup(file, places, MADE_AT);
  rmSync(bench.indexDir, { recursive: true });
  rmSync(places.stateDir, { recursive: true });
  await restoreBackup(file, places);
  expect(indexedText('a')).toBe(TEXT);
  expect(readdirSync(bench.root).sort()).toEqual(
    [readdirSync(bench.root).find((name) => name.startsWith('corpus')), 'index', 'kept', 'state'].sort(),
  );
  expect(readdirSync(join(bench.root, 'kept'))).toEqual(['one.backup']);
});

test('without state, or without an index, it holds what there is, and a restore leaves the other alone', async () => {
  expect(await writeBackup(file, places, MADE_AT)).toMatchObject({ generation: 'gen-000001', stateFiles: 0 });
  const notes = openNotes();
  notes.prepare('INSERT INTO note VALUES (?)').run('kept');
  notes.close();
  await restoreBackup(file, places);
  expect(notesIn()).toEqual(['kept']);
  rmSync(bench.indexDir, { recursive: true });
  expect(await writeBackup(file, places, MADE_AT)).toMatchObject({ generation: null, stateFiles: 1 });
});

test('a backup inside a folder that it is of is refused before it takes itself in', async () => {
  for (const folder of [places.stateDir, join(places.indexDir, 'deep')]) {
    await expect(writeBackup(join(folder, 'one.backup'), places, MADE_AT)).rejects.toMatchObject({
      code: 'usage/invalid',
      message: expect.stringContaining('outside'),
    });
    expect(existsSync(folder)).toBe(false);
  }
});

describe('a backup that is not whole is refused, and nothing is touched:', () => {
  beforeEach(async () => {
    openNotes().close();
    await writeBackup(file, places, MADE_AT);
  });

  test.each<[string, (path: string) => void]>([
    ['cut short', (path) => writeFileSync(path, readFileSync(path).subarray(0, -5_000))],
    ['no backup at all', (path) => writeFileSync(path, '云溪区'.repeat(2_000))],
    ['empty', (path) => writeFileSync(path, '')],
    [
      'altered in one byte of a file',
      (path) => edit(path, "UPDATE piece SET data = zeroblob(length(data)) WHERE path LIKE 'index/%'"),
    ],
    ['without one of its pieces', (path) => edit(path, 'DELETE FROM piece WHERE path = (SELECT min(path) FROM piece)')],
    ['unfinished', (path) => edit(path, 'DELETE FROM backup')],
    ['of another format', (path) => edit(path, 'UPDATE backup SET version = 99')],
    [
      'out to leave its folder',
      (path) => edit(path, "UPDATE file SET path = 'state/../../stray' WHERE path LIKE 'state/%'"),
    ],
  ])('%s', async (_, damage) => {
    damage(file);
    const before = contentOf(bench.indexDir, places.stateDir);
    await expect(restoreBackup(file, places)).rejects.toThrowError(
      expect.objectContaining({ code: 'backup/corrupt', message: expect.stringContaining('one.backup') }),
    );
    expect(contentOf(bench.indexDir, places.stateDir)).toEqual(before);
  });

  function edit(path: string, sql: string): void {
    const backup = new Database(path);
    backup.exec(sql);
    backup.close();
  }
});

test('a file that is not there is wrong usage', async () => {
  await expect(restoreBackup(join(bench.root, 'none'), places)).rejects.toThrowError(
    expect.objectContaining({ code: 'usage/invalid' }),
  );
});

test('a damaged index is not backed up, and no half file is left', async () => {
  const path = join(bench.indexDir, 'gen-000001', 'lexical.bin');
  const bytes = readFileSync(path);
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  await expect(writeBackup(file, places, MADE_AT)).rejects.toThrowError(
    expect.objectContaining({ code: 'index/corrupt' }),
  );
  expect(existsSync(file) || existsSync(`${file}.part`)).toBe(false);
});

test('a backup waits for an ingest that is at work', async () => {
  const locked = withLock(bench.indexDir, { waitMs: 0, sleep: async () => {} }, async () => {
    await expect(writeBackup(file, { ...places, waitMs: 0 }, MADE_AT)).rejects.toThrowError(
      expect.objectContaining({ code: 'index/locked' }),
    );
  });
  await locked;
  expect(currentGeneration(bench.indexDir)).toBe('gen-000001');
});
