// A serving process follows ingest from one generation to the next and holds none of the old ones open for good.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { liveContext } from '../../src/app/live-context.ts';
import { ingest } from '../../src/ingest/build.ts';
import { openBuiltinEmbedder } from '../../src/retrieve/embed/builtin.ts';

const embedder = openBuiltinEmbedder();
let root = '';

async function rebuild(projects: number): Promise<void> {
  writeFileSync(join(root, 'corpus', 'one.md'), `# 青石区\n\n2021年，青石区引进亿元以上项目${projects}个。\n`);
  const indexDir = join(root, 'index');
  await ingest({ corpus: [join(root, 'corpus')], indexDir, embedder, now: () => new Date(0), sleep: async () => {} });
}

/** Databases of generations that this process holds open, deleted ones too. */
function openGenerations(): string[] {
  return readdirSync('/proc/self/fd')
    .map((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`);
      } catch {
        return '';
      }
    })
    .filter((path) => path.startsWith(root));
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'quzhi-live-'));
  mkdirSync(join(root, 'corpus'));
  await rebuild(1);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a question in the old generation may finish, then it is closed', async () => {
  const live = liveContext(join(root, 'index'), { embedder, graceMs: 50 });
  const before = live();
  const [id] = [...before.library.reports.keys()];
  if (id === undefined) throw new Error('nothing was indexed');
  await rebuild(2);
  const after = live();
  expect(after).not.toBe(before);
  expect(before.library.textOf(id)).toContain('项目1个');
  expect(after.library.textOf(id)).toContain('项目2个');
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(() => before.library.passage(0)).toThrow();
  expect(after.library.passage(0).reportId).toBe(id);
});

test.skipIf(!existsSync('/proc/self/fd'))('twenty re-indexes leave one generation open', async () => {
  const live = liveContext(join(root, 'index'), { embedder, graceMs: 20 });
  for (let projects = 3; projects < 23; projects++) {
    await rebuild(projects);
    live();
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(new Set(openGenerations()).size).toBe(1);
});
