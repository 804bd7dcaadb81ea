// The pieces that direct answers are made of: clauses, windows, cuts, and shortening.
import { describe, expect, test } from 'vitest';
import { clip } from '../../src/answer/compose/draft.ts';
import { formatExtract } from '../../src/read/cut.ts';
import { Preparer } from '../../src/read/prepared-sentence.ts';
import { bestWindow, clausesOf, phrasesOf, trimMarks } from '../../src/text/clauses.ts';
import type { Sentence } from '../../src/types.ts';
import { answered, askOf } from '../support/made-up-context.ts';
import { reportWith } from '../support/made-up-reports.ts';
import { picker, scramble } from '../text/pseudo-random.ts';

const TEXTS = Array.from(
  { length: 150 },
  (_, seed) => `${scramble(picker(seed), 8)}“${scramble(picker(seed + 500), 2)}”，${scramble(picker(seed + 900), 4)}`,
);
const sentence = (read: string): Sentence => ({ start: 0, end: read.length, role: 'body', read });

describe('clauses', () => {
  test('hold everything but the marks between them, in order', () => {
    const bare = (text: string): string => text.replace(/[，,；;。！!？?：\s]/gu, '');
    const lost = TEXTS.filter(
      (text) =>
        bare(
          clausesOf(text)
            .map(({ start, end }) => text.slice(start, end))
            .join(''),
        ) !== bare(text),
    );
    expect(lost).toEqual([]);
  });

  test.each([
    ['增长8.4%，达到1,234户。', ['增长8.4%', '达到1,234户']],
    ['坚持“先民生，后提升”，见效。', ['坚持“先民生，后提升”', '见效']],
    ['三项（甲，乙；丙）并进', ['三项（甲，乙；丙）并进']],
    ['，。；', []],
  ])('%s', (text, clauses) => {
    expect(clausesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(clauses);
  });

  test('a quotation that is never closed does not swallow the rest', () => {
    expect(clausesOf('他说“好，就办').length).toBe(2);
  });
});

describe('the best window', () => {
  const length = (window: string): number => window.length;

  test('is made of whole clauses and is no longer than it may be', () => {
    for (const text of TEXTS) {
      const { start, end } = bestWindow(text, length, 30);
      const clauses = clausesOf(text);
      if (clauses.length === 0) continue;
      expect([clauses.some((clause) => clause.start === start), clauses.some((clause) => clause.end === end)]).toEqual([
        true,
        true,
      ]);
      expect(end - start <= 30 || clauses.some((clause) => clause.start === start && clause.end === end)).toBe(true);
    }
  });

  test('of two with equal worth it is the shorter, then the earlier one', () => {
    const { start, end } = bestWindow('甲乙丙，甲，乙', (window) => Number(window.includes('甲')), 30);
    expect([start, end]).toEqual([4, 5]);
    expect(bestWindow('甲，甲', (window) => Number(window.includes('甲')), 30)).toMatchObject({ start: 0, end: 1 });
  });

  test('marks at its ends are taken off', () => {
    expect(trimMarks('，甲、乙。')).toBe('甲、乙');
  });
});

describe('the direct answer out of a sentence', () => {
  const REPORT = reportWith(
    '2021年5月，青石区引进项目36个，总投资182.5亿元，同比增长8.4%，由发展和改革局局长陆明川牵头，用时15天。\n老街亮了起来。\n',
  );

  test.each([
    ['青石区引进了多少个项目？', '36个'],
    ['青石区项目总投资是多少？', '182.5亿元'],
    ['青石区项目总投资增长多少？', '8.4%'],
    ['青石区引进项目由谁牵头？', '陆明川'],
    ['青石区引进项目用时多少天？', '15天'],
    ['青石区哪年引进项目36个？', '2021年5月'],
  ])('%s %s', async (question, value) => {
    const { short } = answered(await askOf([REPORT], question));
    expect(short.startsWith(value)).toBe(true);
  });

  test('two figures of one sentence are said together', async () => {
    const { short, citations } = answered(await askOf([REPORT], '青石区引进了多少个项目，总投资多少？'));
    expect([short.includes('36个'), short.includes('182.5亿元'), citations.length]).toEqual([true, true, 1]);
  });

  test('a figure of another kind is no answer', async () => {
    expect((await askOf([REPORT], '青石区引进项目占地面积多少亩？')).status).toBe('refused');
  });
});

describe('where two sentences come equally near', () => {
  const TWINS = reportWith('青石区文风很盛。\n东门小学的校训由陆明川题写。\n西门小学的校训由方知夏题写。\n');

  test('both are shown, the first before the second, each cited', async () => {
    const { short, citations } = answered(await askOf([TWINS], '小学的校训由谁题写？'));
    expect(short).toMatch(/陆明川.*；另见：.*方知夏|方知夏.*；另见：.*陆明川/);
    expect(citations.map(({ quote }) => /东门|西门/.exec(quote)?.[0]).sort()).toEqual(['东门', '西门']);
  });

  test('one alone is shown where it is named', async () => {
    expect(answered(await askOf([TWINS], '东门小学的校训由谁题写？')).short).toBe('东门小学的校训由陆明川题写。');
  });

  test('the direct answer stays short', async () => {
    const long = '，配有石刻、木刻和展板，供师生早晚诵读，也向来访者开放'.repeat(3);
    const report = reportWith(`东门小学的校训由陆明川题写${long}。\n西门小学的校训由方知夏题写${long}。\n`);
    expect(answered(await askOf([report], '小学的校训由谁题写？')).short.length).toBeLessThanOrEqual(160);
  });
});

describe('saying and shortening', () => {
  test.each([
    [{ value: '36个', window: '引进项目36个' }, '36个（引进项目36个）'],
    [{ value: '36个', window: '36个' }, '36个'],
    [{ value: '', window: '引进项目' }, '引进项目'],
  ])('%j is said as %s', (cut, said) => {
    expect(formatExtract(cut)).toBe(said);
  });

  test('a shortened text is never too long, and begins as the text does', () => {
    for (const text of TEXTS) {
      for (const most of [10, 25, 1_000]) {
        const short = clip(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(text.startsWith(short.replace(/…$/, ''))).toBe(true);
      }
    }
  });

  test('it is shortened at a mark, so that no figure is cut in two', () => {
    expect(clip('引进亿元以上项目36个，总投资182.5亿元', 16)).toBe('引进亿元以上项目36个…');
  });
});

test('a sentence is prepared once', () => {
  const preparer = new Preparer();
  const one = sentence('引进项目36个。');
  expect(preparer.prepare(one)).toBe(preparer.prepare(one));
  expect(preparer.prepare(one)).not.toBe(preparer.prepare({ ...one }));
});

test('phrases end at every mark, but not within a number', () => {
  expect(phrasesOf('收入1,247万元，其中：税收、规费（共3项）；')).toEqual([
    '收入1,247万元',
    '其中',
    '税收',
    '规费',
    '共3项',
  ]);
  expect(phrasesOf('，。')).toEqual([]);
});
