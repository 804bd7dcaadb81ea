import { describe, expect, test } from 'vitest';
import type { ExtractOutcome, FileExtractor } from '../../../src/ingest/formats/extractor.ts';
import { keepingExtractor } from '../../../src/ingest/formats/keeping-extractor.ts';
import type { KeptExtracts } from '../../../src/store/index/extracts.ts';

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
