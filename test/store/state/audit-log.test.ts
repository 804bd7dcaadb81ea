import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chainHash, openAuditLog } from '../../../src/store/state/audit-log.ts';
import { openStateFile } from '../../../src/store/state/state-file.ts';
import { NOW } from '../../chat/fixtures.ts';

const WHO = { channel: 'test', user: 'u1' };
const EVENT = { action: 'question', role: 'official', verdict: 'answered' };

let folder: string;
let database: Database.Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-audit-'));
  database = openStateFile(folder);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});
const fill = (count: number) => {
  const audit = openAuditLog(database);
  for (let n = 0; n < count; n += 1) audit.append(WHO, { ...EVENT, verdict: `v${n}` }, NOW);
  return audit;
};
/** Alters the file as someone would who has it in hand: without our triggers. */
const tamper = (sql: string): void => {
  database.exec('DROP TRIGGER IF EXISTS audit_keeps; DROP TRIGGER IF EXISTS audit_stays;');
  database.exec(sql);
};

describe('the chain', () => {
  test('of entries as they were written is whole', () => {
    expect(fill(0).verify()).toEqual({ count: 0, brokenAt: null });
    expect(fill(50).verify()).toEqual({ count: 50, brokenAt: null });
  });

  test('goes on over a restart', () => {
    fill(3);
    database.close();
    database = openStateFile(folder);
    fill(3);
    expect(openAuditLog(database).verify()).toEqual({ count: 6, brokenAt: null });
  });

  test.each([
    ['an altered entry', "UPDATE audit SET entry = replace(entry, 'v4', 'v9') WHERE n = 5", 5],
    ['an altered hash', "UPDATE audit SET hash = 'x' WHERE n = 5", 5],
    ['an entry taken out', 'DELETE FROM audit WHERE n = 5', 5],
    [
      'two entries exchanged',
      'UPDATE audit SET entry = (SELECT entry FROM audit AS other WHERE other.n = 11 - audit.n) WHERE n IN (5, 6)',
      5,
    ],
    ['an entry put in', "INSERT INTO audit VALUES (11, '{}', 'x')", 11],
  ])('%s breaks it there', (_name, sql, brokenAt) => {
    const audit = fill(10);
    tamper(sql);
    expect(audit.verify().brokenAt).toBe(brokenAt);
  });

  test('is SHA-256 over hash, number and entry', () => {
    expect(chainHash('a', 1, 'b')).toBe(chainHash('a', 1, 'b'));
    expect(
      new Set([chainHash('a', 1, 'b'), chainHash('a', 2, 'b'), chainHash('b', 1, 'b'), chainHash('a', 1, 'c')]).size,
    ).toBe(4);
    expect(chainHash('', 0, '')).toMatch(/^[0-9a-f]{64}$/u);
  });
});

test.each(["UPDATE audit SET entry = ''", 'DELETE FROM audit', 'DELETE FROM audit WHERE n = 1'])(
  'the file itself refuses %s',
  (sql) => {
    fill(2);
    expect(() => database.exec(sql)).toThrow('append-only');
  },
);

describe('people', () => {
  test('stand under one random name each, never under their id', () => {
    const names = ['first', 'second'];
    const audit = openAuditLog(database, () => names.shift() ?? '');
    for (const user of ['u1', 'u2', 'u1']) audit.append({ channel: 'test', user }, EVENT, NOW);
    const entries = audit.entries().map(({ entry }) => JSON.parse(entry));
    expect(entries.map(({ who }) => who)).toEqual(['first', 'second', 'first']);
    expect(JSON.stringify(entries)).not.toContain('u1');
  });
});

test('an anchor that was kept elsewhere shows a tail that was cut off', () => {
  expect(openAuditLog(database).head()).toBeNull();
  fill(3);
  const audit = openAuditLog(database);
  const head = audit.head();
  expect(head?.n).toBe(3);
  expect(head !== null && audit.holds(head)).toBe(true);
  database.exec('DROP TRIGGER audit_stays; DELETE FROM audit WHERE n = 3');
  expect(audit.verify()).toEqual({ count: 2, brokenAt: null });
  expect(head !== null && audit.holds(head)).toBe(false);
});
