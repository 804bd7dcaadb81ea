import { describe, expect, test } from 'vitest';
import { findQuantities, sameQuantity } from '../../src/text/numbers.ts';
import { needsLatinDigits, UNIT_PATTERN, UNITS } from '../../src/text/units.ts';

const ALL = [...UNITS.values()];

describe('the table of units', () => {
  test('gives each unit a kind, a dimension and a factor above zero', () => {
    for (const { name, kind, dimension, factor } of ALL) {
      expect(name.length * kind.length * dimension.length).toBeGreaterThan(0);
      expect(factor).toBeGreaterThan(0);
    }
  });

  test('keeps units of one dimension to one kind', () => {
    const kinds = new Map(ALL.map(({ dimension, kind }) => [dimension, kind]));
    expect(ALL.filter(({ dimension, kind }) => kinds.get(dimension) !== kind)).toEqual([]);
  });

  test('puts longer units before shorter ones that begin them', () => {
    const pattern = new RegExp(`^(?:${UNIT_PATTERN})`);
    for (const { name } of ALL) expect(pattern.exec(name)?.[0]).toBe(name);
  });
});

describe('every unit', () => {
  test.each(ALL.map(({ name }) => name))('makes a figure: 12.5万%s', (name) => {
    const [quantity] = findQuantities(`达12.5万${name}，`);
    expect(quantity).toMatchObject({ unit: name, value: 125_000, surface: `12.5万${name}` });
  });

  test('that needs Latin digits makes none behind Chinese ones, every other does', () => {
    for (const { name } of ALL.filter((unit) => !['km', 'kg', 'kw', 'mw', 'kwh', 'm2', 'm3'].includes(unit.name))) {
      expect([name, findQuantities(`达三十五${name}，`).length]).toEqual([name, needsLatinDigits(name) ? 0 : 1]);
    }
  });

  test('compares with its like by its factor', () => {
    const [first] = findQuantities('3平方公里');
    for (const { name, factor } of ALL.filter(({ dimension }) => dimension === 'area')) {
      const [other] = findQuantities(`${Number((3_000_000 / factor).toPrecision(12))}${name}`);
      expect(first && other && sameQuantity(first, other)).toBe(true);
    }
  });
});

describe('a unit that begins another word is none', () => {
  test.each([
    '12年级',
    '3家庭',
    '5人民',
    '2天然气',
    '4元素',
    '3台湾客商',
    '6分之',
    '8组织',
    '3批复',
    '5支持',
    '2场地',
    '7种植',
    '9所有',
    '3层次',
    '2片区',
    '4度假',
    '6方面',
    '2周边',
    '3头部',
    '5口岸',
    '1起来',
    '2里程',
    '4轮车',
    '3米粉',
    '8名校',
  ])('%s', (text) => {
    expect(findQuantities(text)).toEqual([]);
  });
});
