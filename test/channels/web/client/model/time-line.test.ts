// The time line of a district: every figure once, in its year.
import { expect, test } from 'vitest';
import { timeLine } from '../../../../../src/channels/web/client/model/time-line.ts';
import type { FactJson } from '../../../../../src/channels/web/server/schemas-browse.ts';

const fact = (period: string | null, surface: string): FactJson => ({
  ...{ report: 'r', title: 't', start: 0, end: 1, quote: 'q', district: '甲区', subject: null, indicator: '公园' },
  ...{ period, value: 1, unit: '处', surface, changePercent: null, isPlanned: false, isApproximate: false },
});

test('figures stand in the year in which their period ends, the latest first, undated ones last', () => {
  const facts = [fact(null, 'a'), fact('2029', 'b'), fact('2028/2030', 'c'), fact('2030-06', 'd')];
  expect(timeLine(facts).map(({ year, facts: own }) => [year, own.map(({ surface }) => surface).join('')])).toEqual([
    ['2030', 'cd'],
    ['2029', 'b'],
    [null, 'a'],
  ]);
});
