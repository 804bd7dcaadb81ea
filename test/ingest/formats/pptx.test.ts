import { expect, test } from 'vitest';
import { extractPptx } from '../../../src/ingest/formats/pptx.ts';
import { madePptx } from './made-office.ts';

const TEXT = '云溪区一年新建口袋公园12个，居民满意度位居全市第二。';
const TABLE = ['地区 | 产值（亿元）', '云溪区：产值12.5亿元。', '南湖区：产值2.5亿元。'];
const CELLS = [
  ['地区', '产值（亿元）'],
  ['云溪区', '12.5'],
  ['南湖区', '2.5'],
];

test('slides are read in their order, titles as headings, tables as rows', () => {
  const paragraph = (text: string): string => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`;
  const title = `<p:sp><p:nvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>${paragraph('公园')}</p:sp><p:sp>${paragraph(TEXT)}</p:sp>`;
  const rows = CELLS.map((cells) => `<a:tr>${cells.map((text) => `<a:tc>${paragraph(text)}</a:tc>`).join('')}</a:tr>`);
  const { text, fields } = extractPptx(madePptx([title, `<a:tbl>${rows.join('')}</a:tbl>`]));
  expect(text.split('\n')).toEqual(['# 公园', TEXT, ...TABLE]);
  expect(fields.title).toBe('公园');
});
