import { describe, expect, test } from 'vitest';
import { parseAnswer, parseIntent, readsAsLateAnswer, readsAsQuestion } from '../../../src/quiz/grade/parse-answer.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { fillIn, order, several, shortAnswer, single, trueFalse } from '../made-up-items.ts';

describe('what is typed for options', () => {
  test.each([
    ['B', [1]],
    ['b.', [1]],
    ['Ｂ', [1]],
    ['（B）', [1]],
    ['12处', [1]],
    ['D', null],
    ['AB', null],
    ['', null],
    ['没听说过', null],
  ])('%j of one', (text, options) => expect(parseAnswer(text, single(1))).toEqual(options && { options }));

  test.each([
    ['AC', [0, 2]],
    ['a c', [0, 2]],
    ['A、C', [0, 2]],
    ['丙', [2]],
    ['AA', null],
    ['AE', null],
  ])('%j of several', (text, options) => expect(parseAnswer(text, several(1))).toEqual(options && { options }));

  test.each([
    ['CAB', [2, 0, 1]],
    ['c-a-b', [2, 0, 1]],
    ['CA', null],
    ['CAA', null],
  ])('%j in order', (text, options) => expect(parseAnswer(text, order(1))).toEqual(options && { options }));

  test.each([
    ['对', [0]],
    ['√', [0]],
    ['正确', [0]],
    ['错', [1]],
    ['不对', [1]],
    ['×', [1]],
    ['true', [0]],
    ['A', [0]],
    ['也许', null],
  ])('%j for right or wrong', (text, options) =>
    expect(parseAnswer(text, trueFalse(1))).toEqual(options && { options }),
  );
});

test('an option that holds a joining word is not cut at it', () => {
  const item = several(1, { options: ['山和水', '桥与船', '灯', '网'], correct: [0, 2] });
  expect(parseAnswer('山和水；C', item)).toEqual({ options: [0, 2] });
  expect(parseAnswer('桥与船；A', item)).toEqual({ options: [1, 0] });
});

test('what is typed for a blank is taken as it is, unless it says nothing', () => {
  expect(parseAnswer(' 120处 ', fillIn(1))).toEqual({ text: '120处' });
  expect(parseAnswer('……', fillIn(1))).toBeNull();
});

test.each([
  ['柳溪区有几处公园？', true],
  ['what about parks?', true],
  ['/help', true],
  ['柳溪区有哪些做法', true],
  ['谁负责', true],
  ['120处', false],
  ['柳溪区', false],
])('%j, while a blank is open, is a question: %s', (text, isQuestion) =>
  expect(readsAsQuestion(text, fillIn(1))).toBe(isQuestion),
);

test('a telling of twenty characters that asks is a question, of twenty-one an answer', () => {
  const text = `什么${'河'.repeat(18)}`;
  expect(readsAsQuestion(text, shortAnswer(1))).toBe(true);
  expect(readsAsQuestion(`${text}灯`, shortAnswer(1))).toBe(false);
});

test('a long telling may hold an asking word', () => {
  const text = '先弄清楚企业需要什么，再由首席服务员上门办理，每周用早餐会收集意见';
  expect(readsAsQuestion(text, shortAnswer(1))).toBe(false);
  expect(readsAsQuestion('什么是早餐会', shortAnswer(1))).toBe(true);
});

const NAMES = ['李河', '王船', '赵灯', '陈桥'];
const named = single(1, { options: NAMES, correct: 1 });
const chosen = (text: string, item: Item) => {
  const given = parseAnswer(text, item);
  return given === null ? null : 'options' in given ? given.options : given.text;
};

describe('one of several options', () => {
  const around = [
    '%',
    '我觉得是%吧',
    '选%',
    '答案%',
    '答案是%',
    '%项',
    '%吧',
    '应该是 % 。',
    '（%）',
    '我选%！',
    'I think it is %',
  ];
  test.each(around)('is read out of %j, by letter', (frame) => {
    for (const [place, letter] of ['A', 'B', 'C', 'D'].entries()) {
      expect(chosen(frame.replace('%', letter), named), frame).toEqual([place]);
      expect(chosen(frame.replace('%', NAMES[place] ?? ''), named), frame).toEqual([place]);
      expect(chosen(frame.replace('%', `${letter} ${NAMES[place]}`), named), frame).toEqual([place]);
    }
  });

  test.each([
    ['1', [0]],
    ['４', [3]],
    ['第一个', [0]],
    ['第三项', [2]],
    ['选第2个', [1]],
    ['second', [1]],
    ['the first one', [0]],
    ['5', null],
    ['A 王船', null],
    ['航天', null],
    ['不是A', null],
  ])('%j by its place', (text, options) => expect(chosen(text, named)).toEqual(options));

  test('by a digit only where no option is such a digit', () => {
    const figures = single(1, { options: ['3项', '5项', '8项', '9项'], correct: 0 });
    expect(chosen('5', figures)).toEqual([1]);
    expect(chosen('五项', figures)).toEqual([1]);
    expect(chosen('3', figures)).toBeNull();
    expect(chosen('3项', figures)).toEqual([0]);
    expect(chosen('B', figures)).toEqual([1]);
    expect(chosen('第三个', figures)).toEqual([2]);
    expect(chosen('third', figures)).toEqual([2]);
  });
});

test.each([
  ['AC', [0, 2]],
  ['A、B和C', [0, 1, 2]],
  ['选A和C', [0, 2]],
  ['A、C两项', [0, 2]],
  ['1、3', [0, 2]],
  ['甲和丙', [0, 2]],
  ['A甲，C丙', [0, 2]],
  ['全选', [0, 1, 2, 3]],
  ['以上都是', [0, 1, 2, 3]],
  ['A、E', null],
  ['A、航天', null],
])('%j of several', (text, options) => expect(chosen(text, several(1))).toEqual(options));

test('options with marks inside are read when typed out', () => {
  const item = several(1, { options: ['推行“一河、一册”', '建“船+港”联盟', '办灯会'], correct: [0, 1] });
  expect(chosen('推行“一河、一册”；建“船+港”联盟', item)).toEqual([0, 1]);
  expect(chosen('推行“一河、一册”；建船坞', item)).toBeNull();
});

test.each(['CAB', 'C→A→B', 'c a b', '3 1 2', '先C后A再B', '申报、联审、验收'])('%j in order', (text) =>
  expect(chosen(text, order(1))).toEqual([2, 0, 1]),
);

test.each([
  ['没错 对的 是对的 真 正确的 属实 这句话是对的 我觉得对 correct ✓', 0],
  ['错的 不正确 有误 假 不对 不是真的 不是对的 是错的 该说法错误 错了吧 incorrect ×', 1],
])('%s', (texts, option) => {
  for (const text of texts.split(' ')) expect(chosen(text, trueFalse(1)), text).toEqual([option]);
  for (const text of ['不一定', '不是错的', '一半对']) expect(chosen(text, trueFalse(1)), text).toBeNull();
});

test.each([
  ['跳过 下一题 下一道 换一题 skip next', 'skip'],
  ['不知道 不会 不知道了 答案 正确答案 看答案 idk', 'give-up'],
  ['题目 继续 再看一遍 continue question', 'show'],
  ['结束 不做了 退出 quit', 'stop'],
  ['提示 怎么答 hint', 'hint'],
])('%s: %s', (texts, intent) => {
  for (const text of texts.split(' ')) expect(parseIntent(`${text}。`), text).toBe(intent);
});

test('what is neither is no intent', () => {
  for (const text of ['A', '柳溪区', '下一题是什么', '不会议', '对', '']) expect(parseIntent(text), text).toBeNull();
});

test.each([
  ['航天城有多大', true],
  ['介绍一下柳溪区', true],
  ['which parks are new', true],
  ['是不是真的', true],
  ['柳溪区新建公园', false],
  ['island', false],
])('%j reads as a question: %s', (text, expected) => expect(readsAsQuestion(text, fillIn(1))).toBe(expected));

test.each([
  ['A', true],
  ['选B', true],
  ['AC', true],
  ['对', true],
  ['错误', true],
  ['CBD', false],
  ['AI', false],
  ['GDP', false],
  ['柳溪区', false],
  ['5', false],
])('with nothing open %j is a late answer: %s', (text, expected) => expect(readsAsLateAnswer(text)).toBe(expected));
