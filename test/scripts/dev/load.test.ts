// The load generator against the product itself, for a moment: every kind of person gets through, and nothing is lost.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TIME_LIMIT_MS = 240_000;
let folder = '';

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', ...args], { cwd: ROOT, encoding: 'utf8', timeout: TIME_LIMIT_MS });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-load-test-'));
  expect(run('scripts/ingest.ts', '--corpus', 'corpus', '--index', folder).status).toBe(0);
}, TIME_LIMIT_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(process.platform === 'win32')(
  'officials, trainees and maintainers are answered, through the page and by OpenAI’s protocol',
  () => {
    const options = ['--rate', '8', '--seconds', '5', '--people', '10', '--port', '18099', '--index', folder];
    const { status, stdout, stderr } = run('scripts/dev/load.ts', ...options);
    expect(status, stderr).toBe(0);
    const figures = JSON.parse(stdout) as Record<string, number> & { byKind: Record<string, { answered: number }> };
    expect([figures['lost'], figures['ratePerSecond']]).toEqual([0, 8]);
    expect(figures['answered']).toBeGreaterThan(20);
    const roles = new Set(Object.keys(figures.byKind).map((kind) => kind.split('/')[0]));
    expect([...roles].sort()).toEqual(['maintainer', 'official', 'trainee']);
    expect(figures.byKind['official/ask by OpenAI’s protocol']?.answered).toBeGreaterThan(0);
    expect(figures['p99Ms']).toBeGreaterThanOrEqual(figures['p50Ms'] ?? 0);
  },
  TIME_LIMIT_MS,
);

test('nothing a second is wrong usage', { timeout: 60_000 }, () => {
  const { status, stderr } = run('scripts/dev/load.ts', '--rate', '0');
  expect([status, stderr]).toEqual([2, expect.stringContaining('at least 1')]);
});
