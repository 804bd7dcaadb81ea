import { describe, expect, test } from 'vitest';
import { questionFor } from '../../src/read/judging.ts';
import type { Understanding } from '../../src/understand/types.ts';
import { understandings } from '../../src/understand/understand.ts';
import { DISTRICTS } from '../support/made-up-reports.ts';

function understood(text: string): Understanding {
  const surroundings = { districts: DISTRICTS, weigh: () => 5, knows: () => true, occurs: () => true };
  return understandings({ text, history: [] }, surroundings)[0];
}

/** What a reader is asked for each ask of a question. */
function putTo(text: string): string[] {
  const question = understood(text);
  return question.asks.map((ask) => questionFor(question, ask));
}

describe('what a reader is asked', () => {
  test('is the question as it stands where it asks one thing', () => {
    expect(putTo('青石区新增就业多少人？')).toEqual(['青石区新增就业多少人？']);
  });

  test('of several things is each with what stands before the first', () => {
    const [first, second] = putTo('长河绿化带的拆迁,青石区花了几个月完成?动迁了多少人?');
    expect(first).toBe('长河绿化带的拆迁,青石区花了几个月完成');
    expect(second).toBe('长河绿化带的拆迁,青石区动迁了多少人');
  });

  test('how something changed is asked of what was asked for before', () => {
    const [, second] = putTo('青石区固定资产投资完成了多少?比去年同期增长几成?');
    expect(second).toMatch(/^青石区固定资产投资.*比去年同期增长几成$/u);
  });

  test('is simplified Chinese', () => {
    const [, second] = putTo('青石區固定資產投資完成了多少?比去年同期增長幾成?');
    expect(second).toMatch(/^青石区固定资产投资.*比去年同期增长几成$/u);
  });
});
