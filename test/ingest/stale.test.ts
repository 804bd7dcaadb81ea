import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refreshIndex } from '../../src/ingest/refresh.ts';
import { staleness } from '../../src/ingest/stale.ts';
import { letters, TEXT, useBench } from './bench.ts';

const bench = useBench();

describe('an index is stale', () => {
  const reason = (places: readonly string[] = [bench.corpus], embedderId: string | null = null): string | null =>
    staleness(bench.indexDir, { corpus: places, embedderId }).reason;

  test('while there is none, and no longer after an ingest', async () => {
    bench.put('a.txt', TEXT);
    expect(reason()).toContain('no index');
    await bench.run();
    expect(reason()).toBeNull();
  });

  test('when a file is added, changed or removed', async () => {
    bench.put('a.txt', TEXT);
    await bench.run();
    bench.put('b.txt', TEXT);
    expect(reason()).toContain('corpus has changed');
    await bench.run();
    bench.put('b.txt', `${TEXT}！`);
    expect(reason()).toContain('corpus has changed');
    await bench.run();
    rmSync(join(bench.corpus, 'b.txt'));
    expect(reason()).toContain('corpus has changed');
  });

  test('when another embedder is configured', async () => {
    bench.put('a.txt', TEXT);
    await bench.run({ embedder: letters });
    expect(reason([bench.corpus], 'letters')).toBeNull();
    expect(reason([bench.corpus], 'other')).toContain('embedder');
  });

  test('when another corpus is configured, unless a person named this one and it is still there', async () => {
    bench.put('a.txt', TEXT);
    const other = mkdtempSync(join(bench.root, 'other-'));
    writeFileSync(join(other, 'b.txt'), TEXT);
    await bench.run();
    expect(reason([other])).toContain('another corpus');
    expect(staleness(bench.indexDir, { corpus: [other], embedderId: null }).otherCorpus).toBeNull();
    await bench.run({ isCorpusNamed: true });
    expect(reason([other])).toBeNull();
    expect(staleness(bench.indexDir, { corpus: [other], embedderId: null }).otherCorpus).toEqual([bench.corpus]);
    expect(staleness(bench.indexDir, { corpus: [bench.corpus], embedderId: null }).otherCorpus).toBeNull();
    bench.put('a.txt', `${TEXT}！`);
    expect(staleness(bench.indexDir, { corpus: [other], embedderId: null })).toMatchObject({
      reason: 'the corpus has changed',
      corpus: [bench.corpus],
      isCorpusNamed: true,
    });
    rmSync(bench.corpus, { recursive: true });
    expect(staleness(bench.indexDir, { corpus: [other], embedderId: null })).toMatchObject({
      corpus: [other],
      isCorpusNamed: false,
    });
  });

  test('when its manifest was written by another version or is none, or a file is gone', async () => {
    bench.put('a.txt', TEXT);
    await bench.run();
    const path = join(bench.indexDir, 'gen-000001', 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, version: 0 }));
    expect(reason()).toContain('format 0');
    writeFileSync(path, '{');
    expect(reason()).toContain('damaged');
    writeFileSync(path, JSON.stringify(manifest));
    expect(reason()).toBeNull();
    rmSync(join(bench.indexDir, 'gen-000001', 'lexical.bin'));
    expect(reason()).toContain('lexical.bin is missing');
  });

  test('is built again by a refresh, and only then', async () => {
    bench.put('a.txt', TEXT);
    const reasons: string[] = [];
    const refresh = (): ReturnType<typeof refreshIndex> =>
      refreshIndex({
        corpus: [bench.corpus],
        indexDir: bench.indexDir,
        embedder: null,
        now: () => new Date(0),
        sleep: async () => {},
        onStale: (told) => reasons.push(told),
      });
    expect((await refresh())?.generation).toBe('gen-000001');
    expect(await refresh()).toBeNull();
    bench.put('b.txt', TEXT);
    expect((await refresh())?.totals.reports).toBe(2);
    expect(reasons).toEqual(['there is no index yet', 'the corpus has changed']);
  });
});
