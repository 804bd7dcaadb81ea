import { describe, expect, test } from 'vitest';
import { unitOf } from '../../../src/quiz/grade/compare-figures.ts';
import { grade } from '../../../src/quiz/grade/grade.ts';
import { candidateAnswers, normalizeAnswer } from '../../../src/quiz/grade/normalize-answer.ts';
import type { FillInItem } from '../../../src/quiz/types.ts';
import { fillIn } from '../made-up-items.ts';

const blank = (question: string, ...accepted: [string, ...string[]]): FillInItem => fillIn(1, { question, accepted });
const isRight = (item: FillInItem, text: string): boolean | undefined => grade(item, { text })?.isRight;

const ITEMS: readonly FillInItem[] = [
  blank('2031年，柳溪区新建口袋公园____处。', '120处', '120'),
  blank('2031年，柳溪区争取改造项目____个、资金4.2亿元。', '133个', '133'),
  blank('2031年，柳溪区成立注册资金____亿元的河灯公司。', '10亿元', '10'),
  blank('2031年，柳溪区税收增长____%。', '50%', '50'),
  blank('柳溪区在____前完成全部改造。', '2031年底'),
  blank('柳溪区的老码头于____开放。', '2031年9月1日'),
  blank('柳溪区推行“____”工作，河道变清。', '五改'),
  blank('柳溪区首创“____”模式，客人自己定路线。', 'VIP私人定制'),
  blank('柳溪区每两周开一次船企“____”。', '早茶会'),
  blank('柳溪区出台支持渔业的“____”。', '六条措施'),
  blank('柳溪区推行“____”服务。', 'DMB+'),
  blank('柳溪区打造“____”片区格局。', '10+2'),
  blank('柳溪区把审批压缩到____。', '22天'),
  blank('柳溪区上门服务____。', '2400余次'),
];

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const inHan = (text: string): string =>
  text.replace(/(?<![\d.])[1-9](?![\d.])/gu, (digit) => '零一二三四五六七八九'[Number(digit)] ?? digit);

/** The ways in which one writes the same: the last two repeat what stands around the blank. */
function variants({ question }: FillInItem, answer: string): string[] {
  const [before = '', after = ''] = question.split('____');
  const near = /[\p{Script=Han}]{1,3}[“]?$/u.exec(before)?.[0] ?? '';
  const behind = /^[”]?\p{Script=Han}{1,2}/u.exec(after)?.[0] ?? '';
  const isWhole = !after.startsWith('%') && unitOf(answer) === '';
  return [
    answer,
    fullWidth(answer),
    inHan(answer),
    [...answer].join(' '),
    `「${answer}」`,
    `${answer}。`,
    `答案是${answer}`,
    near + answer,
    ...(isWhole ? [answer + behind] : []),
  ];
}

describe('every accepted text', () => {
  test.each(ITEMS)('is right in each way of writing it ($accepted)', (item) => {
    for (const answer of item.accepted) {
      for (const text of variants(item, answer)) expect(isRight(item, text), text).toBe(true);
    }
  });

  test.each(ITEMS)('of another blank is wrong ($accepted)', (item) => {
    const others = ITEMS.filter((other) => other !== item).flatMap(({ accepted }) => accepted);
    for (const text of others) expect(isRight(item, text), text).toBe(false);
  });
});

describe('what people write for it', () => {
  test.each([
    ['2031年底', '2031年年底', true],
    ['2031年底', '2031年末', true],
    ['2031年底', '2032年底', false],
    ['五改', '5改', true],
    ['五改', '五改工作', true],
    ['五改', '六改', false],
    ['五改', '改', false],
    ['VIP私人定制', 'vip 私人定制模式', true],
    ['VIP私人定制', '私人定制', false],
    ['133个', '133个项目', true],
    ['133个', '134个项目', false],
    ['133个', '133个公司', false],
    ['六条措施', '6条措施', true],
    ['六条措施', '六项措施', false],
    ['早茶会', '船企早茶会', true],
    ['早茶会', '会', false],
    ['22天', '22日', true],
    ['22天', '22个月', false],
    ['2400余次', '超过2400次', true],
    ['2400余次', '超过2500次', false],
    ['10亿元', '10亿人民币', true],
    ['10亿元', '人民币10亿元', true],
    ['10亿元', '10亿元人民币', true],
    ['10亿元', '10亿美元', false],
    ['50%', '五成', true],
    ['50%', '五成五', false],
    ['50%', '百分之五十', true],
    ['10+2', '10 ＋ 2', true],
    ['10+2', '10加2', true],
    ['10+2', '102', false],
    ['10+2', '12', false],
    ['DMB+', 'dmb＋', true],
    ['DMB+', 'DMB', false],
  ])('for %s: %s is %s', (answer, text, expected) => {
    const item = ITEMS.find(({ accepted }) => accepted[0] === answer);
    expect(item && isRight(item, text)).toBe(expected);
  });

  test('a unit where none is asked for must be one of the question’s', () => {
    const item = blank('柳溪区的市场主体（家）由900增至____。', '1335');
    expect(['1335', '1335家', '1335个', '1335亩'].map((text) => isRight(item, text))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

test('marks between digits tell numbers apart, others do not', () => {
  expect(normalizeAnswer('3·15')).not.toBe(normalizeAnswer('315'));
  expect(normalizeAnswer('3·15')).toBe(normalizeAnswer('3.15'));
  expect(normalizeAnswer('「一窗·通办」')).toBe(normalizeAnswer('1窗通办'));
});

test('only what stands right at the blank is taken off', () => {
  const item = blank('柳溪区推行“____”工作，河道变清。', '五改');
  expect(candidateAnswers('五改工作', item)).toEqual(['五改工作', '五改']);
  expect(candidateAnswers('河道五改', item)).toEqual(['河道五改']);
  expect(candidateAnswers('推行五改工作', item)).toContain('五改');
  expect(candidateAnswers('改工作', item)).toContain('改');
  expect(candidateAnswers('行改', item)).toContain('改');
  const counted = blank('柳溪区改造项目____。', '3');
  expect(candidateAnswers('3项目', counted)).toContain('3');
  expect(candidateAnswers('3目', counted)).toEqual(['3目']);
});

test('a long text is taken as it stands', () => {
  const item = blank('柳溪区推行“____”工作。', '五改');
  expect(candidateAnswers(`${'改'.repeat(38)}工作`, item)).toHaveLength(2);
  expect(candidateAnswers(`${'改'.repeat(39)}工作`, item)).toHaveLength(1);
});

test('nothing but what stands around the blank is no answer', () => {
  expect(candidateAnswers('  ', blank('柳溪区新建公园____处。', '120处'))).toEqual([]);
  expect(candidateAnswers('公园 处', blank('柳溪区新建公园____处。', '120处'))).not.toContain(' ');
});
