// Whether a sentence holds the kind of thing that is asked for.
import { describe, expect, test } from 'vitest';
import { answerTypeFit, asksForOrganisation } from '../../src/read/answer-type.ts';
import { Preparer } from '../../src/read/prepared-sentence.ts';
import { fold } from '../../src/text/normalise.ts';
import { findAsks } from '../../src/understand/asks.ts';
import { picker, scramble } from '../text/pseudo-random.ts';

const preparer = new Preparer();
const askOf = (question: string) => findAsks(fold(question))[0];
const fit = (question: string, read: string): number =>
  answerTypeFit(askOf(question), preparer.prepare({ start: 0, end: read.length, role: 'body', read }));

describe('holds the kind of thing asked for', () => {
  test.each([
    ['引进了多少个项目？', '引进项目36个。'],
    ['总投资是多少？', '总投资182.5亿元。'],
    ['增长多少？', '同比增长8.4%。'],
    ['绿道有多长？', '建成绿道48公里。'],
    ['多久更新一次？', '每两周更新一次。'],
    ['局长是谁？', '由局长陆明川牵头。'],
    ['哪年搬入新址？', '2022年3月搬入新址。'],
    ['什么时候举办？', '春节期间举办。'],
    ['有哪些板块？', '包括红色讲堂、绿色河岸、橙色夜市。'],
    ['引进了哪家企业？', '引进云锦纺织有限公司。'],
    ['怎么做的？', '通过建立清单，推行包联，落实责任。'],
    ['什么是一张图？', '一张图是指把信息画到地图上。'],
  ])('%s %s', (question, read) => {
    expect(fit(question, read)).toBeGreaterThan(0);
  });
});

describe('does not hold it', () => {
  test.each([
    ['引进了多少个项目？', '引进了项目。'],
    ['每月开几次会？', '成立议事会317个。'],
    ['有多少人参加？', '共有5家企业。'],
    ['一年卖出多少副眼镜？', '占地8.5平方公里。'],
    ['有多少个展馆？', '像云锦纺织一样的一大批企业落户，一个老旧小区焕然一新。'],
    ['一年生产多少件？', '销量位居全国第一。'],
    ['总投资是多少？', '引进项目36个。'],
    ['增长多少？', '收入27.6亿元。'],
    ['局长是谁？', '社区书记方知夏议事。'],
    ['哪年搬入新址？', '搬入了新址。'],
    ['有哪些板块？', '推出了品牌。'],
    ['引进了哪家企业？', '引进了许多项目。'],
  ])('%s %s', (question, read) => {
    expect(fit(question, read)).toBe(0);
  });

  test('a figure in the unit asked for fits better than one in another', () => {
    expect(fit('引进了多少家企业？', '引进企业14家。')).toBeGreaterThan(fit('引进了多少家企业？', '引进项目14个。'));
  });
});

test('the fit lies between 0 and 1 for any question and any sentence', () => {
  for (let seed = 0; seed < 150; seed++) {
    const pick = picker(seed);
    const share = fit(
      `${scramble(pick, 3)}${pick.one(['多少', '谁', '哪年', '哪些', '怎么', '是什么', '哪家'])}？`,
      scramble(pick, 15),
    );
    expect(share >= 0 && share <= 1).toBe(true);
  }
});

test.each([
  ['引进了哪家企业？', true],
  ['夜市叫什么名字？', false],
  ['有多少家企业？', false],
])('%s asks for an organisation: %s', (question, expected) => {
  expect(asksForOrganisation(askOf(question))).toBe(expected);
});
