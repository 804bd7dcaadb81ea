import { expect, test } from 'vitest';
import {
  announcesPlan,
  isPlanHeading,
  opensPlanOfYear,
  reviewedYear,
} from '../../../src/lexicon/words/heading-cues.ts';

test.each([
  [['二、2024年主要目标'], true],
  [['一、2023年工作回顾'], false],
  [['三、下一步打算', '（一）产业'], true],
  [['二、主要任务完成情况'], false],
  [['产业'], false],
  [['规划引领，建设新城'], false],
  [[], false],
] as [string[], boolean][])('heading %j announces: %s', (heading, expected) => {
  expect(isPlanHeading(heading)).toBe(expected);
});

test('a heading may look ahead, open the plan of a year, or look back on one', () => {
  expect([announcesPlan('下步打算'), announcesPlan('产业')]).toEqual([true, false]);
  expect([opensPlanOfYear('2024年目标任务'), opensPlanOfYear('目标任务')]).toEqual([true, false]);
  expect([reviewedYear('2023年工作回顾'), reviewedYear('2024年产业')]).toEqual([2023, null]);
});
