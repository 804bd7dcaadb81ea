// Figures of months, quarters and half-years beside each other: each answers for its own part of the year, asked without the year.
import { describe, expect, test } from 'vitest';
import { findAskedPeriods, findPeriods } from '../../src/text/periods.ts';
import { answered, askOf, refused } from '../support/made-up-context.ts';
import { reportWith } from '../support/made-up-reports.ts';

const REPORT = reportWith(
  [
    '2031年，全区地区生产总值512.6亿元。上半年，全区地区生产总值238.4亿元；一季度地区生产总值110.2亿元。',
    '7月，出口汽车1.2万辆；1—7月，累计出口汽车8.5万辆。',
    '截至9月底，社会消费品零售总额180.7亿元；9月，社会消费品零售总额21.3亿元。',
  ].join('\n'),
  { publishedOn: '2032-01-20' },
);

describe('a part of a year', () => {
  test.each([
    ['青石区上半年地区生产总值是多少？', '238.4亿元'],
    ['青石区一季度GDP是多少？', '110.2亿元'],
    ['青石区全年地区生产总值是多少？', '512.6亿元'],
    ['青石区7月出口汽车多少辆？', '1.2万辆'],
    ['青石区1到7月出口汽车多少辆？', '8.5万辆'],
    ['青石区9月社会消费品零售总额是多少？', '21.3亿元'],
  ])('%s is answered by its own figure: %s', async (question, value) => {
    const { short } = answered(await askOf([REPORT], question));
    expect(short.split('（')[0]).toBe(value);
    expect(short).not.toContain('另一处记为');
  });

  test('says of which year the figure is', async () => {
    expect(answered(await askOf([REPORT], '青石区7月出口汽车多少辆？')).short).toContain('2031年7月');
  });

  test.each([
    '青石区三季度地区生产总值是多少？',
    '青石区8月出口汽车多少辆？',
    '青石区2031年二季度地区生产总值是多少？',
  ])('%s is not answered by another part', async (question) => {
    const { reason, message } = refused(await askOf([REPORT], question));
    expect(reason).toBe('period-not-covered');
    expect(message).toMatch(/[二三]季度|8月/u);
  });
});

test('a figure of all of a year answers for no half of it', async () => {
  const bulletin = reportWith('全年粮食产量16.8万吨。', { title: '青石区2031年统计公报', publishedOn: '2032-03-01' });
  expect(answered(await askOf([bulletin], '青石区2031年粮食产量多少？')).short).toContain('16.8万吨');
  expect(refused(await askOf([bulletin], '青石区2031年上半年粮食产量多少？')).reason).toBe('period-not-covered');
});

describe('a row of figures of several parts of a year', () => {
  const table = reportWith(
    [
      '| 指标 | 一季度 | 同比(%) | 上半年 | 同比(%) |',
      '|---|---|---|---|---|',
      '| 到位资金（亿元） | 5.5 | -3.1 | 13.2 | 5.0 |',
    ].join('\n'),
    { title: '青石区2031年工作总结', publishedOn: '2031-12-20' },
  );

  test.each([
    ['青石区上半年到位资金多少亿元？', '13.2亿元'],
    ['青石区一季度到位资金多少亿元？', '5.5亿元'],
    ['青石区一季度到位资金同比增长多少？', '-3.1%'],
  ])('%s: %s', async (question, value) => {
    expect(answered(await askOf([table], question)).short.split('（')[0]).toContain(value);
  });

  test('全年 behind 上半年 is of all of the year', async () => {
    const report = reportWith('2031年上半年，青石区新增就业12000人；全年新增就业25300人。', {
      publishedOn: '2032-01-20',
    });
    const half = answered(await askOf([report], '青石区上半年新增就业多少人？')).short;
    expect(half).toMatch(/^12000人/u);
    expect(half).not.toContain('另一处记为');
    expect(answered(await askOf([report], '青石区2031年新增就业多少人？')).short).toMatch(/^25300人/u);
  });
});

test('a report on half a year answers for it, though no sentence says so', async () => {
  const report = reportWith('粮食产量7.2万吨。', { title: '青石区2031年上半年运行情况', publishedOn: '2031-07-20' });
  expect(answered(await askOf([report], '青石区2031年上半年粮食产量多少？')).short).toContain('7.2万吨');
  expect(answered(await askOf([report], '青石区上半年粮食产量多少？')).short).toContain('7.2万吨');
});

describe('periods of a question', () => {
  const askedIn = (text: string, spokenOf: string | null = null): string[] =>
    findAskedPeriods(text, spokenOf).map(({ surface, period }) => `${surface} ${period}`);

  test.each([
    ['上半年增长多少', ['上半年 --01/--06']],
    ['一季度呢', ['一季度 --01/--03']],
    ['7月出口多少辆', ['7月 --07']],
    ['1到7月出口多少辆', ['1到7月 --01/--07']],
    ['今年上半年增长多少', ['今年上半年 --01/--06']],
    ['8月3日的招聘会', ['8月3日 --08-03']],
    ['全年收入多少', ['全年 --01/--12']],
    ['2023年上半年增长多少', ['2023年上半年 2023-01/2023-06']],
    ['2023年全年收入', ['2023年 2023']],
    ['去年收入多少', []],
    ['年底前建成多少套', []],
  ])('%s', (text, periods) => {
    expect(askedIn(text)).toEqual(periods);
  });

  test('are of the year that the chat speaks of', () => {
    expect(askedIn('上半年呢', '2022')).toEqual(['上半年 2022-01/2022-06']);
    expect(askedIn('全年呢', '2022-01')).toEqual(['全年 2022']);
  });

  test('a report names no part of any year', () => {
    expect(findPeriods('上半年增长5%，全年增长6%', null)).toEqual([]);
  });
});
