// What charts draw: every value once, at its place; shares only of what adds up.
import { describe, expect, test } from 'vitest';
import {
  barsOf,
  kindsOf,
  linesOf,
  periodsOf,
  ranked,
  sharedPeriod,
  sharesOf,
  shortNumber,
  timeOf,
} from '../../../../../src/channels/web/client/model/chart-data.ts';
import type { PointJson } from '../../../../../src/channels/web/server/schemas-browse.ts';

function point(district: string, period: string | null, value: number, isDisputed = false): PointJson {
  const state = { isPlanned: false, isApproximate: false, isDisputed };
  return { district, period, value, surface: `${value}处`, report: 'r', title: 't', start: 0, end: 1, ...state };
}

const POINTS = [
  point('甲市柳溪区', '2029', 8),
  point('甲市柳溪区', '2030', 9),
  point('甲市柳溪区', '2031', 12),
  point('甲市塔山县', '2029', 2),
  point('甲市塔山县', '2031', 3),
  point('甲市云门区', '2031', 20),
];
const namesOf = (bars: readonly { district: string }[]): string[] => bars.map(({ district }) => district);

describe('lines over time', () => {
  test('hold every value of the districts with two or more times', () => {
    const lines = linesOf(POINTS);
    expect(namesOf(lines)).toEqual(['甲市柳溪区', '甲市塔山县']);
    expect(lines[0]?.points.map(({ time, point: { value } }) => [time, value])).toEqual([
      [2030, 8],
      [2031, 9],
      [2032, 12],
    ]);
  });

  test('leave out what sums up several years or has no time', () => {
    expect(linesOf([point('甲', '2029/2031', 1), point('甲', '2030', 2), point('甲', null, 3)])).toEqual([]);
    expect(linesOf([point('甲', '2031-01/2031-04', 1), point('甲', '2030', 2)])).toHaveLength(1);
  });

  test('keep districts of one short name apart', () => {
    const two = [point('甲市鼓楼区', '2029', 1), point('乙市鼓楼区', '2030', 2)];
    expect(linesOf(two)).toEqual([]);
    expect(namesOf(barsOf(two))).toEqual(['甲市鼓楼区', '乙市鼓楼区']);
  });
});

describe('bars', () => {
  test('stand at the period that most districts share, the later of equals', () => {
    expect(sharedPeriod(POINTS)).toBe('2031');
    expect(periodsOf(POINTS)).toEqual(['2031', '2029', '2030']);
    expect(namesOf(ranked(barsOf(POINTS, '2031')))).toEqual(['甲市云门区', '甲市柳溪区', '甲市塔山县']);
  });

  test('show the latest of each district where none is shared, also what has no time', () => {
    const apart = [point('甲', '2029', 1), point('甲', '2030', 4), point('乙', null, 2)];
    expect(sharedPeriod(apart)).toBeUndefined();
    expect(barsOf(apart).map(({ points }) => points.map(({ value }) => value))).toEqual([[4], [2]]);
  });

  test('hold both of two figures that contradict each other', () => {
    const [bar] = barsOf([point('甲', '2030', 1402, true), point('甲', '2030', 1456, true)], '2030');
    expect(bar?.points.map(({ value }) => value)).toEqual([1402, 1456]);
  });
});

describe('shares', () => {
  test('add up to the whole', () => expect(sharesOf(barsOf(POINTS, '2031'))).toEqual([34.3, 8.6, 57.1]));
  test('are none of disputed figures, one district or several times', () => {
    expect(
      sharesOf(barsOf([point('甲', '2030', 1, true), point('甲', '2030', 2, true), point('乙', '2030', 2)])),
    ).toBeNull();
    expect(sharesOf(barsOf([point('甲', '2030', 1)]))).toBeNull();
    expect(sharesOf(barsOf([point('甲', '2030', 1), point('乙', '2031', 1)]))).toBeNull();
  });
});

describe('the kinds of charts', () => {
  test('are those that the points allow', () => {
    expect(kindsOf(POINTS, true)).toEqual(['line', 'bar', 'rank', 'share']);
    expect(kindsOf(POINTS, false)).toEqual(['line', 'bar', 'rank']);
    expect(kindsOf([point('甲', '2029', 1), point('乙', '2030', 2)], true)).toEqual(['bar']);
    expect(kindsOf([point('甲', '2029', 1)], true)).toEqual([]);
  });
});

describe('numbers of a chart', () => {
  test('periods follow each other in time, the end of a year before the next year', () => {
    const periods = ['2020-06', '2020', '2021-01/2021-04', '2021-06', '2021'];
    const times = periods.map(timeOf);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(timeOf('2020-06')).toBe(2020.5);
    expect(timeOf('2019-12')).toBe(timeOf('2019'));
  });

  test('are short', () => {
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
