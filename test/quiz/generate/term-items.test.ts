import { expect, test } from 'vitest';
import { itemsOn } from '../made-up-neighbours.ts';

test('a term is explained in points, and its explanation is no statement on the district', () => {
  const text =
    '柳岸区近况\n\n柳岸区推进一网统管。\n\n名词解释\n[1]一网统管：是指依托数字平台汇聚各部门数据，统一调度城市运行事项，对问题分级分类处置。';
  const items = itemsOn(text, []);
  expect(items.map(({ subject }) => subject)).toEqual(['term']);
  const [item] = items;
  expect(item?.question).toBe('名词解释：柳岸区2030年的报告中，“一网统管”是指什么？');
  expect(item?.kind === 'short-answer' && item.keyPoints.map((point) => point.text)).toEqual([
    '依托数字平台汇聚各部门数据',
    '统一调度城市运行事项',
    '对问题分级分类处置',
  ]);
});
