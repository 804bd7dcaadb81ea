import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openState } from '../../src/store/state/state.ts';
import { NOW } from '../chat/fixtures.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-audit-'));
  const state = openState(folder);
  for (const action of ['start', 'question']) {
    state.audit.append({ channel: 'test', user: 'u1' }, { action, role: 'owner', verdict: 'done' }, NOW);
  }
  state.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]): { status: number; out: string } => {
  const command = ['--import', 'tsx', 'scripts/audit.ts', ...args, '--state', folder];
  try {
    return { status: 0, out: execFileSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { status, out: stdout };
  }
};

test('the command verifies, lists, refuses what it does not know, and fails where an entry was altered', {
  timeout: 60_000,
}, () => {
  expect(run('verify')).toEqual({ status: 0, out: '2 entries, all as they were written.\n' });
  expect(JSON.parse(run('verify', '--json').out)).toEqual({ entries: 2, brokenAt: null });
  expect(run('list').out.split('\n')).toHaveLength(3);
  expect(run('nonsense').status).toBe(2);
  const file = new Database(join(folder, 'quzhi.sqlite'));
  file.exec("DROP TRIGGER audit_keeps; UPDATE audit SET entry = '{}' WHERE n = 2");
  file.close();
  expect(run()).toEqual({ status: 1, out: expect.stringContaining('Entry 2') });
});
