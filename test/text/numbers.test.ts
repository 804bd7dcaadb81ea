import { describe, expect, test } from 'vitest';
import { findQuantities, type Quantity, sameQuantity } from '../../src/text/numbers.ts';
import { picker, scramble } from './pseudo-random.ts';

function only(text: string): Quantity {
  const [first, ...others] = findQuantities(text);
  if (!first || others.length > 0) throw new Error(`${others.length + (first ? 1 : 0)} figures in ${text}`);
  return first;
}

describe('a figure has a value, a unit and a kind', () => {
  test.each([
    ['投资1.2亿元', '1.2亿元', 120_000_000, '元', 'money'],
    ['共12,345万元', '12,345万元', 123_450_000, '元', 'money'],
    ['外资4000万美元', '4000万美元', 40_000_000, '美元', 'money'],
    ['共１２３万元', '１２３万元', 1_230_000, '元', 'money'],
    ['资金 541 亿元', '541 亿元', 54_100_000_000, '元', 'money'],
    ['增长16.1%', '16.1%', 16.1, '%', 'percent'],
    ['提高2.5个百分点', '2.5个百分点', 2.5, '个百分点', 'percent'],
    ['约占百分之三十五', '百分之三十五', 35, '%', 'percent'],
    ['占七成', '七成', 70, '%', 'percent'],
    ['面积达6.45万平方米', '6.45万平方米', 64_500, '平方米', 'area'],
    ['面积8.59平方公里', '8.59平方公里', 8.59, '平方公里', 'area'],
    ['裝機720万千瓦', '720万千瓦', 7_200_000, '千瓦', 'other'],
    ['整理土地三萬畝', '三萬畝', 30_000, '亩', 'area'],
    ['招商十多支队伍', '十多支', 10, '支', 'count'],
    ['建成两个基地', '两个', 2, '个', 'count'],
    ['体检16.2万人次', '16.2万人次', 162_000, '人次', 'count'],
    ['服务5大类', '5大类', 5, '大类', 'count'],
    ['用时22天', '22天', 22, '天', 'duration'],
    ['压缩到2个工作日', '2个工作日', 2, '个工作日', 'duration'],
    ['历时一个月', '一个月', 1, '个月', 'duration'],
    ['升至第16位', '第16位', 16, '位', 'ordinal'],
    ['居全省第三', '第三', 3, '位', 'ordinal'],
    ['占三分之一', '三分之一', 1 / 3, '', 'ratio'],
    ['占全市的1/3', '1/3', 1 / 3, '', 'ratio'],
    ['较五年前翻两番', '翻两番', 4, '倍', 'ratio'],
    ['突破200亿大关', '200亿', 20_000_000_000, '', 'other'],
  ])('%s', (text, ...figure) => {
    const [surface, value, unit, kind] = figure;
    const found = findQuantities(text).find((quantity) => quantity.surface === surface);
    expect(found).toMatchObject({ surface, value, unit, kind });
  });

  test('a range has two ends, and the first borrows the scale of the last', () => {
    expect(only('再用2—3年')).toMatchObject({ value: 2, valueEnd: 3, unit: '年' });
    expect(only('奖励10至20万元')).toMatchObject({ value: 100_000, valueEnd: 200_000 });
    expect(only('降了4%到6%')).toMatchObject({ value: 4, valueEnd: 6 });
    expect(only('三到五成')).toMatchObject({ value: 30, valueEnd: 50 });
    expect(only('三四百人')).toMatchObject({ value: 300, valueEnd: 400, approximate: true });
    expect(only('5000至1万元')).toMatchObject({ value: 5000, valueEnd: 10_000 });
  });

  test.each(['近800万元', '约30家', '超过50%', '100余亿元', '十多个', '270多家', '五成以上', '60%左右', '突破200亿元'])(
    '%s is rough',
    (text) => {
      expect(only(text).approximate).toBe(true);
    },
  );

  test.each(['最近3个项目', '22个', '三项', '附近5家'])('%s is exact', (text) => {
    expect(only(text).approximate).toBe(false);
  });

  test('nothing to nothing is no share: a score of 0:0 has no value', () => {
    const values = findQuantities('半场比分0:0，全场1:0，占比0:0:0').map(({ value }) => value);
    expect(values.every(Number.isFinite)).toBe(true);
  });

  test('neighbouring figures are told apart', () => {
    const surfaces = findQuantities('新建8个园区,10栋楼、232户，分别增长62%、51%。').map(({ surface }) => surface);
    expect(surfaces).toEqual(['8个', '10栋', '232户', '62%', '51%']);
  });
});

describe('what is no figure', () => {
  test.each([
    '2016年9月1日',
    '二〇一六年',
    '9月1日上午8点30分',
    '今年前4个月',
    '“360工作法”',
    '拨打12345热线',
    '5G基站和2.0版',
    '“2+4”机制',
    '“三新一高”',
    '新一批、第一书记',
    '二次创业',
    '三位一体',
    '最后一公里',
    '“三个一批”',
    '七台河、三门县、九台区',
    '数百家',
    '一成不变',
    '千家万户',
    '三年级学生',
    'COVID-19',
  ])('%s', (text) => {
    expect(findQuantities(text)).toEqual([]);
  });
});

describe('sameQuantity', () => {
  test.each([
    ['1.0085亿元', '10085万元'],
    ['1.0085亿', '10085万元'],
    ['七成', '70%'],
    ['百分之七十', '70%'],
    ['三个', '3个'],
    ['2平方公里', '200公顷'],
    ['第16位', '第十六位'],
    ['2—3年', '两到三年'],
    ['20名', '20人'],
  ])('%s is %s', (left, right) => {
    expect(sameQuantity(only(left), only(right))).toBe(true);
    expect(sameQuantity(only(right), only(left))).toBe(true);
  });

  test.each([
    ['10亿元', '10亿美元'],
    ['10085万元', '10085亿元'],
    ['16个', '第16个'],
    ['50%', '50个百分点'],
    ['3年', '3个月'],
    ['2—3年', '2年'],
    ['3万', '3%'],
    ['3万', '30000%'],
  ])('%s is not %s', (left, right) => {
    expect(sameQuantity(only(left), only(right))).toBe(false);
  });
});

describe('laws', () => {
  test('every surface is the slice of its span, in order, without overlap, and every value is a number', () => {
    const pick = picker(42);
    for (let round = 0; round < 2000; round++) {
      const text = scramble(pick, 12);
      let end = 0;
      for (const quantity of findQuantities(text)) {
        expect(text.slice(quantity.start, quantity.end)).toBe(quantity.surface);
        expect(quantity.start).toBeGreaterThanOrEqual(end);
        expect(Number.isFinite(quantity.value)).toBe(true);
        expect(quantity.valueEnd ?? quantity.value).toBeGreaterThanOrEqual(quantity.value);
        expect(sameQuantity(quantity, quantity)).toBe(true);
        end = quantity.end;
      }
    }
  });

  test('full width and traditional characters find the same figures', () => {
    const plain = findQuantities('增长１２％，三万亩，五个').map(({ value, unit }) => [value, unit]);
    const other = findQuantities('增長12%,三萬畝,五個').map(({ value, unit }) => [value, unit]);
    expect(other).toEqual(plain);
  });
});
