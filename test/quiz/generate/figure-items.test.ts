import { describe, expect, test } from 'vitest';
import { ITEMS } from '../made-up-cases.ts';
import { asked, COUNTING, itemsOn } from '../made-up-neighbours.ts';

describe('a figure', () => {
  test('is asked for where its clause says what it counts', () => {
    expect(asked('2029年，柳岸区建成各类邻里食堂34个。', 'figure')[0]).toMatch(/^2029年，柳岸区建成各类邻里食堂/u);
  });

  test.each([
    ['a threshold', '2029年，柳岸区亩均税收34万元以上的规模企业明显增多。'],
    ['a share of one thing or another', '2029年，柳岸区建成食堂26个、书屋58个，占全市的34.6%。'],
    ['a sentence that points back', '2029年，这让柳岸区建成各类邻里食堂34个。'],
    ['what is done every day', '2029年，柳岸区邻里食堂日均接待居民34人。'],
    ['an inspection', '2029年，柳岸区检查各类邻里食堂34家。'],
    ['the first of a list that gives the others', '2029年，柳岸区建成食堂34个、书屋58个、驿站26个。'],
    ['another’s words', '他说，2029年柳岸区建成各类邻里食堂34个。'],
  ])('is not asked for of %s', (_, text) => {
    expect(asked(text, 'figure').filter((question) => !/26|58/u.test(question) || question.includes('占'))).toEqual([]);
  });

  test('is not asked for where two others give it by counting', () => {
    const told = (share: string) => `2029年，柳岸区新建食堂50个，其中社区食堂17个，占新建食堂的${share}。`;
    const shares = (text: string) =>
      asked(text, 'figure').filter((question) => /占新建食堂的(?:____|（　）)/u.test(question));
    expect(shares(told('34%'))).toEqual([]);
    expect(shares('2029年，柳岸区新建食堂50个，占全市食堂的34%。'.replace('全市', '新建'))).toHaveLength(1);
  });

  test('of a share has no wrong answer above the whole', () => {
    for (const item of itemsOn('2029年，柳岸区智能企业占全市的31.4%。', COUNTING)) {
      if (item.kind !== 'single' || item.subject !== 'figure') continue;
      for (const option of item.options) expect(Number.parseFloat(option)).toBeLessThanOrEqual(100);
    }
  });

  test('with decimals has wrong answers with as many', () => {
    const [item] = itemsOn('2029年，柳岸区智能企业占全市的38.9%。', COUNTING).filter(({ kind }) => kind === 'single');
    expect(item?.kind).toBe('single');
    if (item?.kind === 'single') for (const option of item.options) expect(option).toMatch(/^\d+\.\d%$/u);
  });
});

describe('figures', () => {
  test('are asked for with their unit in the options', () => {
    const [item] = ITEMS.filter(({ kind, subject }) => kind === 'single' && subject === 'figure');
    expect(item).toMatchObject({ question: '2029年，柳岸区新引进亿元以上项目（　）。' });
    expect(item?.kind === 'single' && item.options.every((option) => /^\d+个$/u.test(option))).toBe(true);
  });

  test('are typed as a number, with or without the unit', () => {
    const [item] = ITEMS.filter(({ kind, subject }) => kind === 'fill-in' && subject === 'figure');
    expect(item?.question).toContain('____');
    expect(item?.kind === 'fill-in' && item.accepted).toHaveLength(2);
  });
});
