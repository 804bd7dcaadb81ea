// Lists, definitions, "how": answers that are more than a fact, and practices whose name counts their parts.
import { describe, expect, test } from 'vitest';
import { answered, ask, askOf } from '../../support/made-up-context.ts';
import { reportWith } from '../../support/made-up-reports.ts';

describe('lists', () => {
  test('items that stand in sentences of their own are gathered in order, each cited', async () => {
    const { short, citations } = answered(await ask('青石区老旧小区改造的主要做法有哪些？'));
    expect(short).toMatch(/1\. 入户问计.*2\. 打包立项.*3\. 留管理/);
    for (const item of ['一是', '二是', '三是'])
      expect(citations.filter(({ quote }) => quote.startsWith(item))).toHaveLength(1);
  });

  test.each([
    ['numerals', ['一是问。', '二是听。', '三是办。']],
    ['digits', ['1.问。', '2.听。', '3.办。']],
    ['brackets', ['（一）问。', '（二）听。', '（三）办。']],
  ])('marks of the form of %s are understood', async (_, items) => {
    const body = items.map((item) => item.replace('。', '需于民，广开门路，上门走访。')).join('\n');
    const report = reportWith(`青石区推进邻里议事，主要做法有三条。\n${body}\n`);
    const { short } = answered(await askOf([report], '青石区推进邻里议事的三条做法有哪些？'));
    for (const [index, item] of items.entries())
      expect(short).toContain(`${index + 1}. ${item.replace(/^[一二三123（）.是]+|。/g, '')}`);
  });

  test('a list in one sentence is given whole', async () => {
    const { short } = answered(await ask('“五彩青石”品牌包括哪五个板块？'));
    for (const item of ['红色讲堂', '绿色河岸', '橙色夜市', '蓝色智造', '金色年华']) expect(short).toContain(item);
  });

  test('as many things as are asked for must be there', async () => {
    expect(answered(await ask('望洲区的三大产业园是哪三个？')).short).toContain('冷链物流');
    expect((await ask('望洲区的产业园是哪七个？')).status).toBe('refused');
  });
});

describe('a list that is announced', () => {
  const asked = '青石区遵循的三大法则是哪三条？';

  test.each([
    ['answered', '提高密度，缩短距离，减少分割'],
    ['answered', '提高密度、缩短距离，以及减少分割'],
    ['refused', '提高密度，缩短距离'],
  ])('is %s: %s', async (status, items) => {
    const report = reportWith(`青石区遵循经济发展的三大法则：${items}。\n`);
    expect((await askOf([report], asked)).status).toBe(status);
  });
});

describe('definitions', () => {
  test.each([
    ['什么是“茶园管家”服务？', '统一采摘'],
    ['云桥县的“两改一建”是什么意思？', '改厕所、改圈舍、建庭院'],
    ['青石区的“三问三清”指什么？', '问需求、问堵点、问建议'],
  ])('%s', async (question, part) => {
    expect(answered(await ask(question)).short).toContain(part);
  });
});

describe('practices whose name counts their parts', () => {
  test.each([
    '望洲区的“四链四通”是什么？',
    '望洲区的“四链四通”指哪四链、哪四通？',
    '望洲区的“一巡二访三办四回”是什么意思？',
  ])('%s is refused, because the report does not say what the parts are', async (question) => {
    expect((await ask(question)).status).toBe('refused');
  });

  test.each([
    ['is answered where the parts are there', '两看三比', '看进度、看质量，比作风、比效率、比口碑', 'answered'],
    ['is refused where some parts are missing', '两看三比', '看进度、比作风', 'refused'],
    ['of digits is answered where the parts are there', '“2+3”', '两大平台、三项机制', 'answered'],
    ['of digits is refused where the parts are missing', '“2+3”', '平台和机制', 'refused'],
  ])('a name that counts %s', async (_, name, parts, status) => {
    const report = reportWith(`青石区推行${name}工作法，即${parts}。\n青石区的${name}工作法受到好评。\n`);
    expect((await askOf([report], `青石区${name}工作法是什么？`)).status).toBe(status);
  });

  test('who leads such a practice, and when it began, is no question about its parts', async () => {
    const report = reportWith('2021年5月，青石区推行两看三比工作法，由副区长陆明川牵头。\n');
    expect(answered(await askOf([report], '青石区两看三比工作法由谁牵头？')).short).toContain('陆明川');
    expect(answered(await askOf([report], '青石区哪年推行两看三比工作法？')).short).toContain('2021年5月');
  });
});

describe('how', () => {
  test('the measures are given', async () => {
    expect(answered(await ask('青石区的改造资金怎么筹集？')).short).toContain('居民出一点');
  });

  test('every sentence of the answer is cited', async () => {
    const { short, citations } = answered(await ask('云桥县怎样发展特色农业？'));
    for (const sentence of short.match(/[^。]+。/g) ?? [])
      expect(citations.some(({ quote }) => quote.includes(sentence))).toBe(true);
  });
});

describe('a direct answer never exceeds its limit', () => {
  test('of 500 characters, however long the sentences are', async () => {
    const long = (item: string): string => `${item}推行邻里议事，${`通过${item}走访收集民意，`.repeat(30)}建立清单。`;
    const report = reportWith(['甲街道', '乙街道', '丙街道', '丁街道'].map(long).join('\n'));
    for (const question of ['青石区怎样推行邻里议事？', '青石区推行邻里议事有哪些做法？', '什么是邻里议事？']) {
      const answer = await askOf([report], question);
      if (answer.status === 'answered') expect(answer.short.length).toBeLessThanOrEqual(500);
    }
  });

  test('of 500 characters, however many items a list has', async () => {
    const items = [...'一二三四五六七八九十'].map(
      (numeral) => `${numeral}是${'上门走访问需于民'.repeat(7)}，落到实处。`,
    );
    const report = reportWith(`青石区推进邻里议事，主要做法有十条。\n${items.join('\n')}\n`);
    const { short } = answered(await askOf([report], '青石区推进邻里议事的主要做法有哪些？'));
    expect(short).toMatch(/1\. 上门.*2\. 上门/);
    expect(short.length).toBeGreaterThan(300);
    expect(short.length).toBeLessThanOrEqual(500);
  });

  test('of 160 characters, however many figures are asked for', async () => {
    const things = ['公园', '学校', '医院', '码头', '书店'];
    const sentence = (thing: string, index: number): string =>
      `青石区按照${'统一规划设计'.repeat(8)}的要求新建${thing}${index + 12}座。`;
    const report = reportWith(things.map(sentence).join('\n'));
    const { short } = answered(
      await askOf([report], `青石区${things.map((thing) => `新建${thing}多少座`).join('，')}？`),
    );
    expect(short).toContain('12座');
    expect(short.length).toBeGreaterThan(100);
    expect(short.length).toBeLessThanOrEqual(160);
  });
});

describe('numbers that are no practices', () => {
  test.each([
    ['青溪424是什么？', '青溪424是一个由两颗红矮星组成的联星系统。', '联星系统'],
    ['235路公共汽车是什么线路？', '235路公共汽车是往来东门和渡口的线路。', '渡口'],
    ['1998年的旧城改造是什么工程？', '1998年的旧城改造是一项供水工程。', '供水'],
  ])('%s is answered: its digits count no parts', async (question, text, part) => {
    const report = reportWith(`${text}\n`, { title: '见闻', district: null });
    expect(answered(await askOf([report], question)).short).toContain(part);
  });
});
