import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openJournal, removeJournal } from '../../../src/store/index/journal.ts';

const EMBEDDER = { id: 'fake', dimension: 2 };
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quzhi-journal-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('what was kept is found when the journal is opened again, by its embedder alone', () => {
  const first = openJournal(root, EMBEDDER);
  first.keep([
    { hash: 'a', vector: Float32Array.of(1, 2) },
    { hash: 'b', vector: Float32Array.of(3, 4).subarray(0) },
  ]);
  first.close();
  const again = openJournal(root, EMBEDDER);
  expect([...(again.find('b') ?? [])]).toEqual([3, 4]);
  expect(again.find('c')).toBeUndefined();
  again.close();
  for (const other of [
    { ...EMBEDDER, id: 'other' },
    { ...EMBEDDER, dimension: 3 },
  ]) {
    const journal = openJournal(root, other);
    expect(journal.find('a')).toBeUndefined();
    journal.close();
  }
});

test('a damaged journal is started afresh, and a removed one leaves nothing', () => {
  writeFileSync(join(root, 'embedding.sqlite'), 'no database at all, but long enough to be read as one: '.repeat(200));
  const journal = openJournal(root, EMBEDDER);
  expect(journal.find('a')).toBeUndefined();
  journal.keep([{ hash: 'a', vector: Float32Array.of(1, 2) }]);
  journal.close();
  removeJournal(root);
  expect(readdirSync(root)).toEqual([]);
});
