import { describe, expect, test } from 'vitest';
import { extractFacts } from '../../../src/ingest/facts/facts.ts';
import type { Passage, Sentence } from '../../../src/types.ts';
import { picker, scramble } from '../../text/pseudo-random.ts';
import { factsOf, ID, type Options, reportOf } from '../made-up-facts.ts';

const table = (text: string, options: Options = {}): string[] =>
  factsOf(text, options).map(({ indicator, surface, period, changePercent }) =>
    [indicator, surface, period ?? '–', ...(changePercent === null ? [] : [changePercent])].join(' | '),
  );

describe('what a figure measures', () => {
  test.each([
    ['2016年新引商户289个、注册资金70.5亿元。', ['新引商户 | 289个 | 2016', '新引商户注册资金 | 70.5亿元 | 2016']],
    ['2016年一般公共预算收入累计完成8600万元。', ['一般公共预算收入 | 8600万元 | 2016']],
    ['2016年整合12家国有企业。', ['整合国有企业 | 12家 | 2016']],
    ['2016年设立300万元周转资金。', ['设立周转资金 | 300万元 | 2016']],
    ['2016年签约总投资55亿元的6个项目。', ['签约项目总投资 | 55亿元 | 2016', '签约项目 | 6个 | 2016']],
    ['2016年推出4大类31项便民举措。', ['推出便民举措 | 4大类 | 2016', '推出便民举措 | 31项 | 2016']],
    ['2016年签约项目80个，开工率达97%。', ['签约项目 | 80个 | 2016', '签约项目开工率 | 97% | 2016']],
    ['2016年办理时间压缩到2个工作日。', ['办理时间 | 2个工作日 | 2016']],
    ['2016年建成“文明院落”200个。', ['建成“文明院落” | 200个 | 2016']],
    ['2016年全市唯一的指标之一GDP，较上年翻一番，突破90亿元大关。', ['GDP | 翻一番 | 2016', 'GDP | 90亿元 | 2016']],
    ['2016年自营出口52.8亿元。自营进口9.1亿元。', ['自营出口 | 52.8亿元 | 2016', '自营进口 | 9.1亿元 | 2016']],
    ['2016年2月，出口52.8亿元；进口9.1亿元。', ['出口 | 52.8亿元 | 2016-02', '进口 | 9.1亿元 | 2016-02']],
    ['2016年新增商户9家、工厂3家。', ['新增商户 | 9家 | 2016', '新增工厂 | 3家 | 2016']],
    ['2016年新注册企业90家，其中总部企业44家。', ['新注册企业 | 90家 | 2016', '新注册企业中的总部企业 | 44家 | 2016']],
    ['2016年公园数量由8个增至15个。', ['公园数量 | 15个 | 2016']],
    ['2016年完成亿元以上固投项目48个。', ['完成亿元以上固投项目 | 48个 | 2016']],
    ['2016年全区40个社区建立登记点。', ['建立登记点的社区 | 40个 | 2016']],
    ['2016年开展义诊、培训等各类志愿服务70场。', ['开展各类志愿服务 | 70场 | 2016']],
    ['2016年开工率、投产率分别为90%和80%。', []],
    ['2016年城乡居民收入分别为4万元、2万元。', ['城镇居民收入 | 4万元 | 2016', '农村居民收入 | 2万元 | 2016']],
    ['城镇化率从2012年的52%提高到2016年的61%。', ['城镇化率 | 52% | 2012', '城镇化率 | 61% | 2016']],
    ['2016年与2012年相比，粮食产量由2万吨增加到3万吨。', ['粮食产量 | 2万吨 | 2012', '粮食产量 | 3万吨 | 2016']],
    ['一般公共预算收入2016年为41亿元。', ['一般公共预算收入 | 41亿元 | 2016']],
    ['2016年5月，进口额1.1亿元，下降2%。', ['进口额 | 1.1亿元 | 2016-05 | -2']],
    ['2016年城镇、农村居民收入分别为4万元、2万元。', ['城镇居民收入 | 4万元 | 2016', '农村居民收入 | 2万元 | 2016']],
  ])('%s', (text, expected) => {
    expect(table(text)).toEqual(expected);
  });

  test('a share or a rank needs the figure before it', () => {
    expect(table('2016年建成研发机构396家，占全市60%以上，居全市第二。')).toEqual([
      '建成研发机构 | 396家 | 2016',
      '研发机构占全市 | 60% | 2016',
      '研发机构居全市 | 第二 | 2016',
    ]);
  });

  test('a figure whose words say nothing is left out', () => {
    expect(table('2016年，50%以上。')).toEqual([]);
    expect(table('用了三年时间。')).toEqual([]);
    expect(table('建立“1办14组”体系。')).toEqual([]);
    expect(table('总投资5亿元。')).toEqual([]);
    expect(table('在市里组织的三次大会战中。')).toEqual([]);
    expect(table('我们村种了300亩果树。')).toEqual([]);
  });

  test('headings and boilerplate state no facts', () => {
    expect(table('2016年新增企业5家', { role: 'heading' })).toEqual([]);
    expect(table('2016年新增企业5家', { role: 'boilerplate' })).toEqual([]);
  });
});

describe('changes', () => {
  test('go to the figure before them, with their sign', () => {
    expect(table('2016年税收完成9亿元，同比增长16.1%；能耗5万吨，同比下降3%。')).toEqual([
      '税收 | 9亿元 | 2016 | 16.1',
      '能耗 | 5万吨 | 2016 | -3',
    ]);
  });

  test('in a row go to as many figures', () => {
    expect(table('2016年新设企业670家，新增商户60家，分别增长62%、51%。')).toEqual([
      '新设企业 | 670家 | 2016 | 62',
      '新增商户 | 60家 | 2016 | 51',
    ]);
  });

  test('that stand alone are facts of their own', () => {
    expect(table('2016年社会消费品零售总额同比增长24%。')).toEqual(['社会消费品零售总额同比增长 | 24% | 2016 | 24']);
  });
});

describe('periods', () => {
  test('a relative date is resolved', () => {
    expect(table('去年新增企业6家。')).toEqual(['新增企业 | 6家 | 2016']);
    expect(table('截至4月底，税收完成9亿元。', { publishedOn: '2021' })).toEqual(['税收 | 9亿元 | 2021-04']);
  });

  test('a year is carried to the next sentence of the passage, the day of an event is not', () => {
    expect(table('2015年开了局。新增企业6家。')).toEqual(['新增企业 | 6家 | 2015']);
    expect(table('2015年9月1日揭牌。新增企业6家。')).toEqual(['新增企业 | 6家 | –']);
    expect(table('截至2015年9月底有进展；新增企业6家。')).toEqual(['新增企业 | 6家 | 2015-09']);
  });

  test('目前 is the date of the report', () => {
    expect(table('2015年揭牌，目前入驻企业150余家。', { publishedOn: '2017-03' })).toEqual([
      '入驻企业 | 150余家 | 2017-03',
    ]);
    expect(table('目前入驻企业150余家。', { publishedOn: '2017-03' })).toEqual(['入驻企业 | 150余家 | 2017-03']);
    expect(table('目前入驻企业150余家。', { publishedOn: null })).toEqual(['入驻企业 | 150余家 | –']);
  });

  test('a year that is only compared with dates nothing', () => {
    expect(table('比2015年多，新增企业6家。')).toEqual(['新增企业 | 6家 | –']);
  });

  test('a year since which something goes on lasts until the report', () => {
    expect(table('2013年，创建启动以来，改造小区6个。')).toEqual(['改造小区 | 6个 | 2013/2017']);
  });

  test('a heading dates what stands below it', () => {
    const text = '新增企业6家。';
    const sentence: Sentence = { start: 0, end: text.length, role: 'body', read: text };
    const passage = {
      number: 0,
      reportId: ID,
      heading: ['一、2015年工作回顾'],
      start: 0,
      end: 7,
      sentences: [sentence],
    };
    const plan = { ...passage, heading: ['二、2018年主要目标'] };
    const rows = [passage, plan].flatMap((each) => extractFacts(reportOf(text, {}), [each]));
    expect(rows.map(({ period, isPlanned }) => [period, isPlanned])).toEqual([
      ['2015', false],
      ['2018', true],
    ]);
  });

  test('an announced month dates nothing', () => {
    expect(table('计划8月底开工。新增企业6家。', { publishedOn: '2021' })).toEqual(['新增企业 | 6家 | –']);
  });
});

describe('spans', () => {
  test('a fact’s span is its clause in the source, resolutions notwithstanding', () => {
    const text = '前言。去年，全区新增企业6家，增长3%。';
    const [fact] = factsOf(text);
    expect(text.slice(fact?.start, fact?.end)).toBe('全区新增企业6家');
    expect(fact).toMatchObject({ reportId: ID, passageNumber: 7, value: 6, unit: '家' });
  });

  test('the span of a repaired sentence is the whole sentence', () => {
    const text = '前言。新删企业6家，完毕。';
    const [fact] = factsOf(text, { repair: (slice) => slice.replace('新删', '新增') });
    expect(fact?.indicator).toBe('新增企业');
    expect(text.slice(fact?.start, fact?.end)).toBe('新删企业6家，完毕。');
  });

  test('without the source at hand the span is the sentence', () => {
    const sentence: Sentence = { start: 10, end: 18, role: 'body', read: '新增企业6家，好。' };
    const passage: Passage = { number: 0, reportId: ID, heading: [], start: 10, end: 18, sentences: [sentence] };
    const { text: _, ...meta } = reportOf('', {});
    expect(extractFacts(meta, [passage])[0]).toMatchObject({ start: 10, end: 18 });
  });

  test('whatever the text, every figure stands in the span of its fact', () => {
    const pick = picker(33);
    let seen = 0;
    for (let round = 0; round < 1500; round++) {
      const text = scramble(pick, 14).replaceAll(/[〔〕]/g, '');
      for (const fact of factsOf(text, { publishedOn: pick.one(['2021-06-15', '2017', null]) })) {
        expect(text.slice(fact.start, fact.end)).toContain(fact.surface);
        expect(fact.indicator.length).toBeGreaterThanOrEqual(2);
        expect(Number.isFinite(fact.value)).toBe(true);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(120);
  });
});
