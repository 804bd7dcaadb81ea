import { describe, expect, test } from 'vitest';
import { extractFacts, type FactSource } from '../../src/ingest/facts.ts';
import { annotateRelativeDates } from '../../src/text/periods.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import type { Fact, Passage, ReportId, Sentence } from '../../src/types.ts';
import { picker, scramble } from '../text/pseudo-random.ts';

const ID = 'r1' as ReportId;

interface Options {
  readonly publishedOn?: string | null;
  readonly district?: string | null;
  readonly repair?: (text: string) => string;
  readonly role?: Sentence['role'];
}

function reportOf(
  text: string,
  { publishedOn = '2017', district = '江苏省徐州市泉山区' }: Options,
): FactSource & { text: string } {
  return {
    id: ID,
    path: 'r1.txt',
    title: '年报',
    district,
    publisher: null,
    publishedOn,
    url: null,
    inferred: [],
    text,
  };
}

function factsOf(text: string, options: Options = {}): Fact[] {
  const { publishedOn = '2017', repair = (slice) => slice, role = 'body' } = options;
  const sentences = splitSentences(text, { start: 0, end: text.length }).map((span) => ({
    ...span,
    role,
    read: annotateRelativeDates(repair(text.slice(span.start, span.end)), publishedOn),
  }));
  const passage: Passage = { number: 7, reportId: ID, heading: [], start: 0, end: text.length, sentences };
  return extractFacts(reportOf(text, options), [passage]);
}

const table = (text: string, options: Options = {}): string[] =>
  factsOf(text, options).map(({ indicator, surface, period, changePercent }) =>
    [indicator, surface, period ?? '–', ...(changePercent === null ? [] : [changePercent])].join(' | '),
  );

describe('what a figure measures', () => {
  test.each([
    ['2016年新引商户289个、注册资金70.5亿元。', ['新引商户 | 289个 | 2016', '注册资金 | 70.5亿元 | 2016']],
    ['2016年一般公共预算收入累计完成8600万元。', ['一般公共预算收入 | 8600万元 | 2016']],
    ['2016年整合12家国有企业。', ['国有企业 | 12家 | 2016']],
    ['2016年设立300万元周转资金。', ['周转资金 | 300万元 | 2016']],
    ['2016年新项目总投资55亿元的6个项目。', ['新项目总投资 | 55亿元 | 2016', '项目 | 6个 | 2016']],
    ['2016年推出4大类31项便民举措。', ['便民举措 | 4大类 | 2016', '便民举措 | 31项 | 2016']],
    ['2016年签约率达97%。', ['签约率 | 97% | 2016']],
    ['2016年甲项目从洽谈到落地用时21天。', ['甲项目从洽谈到落地用时 | 21天 | 2016']],
    ['2016年建成“文明院落”200个。', ['建成“文明院落” | 200个 | 2016']],
    ['2016年全市唯一的指标之一产值，较上年翻一番，突破90亿元大关。', ['产值 | 翻一番 | 2016', '产值 | 90亿元 | 2016']],
  ])('%s', (text, expected) => {
    expect(table(text)).toEqual(expected);
  });

  test('a share or a rank needs the figure before it', () => {
    expect(table('2016年建成研发机构396家，占全市60%以上，居全市第二。')).toEqual([
      '建成研发机构 | 396家 | 2016',
      '建成研发机构占全市 | 60% | 2016',
      '建成研发机构居全市 | 第二 | 2016',
    ]);
  });

  test('a figure whose words say nothing is left out', () => {
    expect(table('2016年，50%以上。')).toEqual([]);
    expect(table('用了三年时间。')).toEqual([]);
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

  test('an announced month dates nothing', () => {
    expect(table('计划8月底开工。新增企业6家。', { publishedOn: '2021' })).toEqual(['新增企业 | 6家 | –']);
  });
});

describe('districts', () => {
  test('a fact is on the district of its report', () => {
    expect(factsOf('新增企业6家。').map(({ district }) => district)).toEqual(['江苏省徐州市泉山区']);
    expect(factsOf('新增企业6家。', { district: null }).map(({ district }) => district)).toEqual([null]);
  });

  test('unless its clause names another', () => {
    expect(factsOf('滨江区新增企业6家，本地新增企业8家。').map(({ district }) => district)).toEqual([
      '浙江省杭州市滨江区',
      '江苏省徐州市泉山区',
    ]);
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
    expect(seen).toBeGreaterThan(500);
  });
});
