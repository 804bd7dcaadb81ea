import { describe, expect, test } from 'vitest';
import { factsOf } from '../made-up-facts.ts';

describe('districts', () => {
  test('a fact is on the district of its report', () => {
    expect(factsOf('新增企业6家。').map(({ district }) => district)).toEqual(['江苏省徐州市泉山区']);
  });

  test('or the head of the row that it stands in does', () => {
    expect(factsOf('滨江区2020年：收入总额6亿元。').map(({ district }) => district)).toEqual(['浙江省杭州市滨江区']);
    expect(factsOf('滨江区干部介绍：新增企业6家。').map(({ district }) => district)).toEqual(['江苏省徐州市泉山区']);
  });

  test('where neither a district nor a part is known, a row would say nothing', () => {
    expect(factsOf('新增企业6家。', { district: null })).toEqual([]);
    expect(factsOf('青禾软件园新增企业6家。', { district: null }).map(({ subject }) => subject)).toEqual([
      '青禾软件园',
    ]);
  });

  test('unless its clause names another', () => {
    expect(factsOf('滨江区新增企业6家，本地新增企业8家。').map(({ district }) => district)).toEqual([
      '浙江省杭州市滨江区',
      '江苏省徐州市泉山区',
    ]);
  });
});

describe('parts of a district', () => {
  const subjects = (text: string): [string | null, string][] =>
    factsOf(text).map(({ subject, indicator }) => [subject, indicator]);

  test('are told beside what is theirs, up to the words that speak of the whole', () => {
    expect(subjects('青禾软件园新增企业6家，同比增长3%，实现税收2亿元；全区新增商户9家。')).toEqual([
      ['青禾软件园', '新增企业'],
      ['青禾软件园', '新增企业税收'],
      [null, '新增商户'],
    ]);
  });

  test('are found again where they are pointed at; whose figure it is must be known', () => {
    expect(subjects('青禾软件园建成了。园区入驻企业80家。')).toEqual([['青禾软件园', '入驻企业']]);
    expect(subjects('该公司新招员工80名。')).toEqual([]);
  });

  test('are no classes of things, nor the district itself', () => {
    expect(subjects('老旧小区加装电梯8部。')).toEqual([[null, '老旧小区加装电梯']]);
    expect(subjects('泉山区新增企业6家。')).toEqual([[null, '新增企业']]);
  });

  test('a figure of the whole country is not the district’s', () => {
    expect(subjects('全国新增企业900万家。')).toEqual([]);
  });
});

describe('plans and rough figures', () => {
  test.each([
    ['2016年新增企业6家。', false],
    ['力争新增企业6家。', true],
    ['计划新增企业6家。', true],
    ['完成年度计划的6%，新增企业6家。', false],
    ['实施“繁星计划”，新增企业6家。', false],
    ['到2026年，改造老旧小区6个。', true],
    ['确保开工项目9个，已开工6个，新增企业6家。', false],
  ])('%s', (text, isPlanned) => {
    expect(factsOf(text).at(-1)?.isPlanned).toBe(isPlanned);
  });

  test.each([
    ['新增企业6家。', false],
    ['新增企业60余家。', true],
    ['新增企业近60家。', true],
  ])('%s', (text, isApproximate) => {
    expect(factsOf(text).map((fact) => fact.isApproximate)).toEqual([isApproximate]);
  });
});
