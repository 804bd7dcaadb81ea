import { describe, expect, test } from 'vitest';
import { parseChineseNumeral, parseRoughNumeral } from '../../src/text/chinese-numerals.ts';
import { picker } from './pseudo-random.ts';

const DIGITS = '零一二三四五六七八九';

/** Writes a whole number the way Chinese does: the reading turned round, written independently of it. */
function write(value: number): string {
  for (const [size, name] of [
    [100_000_000, '亿'],
    [10_000, '万'],
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const) {
    if (value < size) continue;
    const rest = value % size;
    const gap = rest > 0 && rest < size / 10 ? '零' : '';
    return `${write(Math.floor(value / size))}${name}${gap}${rest === 0 ? '' : write(rest)}`;
  }
  return DIGITS[value] ?? '';
}

describe('numbers in Chinese characters', () => {
  test.each([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['两百', 200],
    ['一百零二', 102],
    ['一百二', 120],
    ['一万五', 15_000],
    ['两万五千', 25_000],
    ['三万亿', 3e12],
    ['一亿二千万', 120_000_000],
    ['三点五', 3.5],
    ['零点零八', 0.08],
    ['二〇一六', 2016],
    ['百', 100],
  ])('%s is %d', (numeral, value) => {
    expect(parseChineseNumeral(numeral)).toBe(value);
  });

  test.each(['', '一二', '三点', '点五', '一点二点三', '甲', '十甲'])('%s is no number', (numeral) => {
    expect(parseChineseNumeral(numeral)).toBeNull();
  });

  test('what is written is read back', () => {
    const pick = picker(7);
    for (let round = 0; round < 3000; round++) {
      const value = pick.below(10 ** (1 + pick.below(10)));
      expect([value, parseChineseNumeral(write(value))]).toEqual([value, value]);
    }
  });
});

describe('rough figures', () => {
  test.each([
    ['两三', [2, 3]],
    ['三四百', [300, 400]],
    ['十七八', [17, 18]],
    ['五六万', [50_000, 60_000]],
  ])('%s lies between two neighbours', (numeral, ends) => {
    expect(parseRoughNumeral(numeral)).toEqual(ends);
  });

  test.each(['三', '三百', '二十一', '四三', '三三'])('%s is exact', (numeral) => {
    expect(parseRoughNumeral(numeral)).toBeNull();
  });
});
