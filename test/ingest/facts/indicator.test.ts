import { describe, expect, test } from 'vitest';
import { clausesOf } from '../../../src/ingest/facts/clauses.ts';
import { nameFigure } from '../../../src/ingest/facts/indicator.ts';
import { isName, isSelfExplanatory, type NamedFigure, wordsOf } from '../../../src/ingest/facts/indicator-name.ts';
import { findQuantities } from '../../../src/text/numbers.ts';

interface Options {
  readonly previous?: string;
  readonly names?: readonly string[];
}

/** A figure named before, of a count. */
function counted(noun: string): NamedFigure {
  const [quantity] = findQuantities('6家');
  if (!quantity) throw new Error('no figure');
  return { verb: '', noun, tail: '', left: '', end: 0, figure: { ...quantity, start: -2, end: 0 } };
}

/** What the figure that is written so measures; empty: the words do not say. */
function named(read: string, surface: string, { previous, names = [] }: Options = {}): string {
  const clauses = clausesOf(read, '2017');
  const quantity = clauses.quantities.find((each) => each.surface === surface);
  if (!quantity) throw new Error(`${surface} is not a figure of ${read}`);
  const found = nameFigure(clauses, quantity, { names, previous: previous === undefined ? null : counted(previous) });
  return found ? wordsOf(found) : '';
}

describe('what a figure counts stands behind it, with its verb before', () => {
  test.each([
    ['整合12家国有企业', '12家', '整合国有企业'],
    ['组建了110人的综合大队', '110人', '组建综合大队'],
    ['新培育3家“百亿”机构', '3家', '新培育“百亿”机构'],
    ['落实3大类18项措施', '3大类', '落实措施'],
    ['联合甲大学等20多所高等院校', '20多所', '联合高等院校'],
    ['建设“互联网+政务”8个创新平台', '8个', '建设“互联网+政务”创新平台'],
    ['完成410户困难家庭适老化改造', '410户', '完成困难家庭适老化改造'],
    ['全区共有36个涉农社区', '36个', '涉农社区'],
  ])('%s', (read, surface, expected) => {
    expect(named(read, surface)).toBe(expected);
  });
});

describe('or is said to do something', () => {
  test.each([
    ['在全区114个社区建立登记点', '114个', '建立登记点的社区'],
    ['5家专业电商企业入驻', '5家', '入驻的专业电商企业'],
    ['对80个老旧小区实施规范管理', '80个', '实施规范管理的老旧小区'],
    ['在甲花园、乙家园等9个小区建设示范点', '9个', '建设示范点的小区'],
  ])('%s', (read, surface, expected) => {
    expect(named(read, surface)).toBe(expected);
  });
});

describe('or before it', () => {
  test.each([
    ['市场主体总数达到21600家', '21600家', '市场主体总数'],
    ['减税规模为2.6亿元', '2.6亿元', '减税规模'],
    ['引进“四新”项目289个', '289个', '引进“四新”项目'],
    ['全区共有商户21家', '21家', '商户'],
    ['实现社会消费品零售总额9亿元', '9亿元', '社会消费品零售总额'],
    ['城镇新增就业300人', '300人', '城镇新增就业'],
    ['解决群众反映的各类问题452个', '452个', '解决群众反映的各类问题'],
    ['荣获示范县、先进县等国家级荣誉22项', '22项', '荣获国家级荣誉'],
    ['评选 “文明楼栋”（单元）200个', '200个', '评选“文明楼栋”'],
  ])('%s', (read, surface, expected) => {
    expect(named(read, surface)).toBe(expected);
  });

  test('without the names of the district at the head', () => {
    expect(named('泉山区吸收资金5亿元', '5亿元', { names: ['泉山区', '泉山'] })).toBe('吸收资金');
  });
});

describe('a sum is of what stands before it, else of what is bought with it', () => {
  test.each([
    ['设立500万元周转资金', '500万元', '设立周转资金'],
    ['9个总投资57亿元的重点项目', '57亿元', '重点项目总投资'],
    ['发放补助金7860万元', '7860万元', '发放补助金'],
  ])('%s', (read, surface, expected) => {
    expect(named(read, surface)).toBe(expected);
  });
});

describe('shares, ranks, rates, times and changes', () => {
  test.each([
    ['占全市60%以上', '60%', '研发机构占全市'],
    ['居全省第二', '第二', '研发机构居全省'],
    ['税收占比97%', '97%', '税收占比'],
    ['GDP增速位居全市第三', '第三', 'GDP增速位居全市'],
    ['森林覆盖率达到57%', '57%', '森林覆盖率'],
    ['研发经费投入强度达1.1%', '1.1%', '研发经费投入强度'],
    ['办理时间压缩到2个工作日', '2个工作日', '办理时间'],
    ['零售总额同比增长24%', '24%', '零售总额同比增长'],
    ['公园由8个增至15个', '15个', ''],
  ])('%s', (read, surface, expected) => {
    expect(named(read, surface, { previous: '研发机构' })).toBe(expected);
  });

  test('a rank without anything before it is of nothing', () => {
    expect(named('居全省第二', '第二')).toBe('');
  });
});

describe('the words do not say', () => {
  test.each([
    ['大约50%以上', '50%'],
    ['，，6家', '6家'],
    ['以4亿元竞得', '4亿元'],
    ['从政治、经济、社会三个维度优化', '三个'],
    ['159个村收入超过10万元', '10万元'],
  ])('%s', (read, surface) => {
    expect(named(read, surface)).toBe('');
  });
});

describe('names', () => {
  test.each(['市场主体', '“四新”项目', 'GDP', '村集体经济收入50万元以上的村'])('%s is one', (text) => {
    expect(isName(text)).toBe(true);
  });

  test.each(['', '个', '的项目', '项目和', '“四新', '大关', '已经', '来到', '他们的项目', '收入，支出'])(
    '%s is none',
    (text) => {
      expect(isName(text)).toBe(false);
    },
  );

  test('of measures that every project has say nothing alone', () => {
    const alone = (noun: string, verb = ''): boolean => isSelfExplanatory({ verb, noun, tail: '' });
    expect(['总投资', '注册资金', '完成率', '项目', '投产'].map((noun) => alone(noun))).toEqual(Array(5).fill(false));
    expect([alone('市场主体'), alone('项目', '引进'), alone('税收')]).toEqual([true, true, true]);
  });
});
