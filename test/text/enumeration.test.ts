import { describe, expect, test } from 'vitest';
import { itemsShown, longestEnumeration, splitAtAnd } from '../../src/text/enumeration.ts';
import { fold } from '../../src/text/normalise.ts';
import { picker, scramble } from './pseudo-random.ts';

describe('items in a row', () => {
  test.each([
    ['红色讲堂、绿色河岸、橙色夜市', 3],
    ['改厕所、改圈舍和建庭院', 3],
    ['入户问计', 0],
    ['', 0],
    ['甲、乙。丙、丁、戊', 3],
  ])('%s: %i', (text, count) => {
    expect(longestEnumeration(fold(text))).toBe(count);
  });

  test('a number behind them says how many they are, where a comma stands for a mark', () => {
    expect(itemsShown(fold('公园、绿道、广场，公共服务4种类型'))).toBe(4);
  });

  test('never fewer are shown than stand in a row', () => {
    for (let seed = 0; seed < 100; seed++) {
      const text = fold(scramble(picker(seed), 30));
      expect(itemsShown(text)).toBeGreaterThanOrEqual(longestEnumeration(text));
    }
  });
});

test.each([
  ['改圈舍和建庭院', ['改圈舍', '建庭院']],
  ['和平', null],
  ['改圈舍', null],
  ['', null],
])('%s is two items: %j', (part, items) => {
  expect(splitAtAnd(part)).toEqual(items);
});
