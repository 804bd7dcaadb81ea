import { expect, test } from 'vitest';
import { isSamePeriod, withHolidayAsDay } from '../../../src/quiz/grade/compare-periods.ts';

test.each([
  ['2031.3-2031.8', '2031年3月至8月', true],
  ['31年三月—八月', '2031年3月至8月', true],
  ['2031年8月到次年3月', '2031年3月至8月', false],
  ['2030年3月至8月', '2031年3月至8月', false],
  ['7.15', '7月15日', true],
  ['07-15', '7月15日', true],
  ['15.7', '7月15日', false],
  ['20:30', '晚上8点半', true],
  ['晚8时30分', '晚上8点半', true],
  ['早上8点半', '晚上8点半', false],
  ['晚上12点', '12点', false],
  ['凌晨12点', '12点', false],
  ['夜里12点', '中午12点', false],
  ['中午12点', '12点', true],
  ['下午12点半', '12:30', true],
  ['凌晨12点', '晚上12点', true],
  ['24点', '零点', true],
  ['半夜2点', '凌晨2点', true],
  ['夜里2点', '14点', false],
  ['中午1点', '下午1点', true],
  ['中午11点', '11点', true],
  ['25点', '25点', false],
  ['8:75', '8:75', false],
  ['24:30', '0:30', false],
  ['早上20点', '晚上8点', false],
])('%s for %s: %s', (typed, accepted, expected) => {
  expect(isSamePeriod(typed, accepted, '什么时候？')).toBe(expected);
});

test('the year alone answers who asks for the year', () => {
  expect(isSamePeriod('2031年', '2031年10月', '是哪年建成的？')).toBe(true);
  expect(isSamePeriod('2030年', '2031年10月', '是哪年建成的？')).toBe(false);
  expect(isSamePeriod('2031年', '2031年10月', '是哪年哪月建成的？')).toBe(false);
});

test('a holiday names its day', () => {
  expect(withHolidayAsDay('2031年五一起施行')).toBe('2031年5月1日起施行');
  expect(withHolidayAsDay('2031年十一月')).toBe('2031年十一月');
});
