import { expect, test } from 'vitest';
import { HEADING_NUMBER, LIST_MARKS, listMarkOf, NUMBERED_SENTENCE_MARKS } from '../../src/text/list-marks.ts';

test.each([
  ['一是入户问计', 1, '入户问计'],
  ['二要打包立项', 2, '打包立项'],
  ['第三，留管理', 3, '留管理'],
  ['第四步：验收', 4, '验收'],
  ['（五）改造', 5, '改造'],
  ['(12)改造', 12, '改造'],
  ['六、改造', 6, '改造'],
  ['7.改造', 7, '改造'],
  ['路径之八：改造', 8, '改造'],
  ['——改造', null, '改造'],
  ['• 改造', null, '改造'],
])('%s is item %s of a list', (text, number, rest) => {
  const mark = listMarkOf(text);
  expect([mark?.number, text.slice(mark?.end)]).toEqual([number, rest]);
});

test.each(['改造小区', '3.5亿元', '十分重要', '', '-5%'])('%j begins with no mark', (text) => {
  expect(listMarkOf(text)).toBeNull();
});

test('only the forms asked for are tried, in order, and steps are told from other numbers', () => {
  expect(listMarkOf('7.改造', NUMBERED_SENTENCE_MARKS)).toBeNull();
  expect(listMarkOf('第四步：验收')?.isStep).toBe(true);
  expect(listMarkOf('第四，验收')?.isStep).toBe(false);
  expect(LIST_MARKS.slice(0, NUMBERED_SENTENCE_MARKS.length)).toEqual(NUMBERED_SENTENCE_MARKS);
});

test.each(['一、产业', '（二）产业', '三是产业', '4. 产业'])('the number of the heading %s', (heading) => {
  expect(heading.replace(HEADING_NUMBER, '')).toBe('产业');
});
