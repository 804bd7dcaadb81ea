import { describe, expect, test } from 'vitest';
import { rowDocuments } from '../../../src/ingest/formats/sheet-documents.ts';

const TEXT = '云溪区一年新建口袋公园12个，居民满意度位居全市第二。';

describe('a sheet whose rows are documents', () => {
  const header = ['标题', '发文单位', '发文时间', '正文'];

  test('has one for each row with a text', () => {
    const documents = rowDocuments([header, ['公园办法', '区政府', '2021-09-08', `${TEXT}\n完。`], ['空', '', '', '']]);
    expect(documents).toEqual([
      {
        record: { 标题: '公园办法', 发文单位: '区政府', 发文时间: '2021-09-08', title: '公园办法' },
        text: `公园办法：发文单位：区政府，发文时间：2021-09-08。\n${TEXT}\n完。`,
      },
    ]);
  });

  test('is no list of services with a word on each', () => {
    expect(
      rowDocuments([
        ['名称', '内容'],
        ['办证', '三日办结'],
        ['咨询', '随到随办'],
      ]),
    ).toBeNull();
    expect(
      rowDocuments([
        ['地区', '产值'],
        ['云溪区', '12'],
      ]),
    ).toBeNull();
  });
});
