// Items on lists, from small made-up reports: what is asked of which list, and what of none.
import { describe, expect, test } from 'vitest';
import { makeItems } from '../../../src/quiz/items.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { libraryOf } from '../made-up-cases.ts';

const OTHERS = [
  ['b', '云岭省清河市砚山县', '乙', '砚山县建立“一站收、一网管、一家评”工作机制。\n砚山县建成果园31个、冷库24个。'],
  ['c', '云岭省泽川市荷园区', '丙', '荷园区建立“一键报、一线查、一案结”工作机制。\n荷园区建成步道38个、码头17个。'],
] as const;

/** Items on a text about the first district. */
const itemsOn = (text: string): Item[] =>
  makeItems(libraryOf([['a', '云岭省清河市柳岸区', '柳岸区近况', text], ...OTHERS])).filter(
    ({ district }) => district === '云岭省清河市柳岸区',
  );
const ofKind = <Kind extends Item['kind']>(items: readonly Item[], kind: Kind): (Item & { kind: Kind })[] =>
  items.flatMap((item) => (item.kind === kind ? [item as Item & { kind: Kind }] : []));

describe('a list in one sentence', () => {
  const items = itemsOn('柳岸区围绕居民需求，在老城区建立“一门进、一窗办、一次结”工作机制，方便群众。');

  test('is to be told in full, each part with its quote', () => {
    const [told] = ofKind(items, 'short-answer');
    expect(told?.keyPoints.map(({ text }) => text)).toEqual(['一门进', '一窗办', '一次结']);
    expect(told?.question).toContain('“（　）”工作机制');
    for (const { text, citation } of told?.keyPoints ?? []) expect(citation.quote).toContain(text);
  });

  test('is to be chosen from, together with parts of like lists elsewhere', () => {
    const chosen = items.filter(({ subject }) => subject === 'parts' || subject === 'not-one-of');
    expect(chosen.length).toBeGreaterThan(0);
    for (const item of chosen) {
      if (!('options' in item)) continue;
      const foreign = item.options.filter((option) => !item.citation.quote.includes(option));
      expect(foreign.length).toBeGreaterThan(0);
      for (const option of foreign) expect(option).toMatch(/^一/u);
    }
  });

  test('is not put in order where its order means nothing', () => {
    expect(ofKind(items, 'order')).toEqual([]);
  });
});

describe('an order', () => {
  const stepsOf = (text: string): (string | undefined)[][] =>
    ofKind(itemsOn(text), 'order').map(({ options, correct }) => correct.map((index) => options[index]));

  test('is asked for of a flow', () => {
    expect(stepsOf('柳岸区在各社区落实受理、派单、办结、回访“四步闭环”流程，件件有着落。')).toEqual([
      ['受理', '派单', '办结', '回访'],
    ]);
  });

  test('is not asked for where the words themselves tell it: by the week, the month, the quarter', () => {
    expect(stepsOf('柳岸区对重点项目落实“周碰头、月会商、季通报”推进机制，抓项目进度。')).toEqual([]);
  });

  test('is asked for of numbered steps', () => {
    const text =
      '柳岸区近况\n\n一、把加装电梯办起来\n加装电梯这样办。\n第一步，居民提出申请。\n第二步，社区组织协商。\n第三步，街道牵头施工。';
    expect(stepsOf(text)).toEqual([['居民提出申请', '社区组织协商', '街道牵头施工']]);
  });
});

describe('a list over several sentences', () => {
  const items = itemsOn(
    '柳岸区近况\n\n一、把市场管起来\n柳岸区推出两项治理举措。\n一是划线定位停好车，车有车位。\n二是错时经营分好段，人有时段。',
  );

  test('is to be told, by the name that counts it', () => {
    const [told] = ofKind(items, 'short-answer');
    expect(told?.question).toBe('据2030年的报告，柳岸区的“两项治理举措”包括哪几项？请逐项写出。');
    expect(told?.keyPoints.map(({ text }) => text)).toEqual(['划线定位停好车', '错时经营分好段']);
  });

  test('that is long is cited by its first sentence, each of its points by its own', () => {
    const tail =
      '，把闲置的地块一块一块地找出来，逐块登记造册，逐块商定用途，逐块落实到人，再请周边的居民一起来看一看、议一议，看完议完以后当场定下办理的期限和牵头的人';
    const long = itemsOn(
      `柳岸区近况\n\n一、把市场管起来\n柳岸区推出三项治理举措。\n一是划线定位停好车${tail}。\n二是错时经营分好段${tail}。\n三是分类投放管好桶${tail}。`,
    );
    const [told] = ofKind(long, 'short-answer');
    expect(told?.citation.quote).toMatch(/^一是划线[^。]*。$/u);
    for (const { text, citation } of told?.keyPoints ?? []) expect(citation.quote).toContain(text);
  });

  test('stands on the span from its first item to its last', () => {
    const [told] = ofKind(items, 'short-answer');
    expect(told?.citation.quote).toMatch(/^一是划线.*时段。$/su);
  });
});

describe('no item', () => {
  test.each([
    ['以 等 结尾的列举', '柳岸区围绕居民需求，建立“一门进、一窗办、一次结等”工作机制，方便群众。'],
    ['数目不符的列举', '柳岸区大力实施道路畅通、管网更新、绿化提质“四大工程”，惠及居民。'],
    ['全国性的口号', '柳岸区始终坚持以人民为中心，建立“一门进、一窗办、一次结”工作机制。'],
  ])('is made of %s', (_, text) => {
    expect(itemsOn(text).filter(({ subject }) => subject === 'parts' || subject === 'practice')).toEqual([]);
  });
});
