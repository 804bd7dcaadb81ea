import { describe, expect, test } from 'vitest';
import { fold } from '../../src/text/normalise.ts';
import { findAsks } from '../../src/understand/asks.ts';
import { picker, scramble } from '../text/pseudo-random.ts';

const asksOf = (question: string) => findAsks(fold(question));

describe('the shape that an answer must have', () => {
  test.each([
    ['引进了多少个项目', 'figure'],
    ['增幅有多大', 'figure'],
    ['绿道有多长', 'figure'],
    ['在全市排名第几', 'figure'],
    ['局长是谁', 'person'],
    ['由哪位院士牵头', 'person'],
    ['什么时候搬入新址', 'date'],
    ['哪年入选', 'date'],
    ['有哪些做法', 'list'],
    ['包括哪五个板块', 'list'],
    ['什么是“一张图”工作法', 'definition'],
    ['“三问三清”是什么意思', 'definition'],
    ['怎样筹集改造资金', 'how'],
    ['采取了什么措施', 'how'],
    ['夜市叫什么名字', 'name'],
    ['引进了哪家企业', 'name'],
    ['说说老城更新', 'open'],
  ])('%s asks for a %s', (question, shape) => {
    expect(asksOf(question)[0].shape).toBe(shape);
  });
});

describe('figures', () => {
  test.each([
    ['引进了多少家企业', '家', '企业'],
    ['建了几座污水厂', '座', '污水厂'],
    ['登记的市场主体有多少户', '户', '市场主体'],
  ])('%s asks for %s of %s', (question, unit, noun) => {
    expect(asksOf(question)[0]).toMatchObject({ unit, noun });
  });

  test.each([
    ['森林覆盖率是多少', ['percent']],
    ['一般公共预算收入增长多少', ['percent']],
    ['投入了多少资金', ['money']],
    ['总投资是多少', ['money']],
    ['用了多长时间', ['duration']],
    ['占地面积有多大', ['area']],
    ['排名第几', ['ordinal']],
  ])('%s asks for a figure of the kind %j', (question, kinds) => {
    expect(asksOf(question)[0].kinds).toEqual(kinds);
  });

  test('each cue asks for a figure of its own', () => {
    const asks = asksOf('完成老旧小区改造多少个，新增停车位多少个？');
    expect(asks.map(({ unit }) => unit)).toEqual(['个', '个']);
  });

  test('what 和 joins is asked for twice', () => {
    const asks = asksOf('茶叶产值和旅游收入各增长多少？');
    expect(asks.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^茶叶产值/),
      expect.stringMatching(/^旅游收入/),
    ]);
  });

  test('a bare further ask wants a figure of the kind before', () => {
    const [, further] = asksOf('签约了多少亿元，到账的有多少？');
    expect(further).toMatchObject({ shape: 'figure', kinds: ['money'] });
  });
});

describe('how many things are asked for', () => {
  test.each([
    ['包括哪五个板块', 5, true],
    ['三大产业园是什么', 3, false],
    ['有哪些做法', null, false],
  ])('%s: %s, asked outright: %s', (question, itemCount, isCountAsked) => {
    expect(asksOf(question)[0]).toMatchObject({ itemCount, isCountAsked });
  });
});

describe('posts', () => {
  test.each([
    ['区发改局局长是谁', '发改局局长'],
    ['梧桐里社区党委书记是谁', '党委书记'],
    ['谁是这里的民宿主理人', null],
  ])('%s: the holder of %s', (question, post) => {
    expect(asksOf(question)[0]).toMatchObject({ shape: 'person', post });
  });
});

test('a stretch that only sets the scene asks for nothing', () => {
  expect(asksOf('在青石区，2021年，引进了多少个项目？')).toHaveLength(1);
});

test('every text asks for something, and every ask is a stretch of it', () => {
  for (let seed = 0; seed < 200; seed++) {
    const pick = picker(seed);
    const folded = fold(
      scramble(pick, 8) + pick.one(['多少', '几个', '谁', '哪些', '怎么', '何时', '是什么']) + scramble(pick, 3),
    );
    const asks = findAsks(folded);
    expect(asks.length).toBeGreaterThan(0);
    expect(asks.filter(({ unit }) => unit !== null && !folded.includes(unit))).toEqual([]);
    expect(asks.filter(({ noun }) => !folded.includes(noun))).toEqual([]);
  }
});
