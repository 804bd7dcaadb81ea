// Answers that once named the wrong thing: a practice, a post or a counted noun that no report holds.
import { describe, expect, test } from 'vitest';
import { answered, ask, refused } from '../support/made-up-context.ts';

describe('what a question names and no report holds is not answered with something like it', () => {
  test.each([
    ['青石区的“蓝鲸”工作法由谁牵头？', 'a quoted practice of another name'],
    ['“海豚计划”给博士多少补贴？', 'a quoted plan of another name'],
    ['云桥县教育局局长是谁？', 'the same post in another bureau'],
    ['青石区新增了多少个航天员？', 'a counted noun beside figures of other things'],
  ])('%s (%s)', async (question) => {
    expect(refused(await ask(question)).message).not.toBe('');
  });
});

describe('the figure that is asked for, not its neighbour', () => {
  test.each([
    ['望洲区加装电梯多少部？', '9部'],
    ['青石区、云桥县、望洲区新登记的市场主体各有多少户？', '9870户'],
  ])('%s', async (question, figure) => {
    expect(answered(await ask(question)).short).toContain(figure);
  });

  test('names joined by 、 are all asked', async () => {
    const { short } = answered(await ask('青石区、云桥县、望洲区新登记的市场主体各有多少户？'));
    expect(short.split('\n')).toHaveLength(3);
    expect(short).not.toContain('未找到');
  });

  test('which has more is said before the cells', async () => {
    expect(answered(await ask('青石区和望洲区引进的亿元以上项目哪个多？')).short).toMatch(/^望洲区更多：52个。\n/u);
  });
});
