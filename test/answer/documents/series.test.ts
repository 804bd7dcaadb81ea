// Charts: an indicator under all its names is one, contradicting figures stay apart, what can not be compared is left out.
import { describe, expect, test } from 'vitest';
import { seriesIn } from '../../../src/answer/documents/series.ts';
import { memoryLibrary } from '../../../src/store/index/in-memory-library.ts';
import type { Fact, Library } from '../../../src/types.ts';
import { fact } from '../../chat/made-up.ts';
import { reportWith } from '../../support/made-up-reports.ts';

const A = '云岭省甲市甲区';
const B = '云岭省甲市乙区';
const base = { indicator: '新建公园', unit: '处', value: 1, surface: '1处', subject: null, isPlanned: false };

function libraryOf(...facts: Fact[]): Library {
  const report = { ...reportWith('公园。'), id: fact(A).reportId };
  return memoryLibrary([{ report, passages: [] }], () => facts);
}
const told = (district: string, more: Partial<Fact>): Fact => fact(district, { ...base, ...more });
const yuan = (district: string, period: string, value: number, more: Partial<Fact> = {}): Fact =>
  told(district, {
    indicator: '地区生产总值',
    unit: '元',
    period,
    value: value * 1e8,
    surface: `${value}亿元`,
    ...more,
  });

describe('a chart', () => {
  test('takes all names of an indicator for one, whatever the unit is called', () => {
    const held = libraryOf(
      yuan(A, '2030', 10, { indicator: 'GDP' }),
      yuan(B, '2030', 12, { indicator: '全年地区生产总值' }),
    );
    const { charts } = seriesIn(held, {});
    expect(charts).toEqual([{ indicator: '地区生产总值', unit: '元', points: 2, districts: 2, isKnown: true }]);
    expect(seriesIn(held, { indicator: 'GDP' })).toMatchObject({ indicator: '地区生产总值', isAdditive: true });
    expect(seriesIn(held, { indicator: '生产总值', district: A }).points).toHaveLength(1);
  });

  test('shows figures that contradict each other, each with its source, and one figure rounded as one', () => {
    const held = libraryOf(
      yuan(A, '2030', 1402.3),
      yuan(A, '2030', 1456, { start: 7 }),
      yuan(A, '2030', 1402, { start: 9 }),
    );
    const { points } = seriesIn(held, { indicator: 'GDP' });
    expect(points.map(({ value, isDisputed, start }) => [value, isDisputed, start])).toEqual([
      [1402.3e8, true, fact(A).start],
      [1456e8, true, 7],
    ]);
  });

  test('prefers a result to a plan, and leaves out parts of districts', () => {
    const held = libraryOf(
      yuan(A, '2030', 5, { isPlanned: true }),
      yuan(A, '2030', 4),
      yuan(A, '2029', 3, { subject: '某街道' }),
    );
    expect(seriesIn(held, { indicator: 'GDP' }).points.map(({ value }) => value)).toEqual([4e8]);
  });

  test('takes a year and its end for one time, and orders by district and time', () => {
    const held = libraryOf(yuan(B, '2031', 7), yuan(A, '2030-12', 2), yuan(A, '2029', 1));
    const { points } = seriesIn(held, { indicator: 'GDP' });
    expect(points.map(({ district, period }) => [district, period])).toEqual(
      [
        [B, '2031'],
        [A, '2029'],
        [A, '2030'],
      ].sort(),
    );
  });

  test('has a change as a series of its own, in percent', () => {
    const held = libraryOf(yuan(A, '2030', 5, { changePercent: 7.5 }), yuan(B, '2030', 4, { changePercent: -2 }));
    const { points, isAdditive } = seriesIn(held, { indicator: '地区生产总值增速' });
    expect(points.map(({ value, surface }) => [value, surface])).toEqual([
      [-2, '-2%'],
      [7.5, '+7.5%'],
    ]);
    expect(isAdditive).toBe(false);
  });

  test('of a name that the dictionary lacks needs a time, and stands behind those it knows', () => {
    const held = libraryOf(
      told(A, { period: '2030' }),
      told(B, { period: '2030' }),
      told(A, { period: null, indicator: '新建驿站' }),
      told(B, { period: null, indicator: '新建驿站' }),
      yuan(A, '2030', 1),
      yuan(B, '2030', 2),
    );
    expect(seriesIn(held, {}).charts.map(({ indicator, isKnown }) => [indicator, isKnown])).toEqual([
      ['地区生产总值', true],
      ['新建公园', false],
    ]);
  });

  test('of nothing is empty', () => {
    expect(seriesIn(libraryOf(), {})).toEqual({ indicator: '', unit: '', isAdditive: false, points: [], charts: [] });
  });
});
