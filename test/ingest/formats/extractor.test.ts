import { afterAll, describe, expect, test } from 'vitest';
import {
  type ExtractOutcome,
  type FileExtractor,
  keepingExtractor,
  WorkerExtractor,
} from '../../../src/ingest/formats/extractor.ts';
import type { KeptExtracts } from '../../../src/store/index/extracts.ts';
import { madeDocx, wordParagraph } from './made-files.ts';

const extractor = new WorkerExtractor();
afterAll(() => extractor.close());

describe('the extractor', () => {
  test('gives the text of a file, one after the other', () => {
    expect(extractor.extract('html', '<p>甲</p>')).toMatchObject({ ok: true, extract: { text: '甲' } });
    expect(extractor.extract('docx', madeDocx(wordParagraph('乙')))).toMatchObject({
      ok: true,
      extract: { text: '乙' },
    });
    expect(extractor.extract('csv', '丙,丁')).toMatchObject({ ok: true, extract: { text: '丙：丁。' } });
  });

  test('gives the reason where a file has none, and goes on', () => {
    expect(extractor.extract('html', '<p></p>')).toMatchObject({ ok: false, code: 'no-text' });
    expect(extractor.extract('docx', Buffer.from('no archive'))).toMatchObject({ ok: false, code: 'damaged' });
    expect(extractor.extract('xlsx', 'text where bytes belong')).toMatchObject({ ok: false, code: 'damaged' });
    expect(extractor.extract('html', '<p>甲</p>')).toMatchObject({ ok: true });
  });

  test('gives up a file that takes too long, and reads the next', () => {
    const hasty = new WorkerExtractor({ timeoutMs: 30 });
    const slow = '<p>甲</p>'.repeat(1_000_000);
    expect(hasty.extract('html', slow)).toMatchObject({
      ok: false,
      code: 'too-slow',
      reason: expect.stringContaining('0.03 s'),
    });
    hasty.close();
    const patient = new WorkerExtractor();
    expect(patient.extract('html', '<p>甲</p>')).toMatchObject({ ok: true });
    patient.close();
  }, 30_000);

  test('outlives a file that eats its memory', () => {
    const small = new WorkerExtractor({ timeoutMs: 3_000, maxHeapMb: 64 });
    expect(small.extract('html', '<p>甲</p>'.repeat(900_000))).toMatchObject({ ok: false, code: 'too-slow' });
    expect(small.extract('html', '<p>甲</p>')).toMatchObject({ ok: true });
    small.close();
  }, 60_000);
});

/** Remembers in memory. */
function memory(): KeptExtracts {
  const contents = new Map<string, string>();
  return {
    find: (hash) => contents.get(hash),
    keep: (hash, content) => void contents.set(hash, content),
    forgetOthers: () => {},
    close: () => {},
  };
}

/** Says of a file what format and length it has, and counts how often it was asked. */
function counting(): FileExtractor & { calls: number } {
  return {
    calls: 0,
    extract(format, content): ExtractOutcome {
      this.calls++;
      if (content.length === 0) return { ok: false, code: 'damaged', reason: 'it is empty' };
      const text = `${format} ${content.length}`;
      return { ok: true, extract: { text, fields: { title: '公园' }, remarks: ['one'] } };
    },
  };
}

describe('an extractor that keeps', () => {
  test('gives of every file what the extractor behind it gives, the second time without asking it', () => {
    const [plain, behind] = [counting(), counting()];
    const keeping = keepingExtractor(behind, memory());
    const files = [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(1, 2)];
    for (const round of [1, 2]) {
      for (const format of ['pdf', 'docx', 'xlsx'] as const) {
        for (const bytes of files)
          expect(keeping.extract(format, bytes), `round ${round}`).toEqual(plain.extract(format, bytes));
      }
      expect(behind.calls).toBe(9);
    }
  });

  test('has a file that could not be read tried again', () => {
    const behind = counting();
    const keeping = keepingExtractor(behind, memory());
    for (const _ of [1, 2]) expect(keeping.extract('pdf', new Uint8Array())).toMatchObject({ ok: false });
    expect(behind.calls).toBe(2);
  });

  test('keeps nothing of text, which is taken apart quickly', () => {
    const behind = counting();
    const keeping = keepingExtractor(behind, memory());
    for (const _ of [1, 2]) keeping.extract('html', '<p>公园</p>');
    expect(behind.calls).toBe(2);
  });
});
