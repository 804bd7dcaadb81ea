import { describe, expect, test } from 'vitest';
import { extractCsv } from '../../../src/ingest/formats/csv.ts';
import { sheetText } from '../../../src/ingest/formats/sheet.ts';
import { isFigureCell, tableLines } from '../../../src/ingest/formats/table.ts';
import { findQuantities } from '../../../src/text/numbers.ts';
import { seededRandom } from '../made-up.ts';
import { madeGrid } from './made-tables.ts';

const linesOf = (...grid: string[][]): string[] => tableLines(grid).map(({ line }) => line);

describe('a data row becomes one line', () => {
  test('with its label, and each figure with its header and unit', () => {
    const lines = linesOf(['地区', '产值（亿元）', '增速'], ['云溪区', '12.5', '8.1%'], ['南湖区', '1,200', '-3%']);
    expect(lines).toEqual([
      '地区 | 产值（亿元） | 增速',
      '云溪区：产值12.5亿元，增速8.1%。',
      '南湖区：产值1,200亿元，增速-3%。',
    ]);
  });

  test('under headers in two rows', () => {
    const lines = linesOf(['地区', '2020年', '2020年'], ['地区', '产值（亿元）', '增速'], ['云溪区', '12.5', '8.1%']);
    expect(lines.at(-1)).toBe('云溪区：2020年产值12.5亿元，2020年增速8.1%。');
  });

  test('where years are the columns, in the unit that its label names', () => {
    const lines = linesOf(['指标', '2019', '2020年'], ['财政收入（亿元）', '9.5', '10'], ['公园（个）', '3', '12']);
    expect(lines.slice(1)).toEqual([
      '财政收入（亿元）：2019年财政收入9.5亿元，2020年财政收入10亿元。',
      '公园（个）：2019年公园3个，2020年公园12个。',
    ]);
  });

  test('where a year is a column, it belongs to the label', () => {
    expect(linesOf(['地区', '年份', '产值', '单位'], ['云溪区', '2020', '200', '亿元']).at(-1)).toBe(
      '云溪区2020年：产值200亿元。',
    );
  });

  test('of words, each behind its header', () => {
    const lines = linesOf(['序号', '项目', '责任单位'], ['1', '口袋公园', '园林局'], ['2', '老街改造', '住建局']);
    expect(lines.at(-1)).toBe('老街改造：序号2，责任单位：住建局。');
  });

  test('of two columns without figures, as name and value', () => {
    expect(linesOf(['项目名称', '口袋公园'], ['责任单位', '园林局'])).toEqual([
      '项目名称：口袋公园。',
      '责任单位：园林局。',
    ]);
  });

  test('where a column names the indicator, figures stand behind that name', () => {
    const header = ['地区', '年份', '指标', '数值', '单位'];
    expect(
      linesOf(header, ['云溪区', '2020', '财政收入', '9.5', '亿元'], ['南湖区', '2019', 'PM2.5', '31', '']).slice(1),
    ).toEqual(['云溪区2020年：财政收入9.5亿元。', '南湖区2019年：PM2.5：31。']);
    expect(linesOf(['指标', '指标值', '增速'], ['财政收入（亿元）', '9.5', '3%']).at(-1)).toBe(
      '财政收入（亿元）：财政收入9.5亿元，增速3%。',
    );
    expect(linesOf(['地区', '指标', '2019', '2020年'], ['云溪区', '公园数', '3', '']).at(-1)).toBe(
      '云溪区：2019年公园数3。',
    );
  });

  test('begins with its place, wherever that stands', () => {
    expect(linesOf(['指标', '区县', '数值'], ['公园数', '云溪区', '3']).at(-1)).toBe('云溪区：公园数3。');
  });

  test('keeps the name of its indicator where no figure stands behind it', () => {
    expect(linesOf(['地区', '指标', '数值', '增速'], ['云溪区', '财政收入', '', '3%']).at(-1)).toBe(
      '云溪区：指标：财政收入，增速3%。',
    );
  });

  test('and a row that says one thing stands as it is', () => {
    expect(linesOf(['指标', '数值'], ['一、民生', ''], ['公园', '12']).slice(1)).toEqual(['一、民生', '公园12。']);
  });

  test('and a long row is several sentences, each with the label', () => {
    const header = ['地区', ...Array.from({ length: 40 }, (_, index) => `第${index}类指标（万元）`)];
    const [, line = ''] = linesOf(header, ['云溪区', ...header.slice(1).map((_, index) => `${index}.5`)]);
    const sentences = line.split('。').filter((sentence) => sentence !== '');
    expect(sentences.length).toBeGreaterThan(1);
    expect(sentences.every((sentence) => sentence.startsWith('云溪区：') && sentence.length < 280)).toBe(true);
  });

  test('whose figures are read as figures with their unit', () => {
    const [, line = ''] = linesOf(['地区', '产值（万元）'], ['云溪区', '12.5']);
    expect(findQuantities(line)).toMatchObject([{ value: 125_000, unit: '元' }]);
  });

  test('a year is no figure, a percentage is one', () => {
    expect(['12', '1,200.5', '8.1%', '-3', '2020', '2020年', '12个', ''].map(isFigureCell)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('cells in, cells out:', () => {
  test('every cell of a table stands in its row’s line, whatever the table looks like', () => {
    for (let seed = 0; seed < 500; seed++) {
      const grid = madeGrid(seededRandom(seed));
      const byRow = new Map(tableLines(grid).map(({ row, line }) => [row, line]));
      for (const [row, cells] of grid.entries()) {
        for (const cell of cells) expect(byRow.get(row) ?? '', `seed ${seed}`).toContain(cell);
      }
    }
  });

  test('a sheet keeps captions, notes and tables between blank rows', () => {
    const text = sheetText([
      ['云溪区主要指标', ''],
      ['', '单位：亿元'],
      ['指标', '2020年'],
      ['产值', '12.5'],
      [],
      ['备注', '初步核算'],
    ]);
    expect(text).toBe('## 云溪区主要指标\n单位：亿元\n指标 | 2020年\n2020年产值12.5亿元。\n\n备注：初步核算。');
  });

  test('a CSV file keeps every cell, whatever parts them', () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      for (let seed = 0; seed < 50; seed++) {
        const grid = madeGrid(seededRandom(seed)).filter((row) => row.some((cell) => cell !== ''));
        const { text } = extractCsv(
          `${grid.map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join('\r\n')}\n`,
        );
        for (const cell of grid.flat()) expect(text, `seed ${seed} ${delimiter}`).toContain(cell);
      }
    }
  });

  test('a CSV file with quotation marks that never close is read, and it is told', () => {
    const { text, remarks } = extractCsv('地区,产值\n"云溪区,12\n南湖区,13');
    expect(text).toContain('南湖区');
    expect(remarks).toHaveLength(1);
  });

  test('a CSV file without a word is none', () => {
    expect(() => extractCsv(' , ,\n,,\n')).toThrowError(expect.objectContaining({ code: 'no-text' }));
  });
});
