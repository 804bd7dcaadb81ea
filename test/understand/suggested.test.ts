import { describe, expect, test } from 'vitest';
import { suggestedReading } from '../../src/understand/suggested.ts';
import { understandings } from '../../src/understand/understand.ts';
import { DISTRICTS } from '../support/made-up-reports.ts';

const HISTORY = ['青石区2021年引进了多少个亿元以上项目？', '望洲区新登记了多少户市场主体？'];

function understood(text: string, history: readonly string[] = []) {
  return understandings(
    { text, history },
    { districts: DISTRICTS, weigh: () => 5, knows: () => true, occurs: () => true },
  );
}

function suggestedFor(turn: string, suggestion: string) {
  const [suggested] = understood(suggestion);
  return suggestedReading({ text: turn, history: HISTORY }, suggested, understood(turn, HISTORY));
}

describe('a wording that somebody suggests', () => {
  test('is a reading if all its words were said, those of before carried over', () => {
    const reading = suggestedFor('头一个问题里望洲区的', '望洲区2021年引进了多少个亿元以上项目');
    expect(reading).toMatchObject({ carries: 'topic', districts: [DISTRICTS[2]], periods: ['2021'] });
    expect(reading?.terms.every(({ carried }) => carried)).toBe(true);
  });

  test.each([
    ['a word that nobody said', '望洲区2021年引进了多少个外资项目'],
    ['a place that nobody said', '云桥县2021年引进了多少个亿元以上项目'],
    ['a year that nobody said', '望洲区2019年引进了多少个亿元以上项目'],
    ['an answer', '望洲区2021年引进了88个亿元以上项目'],
  ])('with %s is none', (_, suggestion) => {
    expect(suggestedFor('头一个问题里望洲区的', suggestion)).toBeNull();
  });

  test('that is a reading already is no second one', () => {
    const [first] = understood('那青石区呢？', HISTORY);
    expect(suggestedFor('那青石区呢？', first.question)).toBeNull();
  });
});
