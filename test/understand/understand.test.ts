import { describe, expect, test } from 'vitest';
import type { Understanding } from '../../src/understand/types.ts';
import { understandings } from '../../src/understand/understand.ts';
import { TOOLS } from '../support/made-up-context.ts';
import { DISTRICTS } from '../support/made-up-reports.ts';
import { picker, scramble } from '../text/pseudo-random.ts';

const { vectors } = TOOLS;
const SURROUNDINGS = {
  districts: DISTRICTS,
  weigh: (word: string) => vectors.rarity(word),
  knows: (word: string) => vectors.has(word),
  occurs: () => false,
};
const read = (text: string, ...history: string[]): Understanding => understandings({ text, history }, SURROUNDINGS)[0];

describe('terms', () => {
  test('every weight is positive and finite, whatever is asked', () => {
    for (let seed = 0; seed < 60; seed++) {
      const { terms } = read(`${scramble(picker(seed), 10)}有多少？`);
      expect(terms.filter(({ weight }) => !(weight > 0 && Number.isFinite(weight)))).toEqual([]);
    }
  });

  test('no term stands twice', () => {
    const words = read('项目总投资多少，制造业项目总投资多少？', '项目有多少？').terms.map(({ word }) => word);
    expect(words).toEqual([...new Set(words)]);
  });

  test('what is carried over counts less than what is asked', () => {
    const [alone] = read('青石区亿元以上项目有多少个？').terms.filter(({ word }) => word.endsWith('项目'));
    const [carried] = read('那纺织呢？', '青石区亿元以上项目有多少个？').terms.filter(({ word }) =>
      word.endsWith('项目'),
    );
    expect(carried?.carried).toBe(true);
    expect(carried?.weight).toBeLessThan(alone?.weight ?? 0);
  });

  test('a rare word says more than a common one', () => {
    const weights = new Map(read('码头 企业').terms.map(({ word, weight }) => [word, weight]));
    expect(weights.get('码头')).toBeGreaterThan(weights.get('企业') ?? 0);
  });
});

describe('districts', () => {
  test('a district without a report is foreign', () => {
    expect(read('海淀区有多少个项目？')).toMatchObject({
      districts: [],
      foreignDistricts: [{ fullName: '北京市海淀区', name: '海淀' }],
    });
  });

  test('beside a district with a report none is foreign', () => {
    expect(read('青石区有多少个项目？').foreignDistricts).toEqual([]);
  });

  test('a comparison keeps a district without a report, so that its cell can say so', () => {
    const { scope, districts } = read('青石区和海淀区的项目哪个更多？');
    expect(scope).toBe('compare');
    expect(districts).toEqual([DISTRICTS[0], '北京市海淀区']);
  });

  test('of a comparison, what belongs to one district alone is known', () => {
    const { ownTerms } = read('青石区的石榴街夜市和云桥县的廊桥文化节有什么不同？');
    expect(ownTerms.get(DISTRICTS[0])).toContain('夜市');
    expect(ownTerms.get(DISTRICTS[1])).toContain('廊桥');
    expect(ownTerms.get(DISTRICTS[0])).not.toContain('廊桥');
  });
});

describe('what the reader is shown', () => {
  test('a question that stands alone is shown as it was asked', () => {
    expect(read(' 青石区有多少个项目？ ').question).toBe('青石区有多少个项目？');
  });

  test('a follow-up is shown with its district and its topic', () => {
    const { question } = read('那总投资呢？', '青石区引进了多少个项目？');
    expect(question).toMatch(/青石区.*项目.*总投资/);
  });
});

test('the same question is understood the same way twice', () => {
  for (const text of [
    '青石区和云桥县的项目相比如何？',
    '那望洲区呢？',
    '各区有多少项目？',
    'How many schools did Yunqiao build?',
  ]) {
    expect(read(text, '青石区引进了多少个项目？')).toEqual(read(text, '青石区引进了多少个项目？'));
  }
});

test('asks for something in every language and never throws', () => {
  for (const text of [
    '',
    '😀',
    '\u0000',
    'a'.repeat(1000),
    '区'.repeat(1000),
    '“”“”',
    '2021年',
    '青石区',
    '????',
    'What?',
  ]) {
    expect(read(text, text, text).asks.length).toBeGreaterThan(0);
  }
});
