import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ingest } from '../../../src/ingest/build.ts';
import { structureReport } from '../../../src/ingest/structure/structure.ts';
import { type Generation, openGeneration, openLibrary } from '../../../src/store/index/generation.ts';
import { memoryLibrary } from '../../../src/store/index/in-memory-library.ts';
import { indexedTexts } from '../../../src/store/index/indexed-text.ts';
import { FILES, readManifest } from '../../../src/store/index/manifest.ts';
import type { Library, Report, ReportId } from '../../../src/types.ts';
import { madeUpReport, madeUpText } from '../../ingest/made-up.ts';

const TEXTS = Array.from({ length: 12 }, (_, seed) => `青石县修通了三条路。\n${madeUpText(seed)}`);
let root = '';
let folder = '';
let stored: Generation;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'quzhi-store-'));
  const lines = TEXTS.map((text, index) =>
    JSON.stringify({ id: `r${index}`, title: '云溪区：小城大爱', text, publishedOn: '2020' }),
  );
  writeFileSync(join(root, 'made-up.jsonl'), lines.join('\n'));
  await ingest({
    corpus: [join(root, 'made-up.jsonl')],
    indexDir: root,
    embedder: null,
    now: () => new Date(0),
    sleep: async () => {},
  });
  stored = openLibrary(root);
  folder = stored.folder;
});
afterEach(() => {
  stored.close();
  rmSync(root, { recursive: true, force: true });
});

function inMemory(): Library {
  const documents = TEXTS.map(
    (text, index): Report =>
      madeUpReport(text, { id: `r${index}` as ReportId, path: 'made-up.jsonl', publishedOn: '2020' }),
  );
  return memoryLibrary(documents.map((report) => ({ report, passages: structureReport(report).passages })));
}

/** The contract of `Library`, for every implementation. */
describe.each<[string, () => Library]>([
  ['a generation on disk', () => stored],
  ['a library in memory', inMemory],
])('%s', (_, open) => {
  test('numbers its passages without gaps, and each belongs to a report that it lists', () => {
    const library = open();
    for (let number = 0; number < library.passageCount; number++) {
      const passage = library.passage(number);
      expect(passage.number).toBe(number);
      expect(library.reports.has(passage.reportId)).toBe(true);
      const { from, to } = library.passagesOf(passage.reportId);
      expect(number >= from && number < to).toBe(true);
    }
  });

  test('gives back the text unchanged, and every span lies within it', () => {
    const library = open();
    for (const [index, text] of TEXTS.entries()) expect(library.textOf(`r${index}` as ReportId)).toBe(text);
    for (let number = 0; number < library.passageCount; number++) {
      const passage = library.passage(number);
      expect(passage.end).toBeLessThanOrEqual(library.textOf(passage.reportId).length);
    }
  });

  test('says so when there is no such passage or report', () => {
    const library = open();
    expect(() => library.passage(library.passageCount)).toThrow(RangeError);
    expect(() => library.passage(-1)).toThrow(RangeError);
    expect(() => library.textOf('nobody' as ReportId)).toThrow(RangeError);
    expect(() => library.passagesOf('nobody' as ReportId)).toThrow(RangeError);
  });
});

test('what is stored is what was structured: a generation and a library in memory hold the same passages', () => {
  const memory = inMemory();
  expect(stored.passageCount).toBe(memory.passageCount);
  for (let number = 0; number < memory.passageCount; number++)
    expect(stored.passage(number)).toEqual(memory.passage(number));
  expect([...indexedTexts(stored)]).toHaveLength(stored.passageCount);
});

describe('a generation that is not whole is refused with the command to run:', () => {
  beforeEach(() => stored.close());

  test('there is no index', () => {
    expect(() => openLibrary(join(root, 'nowhere'))).toThrowError(
      expect.objectContaining({ code: 'index/missing', message: expect.stringContaining('npm run ingest') }),
    );
  });

  test.each(['gen-000009\n', '', '../elsewhere'])('the pointer says %j', (pointer) => {
    writeFileSync(join(root, 'current'), pointer);
    expect(() => openLibrary(root)).toThrowError(
      expect.objectContaining({ code: 'index/corrupt', message: expect.stringContaining('npm run ingest') }),
    );
  });

  test.each([FILES.database, FILES.lexical, FILES.manifest])('%s is missing', (name) => {
    rmSync(join(folder, name));
    expect(() => openGeneration(folder)).toThrowError(
      expect.objectContaining({ code: 'index/corrupt', message: expect.stringContaining(name) }),
    );
  });

  test.each([FILES.database, FILES.lexical, FILES.manifest])('%s is cut short', (name) => {
    truncateSync(join(folder, name), 100);
    expect(() => openGeneration(folder)).toThrowError(expect.objectContaining({ code: 'index/corrupt' }));
  });

  test.each([FILES.database, FILES.lexical])('one byte of %s was changed', (name) => {
    const bytes = readFileSync(join(folder, name));
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    writeFileSync(join(folder, name), bytes);
    expect(() => openGeneration(folder)).toThrowError(
      expect.objectContaining({ code: 'index/corrupt', message: expect.stringContaining(name) }),
    );
  });

  test('another version wrote it', () => {
    writeFileSync(join(folder, FILES.manifest), JSON.stringify({ ...readManifest(folder), version: 99 }));
    expect(() => openGeneration(folder)).toThrowError(
      expect.objectContaining({ code: 'index/foreign', message: expect.stringContaining('format 99') }),
    );
  });
});

test('a text that was changed in place while the index is open is not quoted', () => {
  const id = 'r3' as ReportId;
  stored.close();
  stored = openGeneration(folder);
  const file = new Database(join(folder, FILES.database));
  file.prepare("UPDATE reports SET text = replace(text, '三条路', '九条路') WHERE id = ?").run(id);
  file.close();
  expect(() => stored.textOf(id)).toThrow(/not the one that was read in/u);
  expect(stored.textOf('r4' as ReportId)).toContain('三条路');
});
