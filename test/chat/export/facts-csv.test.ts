// The table of figures as CSV: its columns, and cells that no spreadsheet takes for a formula.
import { describe, expect, test } from 'vitest';
import type { FactLine } from '../../../src/chat/browse/views.ts';
import { csvCell } from '../../../src/chat/csv.ts';
import { factsCsv } from '../../../src/chat/export/facts-csv.ts';

describe('the table of figures', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t=1"],
    ['a,"b"', '"a,""b"""'],
    ['plain', 'plain'],
    [-2.5, '-2.5'],
    [null, ''],
  ])('a cell %j becomes %j: no formula, nothing that breaks the row', (value, cell) =>
    expect(csvCell(value)).toBe(cell),
  );

  test('the table as a file opens with a byte-order mark and has a row a figure', () => {
    const fact = {
      district: '甲区',
      subject: null,
      indicator: '公园',
      period: '2031',
      value: 12,
      unit: '处',
      surface: '12处',
      changePercent: -1,
      isPlanned: true,
      isApproximate: false,
      title: '=题',
      report: 'a',
      start: 1,
      end: 5,
      quote: '公园\n12处',
    };
    const [head, row, end] = factsCsv([fact as FactLine], 'zh').split('\r\n');
    expect(head).toMatch(/^\uFEFF区县,/u);
    expect([row, end]).toEqual(["甲区,,公园,2031,12,处,12处,-1,是,,'=题,1,5,公园 12处", '']);
  });
});
