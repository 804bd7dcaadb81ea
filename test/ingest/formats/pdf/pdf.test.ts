import { describe, expect, test } from 'vitest';
import type { Glyph } from '../../../../src/ingest/formats/pdf/glyphs.ts';
import { type PdfLine, pageLines, withoutRunningHeads } from '../../../../src/ingest/formats/pdf/lines.ts';
import { extractPdf } from '../../../../src/ingest/formats/pdf/pdf.ts';
import { madePdf, type PrintedLine } from '../made-files.ts';

const LOCK = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >> /ID [<00><00>]`;

function row(y: number, ...cells: string[]): PrintedLine[] {
  return cells.map((text, index) => ({ text, x: 90 + index * 150, y }));
}

describe('a PDF file', () => {
  test('without its fonts keeps headings, joins wrapped lines to paragraphs and reads aligned cells as rows', async () => {
    const page: PrintedLine[] = [
      { text: '云溪区工作报告', x: 200, y: 780, size: 20 },
      { text: '云溪区坚持把公园建到群众家门口，一年新建口袋公园十二个，又把老', x: 114, y: 740 },
      { text: '旧小区改好了。居民满意度位居全市第二。', x: 90, y: 720 },
      { text: '南湖区也在建公园。', x: 114, y: 700 },
      ...row(600, '地区', '产值（亿元）', '增速'),
      ...row(580, '云溪区', '12.5', '3%'),
      ...row(560, '南湖区', '2.5', '8%'),
    ];
    const { text } = await extractPdf(madePdf([page]));
    expect(text.split('\n')).toEqual([
      '# 云溪区工作报告',
      '云溪区坚持把公园建到群众家门口，一年新建口袋公园十二个，又把老旧小区改好了。居民满意度位居全市第二。',
      '南湖区也在建公园。',
      '地区 | 产值（亿元） | 增速',
      '云溪区：产值12.5亿元，增速3%。',
      '南湖区：产值2.5亿元，增速8%。',
    ]);
  });

  test('loses page numbers and running heads, and a sentence goes on over the page', async () => {
    const page = (number: number, text: string): PrintedLine[] => [
      { text: '云溪区年鉴', x: 250, y: 810 },
      { text, x: 90, y: 700 },
      { text: `- ${number} -`, x: 290, y: 30 },
    ];
    const first = '公园城市的建设从这里开始，一年新建口袋公园十二个，又把老旧小区也';
    const { text, remarks } = await extractPdf(madePdf([page(1, first), page(2, '改好了。'), page(3, '完。')]));
    expect(text).toBe(`${first}改好了。\n完。`);
    expect(remarks).toEqual(['6 page numbers and running heads were left out']);
  });

  test('in two columns is read down the first and then down the second, tables as wide as the page stay whole', async () => {
    const left = [
      '全区坚持把公园建到群众家门口，',
      '一年新建口袋公园十二个，又把老',
      '旧小区改好了。老人有了食堂，孩',
      '子有了书屋。',
    ];
    const right = [
      '工业方面，规上企业达到一百二十',
      '家，新增十五家，税收增长了百分',
      '之八，用工两千三百人，都是本地',
      '的年轻人。',
    ];
    const column = (texts: readonly string[], x: number): PrintedLine[] =>
      texts.map((text, index) => ({ text, x, y: 740 - index * 20 }));
    const page = [
      { text: '云溪区工作报告云溪区工作报告云溪区工作', x: 180, y: 780 },
      ...column(left, 90),
      ...column(right, 320),
      ...row(600, '地区', '产值（亿元）', '增速'),
      ...row(580, '云溪区', '12.5', '3%'),
      ...row(560, '南湖区', '2.5', '8%'),
    ];
    const { text } = await extractPdf(madePdf([page]));
    expect(text.split('\n')).toEqual([
      '云溪区工作报告云溪区工作报告云溪区工作',
      left.join(''),
      right.join(''),
      '地区 | 产值（亿元） | 增速',
      '云溪区：产值12.5亿元，增速3%。',
      '南湖区：产值2.5亿元，增速8%。',
    ]);
  });

  test('keeps each quotation mark where it stands on the page, whatever the order of drawing', async () => {
    const page = [
      { text: '“', x: 126, y: 700 },
      { text: '”', x: 174, y: 700 },
      { text: '三年建', x: 90, y: 700 },
      { text: '金谷园', x: 138, y: 700 },
      { text: '。群众都说好', x: 186, y: 700 },
    ];
    expect((await extractPdf(madePdf([page]))).text).toBe('三年建“金谷园”。群众都说好');
  });

  test('goes on behind a line that ends early because the next figure had no room on it', async () => {
    const page = [
      { text: '云溪区坚持把公园建到群众家门口，一年新建口袋公园十二个，又把老', x: 90, y: 740 },
      { text: '旧小区改好了，全区固定资产投资完成', x: 90, y: 720 },
      { text: '1234567890123.75元。', x: 90, y: 700 },
    ];
    expect((await extractPdf(madePdf([page]))).text).toContain('全区固定资产投资完成1234567890123.75元。');
  });

  describe('with a table between rules', () => {
    const rules = [740, 720, 660, 640, 620].map((y) => [90, y, 390, y] as const);
    const sides = [90, 190, 390].map((x) => [x, 620, x, 740] as const);
    const inner = [290, 620, 290, 720] as const;
    const cell = (text: string, column: number, y: number): PrintedLine => ({ text, x: 95 + column * 100, y });
    const body = (y: number, ...cells: string[]): PrintedLine[] => cells.map((text, index) => cell(text, index, y));
    const header = [
      cell('地区', 0, 700),
      cell('生产总值', 1, 725),
      cell('总量（亿', 1, 700),
      cell('元）', 1, 680),
      cell('增速（%）', 2, 690),
    ];
    const first = [...header, ...body(645, '云溪区', '12.5', '6.1'), ...body(625, '南湖区', '9.5', '4.2')];

    // A rule below the merged header stands over the two columns that it heads.
    const below = rules.map((rule) => (rule[1] === 720 ? ([190, 720, 390, 720] as const) : rule));

    test('has its headers, merged and wrapped, in each row', async () => {
      const { text } = await extractPdf(madePdf([first], { rules: [...below, ...sides, inner] }));
      expect(text.split('\n').slice(-2)).toEqual([
        '云溪区：生产总值总量12.5亿元，生产总值增速6.1%。',
        '南湖区：生产总值总量9.5亿元，生产总值增速4.2%。',
      ]);
    });

    test('goes on over the page under the same headers', async () => {
      const next = [...header, ...body(645, '东山区', '7.5', '3.3'), ...body(625, '西山区', '5.5', '2.2')];
      const { text } = await extractPdf(madePdf([first, next], { rules: [...below, ...sides, inner] }));
      expect(text.match(/总量/g)?.length).toBe(5);
      expect(text).toContain('西山区：生产总值总量5.5亿元，');
    });
  });

  test('that lies on its side is read upright', async () => {
    const rotated = await extractPdf(
      madePdf([[{ text: '云溪区坚持把公园建到群众家门口。', x: 90, y: 700 }]], { page: '/Rotate 90' }),
    );
    expect(rotated.text).toBe('云溪区坚持把公园建到群众家门口。');
  });

  test('has the notes at the foot of its pages behind all else', async () => {
    const line = '云溪区坚持把公园建到群众家门口，一年新建口袋公园十二个，又把老';
    const first = [
      { text: line, x: 90, y: 740 },
      { text: '[1] 口袋公园：小的公园。', x: 90, y: 60, size: 8 },
    ];
    const { text } = await extractPdf(madePdf([first, [{ text: '旧小区改好了。', x: 90, y: 740 }]]));
    expect(text).toBe(`${line}旧小区改好了。\n[1] 口袋公园：小的公园。`);
  });

  test('of which some pages are pictures is read, and it is told', async () => {
    const page = [{ text: '云溪区坚持把公园建到群众家门口。', x: 90, y: 700 }];
    expect((await extractPdf(madePdf([page, [], page]))).remarks).toContain(
      '1 of 3 pages hold no text (pictures, scans)',
    );
  });

  test.each([
    ['that is scanned', madePdf([[], []]), 'no-text', /OCR/],
    ['that is locked', madePdf([[{ text: '甲', x: 90, y: 700 }]], { trailer: LOCK }), 'encrypted', /password/],
    ['that is nonsense', Buffer.from('%PDF-1.4 nonsense'), 'damaged', /PDF/],
  ])('%s is refused with its reason', async (_, bytes, code, reason) => {
    await expect(extractPdf(bytes)).rejects.toMatchObject({ code, message: expect.stringMatching(reason) });
  });
});

describe('lines', () => {
  test('are put together from characters in whatever order they come, from top to bottom', () => {
    const glyph = (text: string, x: number, y: number): Glyph => ({ text, x, y, width: 10, size: 10 });
    const lines = pageLines([glyph('丙', 10, 50), glyph('乙', 20, 101), glyph('甲', 10, 100), glyph('丁', 200, 50)]);
    expect(lines.map((line) => line.text)).toEqual(['甲乙', '丙 丁']);
    expect(lines[1]?.cells.map((cell) => cell.text)).toEqual(['丙', '丁']);
  });

  test('that are drawn twice to look bold are read once', () => {
    const glyph = (text: string, x: number): Glyph => ({ text, x, y: 0, width: 10, size: 10 });
    expect(pageLines([glyph('甲', 0), glyph('甲', 0.4), glyph('乙', 10), glyph('乙', 10.4)])[0]?.text).toBe('甲乙');
  });

  test('are parted where other cells of the page begin, though a mark hangs into the gap', () => {
    const glyph = (text: string, x: number, y: number): Glyph => ({ text, x, y, width: 10, size: 10 });
    const rows = [90, 70, 50, 30].flatMap((y) => [glyph('甲', 0, y), glyph('乙', 30, y)]);
    const lines = pageLines([...rows, glyph('甲', 0, 10), glyph('。', 10, 10), glyph('乙', 30, 10)]);
    expect(lines.at(-1)?.cells.map(({ text }) => text)).toEqual(['甲。', '乙']);
  });

  test('that stand at the edge of few pages are kept', () => {
    const line = (text: string): PdfLine => {
      const cells = [{ text, left: 0, right: 10, unitWidth: 10 }];
      return { text, left: 0, right: 10, y: 0, size: 10, cells };
    };
    const pages = [
      [line('一'), line('二')],
      [line('一'), line('三')],
    ];
    expect(withoutRunningHeads(pages)).toEqual({ pages, leftOut: 0 });
  });
});
