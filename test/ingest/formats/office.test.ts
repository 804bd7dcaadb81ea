import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { extractDoc } from '../../../src/ingest/formats/doc.ts';
import { extractMail } from '../../../src/ingest/formats/mail.ts';
import { isMime, readMime } from '../../../src/ingest/formats/mime.ts';
import { extractOfd } from '../../../src/ingest/formats/ofd.ts';
import { extractOpenDocument } from '../../../src/ingest/formats/open-document.ts';
import { extractPptx } from '../../../src/ingest/formats/pptx.ts';
import { extractRtf } from '../../../src/ingest/formats/rtf.ts';
import { rowDocuments } from '../../../src/ingest/formats/sheet-documents.ts';
import { madeZip } from './made-files.ts';
import { madeDoc, madeMail, madeOfd, madeOpenDocument, madePptx, type OfdLine } from './made-office.ts';

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

test('slides are read in their order, titles as headings, tables as rows', () => {
  const paragraph = (text: string): string => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`;
  const title = `<p:sp><p:nvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>${paragraph('公园')}</p:sp><p:sp>${paragraph(TEXT)}</p:sp>`;
  const rows = CELLS.map((cells) => `<a:tr>${cells.map((text) => `<a:tc>${paragraph(text)}</a:tc>`).join('')}</a:tr>`);
  const { text, fields } = extractPptx(madePptx([title, `<a:tbl>${rows.join('')}</a:tbl>`]));
  expect(text.split('\n')).toEqual(['# 公园', TEXT, ...TABLE]);
  expect(fields.title).toBe('公园');
});

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

  test('without a word is refused', () => {
    expect(() => extractRtf(Buffer.from('{\\rtf1 }'))).toThrow(expect.objectContaining({ code: 'no-text' }));
  });
});

describe('an old Word file', () => {
  test('keeps its paragraphs and the rows of its tables', async () => {
    const rows = CELLS.map((cells) => `${cells.join('\u0007')}\u0007\u0007`).join('');
    const { text } = await extractDoc(madeDoc(`公园简报\r${TEXT}\r${rows}`));
    expect(text).toContain(`公园简报\n${TEXT}`);
    expect(text).toContain('12.5');
  });

  test('that is locked is told', async () => {
    await expect(extractDoc(madeDoc(TEXT, { isEncrypted: true }))).rejects.toMatchObject({ code: 'encrypted' });
  });
});

describe('a mail', () => {
  test('has its subject, its day and its text; its files are parts of their own', () => {
    const mail = madeMail(TEXT, [{ name: '公园.txt', content: Buffer.from('甲') }]);
    expect(isMime(mail)).toBe(true);
    expect(extractMail(mail)).toMatchObject({
      text: TEXT,
      fields: { title: '公园简报', publishedOn: 'Wed, 03 Aug 2022 12:24:18 +0800' },
    });
    expect(readMime(mail).parts.map(({ fileName, content }) => [fileName, content.toString()])).toEqual([
      [null, `${TEXT}\r\n`],
      ['公园.txt', '甲'],
    ]);
  });

  test('that is a saved page is read as the page', () => {
    const page = Buffer.from(`<h1>公园</h1><p>${TEXT}`).toString('base64');
    const saved = `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${page}\n--b--\n`;
    expect(extractMail(Buffer.from(saved)).text).toBe(`# 公园\n${TEXT}`);
  });

  test('is not what a plain text with a colon is', () => {
    expect(isMime(Buffer.from('标题：公园\n来源：区政府\n'))).toBe(false);
  });
});

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
