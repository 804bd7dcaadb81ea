import { readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { rulesId } from '../../src/ingest/rules.ts';
import { staleness } from '../../src/ingest/stale.ts';
import { sha256 } from '../../src/store/files.ts';
import { openExtracts } from '../../src/store/index/extracts.ts';
import { type Generation, openLibrary } from '../../src/store/index/generation.ts';
import { FILES, readManifest } from '../../src/store/index/manifest.ts';
import { currentGeneration } from '../../src/store/index/pointer.ts';
import type { FieldPostings } from '../../src/store/index/postings/field-postings.ts';
import { readVectors } from '../../src/store/index/vectors/vectors.ts';
import type { Embedder, ReportId } from '../../src/types.ts';
import { letters, TEXT, useBench } from '../ingest/bench.ts';
import { madeDocx, wordParagraph } from '../ingest/formats/made-files.ts';
import { madeUpText, seededRandom } from '../ingest/made-up.ts';

// Many small builds, each flushed to disk.
vi.setConfig({ testTimeout: 60_000 });

const bench = useBench();

/** Counts the texts it is asked for. */
function counting(): Embedder & { texts: string[] } {
  const texts: string[] = [];
  return {
    id: 'counting',
    dimension: 3,
    texts,
    embed: async (asked) => {
      texts.push(...asked);
      return asked.map((text) => Float32Array.of(text.length, text.charCodeAt(0), text.charCodeAt(text.length - 1)));
    },
  };
}

function lists(field: FieldPostings): Map<string, number[]> {
  const entries = [...field.keyHigh].map((high, term): [string, number[]] => [
    `${high} ${field.keyLow[term]}`,
    [...field.entries.subarray(field.offsets[term], field.offsets[term + 1])],
  ]);
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** All that a generation holds, for comparison. */
function contentOf(generation: Generation): unknown {
  const { body, heading, passageCount } = generation.postings();
  const { embedder } = generation.manifest;
  return {
    reports: [...generation.reports.values()].map((report) => [
      report,
      generation.textOf(report.id),
      generation.passagesOf(report.id),
    ]),
    passages: Array.from({ length: generation.passageCount }, (_, number) => generation.passage(number)),
    facts: generation.facts(),
    postings: [passageCount, lists(body), lists(heading), [...body.lengths], [...heading.lengths]],
    vectors: embedder && [
      ...readVectors(generation.folder, { embedderId: embedder.id, dimension: embedder.dimension }).data,
    ],
  };
}

function liveContent(indexDir: string): unknown {
  const generation = openLibrary(indexDir);
  try {
    return contentOf(generation);
  } finally {
    generation.close();
  }
}

describe('whatever was added, changed, renamed or deleted,', () => {
  test.each([1, 2, 3])(
    'an ingest onto the index of before gives what one from nothing gives (seed %i)',
    async (seed) => {
      const random = seededRandom(seed);
      const below = (count: number): number => Math.floor(random() * count);
      const names = Array.from({ length: 12 }, (_, index) => `r${index}.txt`);
      const write = (name: string): void =>
        bench.put(name, `云溪区修通了${below(90)}条路。\n${madeUpText(below(1_000_000))}`);
      names.forEach(write);
      const full = join(bench.root, 'full');
      for (let round = 0; round < 3; round++) {
        const chosen = names[below(names.length)] ?? 'r0.txt';
        const added = `n${seed}${round}.txt`;
        if (round % 2 === 0) write(chosen);
        else renameSync(join(bench.corpus, chosen), join(bench.corpus, `a${chosen}`));
        if (round % 2 === 1) names[names.indexOf(chosen)] = `a${chosen}`;
        write(added);
        names.push(added);
        rmSync(join(bench.corpus, names.shift() ?? ''));
        await bench.run({ embedder: counting() });
        await bench.run({ embedder: counting(), indexDir: full, isFull: true });
        expect(liveContent(bench.indexDir)).toEqual(liveContent(full));
      }
    },
  );

  test('the order of a collection of lines may change', async () => {
    const lines = Array.from({ length: 6 }, (_, index) =>
      JSON.stringify({ id: `n${index}`, text: `${TEXT}第${index}篇。` }),
    );
    bench.put('all.jsonl', lines.join('\n'));
    await bench.run({ embedder: letters });
    bench.put('all.jsonl', [...lines].reverse().join('\n'));
    const embedder = { ...letters, embed: async () => Promise.reject(new Error('nothing is to be embedded')) };
    expect(await bench.run({ embedder })).toMatchObject({ generation: 'gen-000002', reused: 6 });
    const full = join(bench.root, 'full');
    await bench.run({ embedder: letters, indexDir: full });
    expect(liveContent(bench.indexDir)).toEqual(liveContent(full));
  });
});

describe('an ingest onto an index', () => {
  beforeEach(() => {
    bench.put('a.txt', TEXT);
    bench.put('b.txt', '青石县修通了三条路。');
  });

  test('where nothing has changed makes no generation, asks the embedder for nothing, and tells the same', async () => {
    const embedder = counting();
    const first = await bench.run({ embedder });
    const asked = embedder.texts.length;
    const second = await bench.run({ embedder });
    expect(second).toMatchObject({
      generation: 'gen-000001',
      isUnchanged: true,
      reports: first.reports,
      totals: first.totals,
    });
    expect(embedder.texts).toHaveLength(asked);
  });

  test('where a file was only touched reads it, stays with the generation, and remembers', async () => {
    await bench.run();
    utimesSync(join(bench.corpus, 'a.txt'), 1_000, 1_000);
    const wanted = { corpus: [bench.corpus], embedderId: null };
    expect(staleness(bench.indexDir, wanted).reason).not.toBeNull();
    expect(await bench.run()).toMatchObject({ generation: 'gen-000001', isUnchanged: true });
    expect(staleness(bench.indexDir, wanted).reason).toBeNull();
  });

  test('embeds the texts of changed passages alone', async () => {
    const embedder = counting();
    await bench.run({ embedder });
    embedder.texts.length = 0;
    bench.put('c.txt', '云溪区开了一家书店。');
    renameSync(join(bench.corpus, 'a.txt'), join(bench.corpus, 'z.txt'));
    expect(await bench.run({ embedder })).toMatchObject({ reused: 1, totals: { reports: 3 } });
    expect(embedder.texts).toEqual(['云溪区开了一家书店。']);
  });

  test('with another embedder keeps the passages and makes every vector anew', async () => {
    await bench.run({ embedder: letters });
    const embedder = counting();
    expect(await bench.run({ embedder })).toMatchObject({ reused: 2, generation: 'gen-000002' });
    expect(embedder.texts).toHaveLength(2);
    expect(await bench.run({ embedder: null })).toMatchObject({ reused: 2, generation: 'gen-000003' });
  });

  test('with --full takes nothing over', async () => {
    await bench.run();
    expect(await bench.run({ isFull: true })).toMatchObject({
      generation: 'gen-000002',
      isUnchanged: false,
      reused: 0,
    });
  });

  test('made by other rules takes nothing over', async () => {
    await bench.run();
    const path = join(bench.indexDir, 'gen-000001', FILES.manifest);
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), rules: 'others' }));
    expect(staleness(bench.indexDir, { corpus: [bench.corpus], embedderId: null }).reason).toContain('rules');
    expect(await bench.run()).toMatchObject({ generation: 'gen-000002', reused: 0 });
  });

  test.each([FILES.database, FILES.lexical])('whose %s is damaged reads all anew and says so', async (name) => {
    await bench.run();
    const path = join(bench.indexDir, 'gen-000001', name);
    const bytes = readFileSync(path);
    bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const health = await bench.run();
    expect(health).toMatchObject({
      generation: 'gen-000002',
      reused: 0,
      notices: [expect.stringContaining('damaged')],
    });
  });

  test('that was interrupted while embedding does not embed again what it had', async () => {
    const texts = Array.from({ length: 300 }, (_, index) => `${TEXT}第${index}段。`);
    const lines = texts.map((text) => JSON.stringify({ text }));
    bench.put('many.jsonl', lines.join('\n'));
    const first = counting();
    const dying = {
      ...first,
      embed: async (asked: readonly string[]) =>
        first.texts.length > 0 ? Promise.reject(new Error('gone')) : first.embed(asked),
    };
    await expect(bench.run({ embedder: dying })).rejects.toThrow('gone');
    const second = counting();
    await bench.run({ embedder: second });
    expect(first.texts.length).toBeGreaterThan(0);
    expect(first.texts.filter((text) => second.texts.includes(text))).toEqual([]);
    expect(first.texts.length + second.texts.length).toBe(302);
  });

  test('keeps to the live one when the gate refuses, and says why', async () => {
    await bench.run();
    bench.put('c.txt', TEXT);
    const seen: (string | null)[] = [];
    const gate = async (candidate: string, live: string | null): Promise<string> => {
      seen.push(readManifest(candidate).generation, live && readManifest(live).generation);
      return 'q7 was lost';
    };
    await expect(bench.run({ gate })).rejects.toThrowError(
      expect.objectContaining({ code: 'index/refused', message: expect.stringContaining('q7 was lost') }),
    );
    expect(seen).toEqual(['gen-000002', 'gen-000001']);
    expect(currentGeneration(bench.indexDir)).toBe('gen-000001');
    expect(await bench.run({ gate: async () => null })).toMatchObject({ generation: 'gen-000002' });
  });

  test('takes a Word file apart once, whatever changes beside it, and again where all is read anew', async () => {
    writeFileSync(join(bench.corpus, 'w.docx'), madeDocx(wordParagraph(TEXT)));
    await bench.run();
    // What is kept is told from what is read by a word that only stands there.
    const kept = openExtracts(bench.indexDir, { rules: rulesId() });
    const hash = sha256(`docx ${sha256(readFileSync(join(bench.corpus, 'w.docx')))}`);
    kept.keep(hash, (kept.find(hash) ?? '').replace('公园', '码头'));
    kept.close();
    bench.put('c.txt', TEXT);
    const textOfWord = (): string => {
      const library = openLibrary(bench.indexDir);
      try {
        return library.textOf([...library.reports.values()].find(({ path }) => path === 'w.docx')?.id as ReportId);
      } finally {
        library.close();
      }
    };
    await bench.run();
    expect(textOfWord()).toContain('码头');
    await bench.run({ isFull: true });
    expect(textOfWord()).toBe(TEXT);
  });
});
