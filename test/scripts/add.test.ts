// `add` from outside: a process in a folder of its own, so that its .env is not ours.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { selection, startChatServer } from '../support/chat-model.ts';

vi.setConfig({ testTimeout: 60_000 });

const SCRIPT = fileURLToPath(new URL('../../scripts/add.ts', import.meta.url));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-add-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ status: number | null; out: string; err: string }> {
  const env = { ...process.env, HF_ENDPOINT: 'http://127.0.0.1:9' };
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), SCRIPT, ...args], {
    cwd: folder,
    env,
  });
  const text = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (text.out += chunk));
  child.stderr.on('data', (chunk) => (text.err += chunk));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, ...text };
}

test.each<[readonly string[], number, RegExp]>([
  [[], 2, /Usage: npm run add -- reader FOLDER-or-ID/],
  [['lamp', 'x'], 2, /Usage/],
  [['reader', 'a', 'b'], 2, /Usage/],
  [['model', 'http://localhost'], 2, /Usage/],
  [['model', 'nowhere', 'small'], 1, /LLM_BASE_URL is "nowhere"/],
  [['reader', 'own/small'], 1, /127\.0\.0\.1:9 cannot be reached.*npm run add -- KIND FOLDER/],
])('%j ends with %i and one line that says what to do, and writes nothing', async (args, status, message) => {
  const result = await run(...args);
  expect([result.status, result.out]).toEqual([status, '']);
  expect(result.err).toMatch(message);
  expect(result.err.trim().split('\n')).toHaveLength(1);
  expect(existsSync(join(folder, '.env'))).toBe(false);
});

test('a model that answers is written into .env, beside what stands there', async () => {
  writeFileSync(join(folder, '.env'), '# ours\nLLM_MODEL=old\nLLM_BASE_URL=http://old.example/v1\nLOG_LEVEL=warn\n');
  const server = await startChatServer(() => ({ text: selection([2], []) }));
  const { status, out } = await run('model', server.baseUrl, 'small');
  await server.close();
  expect([status, out]).toEqual([0, `LLM_BASE_URL=${server.baseUrl}\nLLM_MODEL=small\n`]);
  expect(readFileSync(join(folder, '.env'), 'utf8')).toBe(
    `# ours\nLLM_MODEL=small\nLLM_BASE_URL=${server.baseUrl}\nLOG_LEVEL=warn\n`,
  );
});
