// A report of January looks back and ahead: what was reached is not what is planned, and each is told as what it is.
import { describe, expect, test } from 'vitest';
import type { ReportId } from '../../src/types.ts';
import { answered, askOf } from '../support/made-up-context.ts';
import { DISTRICTS, reportWith } from '../support/made-up-reports.ts';

const report = (district: string, name: string, figures: { gdp: string; homes: string; plan: string; jobs: string }) =>
  reportWith(
    [
      '## 一、2031年工作回顾',
      '',
      `${figures.gdp}。改造老旧小区${figures.homes}。城镇新增就业${figures.jobs}人。`,
      '',
      '## 二、2032年工作安排',
      '',
      `改造老旧小区${figures.plan}。城镇新增就业5000人以上。`,
    ].join('\n'),
    { id: name as ReportId, district, title: `2032年${name}政府工作报告`, publishedOn: '2032-01-08' },
  );

const REPORTS = [
  report(DISTRICTS[0], '青石区', {
    gdp: '过去一年，预计全区地区生产总值312亿元',
    homes: '27个、5300户',
    plan: '20个',
    jobs: '6020',
  }),
  report(DISTRICTS[2], '望洲区', {
    gdp: '全区地区生产总值268.5亿元',
    homes: '31个、4120户',
    plan: '25个',
    jobs: '5310',
  }),
];

describe('of what is planned and what was reached', () => {
  test.each([
    ['青石区改造了多少个老旧小区？', /^27个/u],
    ['青石区今年计划改造多少个老旧小区？', /^(?:计划)?20个/u],
    ['青石区去年改造了多少老旧小区？今年计划改造多少？', /^27个.*20个/su],
    ['青石区城镇新增就业多少人？', /^6020人/u],
  ])('%s is answered by the one asked for', async (question, short) => {
    expect(answered(await askOf(REPORTS, question)).short).toMatch(short);
  });

  test('comparisons set side by side what was reached', async () => {
    const { short } = answered(await askOf(REPORTS, '青石区和望洲区各改造了多少个老旧小区？'));
    expect(short).toMatch(/青石区：27个/u);
    expect(short).toMatch(/望洲区：31个/u);
  });

  test('an estimate of the year before is no plan, and is said to be one', async () => {
    expect(answered(await askOf(REPORTS, '青石区2031年地区生产总值是多少？')).short).toMatch(/^预计312亿元/u);
    expect(answered(await askOf(REPORTS, '青石区比望洲区地区生产总值多多少？')).short).toContain('43.5亿元');
  });

  test('both districts without their names are all there are', async () => {
    const { short } = answered(await askOf(REPORTS, '两个区城镇新增就业合计多少人？'));
    expect(short).toMatch(/^合计11330人/u);
  });
});
