// Names to choose from and to type: the look of a name gives it not away, and no other of the district's would be as right.
import { describe, expect, test } from 'vitest';
import { poolsOf } from '../../../src/quiz/generate/pools.ts';
import { sourcesOf } from '../../../src/quiz/generate/statements/sources.ts';
import { namesLike } from '../../../src/quiz/generate/wrong-answers.ts';
import { makeItems } from '../../../src/quiz/items.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { libraryOf } from '../made-up-cases.ts';

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

function liken(text: string): string[] {
  const pools = poolsOf(sourcesOf(libraryOf([['a', LIUAN, '甲', text], ...OTHERS]), null));
  const [source] = pools.on(LIUAN);
  const initiative = pools.initiatives.find((each) => each.source === source);
  if (!source || !initiative) throw new Error('no initiative');
  return namesLike(initiative, source, pools).sort();
}

const typedOn = (text: string): string[] =>
  makeItems(libraryOf([['a', LIUAN, '柳岸区近况', text], ...OTHERS])).flatMap((item: Item) =>
    item.kind === 'fill-in' && item.subject === 'name' && item.district === LIUAN ? [item.accepted[0]] : [],
  );

describe('wrong names', () => {
  test('of a numbered name count the same noun', () => {
    expect(liken('柳岸区开展“六大行动”。')).toEqual(['五大行动', '八大行动']);
  });

  test('of a slogan are built as it is', () => {
    expect(liken('柳岸区开展“三进五访”活动。')).toEqual(['三转三提', '两查两改', '四看四比']);
  });

  test('are none for two characters that say by themselves what they stand for', () => {
    expect(liken('柳岸区完善“轮值”机制。')).toEqual([]);
    expect(liken('柳岸区引进“四新”项目。')).toEqual([]);
  });

  test('of a list have as many parts and are called the same', () => {
    expect(liken('柳岸区建立“一门进、一窗办、一次结”工作机制。')).toEqual([]);
  });
});

describe('a name of two or three plain characters', () => {
  test('that nothing calls an initiative is not asked for', () => {
    const told = '柳岸区在老城区为小微企业成长集中打造创业培育“小温室”。';
    expect(typedOn(told)).toEqual([]);
    expect(typedOn(told.replace('小温室', '创业小温室'))).toEqual(['创业小温室']);
  });
});

describe('a name is not to be typed', () => {
  test('where the words before it list as many as it counts', () => {
    const listed = '柳岸区在老城区建成南门片区、北门片区、渡口片区“三大片区”，带动周边店铺更新。';
    expect(typedOn(listed)).not.toContain('三大片区');
    expect(typedOn('柳岸区在老城区集中建成对外统一招商的“三大片区”，带动周边店铺更新。')).toContain('三大片区');
  });

  test('where little is said of it and the district calls another the same', () => {
    const one = '柳岸区在大厅采用“上门定制”工作模式。';
    expect(typedOn(one)).toContain('上门定制');
    expect(typedOn(`${one}\n柳岸区在政务大厅采用“邻里代办”工作模式，方便老年人就近办事。`)).not.toContain('上门定制');
  });
});
