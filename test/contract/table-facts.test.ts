import { expect, test } from 'vitest';
import { extractFacts } from '../../src/ingest/facts/facts.ts';
import { extractCsv } from '../../src/ingest/formats/csv.ts';
import { describeReport } from '../../src/ingest/source/describe.ts';
import { reportId } from '../../src/ingest/source/identity.ts';
import { structureReport } from '../../src/ingest/structure/structure.ts';
import { inferDistrict } from '../../src/lexicon/places/districts.ts';
import { madeUpReport } from '../ingest/made-up.ts';

/** The facts of a file of cells that nothing is told of but its name. */
function factsOf(path: string, ...rows: string[]): string[] {
  const { text } = extractCsv(rows.join('\n'));
  const { title, district } = describeReport({ id: reportId('t'), text, path, given: {} }, inferDistrict);
  const report = { ...madeUpReport(text), path, title, district };
  const passages = structureReport(report).passages.map((passage, number) => ({ ...passage, number }));
  return extractFacts(report, passages).map((fact) =>
    [fact.district, fact.period, fact.indicator, fact.surface, fact.changePercent].join(' '),
  );
}

test('each row of a table of several districts is of its own', () => {
  expect(
    factsOf(
      '各地.csv',
      '县（市、区）,年份,地区生产总值（亿元）,同比增长（%）',
      '江苏省徐州市泉山区,2020,610.2,6.1',
      '渭滨区,2020,402.8,5.9',
      '云安区,2020,120.4,4.2',
    ),
  ).toEqual([
    '江苏省徐州市泉山区 2020 地区生产总值 610.2亿元 6.1',
    '陕西省宝鸡市渭滨区 2020 地区生产总值 402.8亿元 5.9',
    '广东省云浮市云安区 2020 地区生产总值 120.4亿元 4.2',
  ]);
});

test('a column that names the indicator names it in the facts', () => {
  expect(
    factsOf(
      '各地.csv',
      '地区,年份,指标,数值,单位',
      '云安区,2019,一般公共预算收入,25.1,亿元',
      '渭滨区,2020,一般公共预算收入,31.4,亿元',
      '渭滨区,2020,常住人口,46.1,万人',
    ),
  ).toEqual([
    '广东省云浮市云安区 2019 一般公共预算收入 25.1亿元 ',
    '陕西省宝鸡市渭滨区 2020 一般公共预算收入 31.4亿元 ',
    '陕西省宝鸡市渭滨区 2020 常住人口 46.1万人 ',
  ]);
});

test('a table whose name tells its district is of that one, but for the rows of others', () => {
  expect(
    factsOf(
      '渭滨区主要指标.csv',
      '地区,年份,一般公共预算收入（亿元）',
      '渭滨区,2019,25.1',
      '渭滨区,2020,27.3',
      '云安区,2020,12.2',
    ),
  ).toEqual([
    '陕西省宝鸡市渭滨区 2019 一般公共预算收入 25.1亿元 ',
    '陕西省宝鸡市渭滨区 2020 一般公共预算收入 27.3亿元 ',
    '广东省云浮市云安区 2020 一般公共预算收入 12.2亿元 ',
  ]);
});

test('where years are the columns, each figure is of its year', () => {
  expect(
    factsOf('渭滨区主要指标.csv', '指标,单位,2019年,2020年', '公园数量,个,12,15', '地区生产总值,亿元,402.8,410.2'),
  ).toEqual([
    '陕西省宝鸡市渭滨区 2019 公园数量 12个 ',
    '陕西省宝鸡市渭滨区 2020 公园数量 15个 ',
    '陕西省宝鸡市渭滨区 2019 地区生产总值 402.8亿元 ',
    '陕西省宝鸡市渭滨区 2020 地区生产总值 410.2亿元 ',
  ]);
});
