import { describe, expect, test } from 'vitest';
import { annotateRelativeDates } from '../../src/text/added-dates.ts';
import { parseAnchor } from '../../src/text/calendar.ts';
import { findPeriods } from '../../src/text/periods.ts';
import { picker, scramble } from './pseudo-random.ts';

const periodsOf = (text: string, publishedOn: string | null = null): string[] =>
  findPeriods(text, publishedOn).map(({ surface, period }) => `${surface} ${period}`);

describe('absolute periods need no date of the report', () => {
  test.each([
    ['2016年完成', '2016年 2016'],
    ['2016年度考核', '2016年度 2016'],
    ['2016 年 9 月', '2016 年 9 月 2016-09'],
    ['2016年9月1日起', '2016年9月1日 2016-09-01'],
    ['二〇一六年九月', '二〇一六年九月 2016-09'],
    ['２０１６年底', '２０１６年底 2016-12'],
    ['2016年初', '2016年初 2016-01'],
    ['2021年1—4月', '2021年1—4月 2021-01/2021-04'],
    ['2021年上半年', '2021年上半年 2021-01/2021-06'],
    ['2021年第三季度', '2021年第三季度 2021-07/2021-09'],
    ['2021年前三季度', '2021年前三季度 2021-01/2021-09'],
    ['2014—2016年', '2014—2016年 2014/2016'],
    ['2014年至2016年', '2014年至2016年 2014/2016'],
    ['2017-05-28 发布', '2017-05-28 2017-05-28'],
    ['2017.5.28', '2017.5.28 2017-05-28'],
    ['“十四五”开局', '十四五 2021/2025'],
    ['十三五时期', '十三五 2016/2020'],
    ['上世纪九十年代', '上世纪九十年代 1990/1999'],
    ['上世纪六七十年代', '上世纪六七十年代 1960/1979'],
    ['甲区2018财政收入', '2018 2018'],
    ['revenue in 2020?', '2020 2020'],
  ])('%s', (text, expected) => {
    expect(periodsOf(text)).toEqual([expected]);
  });
});

describe('上年 is the year before the one spoken of', () => {
  test.each([
    ['截至2021年底，收入5亿元，比上年增长3%', '2023', ['2021年底 2021-12', '上年 2020']],
    ['截至2021年底，收入5亿元，比上年增长3%', null, ['2021年底 2021-12', '上年 2020']],
    ['去年收入5亿元，比上年增长3%', '2023', ['去年 2022', '上年 2021']],
    ['2021年立项。上年收入5亿元', '2023', ['2021年 2021', '上年 2022']],
    ['与2019年相比，比上年增长', '2023', ['2019年 2019', '上年 2022']],
    ['上年收入5亿元', null, []],
  ])('%s in a report of %s', (text, publishedOn, expected) => {
    expect(periodsOf(text, publishedOn)).toEqual(expected);
  });
});

describe('relative periods are resolved against the date of the report', () => {
  test.each([
    ['去年新增', '2017', '去年 2016'],
    ['前年底成立', '2017', '前年底 2015-12'],
    ['去年9月1日启用', '2017', '去年9月1日 2016-09-01'],
    ['去年９月份', '2021', '去年９月份 2020-09'],
    ['去年9月以来', '2021-06', '去年9月 2020-09/2021-06'],
    ['今年5月28日', '2021', '今年5月28日 2021-05-28'],
    ['今年1—4月', '2021', '今年1—4月 2021-01/2021-04'],
    ['截至9月底', '2020-10-14', '9月底 2020-09'],
    ['前4个月', '2021', '前4个月 2021-01/2021-04'],
    ['上半年', '2021', '上半年 2021-01/2021-06'],
    ['一季度', '2021', '一季度 2021-01/2021-03'],
    ['今年第二季', '2021', '今年第二季 2021-04/2021-06'],
    ['三年来', '2020-10-14', '三年来 2017/2020'],
    ['近五年', '2020', '近五年 2015/2020'],
    ['2013年以来', '2017', '2013年 2013/2017'],
    ['本月底投产', '2021-06', '本月底 2021-06'],
    ['上个月', '2021-01', '上个月 2020-12'],
    ['昨天下午', '2021-03-01', '昨天 2021-02-28'],
    ['年底封顶', '2020-10-14', '年底 2020-12'],
    ['去年同期', '2021', '去年同期 2020'],
  ])('%s in a report of %s', (text, publishedOn, expected) => {
    expect(periodsOf(text, publishedOn)).toEqual([expected]);
  });

  test('a month that the report had not seen is last year’s, unless it is announced', () => {
    expect(periodsOf('12月开工', '2021-02')).toEqual(['12月 2020-12']);
    expect(periodsOf('计划12月开工', '2021-02')).toEqual(['12月 2021-12']);
  });

  test('a month takes over the year before it in its sentence, but not from a comparison or from the sentence before', () => {
    expect(periodsOf('2019年3月开工，10月投产', '2021-12')).toEqual(['2019年3月 2019-03', '10月 2019-10']);
    expect(periodsOf('比2018年增长，3月回落', '2021-12')).toEqual(['2018年 2018', '3月 2021-03']);
    expect(periodsOf('2019年开工。10月投产', '2021-12')).toEqual(['2019年 2019', '10月 2021-10']);
  });

  test('without a date of the report, or with one that is not exact enough, nothing is guessed', () => {
    expect(periodsOf('去年9月底，三年来，上半年')).toEqual([]);
    expect(periodsOf('本月底、昨天', '2021')).toEqual([]);
  });
});

describe('words that merely contain a date', () => {
  test.each([
    '目前年轻人',
    '文明年度',
    '日本年均',
    '以上年龄',
    '12个月大',
    '每年年底',
    '第3月台',
    '2000余个',
    '2018元',
    '过去年均',
    '4.5月球',
    '建成后年产值',
    '不止上年纪的人',
    '基本年薪',
  ])('%s', (text) => {
    expect(periodsOf(text, '2021-06-15')).toEqual([]);
  });
});

describe('annotation', () => {
  test.each([
    ['去年9月份以来，新增企业', '2021', '去年9月份〔2020年9月〕以来，新增企业'],
    ['去年，', '2017', '去年〔2016年〕，'],
    ['前年底成立', '2017', '前年底〔2015年底〕成立'],
    ['去年年底前', '2017', '去年年底〔2016年底〕前'],
    ['今年5月28日投产', '2021', '今年5月28日〔2021年5月28日〕投产'],
    ['今年以来', '2022', '今年〔2022年〕以来'],
    ['今年1—4月', '2022', '今年1—4月〔2022年1—4月〕'],
    ['三年来', '2020', '三年来〔2017—2020年〕'],
    ['截至9月底', '2020-10-14', '截至9月底〔2020年9月底〕'],
    ['本月底', '2021-06', '本月底〔2021年6月底〕'],
  ])('%s, %s', (text, publishedOn, expected) => {
    expect(annotateRelativeDates(text, publishedOn)).toBe(expected);
  });

  test('absolute dates stay as they are', () => {
    const text = '2016年9月1日，“十三五”时期，2014—2016年';
    expect(annotateRelativeDates(text, '2017')).toBe(text);
  });

  test('nothing is annotated without a date of the report', () => {
    expect(annotateRelativeDates('去年9月', null)).toBe('去年9月');
  });

  test('annotating twice is annotating once', () => {
    const once = annotateRelativeDates('去年9月份，截至4月底，三年来', '2021-05');
    expect(annotateRelativeDates(once, '2021-05')).toBe(once);
  });
});

describe('laws', () => {
  const dates = ['2017', '2021-06', '2020-10-14', null];

  test('every surface is the slice of its span, in order, without overlap, with a canonical period', () => {
    const pick = picker(11);
    for (let round = 0; round < 2000; round++) {
      const text = scramble(pick, 12);
      let end = 0;
      for (const mention of findPeriods(text, pick.one(dates))) {
        expect(text.slice(mention.start, mention.end)).toBe(mention.surface);
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(mention.period.split('/').every((side) => parseAnchor(side) !== null)).toBe(true);
        expect(mention.resolution === null).toBe(!mention.relative);
        end = mention.end;
      }
    }
  });

  test('what a sentence names does not depend on the signs of other sentences', () => {
    // The sentence in front has the sign of every form, so that each form is tried on all of the text.
    const all =
      '2014—2016年，2017-05-28，十五五末，九十年代，近三年来，去年，上个月，3月，上半年，年底，昨天，2020止。';
    const pick = picker(13);
    const fragments = [
      '2016年',
      '2016',
      '十四五规划',
      '九十年代',
      '三年来',
      '去年9月',
      '过去五年',
      '月底',
      '年初',
      '上半年',
      '一季度',
      '昨天',
      '十月',
      '１２月',
    ];
    for (let round = 0; round < 3000; round++) {
      const text = `${scramble(pick, 6)}${pick.one(fragments)}${scramble(pick, 6)}`;
      const date = pick.one(dates);
      const behind = findPeriods(all + text, date).filter((mention) => mention.start >= all.length);
      const shifted = behind.map((mention) => ({
        ...mention,
        start: mention.start - all.length,
        end: mention.end - all.length,
      }));
      expect(shifted).toEqual(findPeriods(text, date));
    }
  });

  test('without its brackets the annotated text is the source', () => {
    const pick = picker(12);
    for (let round = 0; round < 2000; round++) {
      const text = scramble(pick, 12).replaceAll(/[〔〕]/g, '');
      const annotated = annotateRelativeDates(text, pick.one(dates));
      expect(annotated.replaceAll(/〔[^〕]*〕/g, '')).toBe(text);
    }
  });
});

describe('以来 lasts until the report was written', () => {
  test.each([
    ['2013年以来', '2021', '2013/2021'],
    ['2020年5月以来', '2021-03', '2020-05/2021-03'],
    ['2021年以来', '2021', '2021'],
    ['2022年以来', '2021', '2022'],
    ['2014—2016年以来', '2021', '2014/2016'],
    ['2013年以来', null, '2013'],
    ['2013年至今年', '2021', '2013'],
    ['2013年至今', '2021', '2013/2021'],
  ])('%s in a report of %s is %s', (text, publishedOn, period) =>
    expect(findPeriods(text, publishedOn)[0]?.period).toBe(period),
  );
});
