// Comparisons: a row a district, every cell cited or empty, citations numbered through.
import { describe, expect, test } from 'vitest';
import { comparisonOf, MAX_COMPARED } from '../../../src/answer/documents/comparison.ts';
import { documentLibrary } from '../../../src/ingest/documents.ts';
import type { Library, ReportId } from '../../../src/types.ts';

const A = '云岭省清河市柳溪区';
const B = '云岭省塔山县';
const library: Library = documentLibrary([
  {
    id: 'a' as ReportId,
    path: 'a.txt',
    text: '2030年,柳溪区地区生产总值212.1亿元。\n柳溪区推行“红色管家”服务模式,组建议事会317个。\n',
    given: { title: '甲', district: A },
  },
  {
    id: 'b' as ReportId,
    path: 'b.txt',
    text: '2030年,塔山县GDP为98亿元。\n塔山县坚持稳中求进。\n',
    given: { title: '乙', district: B },
  },
]);

describe('a comparison', () => {
  const comparison = comparisonOf({ districts: [A, B] }, library);

  test('takes all names of an indicator for one column', () => {
    expect(comparison.columns[0]).toEqual({ kind: 'figure', indicator: '地区生产总值' });
    expect(comparison.rows.map(([cell]) => cell?.lines.map(({ text, label }) => [text, label]))).toEqual([
      [['212.1亿元', '2030']],
      [['98亿元', '2030']],
    ]);
  });

  test('leaves a cell empty where nothing is told', () => {
    const practices = comparison.columns.findIndex(({ kind }) => kind === 'practices');
    expect(comparison.rows.map((row) => row[practices]?.lines.length === 0)).toEqual([false, true]);
  });

  test('cites every line, from the district’s own reports', () => {
    comparison.rows.forEach((row, index) => {
      for (const { lines } of row)
        for (const { citations } of lines)
          for (const n of citations)
            expect(comparison.citations[n - 1]?.report.district).toBe(comparison.districts[index]);
    });
    expect(comparison.citations.map(({ n }) => n)).toEqual(comparison.citations.map((_, index) => index + 1));
  });

  test('has the columns that are asked for', () => {
    const columns = [{ kind: 'plans' }, { kind: 'figure', indicator: 'GDP' }] as const;
    const { rows } = comparisonOf({ districts: [A, B], columns }, library);
    expect(rows.map(([plans, figure]) => [plans?.lines.length, figure?.figure?.value])).toEqual([
      [0, 212.1e8],
      [0, 98e8],
    ]);
  });

  test('takes 50 districts at most', () => {
    const many = Array.from({ length: 60 }, (_, index) => `云岭省${index}县`);
    expect(comparisonOf({ districts: many }, library).rows).toHaveLength(MAX_COMPARED);
  });
});
