import { describe, expect, test } from 'vitest';
import { ITEMS } from '../made-up-cases.ts';
import { asked, COUNTING, itemsOn } from '../made-up-neighbours.ts';

describe('a date', () => {
  test('is asked for of an event', () => {
    expect(asked('2028年9月，柳岸区邻里食堂建成投用。', 'date')).toEqual(['（　），柳岸区邻里食堂建成投用。']);
  });

  test('is resolved before it is asked for', () => {
    const [item] = itemsOn('去年9月，柳岸区邻里食堂建成投用。', COUNTING).filter(({ subject }) => subject === 'date');
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

describe('dates', () => {
  test('are asked for where they date one event', () => {
    const dates = ITEMS.filter(({ subject }) => subject === 'date');
    expect(dates.map((item) => (item.kind === 'single' ? item.options[item.correct] : ''))).toEqual(
      expect.arrayContaining(['2029年9月', '2029年10月', '2028年6月']),
    );
  });

  test('have no wrong answer later than the report', () => {
    for (const item of ITEMS) {
      if (item.subject !== 'date' || item.kind !== 'single') continue;
      for (const option of item.options) expect(Number.parseInt(option, 10)).toBeLessThanOrEqual(2030);
    }
  });
});
