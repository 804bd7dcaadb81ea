import { describe, expect, test } from 'vitest';
import { extractOpenDocument } from '../../../src/ingest/formats/open-document.ts';
import { madeOpenDocument } from './made-office.ts';

const TABLE = ['地区 | 产值（亿元）', '云溪区：产值12.5亿元。', '南湖区：产值2.5亿元。'];
const CELLS = [
  ['地区', '产值（亿元）'],
  ['云溪区', '12.5'],
  ['南湖区', '2.5'],
];

describe('an OpenDocument text', () => {
  test('keeps headings, lists and merged headers; comments and deleted text are left out', () => {
    const row = (cells: readonly string[]): string =>
      `<table:table-row>${cells.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;
    const body = `<text:tracked-changes><text:p>旧文</text:p></text:tracked-changes><text:h text:outline-level="2">公园</text:h>
      <text:p>一年<office:annotation><text:p>批注</text:p></office:annotation>新建<text:s text:c="2"/>12个。</text:p>
      <text:list><text:list-item><text:p>建好</text:p></text:list-item></text:list><table:table>${CELLS.map(row).join('')}</table:table>`;
    expect(extractOpenDocument(madeOpenDocument(body)).text.split('\n')).toEqual([
      '## 公园',
      '一年新建 12个。',
      '- 建好',
      ...TABLE,
    ]);
  });

  test('that is locked is told', () => {
    const locked = madeOpenDocument('', 'text', '<manifest:encryption-data/>');
    expect(() => extractOpenDocument(locked)).toThrow(expect.objectContaining({ code: 'encrypted' }));
  });
});
