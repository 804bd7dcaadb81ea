import { describe, expect, test } from 'vitest';
import { clausesOf } from '../../../src/ingest/facts/clauses.ts';
import { isPlanned } from '../../../src/ingest/facts/planned.ts';

/** Whether the last figure of a sentence is planned. */
function planned(read: string, context: { period?: string; heading?: readonly string[] } = {}): boolean {
  const clauses = clausesOf(read, '2021');
  const quantity = clauses.quantities.at(-1);
  if (!quantity) throw new Error(`no figure in ${read}`);
  return isPlanned(clauses, quantity, { heading: [], period: null, publishedOn: '2021', ...context });
}

describe('a figure is planned', () => {
  test.each([
    '力争三年盘活土地78亩',
    '年度计划投资32亿元',
    '预计产值可达9亿元',
    '建成后年产值9亿元',
    '该区将落实95项政策',
    '确保优良天数比例达到90%',
  ])('%s', (read) => expect(planned(read)).toBe(true));

  test('where its period is still to come or its heading announces', () => {
    expect(planned('公园9个', { period: '2023' })).toBe(true);
    expect(planned('公园9个', { period: '2021-09' })).toBe(false);
    expect(planned('公园9个', { heading: ['三、2021年重点工作'] })).toBe(true);
    expect(planned('已建成公园9个', { heading: ['三、2021年重点工作'] })).toBe(false);
  });
});

describe('a figure is a result', () => {
  test.each([
    '去年新增企业6家',
    '完成年度计划的78%',
    '占年度计划的78%',
    '惠民计划受益群众9万人',
    '将9个机构整合为7个',
    '实施“繁星计划”，新增企业6家',
    '确保开工9个，已开工6个',
    '力争增长6%；新增企业6家',
  ])('%s', (read) => expect(planned(read)).toBe(false));
});
