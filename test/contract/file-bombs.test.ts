// Files of a few kilobytes that once took gigabytes or minutes: given up within bounds, and the next file is read.
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { WorkerExtractor } from '../../src/ingest/formats/extractor.ts';
import { checkZip } from '../../src/ingest/formats/zip.ts';
import { madeDocx, madePdf, madeZip, wordParagraph } from '../ingest/formats/made-files.ts';

vi.setConfig({ testTimeout: 60_000 });
const MEGABYTE = 1_000_000;
const MAX_MS = 13_000;

const extractor = new WorkerExtractor();
// Starting the process and loading a library are not the file's time.
beforeAll(() => {
  extractor.extract('pdf', madePdf([[{ text: '公园', x: 50, y: 700 }]]));
  extractor.extract('xlsx', sheetWith(`<sheetData>${cell('A1')}</sheetData>`));
});
afterAll(() => extractor.close());

/** Zeros, packed three times over: a kilobyte that unpacks to gigabytes. */
function nestedPdf(): Uint8Array {
  const packed = deflateSync(deflateSync(deflateSync(Buffer.alloc(1_500 * MEGABYTE), { level: 9 }), { level: 9 }));
  const head = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>> endobj
4 0 obj <</Length ${packed.length}/Filter[/FlateDecode/FlateDecode/FlateDecode]>> stream
`;
  const tail = '\nendstream endobj\ntrailer <</Root 1 0 R>>\n';
  return Buffer.concat([Buffer.from(head), packed, Buffer.from(tail)]);
}

function sheetWith(rows: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return madeZip([
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${packages}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet xmlns="${main}">${rows}</worksheet>` },
  ]);
}

const cell = (reference: string): string =>
  `<row r="${/\d+/u.exec(reference)?.[0]}"><c r="${reference}" t="inlineStr"><is><t>公园</t></is></c></row>`;

/** The end record of an archive names fewer files than its directory holds. */
function lyingZip(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const end = copy.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const count = copy.readUInt16LE(end + 10) - 1;
  copy.writeUInt16LE(count, end + 8);
  copy.writeUInt16LE(count, end + 10);
  return copy;
}

describe('a bomb is given up within its time and memory, and the next file is read', () => {
  test.each([
    ['a PDF packed three times', 'pdf', nestedPdf()],
    ['a sheet with one cell in row 999,999,999', 'xlsx', sheetWith(`<sheetData>${cell('A999999999')}</sheetData>`)],
    [
      'a sheet that claims all rows',
      'xlsx',
      sheetWith(`<dimension ref="A1:XFD999999999"/><sheetData>${cell('A1')}</sheetData>`),
    ],
    [
      'a sheet with one merged block',
      'xlsx',
      sheetWith(`<sheetData>${cell('A1')}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`),
    ],
    ['a document of deep brackets', 'html', '<div>'.repeat(2_000_000)],
  ] as const)('%s', (_name, format, content) => {
    const before = process.memoryUsage.rss();
    const started = performance.now();
    const outcome = extractor.extract(format, content);
    expect(performance.now() - started).toBeLessThan(MAX_MS);
    expect(process.memoryUsage.rss() - before).toBeLessThan(512 * MEGABYTE);
    if (!outcome.ok) expect(['too-slow', 'too-large', 'no-text', 'damaged']).toContain(outcome.code);
    expect(extractor.extract('html', '<p>甲</p>')).toMatchObject({ ok: true });
  });
});

describe('an archive whose directory lies', () => {
  test('about the number of its files is damaged, before any library reads it', () => {
    const honest = madeDocx(wordParagraph('公园'));
    expect(() => checkZip(honest)).not.toThrow();
    expect(() => checkZip(lyingZip(honest))).toThrow(/damaged/u);
    expect(extractor.extract('docx', lyingZip(honest))).toMatchObject({ ok: false, code: 'damaged' });
  });

  test('and names a file twice is damaged', () => {
    const twice = madeZip([
      { name: 'a.txt', content: '一' },
      { name: 'a.txt', content: '二' },
    ]);
    expect(() => checkZip(twice)).toThrow(/damaged/u);
  });
});
