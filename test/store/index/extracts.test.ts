import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openExtracts } from '../../../src/store/index/extracts.ts';

const RULES = { rules: 'one' };
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quzhi-extracts-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** What is found under some hashes when it is opened again. */
function foundAgain(hashes: readonly string[], options = RULES): (string | undefined)[] {
  const kept = openExtracts(root, options);
  const found = hashes.map((hash) => kept.find(hash));
  kept.close();
  return found;
}

function keep(...entries: readonly (readonly [hash: string, content: string])[]): void {
  const kept = openExtracts(root, RULES);
  for (const [hash, content] of entries) kept.keep(hash, content);
  kept.close();
}

test('what was kept is found when it is opened again, whatever its characters', () => {
  const content = `云溪区\u{20BB7}\n${'公园'.repeat(10_000)}`;
  keep(['a', content], ['b', '']);
  expect(foundAgain(['a', 'b', 'c'])).toEqual([content, '', undefined]);
});

test('other rules find nothing, and drop what was kept', () => {
  keep(['a', '云溪区']);
  expect(foundAgain(['a'], { rules: 'two' })).toEqual([undefined]);
  expect(foundAgain(['a'])).toEqual([undefined]);
});

test('where nothing is kept, nothing is left behind', () => {
  const kept = openExtracts(root, RULES);
  expect(kept.find('a')).toBeUndefined();
  kept.forgetOthers();
  kept.close();
  expect(readdirSync(root)).toEqual([]);
});

test('opened afresh it holds nothing', () => {
  keep(['a', '云溪区']);
  const kept = openExtracts(root, { ...RULES, isFresh: true });
  expect(kept.find('a')).toBeUndefined();
  kept.close();
});

test('what nobody asked for is forgotten, what was found or kept is not', () => {
  keep(['a', '甲'], ['b', '乙']);
  const kept = openExtracts(root, RULES);
  kept.find('a');
  kept.keep('c', '丙');
  kept.forgetOthers();
  kept.close();
  expect(foundAgain(['a', 'b', 'c'])).toEqual(['甲', undefined, '丙']);
});

test('content that is not what was written is not found', () => {
  keep(['a', '云溪区'], ['b', '南湖区']);
  const database = new Database(join(root, 'extracts.sqlite'));
  database.exec("UPDATE extracts SET content = (SELECT content FROM extracts WHERE hash = 'b') WHERE hash = 'a'");
  database.exec("UPDATE extracts SET content = x'00' WHERE hash = 'b'");
  database.close();
  expect(foundAgain(['a', 'b'])).toEqual([undefined, undefined]);
});

test('a file that is no database is started afresh', () => {
  writeFileSync(join(root, 'extracts.sqlite'), 'no database at all, but long enough to be read as one: '.repeat(200));
  keep(['a', '云溪区']);
  expect(foundAgain(['a'])).toEqual(['云溪区']);
});
