// What charts draw: every value once, at its place.
import { describe, expect, test } from 'vitest';
import { barsOf, linesOf, shortNumber, timeOf } from '../../../../../src/channels/web/client/model/chart-data.ts';
import type { PointJson } from '../../../../../src/channels/web/server/schemas-browse.ts';

function point(short: string, period: string, value: number): PointJson {
  const where = { report: 'r', title: 't', start: 0, end: 1 };
  return {
    district: `云岭省${short}`,
    short,
    period,
    value,
    unit: '处',
    surface: `${value}处`,
    isPlanned: false,
    ...where,
  };
}

const POINTS = [
  point('柳溪区', '2029', 8),
  point('柳溪区', '2031', 12),
  point('柳溪区', '2030', 9),
  point('塔山县', '2031', 3),
  point('塔山县', '2029', 2),
  point('云门区', '2031', 20),
];

describe('lines over years', () => {
  test('hold every value of the districts with two or more, at its time', () => {
    const lines = linesOf(POINTS);
    expect(lines).toEqual({
      districts: ['柳溪区', '塔山县'],
      times: [2029, 2030, 2031],
      periods: ['2029', '2030', '2031'],
      values: [
        [8, 9, 12],
        [2, null, 3],
      ],
    });
  });

  test('are none where no district has two values', () => {
    expect(linesOf([point('柳溪区', '2031', 1), point('塔山县', '2031', 2)])).toBeNull();
    expect(linesOf([])).toBeNull();
  });
});

describe('bars of districts', () => {
  test('stand at the period that most districts share, the largest first', () => {
    const bars = barsOf(POINTS);
    expect(bars?.period).toBe('2031');
    expect(bars?.points.map(({ short, value }) => [short, value])).toEqual([
      ['云门区', 20],
      ['柳溪区', 12],
      ['塔山县', 3],
    ]);
  });

  test('take the later of two periods that as many share', () => {
    const even = [
      point('甲区', '2029', 1),
      point('乙区', '2029', 2),
      point('甲区', '2030', 3),
      point('乙区', '2030', 4),
    ];
    expect(barsOf(even)?.period).toBe('2030');
    expect(barsOf([...even].reverse())?.period).toBe('2030');
  });

  test('are none where no period has two', () => expect(barsOf(POINTS.slice(0, 3))).toBeNull());
});

describe('numbers of a chart', () => {
  test('periods follow each other in time', () => {
    const periods = ['2020', '2020-06', '2021-01/2021-04', '2021-06'];
    const times = periods.map(timeOf);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(timeOf('2020-06')).toBe(2020.5);
  });

  test('are short on the axis', () => {
    expect([0, 950, 12_000, 25_000_000, 120_000_000, -30_000].map(shortNumber)).toEqual([
      '0',
      '950',
      '1.2万',
      '2500万',
      '1.2亿',
      '-3万',
    ]);
  });
});
