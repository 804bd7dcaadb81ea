import { describe, expect, test } from 'vitest';
import { extractOfd } from '../../../src/ingest/formats/ofd.ts';
import { madeZip } from './made-files.ts';
import { madeOfd, type OfdLine } from './made-office.ts';

const TEXT = '云溪区一年新建口袋公园12个，居民满意度位居全市第二。';
const TABLE = ['地区 | 产值（亿元）', '云溪区：产值12.5亿元。', '南湖区：产值2.5亿元。'];
const CELLS = [
  ['地区', '产值（亿元）'],
  ['云溪区', '12.5'],
  ['南湖区', '2.5'],
];

describe('an OFD file', () => {
  const cell = (text: string, column: number, row: number): OfdLine => ({
    text,
    x: 21 + column * 40,
    y: 61 + row * 10,
  });

  test('is read like a page, its table by its rules, its title guessed', () => {
    const rules = [
      ...[60, 70, 80, 90].map((y) => [20, y, 100, y] as const),
      ...[20, 60, 100].map((x) => [x, 60, x, 90] as const),
    ];
    const lines = CELLS.flatMap((cells, row) => cells.map((text, column) => cell(text, column, row)));
    const { text, fields } = extractOfd(madeOfd([[{ text: TEXT, x: 20, y: 30 }, ...lines]], rules));
    expect(text.split('\n')).toEqual([TEXT, ...TABLE]);
    expect(fields).toEqual({ title: '公园', isTitleGuessed: true });
  });

  test('goes on from page to page, page numbers left out', () => {
    const page = (number: number): OfdLine[] => [
      { text: `第${number}段。${TEXT}`, x: 20, y: 30 },
      { text: `- ${number} -`, x: 100, y: 280 },
    ];
    expect(extractOfd(madeOfd([page(1), page(2)])).text).toBe(`第1段。${TEXT}\n第2段。${TEXT}`);
  });

  test.each([
    ['without a page', madeZip([{ name: 'OFD.xml', content: '<ofd:OFD/>' }]), 'damaged'],
    ['of pictures alone', madeOfd([[]]), 'no-text'],
    [
      'that is encrypted',
      madeZip([
        { name: 'OFD.xml', content: '' },
        { name: 'Encryptions.xml', content: '' },
      ]),
      'encrypted',
    ],
    ['that is cut off', madeOfd([[]]).subarray(0, 200), 'damaged'],
  ])('%s is refused with its reason', (_, bytes, code) => {
    expect(() => extractOfd(bytes)).toThrow(expect.objectContaining({ code }));
  });
});
