// Chats whose turns name things of one district alone: the latest of them is spoken of.
import { expect, test } from 'vitest';
import { answered, ask } from '../support/made-up-context.ts';
import { DISTRICTS } from '../support/made-up-reports.ts';

const [QINGSHI, YUNQIAO, WANGZHOU] = DISTRICTS;

test.each([
  ['滨海绿道有多少公里？', ['云桥县有多少座古廊桥？'], WANGZHOU],
  ['“茶园管家”服务惠及多少茶农？', ['青石区2021年引进了多少个亿元以上项目？'], YUNQIAO],
  ['新登记了多少户市场主体？', ['望洲区2021年引进了多少个亿元以上项目？', '“石榴街夜市”日均客流多少人次？'], QINGSHI],
])('%s', async (question, history, district) => {
  const { citations } = answered(await ask(question, ...history));
  expect(citations[0].report.district).toBe(district);
});

test('a measure that stands in one report only is still asked of the district spoken of', async () => {
  const answer = await ask('那森林覆盖率呢？', '青石区2021年引进了多少个亿元以上项目？', '青石区有多少个老旧小区？');
  expect(answer.interpretation.districts).toEqual([QINGSHI]);
});
