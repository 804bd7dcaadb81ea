import { describe, expect, test } from 'vitest';
import { readingsOf } from '../../src/understand/follow-up.ts';
import { DISTRICTS } from '../support/made-up-reports.ts';

const [QINGSHI, YUNQIAO, WANGZHOU] = DISTRICTS;
const EARLIER = '青石区2021年引进了多少个亿元以上项目？';

function read(question: string, ...history: string[]) {
  const [{ own, carried, carries }] = readingsOf(question, history, { districts: DISTRICTS, occurs: () => false });
  const districts = [...new Set(own.mentions.map(({ fullName }) => fullName))];
  return {
    districts,
    periods: own.periods,
    shapes: own.asks.map(({ shape }) => shape),
    carried,
    carries,
    content: own.content,
  };
}

describe('what only names another district or year', () => {
  test.each([
    ['那望洲区呢？', [WANGZHOU], ['2021']],
    ['望洲呢', [WANGZHOU], ['2021']],
    ['那2020年呢？', [QINGSHI], ['2020']],
    ['云桥县2020年呢？', [YUNQIAO], ['2020']],
  ])('%s takes over the question with that in its place', (question, districts, periods) => {
    const asked = read(question, EARLIER);
    expect(asked).toMatchObject({ districts, periods, shapes: ['figure'], carries: 'question' });
    expect(asked.content).toContain('项目');
  });
});

describe('what was counted, asked again of several things', () => {
  test('is one ask for each', () => {
    const [{ own }] = readingsOf('省级和市级的呢？', ['青石区拿了多少项国家级荣誉？'], {
      districts: DISTRICTS,
      occurs: () => true,
    });
    expect(own.asks.map(({ text, unit }) => [text, unit])).toEqual([
      ['省级', '项'],
      ['市级', '项'],
    ]);
  });
});

describe('what points back', () => {
  test.each(['其中制造业项目有多少个？', '它的总投资是多少？', '总投资呢？', '总投资多少？'])(
    '%s takes over district, year and topic',
    (question) => {
      const asked = read(question, EARLIER);
      expect(asked).toMatchObject({ districts: [QINGSHI], periods: ['2021'], carries: 'topic' });
      expect(asked.carried).toContain('项目');
    },
  );

  test('a chain of follow-ups keeps its subject', () => {
    expect(read('那2020年呢？', EARLIER, '那望洲区呢？')).toMatchObject({
      districts: [WANGZHOU],
      periods: ['2020'],
      carries: 'question',
    });
  });
});

describe('what stands alone', () => {
  test.each([
    '望洲区滨海绿道一共建成了多少公里？',
    '云桥县的“茶园管家”服务惠及多少茶农？',
    '哪个区建了滨海绿道？',
    '各区县的一般公共预算收入是多少？',
    '总结一下望洲区的做法',
  ])('%s takes over nothing', (question) => {
    expect(read(question, EARLIER)).toMatchObject({ carried: '', carries: 'nothing' });
    expect(read(question, EARLIER)).toEqual(read(question));
  });

  test('without history nothing is a follow-up', () => {
    for (const question of ['那望洲区呢？', '总投资呢？', '它的面积？']) expect(read(question).carries).toBe('nothing');
  });
});

test('only the last six questions are looked at', () => {
  const asides = Array.from({ length: 6 }, () => '总投资呢？');
  expect(read('总投资呢？', EARLIER, ...asides.slice(1)).districts).toEqual([QINGSHI]);
  expect(read('总投资呢？', EARLIER, ...asides).districts).toEqual([]);
});
