import { expect, test } from 'vitest';
import { periodOfTitle, referenceDate } from '../../src/text/report-dates.ts';

test.each([
  ['2023年统计公报', '2024-03-20', '2023', '2023-12'],
  ['2023年统计公报', null, '2023', '2023-12'],
  ['2024年上半年经济运行情况', '2024-07-20', '2024-01/2024-06', '2024-07-20'],
  ['2024年政府工作报告', '2024-01-20', null, '2024-01-20'],
  ['2024年工作情况', '2024-02-01', null, '2024-02-01'],
  ['2024年工作情况', '2024-11-06', '2024', '2024-11-06'],
  ['2024年工作计划', '2025-01-06', null, '2025-01-06'],
  ['2019年与2023年统计数据', '2024-01-06', null, '2024-01-06'],
  ['城市发展情况', '2024-01-06', null, '2024-01-06'],
])('%s, published %s: figures of %s, dates from %s', (title, publishedOn, period, date) => {
  expect(periodOfTitle({ title, publishedOn })).toBe(period);
  expect(referenceDate({ title, publishedOn })).toBe(date);
});
