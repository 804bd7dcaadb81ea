// The tools over standard input and output, as an assistant on the same machine starts them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-mcp-'));
  mkdirSync(join(folder, 'corpus'));
  writeFileSync(join(folder, 'corpus', 'parks.md'), '# 柳溪区公园建设\n\n2020年，柳溪区新建口袋公园12处。\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the index is built at the start, and the first answer cites it', { timeout: 60_000 }, async () => {
  const at = (name: string): string => join(folder, name);
  const client = new Client({ name: 'test', version: '1.0.0' });
  const env = {
    PATH: process.env['PATH'] ?? '',
    QUZHI_CORPUS: at('corpus'),
    QUZHI_INDEX: at('index'),
    QUZHI_STATE: at('state'),
  };
  const args = ['--import', 'tsx', 'scripts/mcp.ts'];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: ROOT, env, stderr: 'ignore' }));
  try {
    const { structuredContent } = await client.callTool({
      name: 'ask',
      arguments: { question: '柳溪区2020年新建了多少处口袋公园？' },
    });
    expect(structuredContent).toMatchObject({ status: 'answered', short: expect.stringContaining('12处') });
  } finally {
    await client.close();
  }
});
