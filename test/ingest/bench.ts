// A corpus folder and an index folder of their own for each test, and an embedder that knows two things.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type IngestOptions, ingest } from '../../src/ingest/build.ts';
import type { Embedder } from '../../src/types.ts';

/** Two sentences with a figure. */
export const TEXT = '云溪区一年新建口袋公园12个。居民满意度位居全市第二。';

/** Says whether a text speaks of parks. */
export const letters: Embedder = {
  id: 'letters',
  dimension: 2,
  embed: async (texts) => texts.map((text) => Float32Array.of(text.includes('公园') ? 1 : 0, text.length > 0 ? 1 : 0)),
};

/** The folders of the test that runs. */
export interface Bench {
  root: string;
  corpus: string;
  indexDir: string;
  put(name: string, content: string): void;
  run(options?: Partial<IngestOptions>): ReturnType<typeof ingest>;
}

/** Sets up fresh folders before each test of a file and removes them after it. */
export function useBench(): Bench {
  const bench: Bench = {
    root: '',
    corpus: '',
    indexDir: '',
    put: (name, content) => writeFileSync(join(bench.corpus, name), content),
    run: (options = {}) =>
      ingest({
        corpus: [bench.corpus],
        indexDir: bench.indexDir,
        embedder: null,
        now: () => new Date('2026-01-02T03:04:05Z'),
        sleep: async () => {},
        ...options,
      }),
  };
  beforeEach(() => {
    bench.root = mkdtempSync(join(tmpdir(), 'quzhi-build-'));
    bench.corpus = mkdtempSync(join(bench.root, 'corpus-'));
    bench.indexDir = join(bench.root, 'index');
  });
  afterEach(() => rmSync(bench.root, { recursive: true, force: true }));
  return bench;
}
