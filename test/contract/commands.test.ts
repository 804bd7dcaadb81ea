import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

// Each command is a process of its own.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TEXT = '去年云溪区新建口袋公园12个。\r\n居民👏都说好。';
let folder = '';

function run(script: string, ...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, out: stdout, err: stderr };
}

const place = (name: string): string => join(folder, name);
const index = (): string[] => ['--index', place('index')];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-cli-'));
  writeFileSync(place('park.md'), `---\ntitle: 公园城市\npublishedOn: 2020\n---\n${TEXT}`);
  writeFileSync(place('empty.txt'), '');
  expect(run('ingest', '--corpus', place('park.md'), '--corpus', place('empty.txt'), ...index())).toMatchObject({
    status: 0,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('ingest', () => {
  test('prints the health report as JSON, and nothing else, on standard output', () => {
    const { status, out } = run('ingest', '--corpus', place('park.md'), '--dry-run', '--json', ...index());
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      generation: null,
      reports: [{ id: 'park', title: '公园城市' }],
      skipped: [],
    });
  });

  test('with --strict ends with 1 when something was left out, and says what', () => {
    const { status, out, err } = run(
      'ingest',
      '--strict',
      '--dry-run',
      '--corpus',
      place('park.md'),
      '--corpus',
      place('empty.txt'),
    );
    expect(status).toBe(1);
    expect(out).toContain('empty.txt left out');
    expect(err).toMatch(/^--strict: 1 left out/);
  });

  test.each([
    [['--corpus', '/nowhere/at/all'], 1, /^There is no \/nowhere\/at\/all\..*--corpus/],
    [['--colour'], 2, /Usage: npm run ingest/],
    [['stray'], 2, /--corpus stray/],
  ])('%j ends with %i and one line that says what to do', (args, status, message) => {
    const result = run('ingest', ...args, '--index', place('other'));
    expect(result.status).toBe(status);
    expect(result.out).toBe('');
    expect(result.err).toMatch(message);
    expect(result.err.trim().split('\n')).toHaveLength(1);
  });
});

describe('reports', () => {
  test('lists what is indexed', () => {
    const { out } = run('reports', '--json', ...index());
    expect(JSON.parse(out)).toMatchObject({ id: 'park', path: 'park.md', title: '公园城市', publishedOn: '2020' });
  });

  test('text prints the source to the last unit, so that offsets into the output are offsets into the text', () => {
    expect(run('reports', 'text', 'park', ...index()).out).toBe(
      `---\ntitle: 公园城市\npublishedOn: 2020\n---\n${TEXT}`,
    );
  });

  test('show draws the sentences beside what they are read as', () => {
    expect(run('reports', 'show', 'park', ...index()).out).toContain('去年[〔2019年〕]云溪区新建口袋公园12个。');
  });

  test('an unknown report or action is wrong usage, a missing index a fault', () => {
    expect(run('reports', 'text', 'nobody', ...index())).toMatchObject({
      status: 2,
      err: expect.stringContaining('"nobody"'),
    });
    expect(run('reports', 'frob', ...index())).toMatchObject({ status: 2, err: expect.stringContaining('"frob"') });
    expect(run('reports', '--index', place('none'))).toMatchObject({
      status: 1,
      err: expect.stringContaining('npm run ingest'),
    });
  });
});

describe('doctor', () => {
  test('finds nothing wrong with a new index', () => {
    const { status, out } = run('doctor', '--json', ...index());
    const found = (JSON.parse(out) as { part: string; level: string }[]).find(({ part }) => part === 'index');
    expect([status, found?.level]).toEqual([0, 'ok']);
  });

  test('names a damaged index and the command to run', () => {
    rmSync(place('index/gen-000001/lexical.bin'));
    const { status, out } = run('doctor', ...index());
    expect(status).toBe(1);
    expect(out).toMatch(/✗ index: .*lexical\.bin is missing.*npm run ingest/);
  });
});
