// What a question demands and its evidence lacks, asked of the made-up reports.
import { describe, expect, test } from 'vitest';
import { ask } from '../support/made-up-context.ts';

describe('a figure that the question itself states', () => {
  test('is no answer to it', async () => {
    expect((await ask('青石区那36个亿元以上项目里医药类有几个？')).status).toBe('refused');
  });

  test('does not keep others from answering', async () => {
    const answer = await ask('青石区93个老旧小区涉及多少居民？');
    expect(answer.status === 'answered' && answer.short).toContain('2.8万');
  });
});

describe('which district has most', () => {
  test('is told from the figures of those that give one', async () => {
    const answer = await ask('哪个区的一般公共预算收入最高？');
    expect(answer.status === 'answered' && answer.short).toMatch(
      /^望洲区最高：41.2亿元（在报告写明这项数字的3个区县中）。\n/u,
    );
  });
});
