import { describe, expect, test } from 'vitest';
import {
  isDate,
  isoPeriod,
  isSameTime,
  parseAnchor,
  periodCovers,
  periodsOverlap,
  shiftDay,
  shiftMonth,
} from '../../src/text/calendar.ts';
import { picker } from './pseudo-random.ts';

describe('anchors', () => {
  test.each([
    ['2017', { year: 2017, month: null, day: null }],
    ['2017-05', { year: 2017, month: 5, day: null }],
    ['2017-05-28', { year: 2017, month: 5, day: 28 }],
  ])('%s is taken apart', (date, anchor) => {
    expect(parseAnchor(date)).toEqual(anchor);
  });

  test.each([null, '', '17', '2017-5', 'May 2017', '2017/2018'])('%s is no date', (date) => {
    expect(parseAnchor(date)).toBeNull();
  });
});

describe('periods', () => {
  test('are written with two digits for month and day', () => {
    expect([isoPeriod(2020), isoPeriod(2020, 9), isoPeriod(2020, 9, 1)]).toEqual(['2020', '2020-09', '2020-09-01']);
  });

  test.each([
    ['2016', '2016-09', true],
    ['2016', '2014/2016', true],
    ['2016', '2016-12-31', true],
    ['2016-12', '2016-12-31', true],
    ['2016-09-01', '2016-09', true],
    ['2021-01/2021-04', '2021-04-30', true],
    ['2016', '2017', false],
    ['2021-01/2021-04', '2021-05', false],
    ['2016', 'nonsense', false],
  ])('%s and %s share a day: %s', (left, right, shared) => {
    expect(periodsOverlap(left, right)).toBe(shared);
    expect(periodsOverlap(right, left)).toBe(shared);
  });

  test('a period covers what lies within it, not what only touches it', () => {
    expect(periodCovers('2016', '2016-09')).toBe(true);
    expect(periodCovers('2016-09', '2016')).toBe(false);
    expect(periodCovers('2014/2016', '2016/2017')).toBe(false);
    expect(periodCovers('2016', 'nonsense')).toBe(false);
  });

  test('whatever covers a period overlaps it', () => {
    const pick = picker(3);
    const any = (): string => isoPeriod(2015 + pick.below(3), pick.below(2) ? 1 + pick.below(12) : null);
    for (let round = 0; round < 500; round++) {
      const [outer, inner] = [any(), any()];
      if (periodCovers(outer, inner))
        expect([outer, inner, periodsOverlap(outer, inner)]).toEqual([outer, inner, true]);
    }
  });
});

describe('parts of years that name none', () => {
  test.each([
    ['--07', '2023-07', true],
    ['--07', '2023-07-15', true],
    ['--07', '2023-01/2023-07', false],
    ['--01/--06', '2022-01/2022-06', true],
    ['--01/--06', '2022-05', true],
    ['--01/--06', '2022', false],
    ['--01/--12', '2022', true],
    ['--02-29', '2023-02', false],
    ['--07', '2022-12/2023-07', false],
  ])('%s covers %s: %s', (asked, period, covers) => {
    expect(periodCovers(asked, period)).toBe(covers);
  });

  test.each([
    ['2023', '2023-12', true],
    ['2023', '2023-12-31', true],
    ['2023', '2023-11', false],
    ['--07', '2023-07', true],
    ['--07', '2023-07-15', false],
    ['--01/--03', '2023-01/2023-03', true],
    ['2023-01/2023-03', '2023-01/2023-06', false],
  ])('%s and %s are one time: %s', (left, right, isSame) => {
    expect([isSameTime(left, right), isSameTime(right, left)]).toEqual([isSame, isSame]);
  });
});

describe('the calendar', () => {
  test('knows how many days a month has', () => {
    expect([isDate(2, 29), isDate(4, 30), isDate(12, 31)]).toEqual([true, true, true]);
    expect([isDate(2, 30), isDate(4, 31), isDate(13, 1), isDate(1, 0)]).toEqual([false, false, false, false]);
  });

  test('steps over the ends of months and years', () => {
    expect(shiftMonth({ year: 2021, month: 1 }, -1)).toEqual({ year: 2020, month: 12 });
    expect(shiftMonth({ year: 2020, month: 12 }, 1)).toEqual({ year: 2021, month: 1 });
    expect(shiftDay({ year: 2021, month: 1, day: 1 }, -1)).toBe('2020-12-31');
    expect(shiftDay({ year: 2020, month: 2, day: 28 }, 1)).toBe('2020-02-29');
  });
});
