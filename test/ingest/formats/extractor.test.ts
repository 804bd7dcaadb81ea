import { afterAll, describe, expect, test } from 'vitest';
import { WorkerExtractor } from '../../../src/ingest/formats/extractor.ts';
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
