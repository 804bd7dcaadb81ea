import { describe, expect, test } from 'vitest';
import { readingsOf } from '../../src/understand/follow-up.ts';
import { DISTRICTS } from '../support/made-up-reports.ts';

const spoken = (question: string, ...history: string[]): string =>
  readingsOf(question, history, { districts: DISTRICTS, occurs: () => false })[0].spoken;

describe('a follow-up reads as it would have been put in full', () => {
  test.each([
    ['那望洲区呢？', '青石区2021年引进了多少个项目？', '望洲区2021年引进了多少个项目？'],
    ['那2020年呢？', '青石区2021年引进了多少个项目？', '青石区2020年引进了多少个项目？'],
    ['2020年9月呢？', '青石区引进了多少个项目？', '青石区2020年9月引进了多少个项目？'],
    ['云桥县2020年呢？', '青石区2021年引进了多少个项目？', '云桥县2020年引进了多少个项目？'],
    ['那青石区呢？', '引进了多少个项目？', '青石区：引进了多少个项目？'],
  ])('%s after %s', (question, earlier, whole) => {
    expect(spoken(question, earlier)).toBe(whole);
  });

  test('through a chain, each naming one thing more', () => {
    expect(spoken('2020年呢？', '青石区引进了多少个项目？', '望洲区呢？')).toBe('望洲区2020年引进了多少个项目？');
  });

  test('after a comparison the district stands before the question, which stays as it was put', () => {
    const earlier = '青石区和望洲区的项目相比如何？';
    expect(spoken('云桥县呢？', earlier)).toBe(`云桥县：${earlier}`);
  });
});

test('a question that stands alone is said as it was put', () => {
  expect(spoken(' 望洲区有几条绿道？ ', '青石区引进了多少个项目？')).toBe('望洲区有几条绿道？');
});
