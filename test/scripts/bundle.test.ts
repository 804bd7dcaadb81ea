// The bundle as its receiver has it: unpacked in an empty folder, started without Node.js in the path, npm or a network.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAX_MEGABYTES = 130;
const isPosix = process.platform !== 'win32';
/** Linux lets an ordinary process leave the network; elsewhere the test only takes the path away. */
const withoutNetwork = spawnSync('unshare', ['-rn', 'true']).status === 0 ? ['unshare', '-rn'] : [];
let scratch = '';
let folder = '';

/** Runs a program of the machine, found by our path, with no path of its own. */
function run(command: readonly string[], input = ''): { status: number | null; out: string; err: string } {
  const [name = '', ...args] = [...withoutNetwork, ...command];
  const program = name === 'unshare' ? '/usr/bin/unshare' : name;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: scratch,
    env: { PATH: '/nowhere', WEB_PORT: 'off', LANG: 'C.UTF-8' },
    input,
    encoding: 'utf8',
    timeout: 100_000,
  });
  return { status, out: stdout, err: stderr };
}

beforeAll(() => {
  if (!isPosix) return;
  scratch = mkdtempSync(join(tmpdir(), 'quzhi-bundle-test-'));
  const archive = join(scratch, 'quzhi.tar.gz');
  const made = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/bundle.ts', '--output', archive, '--corpus', 'corpus'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  expect({ status: made.status, out: made.stdout.trim() }, made.stderr).toEqual({ status: 0, out: archive });
  expect(Number(/^\d+(?= MB for )/.exec(made.stderr)?.[0])).toBeLessThan(MAX_MEGABYTES);
  expect(spawnSync('tar', ['-xzf', archive, '-C', scratch]).status).toBe(0);
  folder = join(scratch, readdirSync(scratch).find((name) => name.startsWith('quzhi-')) ?? '');
}, 600_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }), 120_000);

test.skipIf(!isPosix)(
  'holds a start file for Windows, documents and licences, and nothing of developers or people',
  () => {
    expect(readFileSync(join(folder, 'start.cmd'), 'utf8')).toMatch(/^@echo off\r\n/);
    for (const name of ['docs/deploy.md', 'LICENSE', 'node_modules/zod/LICENSE', 'models/reader/README.md'])
      expect([name, existsSync(join(folder, name))]).toEqual([name, true]);
    for (const name of ['test', 'scripts/dev', 'state', '.env', '.git', 'node_modules/vitest'])
      expect([name, existsSync(join(folder, name))]).toEqual([name, false]);
  },
);

test.skipIf(!isPosix)('answers with a citation where there is no network and no Node.js', { timeout: 120_000 }, () => {
  const { status, out, err } = run([join(folder, 'start.sh')], '泉山区2016年引进了多少个四新项目？\n');
  expect(status, err).toBe(0);
  expect(out).toMatch(/289个.*\[1\]/);
  expect(err).toMatch(/5 reports/);
});

test.skipIf(!isPosix)(
  'runs every other command by its name, and says where there is none',
  { timeout: 120_000 },
  () => {
    const listed = run([join(folder, 'start.sh'), 'reports', 'list', '--json']);
    expect(listed.status, listed.err).toBe(0);
    expect(listed.out).toContain('泉山区');
    const unknown = run([join(folder, 'start.sh'), 'nothing']);
    expect([unknown.status, unknown.out]).toEqual([2, '']);
    expect(unknown.err).toContain('docs/commands.md');
  },
);

test.skipIf(!isPosix)('refuses a corpus that is not there', { timeout: 60_000 }, () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/bundle.ts', '--corpus', 'nowhere'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  expect([status, stderr.trim()]).toEqual([1, 'There is no folder nowhere. Name the reports to bundle: --corpus DIR']);
});
