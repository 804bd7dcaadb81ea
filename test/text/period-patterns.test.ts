// How reports write periods: every form and every word is found, and nothing that only looks like one.
import { describe, expect, test } from 'vitest';
import { findPeriods } from '../../src/text/periods.ts';

describe('a part of a year', () => {
  test.each([
    ['2020年上半年', '2020-01/2020-06', 'half'],
    ['2020年下半年', '2020-07/2020-12', 'half'],
    ['2020年第二季度', '2020-04/2020-06', 'quarter'],
    ['2020年前三季度', '2020-01/2020-09', 'range'],
    ['2020年前4个月', '2020-01/2020-04', 'range'],
    ['2020年1—4月', '2020-01/2020-04', 'range'],
    ['2020年初', '2020-01', 'month'],
    ['2020年底', '2020-12', 'month'],
    ['2020年9月3日', '2020-09-03', 'day'],
    ['2020年9月3日至5日', '2020-09-03/2020-09-05', 'range'],
    ['九十年代', '1990/1999', 'range'],
    ['“十三五”', '2016/2020', 'range'],
    ['2016-2018', '2016/2018', 'range'],
    ['2017-05-28', '2017-05-28', 'day'],
    ['2017-05', '2017-05', 'month'],
  ])('%s is %s', (text, period, kind) => expect(findPeriods(text)[0]).toMatchObject({ period, kind }));

  test.each(['2020年2月30日', '2018-2016', '每年10月', '2017.5', '2020年4—4月'])('%s is none of these', (text) =>
    expect(findPeriods(text, '2021').filter(({ kind }) => kind !== 'year')).toEqual([]),
  );
});

describe('named years, months and days count from the date of the report', () => {
  test.each([
    ...([
      '大前年 2018',
      '前年 2019',
      '去年 2020',
      '上年 2020',
      '今年 2021',
      '本年 2021',
      '明年 2022',
      '后年 2023',
    ] as const),
    ...(['上月 2021-02', '上个月 2021-02', '本月 2021-03', '下月 2021-04', '下个月 2021-04'] as const),
    ...(['前天 2021-02-27', '昨天 2021-02-28', '昨日 2021-02-28', '今天 2021-03-01'] as const),
    ...(['今日 2021-03-01', '明天 2021-03-02'] as const),
  ])('%s', (line) => {
    const [words = '', period] = line.split(' ');
    expect(findPeriods(`${words}完成`, '2021-03-01')).toMatchObject([{ surface: words, period, relative: true }]);
  });
});
