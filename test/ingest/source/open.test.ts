import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FileExtractor, WorkerExtractor } from '../../../src/ingest/formats/extractor.ts';
import type { Format } from '../../../src/ingest/formats/types.ts';
import { recognise } from '../../../src/ingest/ocr/recognition.ts';
import { MAX_CHARACTERS, type OpenedFile, openBytes, openFile, tooLong } from '../../../src/ingest/source/open.ts';
import { madeDocx, madePdf, madeZip, wordParagraph } from '../formats/made-files.ts';
import { madeMail } from '../formats/made-office.ts';

const TEXT = '云溪区一年新建口袋公园12个，居民满意度位居全市第二。';
const PAGE = `<!DOCTYPE html><html><body><h1>公园</h1><p>${TEXT}</p></body></html>`;
const OLE = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const pdf = madePdf([[{ text: TEXT, x: 60, y: 700 }]]);
const docx = madeDocx(wordParagraph(TEXT));
const xlsx = XLSX.write(
  { SheetNames: ['民生'], Sheets: { 民生: XLSX.utils.aoa_to_sheet([['公园', 12]]) } },
  { type: 'buffer', bookType: 'xlsx' },
) as Buffer;

let folder = '';
const extractor = new WorkerExtractor();
/** As where text recognition is not installed. */
const opener: FileExtractor = {
  extract: (format, content) =>
    (format === 'picture' || format === 'scan') && typeof content !== 'string'
      ? recognise(format, content, '/nowhere')
      : extractor.extract(format as Format, content),
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-open-'));
  // Loading the largest library takes its time on a busy machine.
  extractor.extract('pdf', pdf);
}, 60_000);
afterAll(() => {
  extractor.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(name: string, content: string | Uint8Array): OpenedFile {
  const absolutePath = join(folder, name);
  writeFileSync(absolutePath, content);
  return openFile({ absolutePath, folder, path: name, bytes: statSync(absolutePath).size, changedMs: 0 }, opener);
}

describe('a file is read for what its name says', () => {
  test.each([
    ['a.txt', TEXT, 'text', 'utf-8', TEXT],
    ['a.md', `# 公园\n${TEXT}`, 'markdown', 'utf-8', `# 公园\n${TEXT}`],
    ['a.jsonl', `{"text":"${TEXT}"}`, 'jsonl', 'utf-8', `{"text":"${TEXT}"}`],
    ['a.html', iconv.encode(PAGE, 'gbk'), 'extracted', 'gb18030', `# 公园\n${TEXT}`],
    ['a.HTM', `<p>${TEXT}`, 'extracted', 'utf-8', TEXT],
    [
      'a.csv',
      iconv.encode('公园（个）,12\n桥（座）,3\n', 'gbk'),
      'cells',
      'gb18030',
      '公园（个）：12个。\n桥（座）：3座。',
    ],
    ['a.pdf', pdf, 'extracted', 'pdf', TEXT],
    ['a.docx', docx, 'extracted', 'docx', TEXT],
    ['a.xlsx', xlsx, 'cells', 'xlsx', '# 民生\n公园：12。'],
  ])('%s', (name, content, kind, encoding, text) => {
    expect(open(name, content)).toMatchObject({ ok: true, kind, encoding, text, remarks: [] });
  });
});

describe('a name that lies is told, and the content is read:', () => {
  test.each([
    ['a Word file', 'b.txt', docx, TEXT],
    ['a PDF file', 'b.docx', pdf, TEXT],
    ['an Excel file', 'b.csv', xlsx, '# 民生\n公园：12。'],
    ['a PDF file', 'b.dat', pdf, TEXT],
    ['a web page', 'b.doc', PAGE, `# 公园\n${TEXT}`],
    ['a web page', 'c.txt', PAGE, `# 公园\n${TEXT}`],
    ['plain text', 'b.pdf', TEXT, TEXT],
    ['plain text', 'b.wps', iconv.encode(TEXT, 'gbk'), TEXT],
    ['JSON Lines', 'd.txt', `{"text":"${TEXT}"}\n`, `{"text":"${TEXT}"}\n`],
  ])('%s in %s', (what, name, content, text) => {
    expect(open(name, content)).toMatchObject({ ok: true, text, remarks: [expect.stringContaining(what)] });
  });
});

describe('a file that cannot be read is named with its reason, never taken for an empty one:', () => {
  test.each([
    ['an old Word or WPS file', 'e.doc', OLE, 'old-format', /save it as \.docx/],
    ['a broken old Excel file', 'e.xls', Buffer.concat([OLE, wide('Workbook')]), 'damaged', /taken apart/],
    ['old slides', 'e.ppt', Buffer.concat([OLE, wide('PowerPoint Document')]), 'old-format', /save it as \.pptx/],
    ['a WPS file', 'e.wps', OLE, 'old-format', /WPS/],
    ['a locked Word file', 'e.docx', Buffer.concat([OLE, wide('EncryptedPackage')]), 'encrypted', /password/],
    ['a scanned PDF', 'e.pdf', madePdf([[]]), 'no-text', /scanned.*npm run add -- ocr/],
    ['an empty archive', 'e.zip', madeZip([{ name: '.hidden', content: TEXT }]), 'no-text', /no file/],
    ['a cut-off Word file', 'g.docx', docx.subarray(0, docx.length - 60), 'damaged', /cut off/],
    ['a cut-off PDF', 'g.pdf', pdf.subarray(0, 30), 'damaged', /PDF/],
    ['a picture', 'e.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), 'no-text', /picture.*npm run add -- ocr/],
    ['a picture that calls itself text', 'h.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), 'no-text', /picture/],
    ['a program text', 'e.py', 'print(1)', 'unknown-format', /\.docx/],
    ['an empty Word file', 'i.docx', '', 'empty', /zero bytes/],
    ['a text longer than a report', 'j.txt', '公'.repeat(MAX_CHARACTERS + 1), 'too-large', /split/],
    ['a web page without a word', 'j.html', '<html><body></body></html>', 'no-text', /no text/],
    ['a folder of bytes', 'k.bin', Buffer.alloc(50), 'unknown-format', /\.bin/],
  ])('%s', (_, name, content, code, reason) => {
    expect(open(name, content)).toMatchObject({ ok: false, code, reason: expect.stringMatching(reason) });
  });

  test('a file that is gone', () => {
    const gone = { absolutePath: join(folder, 'gone.txt'), folder, path: 'gone.txt', bytes: 1, changedMs: 0 };
    expect(openFile(gone, extractor)).toMatchObject({ ok: false, code: 'unreadable' });
    expect(openFile({ ...gone, bytes: 1e12 }, extractor)).toMatchObject({ ok: false, code: 'too-large' });
  });

  test('a text just as long as a report may be is read', () => {
    expect(tooLong('公'.repeat(MAX_CHARACTERS))).toBeNull();
  });
});

test('a page tells its title, its source and its date; a bad date is no date', () => {
  const head = '<meta name="PubDate" content="2021-03-04 10:00"><meta name="ContentSource" content="云溪日报">';
  expect(open('m.html', `<html><head><title>公园_云溪网</title>${head}</head><p>${TEXT}`)).toMatchObject({
    own: { title: '公园', publisher: '云溪日报', publishedOn: '2021-03-04', inferred: ['title', 'publishedOn'] },
  });
  expect(open('n.html', `<html><meta name="PubDate" content="soon"><p>${TEXT}`)).toMatchObject({ own: {} });
});

test('an archive hands out its files, and a mail those that are attached', () => {
  const zip = madeZip([
    { name: 'b/a.txt', content: TEXT },
    { name: '__MACOSX/x', content: '' },
  ]);
  expect(open('p.zip', zip)).toMatchObject({ ok: true, text: '', files: [{ path: 'b/a.txt' }] });
  const mail = madeMail(TEXT, [{ name: '公园.txt', content: Buffer.from(TEXT) }]);
  expect(open('p.eml', mail)).toMatchObject({ ok: true, text: TEXT, files: [{ path: '公园.txt' }] });
});

describe('a damaged file of a packed format is called by its name', () => {
  const whole = madeDocx(wordParagraph('公园'));
  const open = (name: string, bytes: Uint8Array) =>
    openBytes(name, bytes, { extract: () => ({ ok: false, code: 'damaged', reason: '' }) });

  test.each([
    ['cut at its end', whole.subarray(0, whole.length - 30)],
    ['cut in the middle', whole.subarray(0, whole.length / 2)],
    ['without its beginning', whole.subarray(10)],
    ['of random bytes', Buffer.from(Array.from({ length: 500 }, (_, n) => (n * 7919 + 131) % 251))],
  ])('a Word file %s', (_, bytes) => {
    expect(open('甲.docx', bytes)).toMatchObject({
      ok: false,
      code: 'damaged',
      reason: expect.stringContaining('a Word file'),
    });
    expect(open('甲.ofd', bytes)).toMatchObject({
      ok: false,
      code: 'damaged',
      reason: expect.stringContaining('an OFD file'),
    });
  });

  test('text under such a name is read, and told', () => {
    expect(open('甲.docx', Buffer.from('云溪区有公园十二处。'))).toMatchObject({ ok: true, kind: 'text' });
  });
});
