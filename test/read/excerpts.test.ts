import { describe, expect, test } from 'vitest';
import { documentLibrary } from '../../src/ingest/documents.ts';
import { candidatesOf } from '../../src/read/candidates.ts';
import { judgementsOf, windowsFor } from '../../src/read/excerpts.ts';
import { Preparer } from '../../src/read/prepared-sentence.ts';
import type { ReportId } from '../../src/types.ts';

const LONG = `${'全区推进老旧小区改造，'.repeat(30)}共改造36个。`;
const TEXT = `柳溪区工作报告\n\n一、工业\n\n全年规上工业增加值58.2亿元。增长6.5%。\n\n二、民生\n\n新建学校4所。${LONG}\n`;

const library = documentLibrary([
  {
    id: 'a' as ReportId,
    path: 'a.txt',
    text: TEXT,
    given: { title: '柳溪区工作报告', district: '江州省临水市柳溪区', publishedOn: '2021-03' },
  },
]);
const hits = Array.from({ length: library.passageCount }, (_, number) => ({
  passage: library.passage(number),
  score: 1,
}));
const ranked = candidatesOf(hits, library, new Preparer()).map((candidate) => ({
  candidate,
  features: new Float64Array(),
  score: 1,
}));

describe('windows', () => {
  const windows = windowsFor(ranked, 20);

  test('hold each sentence once, whole or in parts, and no heading', () => {
    const text = windows.map(({ excerpt }) => excerpt.text).join('');
    expect(text).toContain('全年规上工业增加值58.2亿元。增长6.5%。');
    expect(text).toContain('共改造36个');
    expect(text.split('新建学校4所').length).toBe(2);
    expect(text).not.toContain('一、工业');
  });

  test('are short enough for the reader', () => {
    for (const { excerpt } of windows) expect(excerpt.text.length).toBeLessThanOrEqual(200);
  });

  test('tell district, period and heading', () => {
    expect(windows[0]?.excerpt).toMatchObject({ title: '柳溪区工作报告', period: '2021年3月', heading: '一、工业' });
    expect(windows[0]?.excerpt.district).toContain('柳溪');
  });

  test('are as many as asked for', () => expect(windowsFor(ranked, 1)).toHaveLength(1));
});

describe('judgements of sentences', () => {
  const window = windowsFor(ranked, 20).find(({ excerpt }) => excerpt.text.includes('58.2'));
  if (!window) throw new Error('no window');
  const { text } = window.excerpt;
  const span = (words: string, probability: number) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    probability,
  });
  const judged = judgementsOf(
    [window],
    [{ answered: 0.9, score: 1, spans: [span('6.5%', 0.7), span('58.2亿元', 0.2)] }],
  );

  test('lead back to the words of each sentence', () => {
    const words = [...judged].map(([{ read }, { spans, share }]) => [
      spans.map(({ start, end }) => read.slice(start, end)).join(),
      share,
    ]);
    expect(words).toEqual([
      ['58.2亿元', 0.2],
      ['6.5%', 0.7],
    ]);
  });

  test('of a reader that points at no words give every sentence the same share, and none where it finds nothing', () => {
    const sharesOf = (answered: number): number[] =>
      [...judgementsOf([window], [{ answered, score: 1, spans: [] }]).values()].map(({ share }) => share);
    expect(new Set(sharesOf(0.9))).toEqual(new Set([0.9]));
    expect(sharesOf(0.9)).toHaveLength(2);
  });

  test('carry how sure the reader is', () => {
    for (const { answered } of judged.values()) expect(answered).toBe(0.9);
  });
});
