// Clauses and windows of clauses: what lies between the marks, whole, in order, and the best of the neighbours.
import { describe, expect, test } from 'vitest';
import { bestWindow, clausesOf, phrasesOf, trimMarks } from '../../src/text/clauses.ts';

const cut = (text: string): string[] => clausesOf(text).map(({ start, end }) => text.slice(start, end));

describe('a text is cut into clauses', () => {
  test.each([
    ['甲，乙；丙。', ['甲', '乙', '丙']],
    ['甲,乙;丙!丁！戊?己？庚：壬:癸', ['甲', '乙', '丙', '丁', '戊', '己', '庚', '壬:癸']],
    ['投资1,247万元，建成', ['投资1,247万元', '建成']],
    ['第1，2项', ['第1', '2项']],
    ['甲,2', ['甲', '2']],
    ['2,甲', ['2', '甲']],
    ['，，甲， ，乙', ['甲', '乙']],
    ['“甲，乙”，丙', ['“甲，乙”', '丙']],
    ['（甲，乙）丙，丁', ['（甲，乙）丙', '丁']],
    ['《甲，乙》〔丙，丁〕「戊，己」‘庚，辛’(壬，癸)', ['《甲，乙》〔丙，丁〕「戊，己」‘庚，辛’(壬，癸)']],
    ['“甲，乙', ['“甲', '乙']],
    ['甲”“乙，丙”，丁', ['甲”“乙，丙”', '丁']],
    [`“${'甲'.repeat(58)}，”，乙`, [`“${'甲'.repeat(58)}，”`, '乙']],
    [`“${'甲'.repeat(59)}，”，乙`, [`“${'甲'.repeat(59)}`, '”', '乙']],
    ['', []],
    ['，。', []],
    ['甲', ['甲']],
  ])('%j', (text, clauses) => expect(cut(text)).toEqual(clauses));

  test('every character but marks and blanks lies in one', () => {
    const text = '2021年，全区引进项目36个；其中（含续建，改建）1,247万元。完成！';
    expect(cut(text).join('')).toBe(text.replace(/(?<!续建)，(?!改建)|[；。！]/gu, ''));
  });
});

describe('the best window', () => {
  const TEXT = '甲一，乙二，丙三，丁四';
  const best = (worth: (window: string) => number, most = 99): string => {
    const { start, end } = bestWindow(TEXT, worth, most);
    return TEXT.slice(start, end);
  };
  const count = (wanted: string) => (window: string) => [...wanted].filter((one) => window.includes(one)).length;

  test.each([
    ['乙', '乙二'],
    ['乙丙', '乙二，丙三'],
    ['甲丁', TEXT],
    ['', '甲一'],
  ])('for %j is the shortest, then the first, that holds the most', (wanted, window) =>
    expect(best(count(wanted))).toBe(window),
  );

  test('is no longer than allowed, but for a single clause', () => {
    expect(best(count('乙丙'), 5)).toBe('乙二，丙三');
    expect(best(count('乙丙'), 4)).toBe('乙二');
    expect(best(count('丙'), 1)).toBe('丙三');
  });

  test('is told where it stands, and is the whole text where there are no clauses', () => {
    const spans: string[] = [];
    bestWindow('甲，乙', (window, { start, end }) => spans.push(`${window}${start}${end}`), 9);
    expect(spans).toEqual(['甲01', '甲，乙03', '乙23']);
    expect(bestWindow('，。', () => 1, 9)).toEqual({ start: 0, end: 2 });
  });
});

test.each([
  ['，甲，乙。', '甲，乙'],
  [' ：、；;,: 甲\n', '甲'],
  ['甲！', '甲！'],
  ['。', ''],
])('%j without marks at its ends is %j', (text, trimmed) => expect(trimMarks(text)).toBe(trimmed));

test.each([
  ['收入增长5%，支出下降3%。', ['收入增长5%', '支出下降3%']],
  ['甲、乙；丙！丁？戊!己?庚;辛：壬:癸', ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸']],
  ['投资1,247万元,同比增长', ['投资1,247万元', '同比增长']],
  ['甲,24个', ['甲', '24个']],
  ['增长（同口径）5%(实际)\n完成', ['增长', '同口径', '5%', '实际', '完成']],
  [' 甲 ， ，', ['甲']],
  ['', []],
])('the phrases of %j', (text, phrases) => expect(phrasesOf(text)).toEqual(phrases));
