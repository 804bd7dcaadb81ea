import { describe, expect, test } from 'vitest';
import { type Clauses, changeBefore, clauseAround, indicatorOf, textBefore } from '../../src/ingest/indicator.ts';
import { findQuantities, type Quantity } from '../../src/text/numbers.ts';
import { findPeriods } from '../../src/text/periods.ts';

function clausesOf(read: string): Clauses {
  return { read, quantities: findQuantities(read), periods: findPeriods(read, '2017') };
}

/** The sentence and the figure that is written so in it. */
function figure(read: string, surface: string): [Clauses, Quantity] {
  const clauses = clausesOf(read);
  const quantity = clauses.quantities.find((each) => each.surface === surface);
  if (!quantity) throw new Error(`${surface} is not among ${clauses.quantities.map((each) => each.surface).join(' ')}`);
  return [clauses, quantity];
}

const indicator = (read: string, surface: string, { previous = '', names = [] as readonly string[] } = {}): string =>
  indicatorOf(...figure(read, surface), { names, previous });

describe('the clause around a figure', () => {
  test.each([
    ['前言，新增企业6家，后语。', '6家', '新增企业6家'],
    ['新增企业6家、商户8家；后语', '8家', '新增企业6家、商户8家'],
    ['新增企业6家', '6家', '新增企业6家'],
    ['变化显现——新增企业6家……', '6家', '新增企业6家'],
  ])('%s', (read, surface, clause) => {
    const [clauses, quantity] = figure(read, surface);
    expect(read.slice(...clauseAround(clauses, quantity))).toBe(clause);
  });
});

describe('the words before a figure', () => {
  test('begin after the last mark, figure or period, without resolutions', () => {
    expect(textBefore(...figure('去年〔2016年〕新增企业6家', '6家'))).toBe('新增企业');
    expect(textBefore(...figure('企业6家、商户8家', '8家'))).toBe('商户');
    expect(textBefore(...figure('企业6家商户8家', '8家'))).toBe('商户');
    expect(textBefore(...figure('（含）企业6家', '6家'))).toBe('企业');
  });
});

describe('what a figure measures', () => {
  test.each([
    ['整合12家国有企业', '12家', '国有企业'],
    ['组建了110人的综合大队', '110人', '综合大队'],
    ['在全区114个社区建立登记点', '114个', '社区'],
    ['市场主体总数达到21600家', '21600家', '市场主体总数'],
    ['减税规模为2.6亿元', '2.6亿元', '减税规模'],
    ['引进“四新”项目289个', '289个', '引进“四新”项目'],
    ['开展“一卡两台、十项服务”机制', '十项', '服务'],
    ['落实3大类18项措施', '3大类', '措施'],
    ['9个总投资57亿元的重点项目', '9个', '重点项目'],
    ['投资3000万元与甲公司合作', '3000万元', '投资'],
    ['设立500万元周转资金', '500万元', '周转资金'],
    ['其中总部企业44家', '44家', '总部企业'],
    ['全区共有商户21家', '21家', '商户'],
    ['办理时间压缩到2个工作日', '2个工作日', '办理时间'],
  ])('%s', (read, surface, expected) => {
    expect(indicator(read, surface)).toBe(expected);
  });

  test('leaves out the names of the district at the head', () => {
    expect(indicator('泉山区吸收资金5亿元', '5亿元', { names: ['泉山区', '泉山'] })).toBe('吸收资金');
  });

  test('of a share is that of the figure before it', () => {
    expect(indicator('占全市60%以上', '60%', { previous: '研发机构' })).toBe('研发机构占全市');
    expect(indicator('居全省第二', '第二', { previous: '研发机构' })).toBe('研发机构居全省');
    expect(indicator('税收占比97%', '97%', { previous: '研发机构' })).toBe('税收占比');
  });

  test('is borrowed from the clause before where its own clause names nothing', () => {
    expect(indicator('最重要的指标之一产值，突破90亿元大关', '90亿元')).toBe('产值');
    expect(indicator('最重要的指标之一产值，翻一番，突破90亿元大关', '90亿元')).toBe('产值');
  });

  test.each([
    ['大约50%以上', '50%'],
    ['“6家”', '6家'],
    ['，，6家', '6家'],
  ])('%s: the words do not say', (read, surface) => {
    expect(indicator(read, surface)).toBe('');
  });
});

describe('changes', () => {
  test.each([
    ['同比增长16.1%', 1, ''],
    ['同比下降3%', -1, ''],
    ['分别增长62%', 1, ''],
    ['零售总额同比增长24%', 1, '零售总额'],
    ['效率提升七成', 1, '效率'],
    ['较上年减少5%', -1, '较'],
  ])('%s', (read, sign, rest) => {
    const [clauses, quantity] = figure(read, /七成/.test(read) ? '七成' : (/[\d.]+%/.exec(read)?.[0] ?? ''));
    expect(changeBefore(clauses, quantity)?.sign).toBe(sign);
    if (rest !== '较') expect(changeBefore(clauses, quantity)?.rest).toBe(rest);
  });

  test('are percentages only, behind a word of rise or fall', () => {
    expect(changeBefore(...figure('增长5家', '5家'))).toBeNull();
    expect(changeBefore(...figure('占比5%', '5%'))).toBeNull();
  });
});
