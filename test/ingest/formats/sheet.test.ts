// Sheets: what a caption says that all figures measure goes into each row's line, with its unit.
import { describe, expect, test } from 'vitest';
import { tableText } from '../../../src/ingest/formats/sheet.ts';

const YEARS = ['县区', '2029年', '2030年'];
const lines = (caption: string, header = YEARS, row = ['柳溪区', '151.2', '160.5']): string | undefined =>
  tableText([[caption], header, row]).at(-1);

describe('the measure of a caption', () => {
  test.each([
    ['各县区地区生产总值（亿元）', '地区生产总值', '亿元'],
    ['2029—2030年全市各区县常住人口情况（万人）', '常住人口', '万人'],
    ['财政收入统计表（单位：亿元）', '财政收入', '亿元'],
  ])('%s', (caption, measure, unit) =>
    expect(lines(caption)).toBe(`柳溪区：2029年${measure}151.2${unit}，2030年${measure}160.5${unit}。`),
  );

  test('is none where the columns name what they measure, or the caption no unit', () => {
    expect(lines('各县区主要指标（亿元）', ['县区', '工业投资', '民间投资'])).toBe(
      '柳溪区：工业投资151.2亿元，民间投资160.5亿元。',
    );
    expect(lines('各县区主要指标')).toBe('柳溪区：2029年151.2，2030年160.5。');
  });
});

test('a figure that looks like a year is a figure under 数值', () => {
  const rows = [
    ['县区', '年份', '指标', '数值', '单位'],
    ['柳溪区', '2029', '专利授权量', '1963', '件'],
  ];
  expect(tableText(rows).at(-1)).toBe('柳溪区2029年：专利授权量1963件。');
});
