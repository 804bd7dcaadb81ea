import { describe, expect, test } from 'vitest';
import { parse } from '../../src/understand/parse.ts';
import { DISTRICTS } from '../support/made-up-reports.ts';
import { picker, scramble } from '../text/pseudo-random.ts';

const parsed = (question: string) => parse(question, { districts: DISTRICTS, occurs: () => false });

describe('of how many districts a question speaks', () => {
  test.each([
    ['青石区引进了多少个项目？', 'one'],
    ['引进了多少个项目？', 'one'],
    ['青石区和望洲区的项目相比如何？', 'compare'],
    ['青石区、云桥县、望洲区各有多少学校？', 'compare'],
    ['哪个区建了滨海绿道？', 'which'],
    ['古廊桥在哪个县？', 'which'],
    ['各区县的预算收入是多少？', 'each'],
    ['每个区怎样改造老旧小区？', 'each'],
    ['青石区各区域的企业有多少？', 'one'],
  ])('%s: %s', (question, scope) => {
    expect(parsed(question).scope).toBe(scope);
  });
});

describe('districts', () => {
  test.each([
    ['青石区有多少个小区？', ['云川省临梧市青石区']],
    ['青石有多少个小区？', ['云川省临梧市青石区']],
    ['雲橋縣的茶園有多大？', ['云川省临梧市云桥县']],
    ['云川省临梧市望洲区有多少个网格？', ['云川省临梧市望洲区']],
    ['有多少个网格？', []],
  ])('%s names %j', (question, districts) => {
    expect(parsed(question).mentions.map(({ fullName }) => fullName)).toEqual(districts);
  });

  test('a short name that begins within another word is none', () => {
    const named = (question: string) =>
      parse(question, { districts: ['山东省威海市', ...DISTRICTS], occurs: () => false }).mentions.map(
        ({ surface }) => surface,
      );
    expect(named('挪威海螯虾以什么为食？')).toEqual([]);
    expect(named('威海有多少个渔港？')).toEqual(['威海']);
    expect(named('青石和威海的渔港相比如何？')).toEqual(['青石', '威海']);
  });

  test('a real district that no report is on is named as such', () => {
    expect(parsed('海淀区有多少个小区？').mentions).toMatchObject([{ fullName: '北京市海淀区', indexed: false }]);
  });
});

describe('periods', () => {
  test.each([
    ['青石区2021年引进了多少个项目？', ['2021']],
    ['青石区2020年和2021年的收入是多少？', ['2020', '2021']],
    ['截至2022年6月底有多少家企业？', [expect.stringContaining('2022-06')]],
    ['引进了多少个项目？', []],
  ])('%s: %j', (question, periods) => {
    expect(parsed(question).periods).toEqual(periods);
  });
});

describe('content', () => {
  test('holds neither districts nor periods nor words that only ask', () => {
    const { content } = parsed('请问青石区2021年引进了多少个亿元以上项目？');
    expect(content).not.toMatch(/请问|青石|2021|多少/);
    expect(content).toContain('项目');
  });

  test('lies where it stood in the question', () => {
    for (let seed = 0; seed < 100; seed++) {
      const pick = picker(seed);
      const { matching, plain, content } = parsed(
        `${pick.one(['青石区', '望洲', '', '各区'])}${scramble(pick, 6)}有多少？`,
      );
      expect([plain.length, content.length]).toEqual([matching.length, matching.length]);
      const moved = [...content].filter(
        (character, index) => character.trim() !== '' && [...matching][index] !== character,
      );
      expect(moved).toEqual([]);
    }
  });

  test('quoted phrases are found in any kind of quotation marks', () => {
    for (const [open, close] of ['“”', '「」', '""', '《》']) {
      expect(parsed(`青石区的${open}一张图${close}是什么？`).quoted).toEqual(['一张图']);
    }
  });
});

describe('English', () => {
  test('a question in English is read as one, with its district and its year', () => {
    const { language, mentions, periods } = parsed('How many projects did Qingshi District introduce in 2021?');
    expect([language, mentions.map(({ fullName }) => fullName), periods]).toEqual(['en', [DISTRICTS[0]], ['2021']]);
  });

  test('what is matched with is Chinese', () => {
    expect(parsed('How many projects did Qingshi introduce?').matching).toMatch(/项目/);
  });

  test('a Chinese question with Latin letters is Chinese', () => {
    expect(parsed('青石区的GDP是多少？').language).toBe('zh');
  });
});

test('where names of districts are words like any other, nothing is named and nothing is blanked out', () => {
  const { mentions, plain, content, scope } = parse('青石区和望洲区有多少个网格？', {
    districts: null,
    occurs: () => false,
  });
  expect([mentions, scope]).toEqual([[], 'one']);
  expect([plain.includes('青石区'), content.includes('望洲区')]).toEqual([true, true]);
});
