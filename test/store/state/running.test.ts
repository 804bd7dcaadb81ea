import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimState } from '../../../src/store/state/running.ts';

let folder = '';
let other: ChildProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-running-'));
});
afterEach(() => {
  other?.kill();
  rmSync(folder, { recursive: true, force: true });
});
const note = (pid: number | string): void => writeFileSync(join(folder, 'running.pid'), String(pid));

test('a second process on one state is refused, with the number of the first', () => {
  other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'main.ts'], { stdio: 'ignore' });
  note(other.pid ?? 0);
  expect(() => claimState(folder)).toThrow(new RegExp(`Process ${other.pid} serves`, 'u'));
});

test('the number of a process that is gone, of another program, or no number at all, holds nobody up', () => {
  other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  for (const pid of [999_999_999, other.pid ?? 0, process.pid, 'nonsense', '']) {
    note(pid);
    claimState(folder)();
    expect(existsSync(join(folder, 'running.pid'))).toBe(false);
  }
});
