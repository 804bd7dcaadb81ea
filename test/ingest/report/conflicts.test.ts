import { describe, expect, test } from 'vitest';
import { figureConflicts, frequencyConflicts } from '../../../src/ingest/report/conflicts.ts';
import { memoryLibrary } from '../../../src/store/index/in-memory-library.ts';
import type { Fact, Library, ReportId } from '../../../src/types.ts';
import { madeUpReport } from '../made-up.ts';

const DISTRICT = '某省云溪区';

/** A library of reports of one district; ids a, b, … */
function libraryOf(texts: readonly string[], district: string | null = DISTRICT): Library {
  const ids = 'abcdef';
  return memoryLibrary(
    texts.map((text, index) => ({
      report: madeUpReport(text, { id: ids[index] as ReportId, district }),
      passages: [],
    })),
  );
}

/** A fact whose span is a whole report of the library. */
function fact(library: Library, id: string, change: Partial<Fact> & Pick<Fact, 'surface' | 'value'>): Fact {
  const reportId = id as ReportId;
  const span = { start: 0, end: library.textOf(reportId).length };
  return {
    reportId,
    passageNumber: 0,
    ...span,
    district: DISTRICT,
    indicator: '公园数量',
    period: '2020',
    unit: '个',
    changePercent: null,
    subject: null,
    isPlanned: false,
    isApproximate: false,
    ...change,
  };
}

/** The figures that contradict each other among one statement per report. */
function rivals(
  figures: readonly (readonly [text: string, surface: string, value: number])[],
  change: Partial<Fact> = {},
): string[][] {
  const library = libraryOf(figures.map(([text]) => text));
  const facts = figures.map(([, surface, value], index) =>
    fact(library, 'abcdef'[index] ?? '', { surface, value, ...change }),
  );
  return figureConflicts(library, facts).map(({ statements }) =>
    statements.map((one) => `${one.reportId}: ${one.surface}`),
  );
}

describe('two figures for one thing', () => {
  test('contradict each other, with the words of both', () => {
    const library = libraryOf(['公园数量12个', '公园数量为15个']);
    const facts = [
      fact(library, 'a', { surface: '12个', value: 12 }),
      fact(library, 'b', { surface: '15个', value: 15 }),
    ];
    expect(figureConflicts(library, facts)).toEqual([
      {
        kind: 'figure',
        district: DISTRICT,
        about: '公园数量',
        period: '2020',
        statements: [
          { reportId: 'a', surface: '12个', start: 0, end: 7, quote: '公园数量12个' },
          { reportId: 'b', surface: '15个', start: 0, end: 8, quote: '公园数量为15个' },
        ],
      },
    ]);
  });

  test.each<[string, [string, string, number][], Partial<Fact>]>([
    [
      'one is the other, rounded',
      [
        ['收入248.8亿元', '248.8亿元', 24_880_000_000],
        ['收入249亿元', '249亿元', 24_900_000_000],
      ],
      { unit: '元' },
    ],
    [
      'one is only near the truth',
      [
        ['公园近12个', '12个', 12],
        ['公园15个', '15个', 15],
      ],
      {},
    ],
    [
      'one is a least',
      [
        ['公园12个', '12个', 12],
        ['公园15个以上', '15个', 15],
      ],
      {},
    ],
    [
      'they are equal',
      [
        ['公园12个', '12个', 12],
        ['公园12个', '12个', 12],
      ],
      {},
    ],
    [
      'one is a small part of the other',
      [
        ['公园12个', '12个', 12],
        ['公园150个', '150个', 150],
      ],
      {},
    ],
    [
      'nobody knows of which year they are',
      [
        ['公园12个', '12个', 12],
        ['公园15个', '15个', 15],
      ],
      { period: null },
    ],
    [
      'every project has one of its own',
      [
        ['总投资12亿元', '12亿元', 12e8],
        ['总投资15亿元', '15亿元', 15e8],
      ],
      { indicator: '总投资', unit: '元' },
    ],
    [
      'they are plans',
      [
        ['公园12个', '12个', 12],
        ['公园15个', '15个', 15],
      ],
      { isPlanned: true },
    ],
    [
      'they are rough',
      [
        ['公园12个', '12个', 12],
        ['公园15个', '15个', 15],
      ],
      { isApproximate: true },
    ],
  ])('do not contradict each other where %s', (_, figures, change) => {
    expect(rivals(figures, change)).toEqual([]);
  });

  test('of two parts of a district are two things', () => {
    const library = libraryOf(['公园数量12个', '公园数量15个']);
    const told = (subject: string | null): unknown[] =>
      figureConflicts(library, [
        fact(library, 'a', { surface: '12个', value: 12, subject: '甲镇' }),
        fact(library, 'b', { surface: '15个', value: 15, subject }),
      ]);
    expect([told('甲镇').length, told('乙镇').length, told(null).length]).toEqual([1, 0, 0]);
  });

  test('in one clause are two things', () => {
    const library = libraryOf(['公园数量由12个增至15个']);
    const facts = [
      fact(library, 'a', { surface: '12个', value: 12 }),
      fact(library, 'a', { surface: '15个', value: 15 }),
    ];
    expect(figureConflicts(library, facts)).toEqual([]);
  });

  test('beside a third that agrees with one are still two', () => {
    expect(
      rivals([
        ['公园数量12个', '12个', 12],
        ['公园数量15个', '15个', 15],
        ['公园数量共12个', '12个', 12],
      ]),
    ).toEqual([['a: 12个', 'b: 15个']]);
  });
});

describe('two frequencies of one meeting', () => {
  const told = (...texts: string[]): string[][] =>
    frequencyConflicts(libraryOf(texts)).map(({ about, statements }) => [
      about,
      ...statements.map(({ surface }) => surface),
    ]);

  test('contradict each other, also within a report and with or without quotation marks', () => {
    expect(told('每周召开一次“河畔茶话会”，听取意见。平时也忙。每月举办一次河畔茶话会。')).toEqual([
      ['河畔茶话会', '每周召开一次“河畔茶话会', '每月举办一次河畔茶话会'],
    ]);
    expect(told('每两个月开展项目推进会。', '建立每季度召开项目推进会制度。')).toHaveLength(1);
  });

  test('are quoted with their sentences', () => {
    const text = '前情。每周召开调度会议。\n　每月召开调度会议！后话。';
    const [conflict] = frequencyConflicts(libraryOf([text]));
    expect(conflict?.statements.map(({ quote }) => quote)).toEqual(['每周召开调度会议。', '每月召开调度会议！']);
    for (const { start, end, quote } of conflict?.statements ?? []) expect(text.slice(start, end)).toBe(quote);
  });

  test.each([
    ['two meetings', '每周召开例会。每月召开恳谈会。'],
    ['two ways to say the same', '每两个月召开例会。每两月召开一次例会。每季召开茶会。每季度召开茶会。'],
    ['bodies and words that only end alike', '每年走访社会。每月走访社会。每周联系协会。每月联系协会。'],
  ])('do not: %s', (_, text) => expect(told(text)).toEqual([]));

  test('of two districts are two meetings', () => {
    const library = memoryLibrary([
      { report: madeUpReport('每周召开例会。', { id: 'a' as ReportId, district: '甲区' }), passages: [] },
      { report: madeUpReport('每月召开例会。', { id: 'b' as ReportId, district: '乙区' }), passages: [] },
    ]);
    expect(frequencyConflicts(library)).toEqual([]);
    expect(frequencyConflicts(libraryOf(['每周召开例会。每月召开例会。'], null))).toEqual([]);
  });
});
