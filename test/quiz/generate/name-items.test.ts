// Names to be typed: none that gives itself away, and none beside another that would be as right.
import { describe, expect, test } from 'vitest';
import { makeItems } from '../../../src/quiz/items.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { ITEMS, libraryOf } from '../made-up-cases.ts';

const LIUAN = '云岭省清河市柳岸区';
const OTHERS = [
  ['b', '云岭省清河市砚山县', '乙', '砚山县开展“五大行动”，推行“四看四比”活动，实施“三转三提”活动，打造“三大场景”。'],
  [
    'c',
    '云岭省泽川市荷园区',
    '丙',
    '荷园区开展“八大行动”，推行“两查两改”活动，实施“1246”工程，建立“一键报、一线查”工作机制。',
  ],
] as const;

const typedOn = (text: string): string[] =>
  makeItems(libraryOf([['a', LIUAN, '柳岸区近况', text], ...OTHERS])).flatMap((item: Item) =>
    item.kind === 'fill-in' && item.subject === 'name' && item.district === LIUAN ? [item.accepted[0]] : [],
  );

describe('a name of two or three plain characters', () => {
  test('that nothing calls an initiative is not asked for', () => {
    const told = '柳岸区在老城区为小微企业成长集中设立创业培育“小温室”。';
    expect(typedOn(told)).toEqual([]);
    expect(typedOn(told.replace('小温室', '创业小温室'))).toEqual(['创业小温室']);
  });
});

describe('a name is not asked for', () => {
  const around = '带动周边店铺更新，方便居民购物。';

  test('that only counts what everybody has', () => {
    expect(typedOn(`柳岸区在老城区集中实施“三大工程”，${around}`)).toEqual([]);
  });

  test('by which a place is called, or which it is said to give', () => {
    expect(typedOn(`柳岸区老城区被誉为“百花长廊”，${around}`)).toEqual([]);
    expect(typedOn(`柳岸区为全市老城更新提供“柳岸模式”，${around}`)).toEqual([]);
    expect(typedOn(`柳岸区在老城区推行“百花长廊”工程，${around}`)).toEqual(['百花长廊']);
  });
});

describe('a name is not to be typed', () => {
  test('where the words before it list as many as it counts', () => {
    const listed = '柳岸区在老城区建成南门商廊、北门商廊、渡口商廊“三大商廊”，带动周边店铺更新。';
    expect(typedOn(listed)).not.toContain('三大商廊');
    expect(typedOn('柳岸区在老城区集中建成对外统一招商的“三大商廊”，带动周边店铺更新。')).toContain('三大商廊');
  });

  test('where little is said of it and the district calls another the same', () => {
    const one = '柳岸区在大厅采用“上门定制”工作模式。';
    expect(typedOn(one)).toContain('上门定制');
    expect(typedOn(`${one}\n柳岸区在政务大厅采用“邻里代办”工作模式，方便老年人就近办事。`)).not.toContain('上门定制');
  });
});

describe('the name of an initiative', () => {
  test('is typed together with what it is called', () => {
    const accepted = ITEMS.flatMap((one) => (one.kind === 'fill-in' && one.subject === 'name' ? [one.accepted] : []));
    expect(accepted).toContainEqual(['星火计划']);
    expect(accepted).toContainEqual(['青年夜校', '青年夜校平台']);
  });
});
