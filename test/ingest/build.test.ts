import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { IngestOptions, IngestProgress } from '../../src/ingest/build.ts';
import { drawHealth } from '../../src/ingest/report/health.ts';
import { openLibrary } from '../../src/store/index/generation.ts';
import { withLock } from '../../src/store/index/lock.ts';
import { currentGeneration, listGenerations } from '../../src/store/index/pointer.ts';
import { openVectors } from '../../src/store/index/vectors/vectors.ts';
import { letters, TEXT, useBench } from './bench.ts';
import { madeUpText } from './made-up.ts';

const bench = useBench();

describe('an ingest', () => {
  test('makes a generation live that holds every report as it was read', async () => {
    const texts = Array.from({ length: 30 }, (_, seed) => `${TEXT}\n${madeUpText(seed)}`);
    for (const [seed, text] of texts.entries()) bench.put(`r${seed}.txt`, text);
    const health = await bench.run();
    expect(health).toMatchObject({ generation: 'gen-000001', skipped: [], totals: { reports: 30, skipped: 0 } });
    const library = openLibrary(bench.indexDir);
    for (const [seed, text] of texts.entries()) {
      const report = [...library.reports.values()].find(({ path }) => path === `r${seed}.txt`);
      expect(report && library.textOf(report.id)).toBe(text);
    }
    expect(library.passageCount).toBe(health.totals.passages);
    expect(library.postings().passageCount).toBe(library.passageCount);
    library.close();
  });

  test('gives each passage its vector', async () => {
    bench.put('a.txt', TEXT);
    bench.put('b.txt', '青石县修通了三条路。');
    await bench.run({ embedder: letters });
    const library = openLibrary(bench.indexDir);
    expect(library.manifest.embedder).toEqual({ id: 'letters', dimension: 2 });
    const [hit] = openVectors(library.folder, { embedderId: 'letters', dimension: 2 }).search(Float32Array.of(1, 1), 1);
    expect(library.passage(hit?.number ?? -1).reportId).toBe('a');
    library.close();
  });

  test('takes facts and districts from what knows of them, with their spans', async () => {
    bench.put('a.txt', TEXT);
    const knowledge: IngestOptions['knowledge'] = {
      findDistrict: () => ({ district: '云溪区' }),
      extractFacts: (report, [passage]) =>
        passage
          ? [
              {
                reportId: report.id,
                passageNumber: passage.number,
                start: 0,
                end: 15,
                district: '云溪区',
                indicator: '口袋公园',
                period: null,
                value: 12,
                unit: '个',
                surface: '12个',
                changePercent: null,
                subject: null,
                isPlanned: false,
                isApproximate: false,
              },
            ]
          : [],
    };
    const health = await bench.run({ knowledge });
    expect(health.reports[0]).toMatchObject({
      district: '云溪区',
      facts: 1,
      inferred: expect.arrayContaining(['district']),
    });
    const library = openLibrary(bench.indexDir);
    expect(library.facts('云溪区')).toMatchObject([{ value: 12, start: 0, end: 15 }]);
    expect(library.facts('青石县')).toEqual([]);
    library.close();
  });

  test('of a corpus where some files are bad keeps the good ones and names the bad ones', async () => {
    bench.put('a.txt', TEXT);
    bench.put('b.txt', '');
    bench.put('c.jsonl', `{"text":"${TEXT}"}\n{`);
    const health = await bench.run();
    expect(health.skipped.map(({ path, line }) => [path, line])).toEqual([
      ['b.txt', null],
      ['c.jsonl', 2],
    ]);
    expect(health.reports[1]?.notes).toEqual(['its text is the same as that of a']);
    const drawn = drawHealth(health);
    expect(drawn).toContain('✗ c.jsonl:2 left out (malformed)');
    expect(drawn).toMatch(/2 reports · .* 2 left out/);
  });

  test('keeps two generations, the live one and the one before', async () => {
    for (const round of [1, 2, 3, 4]) {
      bench.put('a.txt', `${TEXT}第${round}稿。`);
      await bench.run();
    }
    expect(listGenerations(bench.indexDir)).toEqual(['gen-000003', 'gen-000004']);
    expect(currentGeneration(bench.indexDir)).toBe('gen-000004');
  });

  test('tells how far it is', async () => {
    bench.put('a.txt', TEXT);
    const seen: IngestProgress[] = [];
    await bench.run({ embedder: letters, onProgress: (progress) => seen.push(progress) });
    expect(new Set(seen.map(({ step }) => step))).toEqual(new Set(['read', 'index', 'embed', 'verify']));
    expect(seen.findLast(({ step }) => step === 'embed')).toMatchObject({ done: 1, total: 1 });
  });

  test('on a dry run reports the same and writes nothing', async () => {
    bench.put('a.txt', TEXT);
    const health = await bench.run({ isDryRun: true });
    expect(health).toMatchObject({ generation: null, totals: { reports: 1, passages: 1 } });
    expect(existsSync(bench.indexDir)).toBe(false);
  });
});

describe('whatever goes wrong, the live generation serves on:', () => {
  beforeEach(async () => {
    bench.put('a.txt', TEXT);
    await bench.run();
    bench.put('b.txt', TEXT);
  });

  function expectUntouched(): void {
    expect(currentGeneration(bench.indexDir)).toBe('gen-000001');
    const library = openLibrary(bench.indexDir);
    expect([...library.reports.keys()]).toEqual(['a']);
    library.close();
    expect(readdirSync(bench.indexDir).filter((name) => name.startsWith('building-'))).toEqual([]);
  }

  test('the embedder fails', async () => {
    const broken = { ...letters, embed: async () => Promise.reject(new Error('no connection')) };
    await expect(bench.run({ embedder: broken })).rejects.toThrow('no connection');
    expectUntouched();
  });

  test('the embedder returns fewer vectors than texts', async () => {
    await expect(bench.run({ embedder: { ...letters, embed: async () => [Float32Array.of(1)] } })).rejects.toThrow();
    expectUntouched();
  });

  test('a fact lies outside its passage', async () => {
    const astray = {
      reportId: 'a',
      passageNumber: 0,
      start: 0,
      end: 9_999,
      district: null,
      indicator: 'x',
      period: null,
      value: 1,
      unit: '个',
      surface: '1个',
      changePercent: null,
      subject: null,
      isPlanned: false,
      isApproximate: false,
    };
    const knowledge = {
      findDistrict: () => null,
      extractFacts: (report: { id: string }) => (report.id === 'a' ? [astray as never] : []),
    };
    await expect(bench.run({ knowledge })).rejects.toThrow(/outside its passage/);
    expectUntouched();
  });

  test('the corpus has become empty', async () => {
    rmSync(join(bench.corpus, 'a.txt'));
    writeFileSync(join(bench.corpus, 'b.txt'), '');
    await expect(bench.run()).rejects.toThrowError(
      expect.objectContaining({ code: 'corpus/empty', message: expect.stringContaining('b.txt') }),
    );
    expectUntouched();
  });

  test('another ingest is at work: it waits, then says so', async () => {
    let waited = 0;
    const count = async (ms: number): Promise<void> => {
      waited += ms;
    };
    const inside = async (): Promise<void> => {
      await expect(bench.run({ lockWaitMs: 1_000, sleep: count })).rejects.toThrowError(
        expect.objectContaining({ code: 'index/locked' }),
      );
    };
    await withLock(bench.indexDir, { waitMs: 0, sleep: async () => {} }, inside);
    expect(waited).toBeGreaterThanOrEqual(1_000);
    expectUntouched();
  });
});
