import { describe, expect, test } from 'vitest';
import { extractPdf } from '../../../src/ingest/formats/pdf.ts';
import { pageLines, withoutRunningHeads } from '../../../src/ingest/formats/pdf-lines.ts';
import { madePdf, type PrintedLine } from './made-files.ts';

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

  test('of which some pages are pictures is read, and it is told', async () => {
    const page = [{ text: '云溪区坚持把公园建到群众家门口。', x: 90, y: 700 }];
    expect((await extractPdf(madePdf([page, [], page]))).remarks).toContain(
      '1 of 3 pages hold no text (pictures, scans)',
    );
  });

  test.each([
    ['that is scanned', madePdf([[], []]), 'no-text', /OCR/],
    ['that is locked', madePdf([[{ text: '甲', x: 90, y: 700 }]], LOCK), 'encrypted', /password/],
    ['that is nonsense', Buffer.from('%PDF-1.4 nonsense'), 'damaged', /PDF/],
  ])('%s is refused with its reason', async (_, bytes, code, reason) => {
    await expect(extractPdf(bytes)).rejects.toMatchObject({ code, message: expect.stringMatching(reason) });
  });
});

describe('lines', () => {
  test('are put together from pieces in whatever order they come, from top to bottom', () => {
    const piece = (text: string, x: number, y: number): Parameters<typeof pageLines>[0][number] => ({
      text,
      x,
      y,
      width: text.length * 10,
      size: 10,
    });
    const lines = pageLines([piece('丙', 10, 50), piece('乙', 20, 101), piece('甲', 10, 100), piece('丁', 200, 50)]);
    expect(lines.map((line) => line.text)).toEqual(['甲乙', '丙 丁']);
    expect(lines[1]?.cells.map((cell) => cell.text)).toEqual(['丙', '丁']);
  });

  test('that stand at the edge of few pages are kept', () => {
    const line = (text: string) => ({ text, left: 0, right: 10, y: 0, size: 10, cells: [{ text, left: 0 }] });
    const pages = [
      [line('一'), line('二')],
      [line('一'), line('三')],
    ];
    expect(withoutRunningHeads(pages)).toEqual({ pages, leftOut: 0 });
  });
});
