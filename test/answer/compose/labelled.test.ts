import { expect, test } from 'vitest';
import { labelled } from '../../../src/answer/compose/labelled.ts';
import type { Extract } from '../../../src/read/cut.ts';
import { findQuantities } from '../../../src/text/numbers.ts';

/** The figures of a clause, each cut out of it. */
function cutsOf(window: string): Extract[] {
  return findQuantities(window).map((figure) => ({ value: figure.surface, window, figure }));
}

test('figures of one unit say what each of them counts', () => {
  expect(labelled(cutsOf('引进基金10家、金融机构18家'))).toEqual(['引进基金10家', '金融机构18家']);
  expect(labelled(cutsOf('省级荣誉19项、市级荣誉33项'))).toEqual(['省级荣誉19项', '市级荣誉33项']);
});

test('what is counted may stand behind its figure', () => {
  expect(labelled(cutsOf('12名律师、30名调解员'))).toEqual(['12名律师', '30名调解员']);
});

test('figures of several units need no label', () => {
  expect(labelled(cutsOf('引进企业88家、就业1200人'))).toEqual(['88家', '1200人']);
});

test('the unit of the figure before is no label', () => {
  expect(labelled(cutsOf('4种类型117项，集成套餐25项').slice(1))).toEqual(['117项', '集成套餐25项']);
});

test('a figure alone needs none', () => {
  expect(labelled(cutsOf('引进企业88家'))).toEqual(['88家']);
});

test('a long stretch is no label', () => {
  const [first, second] = labelled(cutsOf('在全市率先建成并对外开放的智慧养老服务中心5个，社区食堂9个'));
  expect([first, second]).toEqual(['5个', '社区食堂9个']);
});

test('every label stands in the sentence', () => {
  const window = '新增托位850个、其中普惠托位620个，改造学校7所';
  for (const value of labelled(cutsOf('新增托位850个、其中普惠托位620个'))) expect(window).toContain(value);
});
