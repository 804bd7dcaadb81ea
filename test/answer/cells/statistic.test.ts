import { describe, expect, test } from 'vitest';
import { readStatistic } from '../../../src/answer/cells/statistic.ts';
import { readPatterns } from '../../../src/lexicon/words/data-files.ts';
import { measureOf } from '../../../src/lexicon/words/indicators.ts';
import { fold } from '../../../src/text/normalise.ts';

const read = (question: string) => readStatistic(fold(question));

test.each(readPatterns('statistic-cues.tsv').map((row) => [row.kind, row.pattern, row] as const))(
  'the cue %s %s matches its example and not the other',
  (_, __, { pattern, matching, other }) => {
    const cue = new RegExp(pattern, 'u');
    expect([cue.test(fold(matching)), cue.test(fold(other))]).toEqual([true, false]);
  },
);

describe('the direction of a superlative is read from its own phrase', () => {
  test.each([
    ['哪个区地区生产总值增长最慢？', -1, '地区生产总值增速'],
    ['哪个区高新技术企业最少？', -1, '高新技术企业'],
    ['哪个区小学在校生最多？', 1, '小学在校生'],
    ['哪个区重大项目最少？', -1, '重大项目'],
    ['规上工业增加值增速最低的是哪个区？', -1, '规模以上工业增加值增长'],
    ['改造老旧小区最少的区是哪个？', -1, '改造老旧小区'],
    ['哪个县中小微企业最多？', 1, '中小微企业'],
    ['长期贷款最高的是哪个区', 1, '长期贷款'],
    ['哪个区平均工资最高？', 1, '平均工资'],
  ])('%s', (question, sign, name) => {
    const { key, aspect } = measureOf(name);
    expect(read(question)).toMatchObject({
      statistic: { kind: 'rank', rank: 1, direction: { sign } },
      measure: { key, aspect },
    });
  });
});

test.each([
  ['GDP第三高的是哪个区', 'rank'],
  ['哪个县的常住人口排第二？', 'rank'],
  ['各区城镇新增就业从多到少怎么排？', 'order'],
  ['高新技术企业超过100家的有哪些区？', 'bound'],
  ['企业在100到200家之间的有哪些区', 'bound'],
  ['三个区的高新技术企业一共多少家？', 'sum'],
  ['三个区的GDP平均是多少？', 'average'],
  ['   比   多多少家高新技术企业？', 'difference'],
  ['   的GDP是   的几倍？', 'multiple'],
  ['   和   哪个养老机构床位多？', 'compared'],
  ['   与   相比，谁新建的口袋公园少？', 'compared'],
  ['   和   引进的亿元以上项目哪个多？', 'compared'],
  ['   和   的5亿元以上项目哪个多？', 'compared'],
  ['工业增加值增速为负的是哪个县？', 'bound'],
])('%s asks for: %s', (question, kind) => {
  expect(read(question)?.statistic.kind).toBe(kind);
});

test.each(['大观区2023年平均工资多少', '表中一共有多少个区？', '哪个区建了绿道？', '各区的医院床位数是多少？'])(
  '%s asks for no statistic',
  (question) => {
    expect(read(question)).toBeNull();
  },
);

test('a bound has its figure, and says whether it counts itself', () => {
  expect(read('收入不低于20亿元的有哪些区？')?.statistic).toMatchObject({
    low: { value: 2e9 },
    high: null,
    includesEnds: true,
  });
  expect(read('大型企业不到20家的是哪个区？')?.statistic).toMatchObject({
    low: null,
    high: { value: 20 },
    includesEnds: false,
  });
});

test('a statistic over quarters says so, and how many', () => {
  expect(read('   2023年四个季度工业产值一共多少？')).toMatchObject({ over: 'quarter', count: 4 });
  expect(read('   2023年哪个季度工业产值最高？')).toMatchObject({ over: 'quarter', count: null });
});
