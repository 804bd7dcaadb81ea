import { describe, expect, test } from 'vitest';
import {
  clockOf,
  dayOf,
  minuteOf,
  momentOf,
  offsetOf,
  readDays,
  readZone,
  stampOf,
  streakOf,
} from '../../../src/quiz/learning/days.ts';

const AT = new Date('2031-05-01T23:05:00Z');

test('a day and a minute are those of the zone', () => {
  expect(dayOf(AT, 'Asia/Shanghai')).toBe('2031-05-02');
  expect(dayOf(AT, 'America/New_York')).toBe('2031-05-01');
  expect(minuteOf(AT, 'Asia/Shanghai')).toBe(7 * 60 + 5);
  expect(minuteOf(new Date('2031-05-01T00:00:00Z'), 'Etc/UTC')).toBe(0);
  expect(momentOf(AT, 'Asia/Shanghai')).toBe('2031-05-02 07:05（UTC+8）');
  expect(clockOf(1_439)).toBe('23:59');
});

test.each([
  ['Asia/Shanghai', 8],
  ['+8', 8],
  ['UTC+08:00', 8],
  ['-3', -3],
  ['+0', 0],
])('the zone %s is %i hours ahead', (text, hours) => {
  const zone = readZone(text);
  expect(zone).not.toBeNull();
  expect((minuteOf(AT, zone ?? '') - minuteOf(AT, 'UTC') + 1_440) % 1_440).toBe((hours * 60 + 1_440) % 1_440);
});

test.each(['Mars/Olympus', '', '+99', '八点'])('%j is no zone', (text) => expect(readZone(text)).toBeNull());

describe('a streak', () => {
  const days = ['2031-04-28', '2031-04-29', '2031-04-30', '2031-05-01'];

  test('counts days in a row up to today, or to yesterday while today is young', () => {
    expect(streakOf(days, '2031-05-01')).toBe(4);
    expect(streakOf(days, '2031-05-02')).toBe(4);
    expect(streakOf(days, '2031-05-03')).toBe(0);
  });

  test('ends at a gap, and does not count a day twice', () => {
    expect(
      streakOf(
        [...days, ...days].filter((day) => day !== '2031-04-29'),
        '2031-05-01',
      ),
    ).toBe(2);
    expect(streakOf([], '2031-05-01')).toBe(0);
  });

  test('goes over the end of a year', () => {
    expect(streakOf(['2030-12-31', '2031-01-01'], '2031-01-01')).toBe(2);
  });
});

test.each([
  ['0', 0],
  ['3', 3],
  ['3天', 3],
  ['三 天', 3],
  ['十日', 10],
  ['两周', 14],
  ['一个月', 30],
  ['2 Weeks', 14],
  ['-1', null],
  ['1.5', null],
  ['永远', null],
  ['', null],
])('%j is %j days', (text, days) => expect(readDays(text)).toBe(days));

test('a moment is told with its zone, a stamp without', () => {
  expect(stampOf(AT, 'America/New_York')).toBe('2031-05-01 19:05');
  expect(offsetOf(AT, 'America/New_York')).toBe('UTC-4');
  expect(momentOf(AT, 'Etc/UTC')).toBe('2031-05-01 23:05（UTC+0）');
  expect([0, 59, 60, 510].map(clockOf)).toEqual(['00:00', '00:59', '01:00', '08:30']);
});
