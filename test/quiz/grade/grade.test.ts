import { describe, expect, test } from 'vitest';
import { grade } from '../../../src/quiz/grade/grade.ts';
import type { ItemResponse } from '../../../src/quiz/types.ts';
import { fillIn, order, several, shortAnswer, single, trueFalse } from '../made-up-items.ts';

const chosen = (...options: number[]): ItemResponse => ({ options });
const typed = (text: string): ItemResponse => ({ text });

describe('options', () => {
  test('one: the right one and no other', () => {
    expect([0, 1, 2].map((option) => grade(single(1), chosen(option))?.isRight)).toEqual([false, true, false]);
    expect(grade(trueFalse(1), chosen(1))?.isRight).toBe(false);
  });

  test.each([
    ['all', [2, 0], true, 1],
    ['half', [0], false, 0.5],
    ['all and a wrong one', [0, 2, 3], false, 0.5],
    ['wrong ones alone', [1, 3], false, 0],
    ['everything', [0, 1, 2, 3], false, 0],
  ] as const)('several: %s', (_, options, isRight, share) => {
    expect(grade(several(1), chosen(...options))).toMatchObject({ isRight, share });
  });

  test('in order: exact alone is right; the steps in their place are told', () => {
    expect(grade(order(1), chosen(2, 0, 1))).toEqual({
      isRight: true,
      share: 1,
      found: [true, true, true],
      isDoubtful: false,
    });
    expect(grade(order(1), chosen(2, 1, 0))).toEqual({
      isRight: false,
      share: 1 / 3,
      found: [true, false, false],
      isDoubtful: false,
    });
  });

  test.each([
    [single(1), chosen()],
    [single(1), chosen(0, 1)],
    [single(1), chosen(3)],
    [single(1), chosen(-1)],
    [single(1), chosen(0.5)],
    [several(1), chosen()],
    [several(1), chosen(0, 0)],
    [order(1), chosen(0, 1)],
    [single(1), typed('12处')],
    [fillIn(1), chosen(0)],
  ])('that do not fit are no answer (%#)', (item, given) => expect(grade(item, given)).toBeNull());
});

describe('a filled-in figure', () => {
  test.each([
    ['120', '120处', true],
    ['一百二十', '120处', true],
    ['１２０ 处', '120处', true],
    ['約120個', '120处', true],
    ['120人', '120处', false],
    ['12', '120处', false],
    ['1.2亿', '12000万元', true],
    ['一亿二千万元', '1.2亿元', true],
    ['1.2', '1.2亿元', true],
    ['1.2万元', '1.2亿元', false],
    ['1', '1亿2000万元', false],
    ['6000亩', '6000多亩', true],
    ['二十余所', '20多所', true],
    ['百分之十二点五', '12.5%', true],
    ['12.5', '12.5%', true],
    ['3500米', '3.5公里', true],
    ['1,200户', '1200户', true],
    ['答案是120处。', '120处', true],
    ['120或130', '120处', false],
    ['不知道', '120处', false],
    ['3.2%', '-3.2%', false],
    ['-3.2%', '3.2%', false],
    ['负3.2%', '-3.2%', true],
    ['−3.2％', '-3.2%', true],
    ['210亿元,286亿元', '-210亿元,286亿元', false],
    ['-210亿到286亿', '-210亿元,286亿元', true],
  ])('%s for %s: %s', (text, answer, isRight) => {
    expect(grade(fillIn(1, { accepted: [answer] }), typed(text))?.isRight).toBe(isRight);
  });

  test('with a unit must have the right one, though the number alone is accepted', () => {
    const item = fillIn(1, { accepted: ['30名', '30'] });
    expect(['30', '30名', '30条', '三十名'].map((text) => grade(item, typed(text))?.isRight)).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});

describe('a filled-in date', () => {
  test.each([
    ['2031年5月', '2031年5月', true],
    ['二〇三一年五月', '2031年5月', true],
    ['2031-05', '2031年5月', true],
    ['2031.5', '2031年5月', true],
    ['2031年', '2031年5月', false],
    ['2031', '2031年', true],
    ['2032', '2031年', false],
    ['2031年5月3日', '2031年5月3日', true],
    ['2031年5月13日', '2031年5月3日', false],
  ])('%s for %s: %s', (text, answer, isRight) => {
    expect(grade(fillIn(1, { accepted: [answer] }), typed(text))?.isRight).toBe(isRight);
  });
});

describe('a filled-in name', () => {
  test.each([
    ['柳溪区', true],
    ['「柳溪區」', true],
    ['柳溪', true],
    ['柳西区', false],
    ['柳溪区和塔山县', false],
    ['溪', false],
  ])('%s: %s', (text, isRight) => {
    expect(grade(fillIn(1, { accepted: ['柳溪区', '柳溪'] }), typed(text))?.isRight).toBe(isRight);
  });

  test('that holds a numeral is no figure: 三 is not 三服务', () => {
    const item = fillIn(1, { accepted: ['三服务'] });
    expect(['三', '3', '三服务'].map((text) => grade(item, typed(text))?.isRight)).toEqual([false, false, true]);
  });
});

describe('an answer in one’s own words', () => {
  test.each([
    ['建立了清单制度；给企业配首席服务员；每周开一次早餐会', [true, true, true], true],
    ['有首席服务员，还有清单制度', [true, true, false], true],
    ['每周开早餐会', [false, false, true], false],
    ['没有配备首席服务员', [false, false, false], false],
    ['加强领导，提高认识', [false, false, false], false],
  ])('%s', (text, found, isRight) => {
    const result = grade(shortAnswer(1), typed(text));
    expect(result).toMatchObject({ found, isRight });
    expect(result?.share).toBeCloseTo(found.filter(Boolean).length / 3);
  });

  test('needs more than half of a short point', () => {
    const { citation } = shortAnswer(1);
    const item = shortAnswer(1, {
      keyPoints: [
        { text: '数字提升', citation },
        { text: '一卡', citation },
      ],
    });
    expect(grade(item, typed('装备升级，一平台'))?.found).toEqual([false, false]);
    expect(grade(item, typed('数字提升；一卡'))?.found).toEqual([true, true]);
  });

  test('must have the figures of a point right', () => {
    const item = shortAnswer(1, { keyPoints: [{ text: '建成口袋公园12处', citation: shortAnswer(1).citation }] });
    expect(grade(item, typed('建成了口袋公园12处'))?.isRight).toBe(true);
    expect(grade(item, typed('建成了口袋公园21处'))?.isRight).toBe(false);
  });

  test('passes with three points of five, not with two', () => {
    const { citation } = shortAnswer(1);
    const [first, ...rest] = ['渔船登记', '航标巡检', '汛期值守', '码头保洁', '水质抽测'].map((text) => ({
      text,
      citation,
    }));
    if (!first) throw new Error('no points');
    const item = shortAnswer(1, { keyPoints: [first, ...rest] });
    expect(grade(item, typed('渔船登记；航标巡检；汛期值守'))).toMatchObject({ isRight: true, share: 0.6 });
    expect(grade(item, typed('渔船登记；航标巡检'))).toMatchObject({ isRight: false, share: 0.4 });
  });

  test('in another script and width is the same', () => {
    expect(grade(shortAnswer(1), typed('建立清單制度，配備首席服務員'))?.found).toEqual([true, true, false]);
  });
});
