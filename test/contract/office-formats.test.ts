import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { extractDocx } from '../../src/ingest/formats/docx.ts';
import { extractXlsx } from '../../src/ingest/formats/xlsx.ts';
import { checkZip, zipEntries } from '../../src/ingest/formats/zip.ts';
import { madeDocx, madeZip, wordCell, wordParagraph } from '../ingest/formats/made-files.ts';
import { madeGrid } from '../ingest/formats/made-tables.ts';
import { seededRandom } from '../ingest/made-up.ts';

function madeXlsx(sheets: Readonly<Record<string, XLSX.WorkSheet>>, hidden: readonly string[] = []): Buffer {
  const book = XLSX.utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) XLSX.utils.book_append_sheet(book, sheet, name);
  book.Workbook = { Sheets: book.SheetNames.map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })) };
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

describe('a Word file', () => {
  test('keeps its title, headings, paragraphs and table rows', async () => {
    const table = `<w:tbl><w:tr>${wordCell('地区')}${wordCell('公园（个）')}</w:tr><w:tr>${wordCell('云溪区')}${wordCell('12')}</w:tr></w:tbl>`;
    const body =
      wordParagraph('云溪区报告', 'Title') + wordParagraph('公园', 'Heading2') + wordParagraph('都开放了。') + table;
    const { text, fields } = await extractDocx(madeDocx(body));
    expect(text).toBe('# 云溪区报告\n## 公园\n都开放了。\n地区 | 公园（个）\n云溪区：公园12个。');
    expect(fields).toEqual({ title: '云溪区报告', isTitleGuessed: true });
  });

  test('with merged cells repeats them where they stand', async () => {
    const restart = '<w:vMerge w:val="restart"/>';
    const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
    const table = [
      row(wordCell('地区'), wordCell('2020年', '<w:gridSpan w:val="2"/>')),
      row(wordCell('云溪区', restart), wordCell('1'), wordCell('2')),
      row(wordCell('', '<w:vMerge/>'), wordCell('3'), wordCell('4')),
    ];
    const { text } = await extractDocx(madeDocx(`<w:tbl>${table.join('')}</w:tbl>`));
    expect(text.split('\n').slice(1)).toEqual(['云溪区：2020年1，2020年2。', '云溪区：2020年3，2020年4。']);
  });

  test('keeps every cell of its tables', async () => {
    for (let seed = 0; seed < 40; seed++) {
      const grid = madeGrid(seededRandom(seed));
      const rows = grid.map((row) => `<w:tr>${row.map((cell) => wordCell(cell)).join('')}</w:tr>`);
      const { text } = await extractDocx(madeDocx(`<w:tbl>${rows.join('')}</w:tbl>`));
      for (const cell of grid.flat()) expect(text, `seed ${seed}`).toContain(cell);
    }
  });

  test('without a word is refused', async () => {
    await expect(extractDocx(madeDocx(wordParagraph('')))).rejects.toMatchObject({ code: 'no-text' });
  });
});

describe('an Excel file', () => {
  test('shows its cells as Excel does, each sheet under its name, hidden ones left out and told', () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['指标', '2019年', '2020年'],
      ['产值（亿元）', 200.1, 0.1 + 0.2],
      ['增速', { t: 'n', v: 0.105, z: '0.0%' }, { t: 'n', v: -0.02, z: '0%' }],
    ]);
    const secret = XLSX.utils.aoa_to_sheet([['底稿', 1]]);
    const { text, remarks } = extractXlsx(madeXlsx({ 经济: sheet, 底稿: secret }, ['底稿']));
    expect(text).toBe(
      '# 经济\n指标 | 2019年 | 2020年\n产值（亿元）：2019年产值200.1亿元，2020年产值0.3亿元。\n2019年增速10.5%，2020年增速-2%。',
    );
    expect(remarks).toEqual(['the hidden sheet "底稿" was left out']);
  });

  test('with merged cells repeats them where they stand', () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['云溪区主要指标'],
      ['地区', '2020年'],
      ['', '产值', '增速'],
      ['云溪区', 1, 2],
      ['', 3, 4],
    ]);
    sheet['!merges'] = ['A1:C1', 'A2:A3', 'B2:C2', 'A4:A5'].map((range) => XLSX.utils.decode_range(range));
    expect(extractXlsx(madeXlsx({ Sheet1: sheet })).text.split('\n')).toEqual([
      '## 云溪区主要指标',
      '地区 | 2020年',
      '地区 | 产值 | 增速',
      '云溪区：2020年产值1，2020年增速2。',
      '云溪区：2020年产值3，2020年增速4。',
    ]);
  });

  test('keeps every cell of its sheets', () => {
    for (let seed = 0; seed < 60; seed++) {
      const grid = madeGrid(seededRandom(seed));
      const { text } = extractXlsx(madeXlsx({ 表: XLSX.utils.aoa_to_sheet(grid) }));
      for (const cell of grid.flat()) expect(text, `seed ${seed}`).toContain(cell);
    }
  });

  test('with one cell at the far end of the sheet costs nothing', () => {
    const sheet = XLSX.utils.aoa_to_sheet([['甲']]);
    sheet['XFD1048576'] = { t: 's', v: '远' };
    sheet['!ref'] = 'A1:XFD1048576';
    sheet['!merges'] = [XLSX.utils.decode_range('A1:XFD1048576')];
    const bytes = madeXlsx({ 表: { ...sheet, '!ref': 'A1:A1' } });
    expect(extractXlsx(bytes).text).toContain('甲');
  });

  test('without a word is refused', () => {
    expect(() => extractXlsx(madeXlsx({ 表: XLSX.utils.aoa_to_sheet([[]]) }))).toThrowError(
      expect.objectContaining({ code: 'no-text' }),
    );
  });
});

describe('an archive', () => {
  const zip = madeZip([
    { name: 'a.txt', content: '甲'.repeat(1000) },
    { name: 'b.txt', content: '' },
  ]);

  test('tells what it holds', () => {
    expect(zipEntries(zip).map(({ name, method }) => [name, method])).toEqual([
      ['a.txt', 8],
      ['b.txt', 8],
    ]);
    expect(() => checkZip(zip)).not.toThrow();
  });

  test('that unpacks to far more than it should is refused, whatever its directory claims', () => {
    const bomb = madeZip([{ name: 'a', content: Buffer.alloc(160_000_000) }]);
    const size = bomb.lastIndexOf('PK\u0001\u0002') + 24;
    bomb.writeUInt32LE(10, size);
    expect(() => checkZip(bomb)).toThrowError(expect.objectContaining({ code: 'too-large' }));
  });

  test('that is locked, cut off or spoilt is refused', () => {
    const locked = Buffer.from(zip);
    locked[locked.indexOf('PK\u0001\u0002') + 8] = 1;
    expect(() => checkZip(locked)).toThrowError(expect.objectContaining({ code: 'encrypted' }));
    for (let length = 0; length < zip.length; length += 7)
      expect(() => checkZip(zip.subarray(0, length)), `cut at ${length}`).toThrowError(
        expect.objectContaining({ code: 'damaged' }),
      );
    const spoilt = Buffer.from(zip).fill(0xff, 40, 60);
    expect(() => checkZip(spoilt)).toThrowError(expect.objectContaining({ code: 'damaged' }));
  });
});
