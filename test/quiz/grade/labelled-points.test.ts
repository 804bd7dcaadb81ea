import { expect, test } from 'vitest';
import { gradePoints } from '../../../src/quiz/grade/key-points.ts';
import { areInOrder, labelsOf, longestRising, withoutOrdinal } from '../../../src/quiz/grade/labelled-points.ts';

const LANES = ['梧桐巷做茶点', '石板巷做民宿', '渡口巷做灯彩'];
const QUESTION = '柳溪区三条巷子各做什么：梧桐巷、石板巷、渡口巷？';

test('points that say what each thing is have labels; others have none', () => {
  expect(labelsOf(LANES)).toEqual(['梧桐巷', '石板巷', '渡口巷']);
  expect(labelsOf(['修缮老屋', '迁走工厂', '引入手艺'])).toEqual(['', '', '']);
});

test('whoever exchanges them makes none, whoever turns their order makes all', () => {
  expect(gradePoints('梧桐巷做民宿，石板巷做灯彩，渡口巷做茶点', LANES, QUESTION).share).toBeLessThan(0.6);
  expect(gradePoints('渡口巷做灯彩，梧桐巷做茶点，石板巷做民宿', LANES, QUESTION).made).toEqual([true, true, true]);
});

test('steps count in their order, with and without their numbers', () => {
  const steps = ['第一步登记造册', '第二步分户施策', '第三步回访评议'];
  expect(areInOrder(steps, '分别是什么？')).toBe(true);
  expect(withoutOrdinal('第一步登记造册')).toBe('登记造册');
  expect(gradePoints('登记造册、分户施策、回访评议', steps, '三步是什么？').share).toBe(1);
  expect(gradePoints('1登记造册2分户施策3回访评议', steps, '三步是什么？').share).toBe(1);
  expect(gradePoints('回访评议、分户施策、登记造册', steps, '三步是什么？').share).toBeLessThan(0.6);
});

test('the longest rising row of places is kept', () => {
  const places = new Map([
    [0, 2],
    [1, 0],
    [2, 1],
  ]);
  expect([...longestRising(places)]).toEqual([1, 2]);
});
