import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Embedder } from '../../src/embed/types.ts';
import { type IngestOptions, ingest, type Progress } from '../../src/ingest/build.ts';
import { drawHealth } from '../../src/ingest/health.ts';
import { refreshIndex } from '../../src/ingest/refresh.ts';
import { staleness } from '../../src/ingest/stale.ts';
import { openLibrary } from '../../src/store/generation.ts';
import { withLock } from '../../src/store/lock.ts';
import { currentGeneration, listGenerations } from '../../src/store/pointer.ts';
import { openVectors } from '../../src/store/vectors.ts';
import { madeUpText } from './made-up.ts';

const TEXT = '云溪区一年新建口袋公园12个。居民满意度位居全市第二。';
const letters: Embedder = {
  id: 'letters',
  dimension: 2,
  embed: async (texts) => texts.map((text) => Float32Array.of(text.includes('公园') ? 1 : 0, text.length > 0 ? 1 : 0)),
};

let root = '';
let corpus = '';
let indexDir = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quzhi-build-'));
  corpus = mkdtempSync(join(root, 'corpus-'));
  indexDir = join(root, 'index');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(name: string, content: string): void {
  writeFileSync(join(corpus, name), content);
}

function run(options: Partial<IngestOptions> = {}): ReturnType<typeof ingest> {
  return ingest({ corpus: [corpus], indexDir, embedder: null, now: () => new Date('2026-01-02T03:04:05Z'), sleep: async () => {}, ...options });
}

describe('an ingest', () => {
  test('makes a generation live that holds every report as it was read', async () => {
    const texts = Array.from({ length: 30 }, (_, seed) => `${TEXT}\n${madeUpText(seed)}`);
    for (const [seed, text] of texts.entries()) put(`r${seed}.txt`, text);
    const health = await run();
    expect(health).toMatchObject({ generation: 'gen-000001', skipped: [], totals: { reports: 30, skipped: 0 } });
    const library = openLibrary(indexDir);
    for (const [seed, text] of texts.entries()) {
      const report = [...library.reports.values()].find(({ path }) => path === `r${seed}.txt`);
      expect(report && library.textOf(report.id)).toBe(text);
    }
    expect(library.passageCount).toBe(health.totals.passages);
    expect(library.postings().passageCount).toBe(library.passageCount);
    library.close();
  });

  test('gives each passage its vector', async () => {
    put('a.txt', TEXT);
    put('b.txt', '青石县修通了三条路。');
    await run({ embedder: letters });
    const library = openLibrary(indexDir);
    expect(library.manifest.embedder).toEqual({ id: 'letters', dimension: 2 });
    const [hit] = openVectors(library.folder, { embedderId: 'letters', dimension: 2 }).search(Float32Array.of(1, 1), 1);
    expect(library.passage(hit?.number ?? -1).reportId).toBe('a');
    library.close();
  });

  test('takes facts and districts from what knows of them, with their spans', async () => {
    put('a.txt', TEXT);
    const knowledge: IngestOptions['knowledge'] = {
      findDistrict: () => ({ district: '云溪区' }),
      extractFacts: (report, [passage]) =>
        passage ? [{ reportId: report.id, passageNumber: passage.number, start: 0, end: 15, district: '云溪区', indicator: '口袋公园', period: null, value: 12, unit: '个', surface: '12个', changePercent: null }] : [],
    };
    const health = await run({ knowledge });
    expect(health.reports[0]).toMatchObject({ district: '云溪区', facts: 1, inferred: expect.arrayContaining(['district']) });
    const library = openLibrary(indexDir);
    expect(library.facts('云溪区')).toMatchObject([{ value: 12, start: 0, end: 15 }]);
    expect(library.facts('青石县')).toEqual([]);
    library.close();
  });

  test('of a corpus where some files are bad keeps the good ones and names the bad ones', async () => {
    put('a.txt', TEXT);
    put('b.txt', '');
    put('c.jsonl', `{"text":"${TEXT}"}\n{`);
    const health = await run();
    expect(health.skipped.map(({ path, line }) => [path, line])).toEqual([['b.txt', null], ['c.jsonl', 2]]);
    expect(health.reports[1]?.notes).toEqual(['its text is the same as that of a']);
    const drawn = drawHealth(health);
    expect(drawn).toContain('✗ c.jsonl:2 left out (malformed)');
    expect(drawn).toMatch(/2 reports · .* 2 left out/);
  });

  test('keeps two generations, the live one and the one before', async () => {
    put('a.txt', TEXT);
    for (const _ of [1, 2, 3, 4]) await run();
    expect(listGenerations(indexDir)).toEqual(['gen-000003', 'gen-000004']);
    expect(currentGeneration(indexDir)).toBe('gen-000004');
  });

  test('tells how far it is', async () => {
    put('a.txt', TEXT);
    const seen: Progress[] = [];
    await run({ embedder: letters, onProgress: (progress) => seen.push(progress) });
    expect(new Set(seen.map(({ step }) => step))).toEqual(new Set(['read', 'index', 'embed', 'verify']));
    expect(seen.findLast(({ step }) => step === 'embed')).toMatchObject({ done: 1, total: 1 });
  });

  test('on a dry run reports the same and writes nothing', async () => {
    put('a.txt', TEXT);
    const health = await run({ isDryRun: true });
    expect(health).toMatchObject({ generation: null, totals: { reports: 1, passages: 1 } });
    expect(existsSync(indexDir)).toBe(false);
  });
});

describe('whatever goes wrong, the live generation serves on:', () => {
  beforeEach(async () => {
    put('a.txt', TEXT);
    await run();
    put('b.txt', TEXT);
  });

  function expectUntouched(): void {
    expect(currentGeneration(indexDir)).toBe('gen-000001');
    const library = openLibrary(indexDir);
    expect([...library.reports.keys()]).toEqual(['a']);
    library.close();
    expect(readdirSync(indexDir).filter((name) => name.startsWith('building-'))).toEqual([]);
  }

  test('the embedder fails', async () => {
    const broken = { ...letters, embed: async () => Promise.reject(new Error('no connection')) };
    await expect(run({ embedder: broken })).rejects.toThrow('no connection');
    expectUntouched();
  });

  test('the embedder returns fewer vectors than texts', async () => {
    await expect(run({ embedder: { ...letters, embed: async () => [Float32Array.of(1)] } })).rejects.toThrow();
    expectUntouched();
  });

  test('a fact lies outside its passage', async () => {
    const astray = { reportId: 'a', passageNumber: 0, start: 0, end: 9_999, district: null, indicator: 'x', period: null, value: 1, unit: '个', surface: '1个', changePercent: null };
    const knowledge = { findDistrict: () => null, extractFacts: (report: { id: string }) => (report.id === 'a' ? [astray as never] : []) };
    await expect(run({ knowledge })).rejects.toThrow(/outside its passage/);
    expectUntouched();
  });

  test('the corpus has become empty', async () => {
    rmSync(join(corpus, 'a.txt'));
    writeFileSync(join(corpus, 'b.txt'), '');
    await expect(run()).rejects.toThrowError(expect.objectContaining({ code: 'corpus/empty', message: expect.stringContaining('b.txt') }));
    expectUntouched();
  });

  test('another ingest is at work: it waits, then says so', async () => {
    let waited = 0;
    const inside = async (): Promise<void> => {
      await expect(run({ lockWaitMs: 1_000, sleep: async (ms) => void (waited += ms) })).rejects.toThrowError(expect.objectContaining({ code: 'index/locked' }));
    };
    await withLock(indexDir, { waitMs: 0, sleep: async () => {} }, inside);
    expect(waited).toBeGreaterThanOrEqual(1_000);
    expectUntouched();
  });
});

describe('an index is stale', () => {
  const reason = (places: readonly string[] = [corpus], embedderId: string | null = null): string | null => staleness(indexDir, { corpus: places, embedderId }).reason;

  test('while there is none, and no longer after an ingest', async () => {
    put('a.txt', TEXT);
    expect(reason()).toContain('no index');
    await run();
    expect(reason()).toBeNull();
  });

  test('when a file is added, changed or removed', async () => {
    put('a.txt', TEXT);
    await run();
    put('b.txt', TEXT);
    expect(reason()).toContain('corpus has changed');
    await run();
    put('b.txt', `${TEXT}！`);
    expect(reason()).toContain('corpus has changed');
    await run();
    rmSync(join(corpus, 'b.txt'));
    expect(reason()).toContain('corpus has changed');
  });

  test('when another embedder is configured', async () => {
    put('a.txt', TEXT);
    await run({ embedder: letters });
    expect(reason([corpus], 'letters')).toBeNull();
    expect(reason([corpus], 'other')).toContain('embedder');
  });

  test('when another corpus is configured, unless a person named this one and it is still there', async () => {
    put('a.txt', TEXT);
    const other = mkdtempSync(join(root, 'other-'));
    writeFileSync(join(other, 'b.txt'), TEXT);
    await run();
    expect(reason([other])).toContain('another corpus');
    await run({ isCorpusNamed: true });
    expect(reason([other])).toBeNull();
    put('a.txt', `${TEXT}！`);
    expect(staleness(indexDir, { corpus: [other], embedderId: null })).toMatchObject({ reason: 'the corpus has changed', corpus: [corpus], isCorpusNamed: true });
    rmSync(corpus, { recursive: true });
    expect(staleness(indexDir, { corpus: [other], embedderId: null })).toMatchObject({ corpus: [other], isCorpusNamed: false });
  });

  test('when its manifest was written by another version or is none, or a file is gone', async () => {
    put('a.txt', TEXT);
    await run();
    const path = join(indexDir, 'gen-000001', 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, version: 0 }));
    expect(reason()).toContain('format 0');
    writeFileSync(path, '{');
    expect(reason()).toContain('damaged');
    writeFileSync(path, JSON.stringify(manifest));
    expect(reason()).toBeNull();
    rmSync(join(indexDir, 'gen-000001', 'lexical.bin'));
    expect(reason()).toContain('lexical.bin is missing');
  });

  test('is built again by a refresh, and only then', async () => {
    put('a.txt', TEXT);
    const reasons: string[] = [];
    const refresh = (): ReturnType<typeof refreshIndex> =>
      refreshIndex({ corpus: [corpus], indexDir, embedder: null, now: () => new Date(0), sleep: async () => {}, onStale: (told) => reasons.push(told) });
    expect((await refresh())?.generation).toBe('gen-000001');
    expect(await refresh()).toBeNull();
    put('b.txt', TEXT);
    expect((await refresh())?.totals.reports).toBe(2);
    expect(reasons).toEqual(['there is no index yet', 'the corpus has changed']);
  });
});
