import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { extractRtf } from '../../../src/ingest/formats/rtf.ts';

const TABLE = ['地区 | 产值（亿元）', '云溪区：产值12.5亿元。', '南湖区：产值2.5亿元。'];
const CELLS = [
  ['地区', '产值（亿元）'],
  ['云溪区', '12.5'],
  ['南湖区', '2.5'],
];

describe('rich text', () => {
  test('is read by Unicode, by its code page and with its tables; fonts and pictures are left out', () => {
    const gbk = [...iconv.encode('公园', 'gbk')].map((byte) => `\\'${byte.toString(16)}`).join('');
    const unicode = [...'云溪'].map((character) => `\\u${character.charCodeAt(0)}?`).join('');
    const rows = CELLS.map(
      (cells) =>
        `\\intbl ${cells.map((cell) => [...cell].map((one) => `\\u${one.charCodeAt(0)}?`).join('')).join('\\cell ')}\\cell\\row`,
    );
    const source = `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 Song;}}{\\pict 0102}${unicode}${gbk}\\par ${rows.join('\n')}\\pard done.\\par}`;
    expect(extractRtf(Buffer.from(source, 'latin1')).text.split('\n')).toEqual(['云溪公园', ...TABLE, 'done.']);
  });

  test('repeats merged headers over the columns that their edges span', () => {
    const row = (cells: readonly (readonly [string, number])[]): string =>
      `\\trowd${cells.map(([, right]) => `\\cellx${right}`).join('')}\\intbl ${cells.map(([text]) => `${text}\\cell `).join('')}\\row `;
    const rows = [
      row([
        ['Area', 1000],
        ['GDP', 3000],
      ]),
      row([
        ['', 1000],
        ['total', 2000],
        ['growth', 3000],
      ]),
      row([
        ['Yunxi', 1000],
        ['12.5', 2000],
        ['6.1', 3000],
      ]),
    ];
    const { text } = extractRtf(Buffer.from(`{\\rtf1 ${rows.join('')}\\pard end.\\par}`, 'latin1'));
    expect(text.split('\n').at(-2)).toBe('Yunxi：GDPtotal12.5，GDPgrowth6.1。');
  });

  test('without a word is refused', () => {
    expect(() => extractRtf(Buffer.from('{\\rtf1 }'))).toThrow(expect.objectContaining({ code: 'no-text' }));
  });
});
