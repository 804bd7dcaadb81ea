// What is asked of dates and figures, and of which none.
import { describe, expect, test } from 'vitest';
import { makeItems } from '../../../src/quiz/items.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { libraryOf } from '../made-up-cases.ts';

const OTHERS = [
  [
    'b',
    '云岭省清河市砚山县',
    '乙',
    '2027年3月，砚山县果园冷链中心建成投用。\n砚山县建成果园31个、冷库24个，占全县的36.5%。',
  ],
  [
    'c',
    '云岭省泽川市荷园区',
    '丙',
    '2028年5月，荷园区滨河步道建成通车。\n荷园区建成步道38个、码头47个，占全区的41.2%。',
  ],
  ['d', '云岭省泽川市双塔新区', '丁', '2029年7月，双塔新区会客厅建成投用。\n双塔新区占全市的33.8%。'],
] as const;

const itemsOn = (text: string): Item[] =>
  makeItems(libraryOf([['a', '云岭省清河市柳岸区', '柳岸区近况', text], ...OTHERS])).filter(
    ({ district }) => district === '云岭省清河市柳岸区',
  );
const asked = (text: string, subject: Item['subject']): string[] =>
  itemsOn(text).flatMap((item) => (item.subject === subject ? [item.question] : []));

describe('a date', () => {
  test('is asked for of an event', () => {
    expect(asked('2028年9月，柳岸区邻里食堂建成投用。', 'date')).toEqual(['（　），柳岸区邻里食堂建成投用。']);
  });

  test('is resolved before it is asked for', () => {
    const [item] = itemsOn('去年9月，柳岸区邻里食堂建成投用。').filter(({ subject }) => subject === 'date');
    expect(item?.kind === 'single' && item.options[item.correct]).toBe('2029年9月');
    expect(item?.citation.reading).toContain('2029年9月');
  });

  test.each([
    ['what goes on', '2028年9月以来，柳岸区陆续启用了邻里食堂。'],
    ['what is counted', '2028年9月，柳岸区建成邻里食堂34个。'],
    ['what is no event', '2028年9月，柳岸区的天气一直比较晴朗温和。'],
    ['the year of the report', '2030年，柳岸区邻里食堂建成投用。'],
    ['a comparison', '柳岸区邻里食堂比2028年9月建成得多。'],
    ['a firm', '2028年9月，云锦公司在柳岸区建成投产。'],
  ])('is not asked for of %s', (_, text) => {
    expect(asked(text, 'date')).toEqual([]);
  });
});

describe('a figure', () => {
  test('is asked for where its clause says what it counts', () => {
    expect(asked('2029年，柳岸区建成各类邻里食堂34个。', 'figure')[0]).toMatch(/^2029年，柳岸区建成各类邻里食堂/u);
  });

  test.each([
    ['a threshold', '2029年，柳岸区亩均税收34万元以上的规模企业明显增多。'],
    ['a share of one thing or another', '2029年，柳岸区建成食堂26个、书屋58个，占全市的34.6%。'],
    ['a sentence that points back', '2029年，这让柳岸区建成各类邻里食堂34个。'],
    ['another’s words', '他说，2029年柳岸区建成各类邻里食堂34个。'],
  ])('is not asked for of %s', (_, text) => {
    expect(asked(text, 'figure').filter((question) => !/26|58/u.test(question) || question.includes('占'))).toEqual([]);
  });

  test('of a share has no wrong answer above the whole', () => {
    for (const item of itemsOn('2029年，柳岸区智能企业占全市的31.4%。')) {
      if (item.kind !== 'single' || item.subject !== 'figure') continue;
      for (const option of item.options) expect(Number.parseFloat(option)).toBeLessThanOrEqual(100);
    }
  });

  test('with decimals has wrong answers with as many', () => {
    const [item] = itemsOn('2029年，柳岸区智能企业占全市的32.4%。').filter(({ kind }) => kind === 'single');
    expect(item?.kind).toBe('single');
    if (item?.kind === 'single') for (const option of item.options) expect(option).toMatch(/^\d+\.\d%$/u);
  });
});
