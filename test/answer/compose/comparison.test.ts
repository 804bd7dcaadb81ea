// Questions about several districts: comparisons, "which district", "each district".
import { describe, expect, test } from 'vitest';
import type { ReportId } from '../../../src/types.ts';
import { answered, ask, askOf, refused } from '../../support/made-up-context.ts';
import { DISTRICTS, reportWith } from '../../support/made-up-reports.ts';

const [QINGSHI, YUNQIAO, WANGZHOU] = DISTRICTS;

/** What an answer says of each district, by the district's name. */
async function cells(question: string): Promise<ReadonlyMap<string, string>> {
  const { short } = answered(await ask(question));
  return new Map(short.split('\n').map((line): [string, string] => [line.split(/[：（]/)[0] ?? '', line]));
}

describe('comparisons', () => {
  test('each district has its cell, with its own figure', async () => {
    const found = await cells('望洲区和青石区，新登记的市场主体各有多少户？');
    expect(found.get('青石区')).toContain('6120户');
    expect(found.get('望洲区')).toContain('9870户');
  });

  test.each(['青石区和望洲区引进的亿元以上项目哪个多？', '青石区和望洲区谁引进的亿元以上项目更多？'])(
    '%s: what follows the last name is asked of both',
    async (question) => {
      const found = await cells(question);
      expect([found.get('青石区'), found.get('望洲区')]).toEqual([
        expect.stringContaining('36个'),
        expect.stringContaining('52个'),
      ]);
    },
  );

  test('each cell is cited from a report on its district', async () => {
    const { citations } = answered(await ask('望洲区和青石区，新登记的市场主体各有多少户？'));
    expect(citations.find(({ quote }) => quote.includes('6120户'))?.report.district).toBe(QINGSHI);
    expect(citations.find(({ quote }) => quote.includes('9870户'))?.report.district).toBe(WANGZHOU);
  });

  test('a cell for which nothing is there says so', async () => {
    const found = await cells('云桥县和望洲区，森林覆盖率各是多少？');
    expect(found.get('云桥县')).toContain('71.3%');
    expect(found.get('望洲区')).toBe('望洲区：未找到');
  });

  test('a district without a report has its cell', async () => {
    const found = await cells('云桥县和海淀区，森林覆盖率各是多少？');
    expect(found.get('云桥县')).toContain('71.3%');
    expect([...found.values()].some((cell) => cell.endsWith('未找到'))).toBe(true);
  });

  test('different practices are told of the districts that they belong to', async () => {
    const found = await cells('青石区的首席帮办跟望洲区的楼宇社区有什么不同？');
    expect(found.get('青石区')).toMatch(/65名|一对一/);
    expect(found.get('望洲区')).toContain('商务楼');
    expect(found.get('青石区')).not.toContain('商务楼');
  });

  test('where no district has it, the comparison is refused', async () => {
    expect(refused(await ask('青石区和望洲区，地铁里程各是多少？')).interpretation.districts).toEqual([
      QINGSHI,
      WANGZHOU,
    ]);
  });

  test('the districts stand in the order of the question', async () => {
    const order = async (question: string): Promise<readonly string[]> => [...(await cells(question)).keys()];
    expect(await order('望洲区、云桥县，新登记市场主体各多少户？')).toEqual(['望洲区', '云桥县']);
    expect(await order('云桥县、望洲区，新登记市场主体各多少户？')).toEqual(['云桥县', '望洲区']);
  });
});

describe('which district', () => {
  test.each([
    ['哪个区建了滨海绿道？', '望洲区', WANGZHOU],
    ['哪个县有古廊桥？', '云桥县', YUNQIAO],
    ['哪个区推行“一张图”工作法？', '青石区', QINGSHI],
    ['哪个区实施“海燕计划”？', '望洲区', WANGZHOU],
  ])('%s %s', async (question, name, district) => {
    const { short, citations } = answered(await ask(question));
    expect([short.startsWith(name), citations[0].report.district]).toEqual([true, district]);
  });

  test.each(['哪个区有地铁？', '哪个县有长城？'])(
    '%s: where no report speaks of it, none is named',
    async (question) => {
      expect((await ask(question)).status).toBe('refused');
    },
  );
});

describe('each district', () => {
  test('every district that has it is named, each with its own citation', async () => {
    const { short, citations } = answered(await ask('各区县新登记了多少户市场主体？'));
    for (const figure of ['6120户', '2380户', '9870户']) expect(short).toContain(figure);
    expect(new Set(citations.map(({ report }) => report.district))).toEqual(new Set(DISTRICTS));
  });

  test('a district that has nothing on it is left out', async () => {
    const { short } = answered(await ask('各区县的古廊桥有多少座？'));
    expect(short).toContain('39座');
    expect(short).not.toMatch(/青石区|望洲区|未找到/);
  });

  test('where none has it, the question is refused', async () => {
    expect((await ask('各区县的天文台叫什么名字？')).status).toBe('refused');
  });
});

test('the room of a long answer is shared between the cells', async () => {
  const names = ['甲子区', '乙丑区', '丙寅区', '丁卯区', '戊辰区', '己巳区'];
  const sentence = (name: string, index: number): string =>
    `${name}建成口袋公园${index + 11}处，${'绿地步道廊亭'.repeat(30)}。`;
  const reports = names.map((name, index) =>
    reportWith(sentence(name, index).repeat(2), { id: name as never, district: `云川省临梧市${name}`, title: name }),
  );
  const answer = answered(await askOf(reports, '各区的口袋公园有多少处？'));
  expect(answer.short.length).toBeLessThanOrEqual(500);
  for (const name of names) expect(answer.short).toContain(name);
});

test('a row of many sentences cites each of them', async () => {
  const measures = ['每周巡查2次', '每月走访3回', '每季评议4场', '每年表彰5人'];
  const reports = ['望洲区', '青石区'].map((name, index) =>
    reportWith(measures.map((measure) => `${name}的河长制要求${measure}。\n`).join(''), {
      id: `river-${index}` as ReportId,
      district: (name === '望洲区' ? WANGZHOU : QINGSHI) ?? '',
    }),
  );
  const { short, citations } = answered(await askOf(reports, '望洲区和青石区的河长制有什么不一样？'));
  const said = measures.filter((measure) => short.includes(measure));
  expect(said.length).toBeGreaterThan(0);
  for (const measure of said) expect(citations.some(({ quote }) => quote.includes(measure))).toBe(true);
});
