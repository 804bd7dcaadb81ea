import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { LIBRARY } from '../quiz/made-up-cases.ts';

// Each command is a process of its own.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';

function run(script: string, ...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, out: stdout, err: stderr };
}

const index = (): string[] => ['--index', join(folder, 'index')];
const itemsOf = (out: string): { id: string; district: string }[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-quiz-'));
  const lines = [...LIBRARY.reports.values()].map(({ id, title, district, publishedOn }) =>
    JSON.stringify({ id, title, district, publishedOn, text: LIBRARY.textOf(id) }),
  );
  writeFileSync(join(folder, 'cases.jsonl'), lines.join('\n'));
  expect(run('ingest', '--corpus', join(folder, 'cases.jsonl'), ...index())).toMatchObject({ status: 0 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('quiz coverage', () => {
  test('tells of every practice which items ask about it, or why none does', () => {
    const { status, out } = run('quiz', 'coverage', '--json', ...index());
    expect(status).toBe(0);
    const practices = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(practices.find(({ name }) => name === '项目管家')).toMatchObject({ reason: null });
    expect(practices.every(({ items, reason }) => items.length > 0 || reason !== null)).toBe(true);
  });
});

describe('quiz export', () => {
  test('prints one item a line, all of them, and nothing else', () => {
    const { status, out } = run('quiz', 'export', ...index());
    expect(status).toBe(0);
    expect(itemsOf(out).length).toBeGreaterThan(50);
  });

  test('draws as many as asked for, the same ones for the same seed', () => {
    const drawn = run('quiz', 'export', '--count', '5', '--seed', 'a', ...index()).out;
    expect(itemsOf(drawn)).toHaveLength(5);
    expect(run('quiz', 'export', '--count', '5', '--seed', 'a', ...index()).out).toBe(drawn);
    expect(run('quiz', 'export', '--count', '5', '--seed', 'b', ...index()).out).not.toBe(drawn);
  });

  test('takes a district by any of its names', () => {
    const items = itemsOf(run('quiz', 'export', '--district', '砚山', ...index()).out);
    expect(new Set(items.map(({ district }) => district))).toEqual(new Set(['云岭省清河市砚山县']));
  });

  test.each([
    [['export', '--district', '无名区'], 2, /无名区.*柳岸区/],
    [['export', '--count', 'many'], 2, /--count/],
    [['draw'], 2, /npm run quiz -- export/],
    [['export', '--index', '/nowhere'], 1, /npm run ingest/],
  ])('%j ends with %i and says what to do', (args, status, message) => {
    const result = run('quiz', ...index(), ...args);
    expect(result).toMatchObject({ status, out: '' });
    expect(result.err).toMatch(message);
  });
});

describe('quiz check', () => {
  test('counts the items and finds no broken law', () => {
    const { status, out } = run('quiz', 'check', ...index());
    expect(status).toBe(0);
    expect(out).toMatch(/broken laws: 0/);
  });
});
