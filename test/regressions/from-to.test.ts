// What a change began with and what it led to: each answers when it is asked for.
import { expect, test } from 'vitest';
import { answered, askOf } from '../support/made-up-context.ts';
import { reportWith } from '../support/made-up-reports.ts';

const REPORT = reportWith('青石区营商环境评价在全省由第80位跃居至第16位。企业开办时间由5天压缩到半天。', {
  publishedOn: '2032-01-20',
});

test.each([
  ['青石区营商环境评价全省排第几？', '第16位'],
  ['青石区营商环境评价原来排第几？', '第80位'],
  ['青石区企业开办时间压缩到多久？', '半天'],
  ['青石区企业开办时间原来要多少天？', '5天'],
])('%s is answered by the end of the change that it asks for: %s', async (question, value) => {
  expect(answered(await askOf([REPORT], question)).short.split('（')[0]).toBe(value);
});
