import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openLibrary } from '../../src/store/index/generation.ts';
import { madeUpText } from '../ingest/made-up.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';

const corpus = (): string => join(folder, 'corpus.jsonl');
const index = (): string => join(folder, 'index');

/** An ingest by way of a shell that first sets a limit, such as on the size of files. */
function ingestUnder(limit: string): { status: number | null; out: string; err: string } {
  const command = `${limit} exec "${process.execPath}" --import tsx scripts/ingest.ts --corpus "${corpus()}" --index "${index()}"`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: ROOT, encoding: 'utf8', timeout: 60_000 });
  return { status, out: stdout, err: stderr };
}

function writeCorpus(count: number): void {
  const lines = Array.from({ length: count }, (_, seed) =>
    JSON.stringify({ id: `r${seed}`, text: `云溪区修通了${seed}条路。${madeUpText(seed)}` }),
  );
  writeFileSync(corpus(), lines.join('\n'));
}

describe.skipIf(process.platform === 'win32')('where there is no room for a new index', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'quzhi-disk-'));
    writeCorpus(40);
    expect(ingestUnder('')).toMatchObject({ status: 0 });
    writeCorpus(80);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  // The database, then the lexical index, meets the limit.
  test.each([16, 128, 400])(
    'for files of %i blocks, one line says so, nothing is left behind, and the live index serves',
    (blocks) => {
      const before = readdirSync(index()).sort();
      const { status, out, err } = ingestUnder(`ulimit -f ${blocks};`);
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(err).toMatch(/^The disk is full or fails \(\w+\): .* Free some space/);
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(readdirSync(index()).sort()).toEqual(before);
      const library = openLibrary(index());
      expect([library.manifest.generation, library.reports.size]).toEqual(['gen-000001', 40]);
      library.close();
    },
  );

  test('the next ingest with room completes', () => {
    expect(ingestUnder('')).toMatchObject({ status: 0, out: expect.stringContaining('Index gen-000002 is live.') });
  });
});
