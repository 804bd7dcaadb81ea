import { expect, test } from 'vitest';
import { INDICATORS, indicatorCalled, measureAlike, measureOf } from '../../../src/lexicon/words/indicators.ts';
import { findQuantities } from '../../../src/text/numbers.ts';

test('there are at least 150 indicators, and no name is of two', () => {
  const names = INDICATORS.flatMap(({ name, others }) => [name, ...others]);
  expect(INDICATORS.length).toBeGreaterThanOrEqual(150);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test.each(INDICATORS.map((indicator) => [indicator.name, indicator] as const))(
  '%s: its example names it and states a figure',
  (_, { name, others, example }) => {
    const figure = findQuantities(example).at(-1);
    expect(figure).toBeDefined();
    const before = measureOf(example.slice(0, figure?.start).replace(/每人每月$|上涨$|下降$|调整为$/u, ''));
    expect([name, ...others].map((each) => measureOf(each).key)).toContain(before.key);
  },
);

test('all names of an indicator measure the same', () => {
  for (const { name, others } of INDICATORS)
    for (const other of others) expect([other, measureOf(other).key]).toEqual([other, measureOf(name).key]);
});

test.each([
  ['GDP', '全区实现地区生产总值'],
  ['固投', '全年固定资产投资总额'],
  ['社零总额', '社会消费品零售总额'],
  ['财政收入', '地方一般公共预算收入'],
  ['三产占比', '第三产业增加值占地区生产总值的比重'],
  ['利用外资', '实际使用外商直接投资'],
  ['高新技术企业数', '高新技术企业'],
  ['GDP增速', '地区生产总值同比增长'],
])('%s and %s are one measure', (one, other) => {
  expect(measureOf(one)).toMatchObject({ key: measureOf(other).key, aspect: measureOf(other).aspect });
});

test.each([
  ['财政收入', '税收收入'],
  ['人均地区生产总值', '地区生产总值'],
  ['累计培育企业', '培育企业'],
  ['城镇居民人均可支配收入', '农村居民人均可支配收入'],
  ['新增市场主体', '市场主体'],
  ['出口额', '进口额'],
])('%s and %s are two measures', (one, other) => {
  expect(measureOf(one).key).not.toBe(measureOf(other).key);
});

test('a name is known in any form; a text that is no indicator is not', () => {
  expect(measureAlike('固投增速', '固定资产投资增长')).toBe(true);
  expect(measureAlike('固投增速', '固定资产投资')).toBe(false);
  expect(indicatorCalled('全区固投完成')?.name).toBe('固定资产投资');
  expect(indicatorCalled('绿道驿站')).toBeNull();
});
