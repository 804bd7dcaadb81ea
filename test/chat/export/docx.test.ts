// Exported files, read back: headings, tables, notes with exact words; numbers as numbers. The marks of drafts are kept.
import { read, utils } from '@e965/xlsx';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { docxOf } from '../../../src/chat/export/docx.ts';
import { fileName } from '../../../src/chat/export/notes.ts';
import { factsXlsx, xlsxOf } from '../../../src/chat/export/xlsx.ts';
import { wordingFor } from '../../../src/chat/i18n/wording.ts';
import type { CitedDocument } from '../../../src/documents.ts';
import { citation, fact, REPORTS } from '../made-up.ts';

const wording = wordingFor('zh');
const DOCUMENT: CitedDocument = {
  title: '柳溪区简报',
  about: ['依据：《柳溪区建设公园的做法》'],
  sections: [
    {
      title: '关键数据',
      level: 1,
      lines: [],
      table: {
        columns: ['指标', '数值', '时期'],
        rows: [
          [
            { text: '新建公园', value: null, unit: null, citations: [] },
            { text: '12处', value: 12, unit: '处', citations: [1] },
            { text: '2031年', value: null, unit: null, citations: [] },
          ],
        ],
      },
    },
    {
      title: '主要做法',
      level: 2,
      lines: [
        { label: '还绿于民', text: '新建公园12处。', citations: [1, 2] },
        { label: null, text: '=HYPERLINK("x")', citations: [], mark: '非报告内容' },
      ],
      table: null,
    },
  ],
  citations: [citation(1), citation(2, { quote: '总面的到340亩', reading: '总面积达到340亩' })],
};

describe('a Word file', () => {
  test('has real headings, tables, and numbered notes with source and exact words', async () => {
    const buffer = Buffer.from(await docxOf(DOCUMENT, wording));
    const { value: html } = await mammoth.convertToHtml({ buffer });
    expect(html).toMatch(/<h1>.*关键数据.*<\/h1>/u);
    expect(html).toMatch(/<h2>.*主要做法.*<\/h2>/u);
    expect(html).toMatch(/<table>.*新建公园.*12处.*<\/table>/u);
    expect(html).toContain('href="#note-1"');
    expect(html).toMatch(/id="[^"]*note-2"/u);
    expect(html).toContain('「2031年，柳溪区新建公园12处，总面积达到340亩。」');
    expect(html).toContain('总面积达到340亩」');
    expect(html).toContain('【非报告内容】');
  });
});

describe('a spreadsheet', () => {
  const rowsOf = (bytes: Uint8Array, name: string): unknown[][] => {
    const sheet = read(bytes).Sheets[name];
    return sheet === undefined ? [] : utils.sheet_to_json(sheet, { header: 1 });
  };

  test('has figures as numbers with their units and a column of sources', () => {
    const rows = rowsOf(xlsxOf(DOCUMENT, wording), '关键数据');
    expect(rows[0]).toEqual(['指标', '数值', '数值（数值）', '单位', '时期', '出处']);
    expect(rows[1]?.slice(0, 5)).toEqual(['新建公园', '12处', 12, '处', '2031年']);
    expect(rows[1]?.[5]).toContain('[1] 柳溪区建设公园的做法');
  });

  test('has a sheet of paragraphs, in which nothing is a formula, and one of sources', () => {
    const bytes = xlsxOf(DOCUMENT, wording);
    const sheet = read(bytes, { cellFormula: true }).Sheets['内容'];
    expect(Object.values(sheet ?? {}).some((cell) => typeof cell === 'object' && 'f' in cell)).toBe(false);
    expect(rowsOf(bytes, '内容').at(-1)?.[2]).toBe('=HYPERLINK("x")【非报告内容】');
    expect(rowsOf(bytes, '原文出处').at(-1)?.slice(5)).toEqual(['总面的到340亩', '总面积达到340亩']);
  });

  test('of figures keeps each with its words', () => {
    const { reportId: _, passageNumber: __, ...rest } = fact(REPORTS[0]?.district ?? '');
    const line = { ...rest, report: REPORTS[0]?.id ?? ('x' as never), title: '题', quote: '原\n文' };
    const [, row] = rowsOf(factsXlsx([line], wording), '数据表');
    expect(row?.[4]).toBe(rest.value);
    expect(row?.at(-1)).toBe('原 文');
  });
});

test('a file’s name holds nothing that file systems refuse', () => {
  expect(fileName('甲/乙: "丙"?', 'docx')).toBe('甲_乙_丙_.docx');
});
