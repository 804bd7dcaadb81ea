import { describe, expect, test } from 'vitest';
import { dateOf, isFigure, sameFigure, unitOf } from '../../../src/quiz/grade/compare-figures.ts';

describe('a figure', () => {
  test('equals itself however it is written, and no neighbour', () => {
    for (let value = 1; value <= 3_000; value += 7) {
      expect(sameFigure(`${value}家`, String(value))).toBe(true);
      expect(sameFigure(`${value}万元`, `${value * 10_000}元`)).toBe(true);
      expect(sameFigure(`${value}家`, `${value + 1}家`)).toBe(false);
    }
  });

  test('a name of numerals is no figure', () => {
    expect(['十百千万', '三服务', '一百二十'].map(isFigure)).toEqual([false, false, true]);
    expect(sameFigure('3成', '30%')).toBe(true);
  });

  test.each([
    ['120', '120处', true],
    ['1.2亿', '12000万元', true],
    ['1.2', '1.2亿元', true],
    ['1', '1亿2000万元', false],
    ['12000', '1.2万元', true],
    ['1.2万', '1.2亿元', false],
    ['1.2元', '1.2亿元', false],
    ['一千', '1000家', true],
    ['3500米', '3.5公里', true],
    ['3500', '3.5公里', false],
    ['5个', '5家', true],
    ['5家', '5个', false],
    ['5人', '5家', false],
    ['5亩', '5公里', false],
    ['五成', '50%', true],
    ['五成五', '55%', true],
    ['五成半', '55%', true],
    ['百分之五', '5%', true],
    ['5', '5.0000000001', true],
    ['5', '5.00001', false],
    ['1234567890123', '1234567890123.5', true],
  ])('%s for %s: %s', (typed, accepted, same) => expect(sameFigure(typed, accepted)).toBe(same));

  test('is compared with figures alone', () => {
    expect(sameFigure('柳溪', '120处')).toBeNull();
    expect(sameFigure('120处', '柳溪')).toBeNull();
  });

  test('has the unit that everyday names stand for', () => {
    expect(['120块钱', '120人民币', '12日', '120', '柳溪'].map(unitOf)).toEqual(['元', '元', '天', '', '']);
  });
});

describe('a date', () => {
  test.each([
    ['2031', null],
    ['2031年', '2031'],
    ['二〇三一年五月', '2031-05'],
    ['2031-5-3', '2031-05-03'],
    ['2031年5月3号', '2031-05-03'],
    ['2031年十二月', '2031-12'],
    ['5月', null],
    ['第2031年', null],
    ['柳溪', null],
  ])('%s is %s', (text, date) => expect(dateOf(text)).toBe(date));
});
