// Items on lists whose items are sentences of their own.
import { describe, expect, test } from 'vitest';
import { ITEMS } from '../made-up-cases.ts';
import { itemsOn, LISTING, ofKind } from '../made-up-neighbours.ts';

describe('a list over several sentences', () => {
  const items = itemsOn(
    '柳岸区近况\n\n一、把市场管起来\n柳岸区推出两项治理举措。\n一是划线定位停好车，车有车位。\n二是错时经营分好段，人有时段。',
    LISTING,
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
      LISTING,
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

describe('an order', () => {
  const stepsOf = (text: string): (string | undefined)[][] =>
    ofKind(itemsOn(text, LISTING), 'order').map(({ options, correct }) => correct.map((index) => options[index]));

  test('is asked for of numbered steps', () => {
    const text =
      '柳岸区近况\n\n一、把加装电梯办起来\n加装电梯这样办。\n第一步，居民提出申请。\n第二步，社区组织协商。\n第三步，街道牵头施工。';
    expect(stepsOf(text)).toEqual([['居民提出申请', '社区组织协商', '街道牵头施工']]);
  });
});

describe('parts', () => {
  test('of a list over several sentences are told, each with its own quote', () => {
    const [item] = ITEMS.flatMap((one) =>
      one.kind === 'short-answer' && one.question.includes('把服务送到家') ? [one] : [],
    );
    expect(item?.keyPoints.map(({ text }) => text)).toEqual(['政府建场地', '企业管运营', '邻里当评委']);
    expect(new Set(item?.keyPoints.map(({ citation }) => citation.quote)).size).toBe(3);
  });
});
