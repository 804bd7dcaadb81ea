// Files of the lesser office formats for tests, made by hand: OFD, OpenDocument, slides, rich text, old Word, mails.
import * as XLSX from '@e965/xlsx';
import { madeZip } from './made-files.ts';

const OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** A line of text of an OFD page, in millimetres from the upper left corner. */
export interface OfdLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

function ofdText({ text, x, y, size = 4 }: OfdLine): string {
  const deltas = `g ${[...text].length - 1} ${size}`;
  return `<ofd:TextObject ID="1" Boundary="${x} ${y} 160 ${size}" Font="1" Size="${size}"><ofd:TextCode X="0" Y="${size}" DeltaX="${deltas}">${text}</ofd:TextCode></ofd:TextObject>`;
}

/** An OFD file by GB/T 33190; `rules` are lines on every page: from x, y to x, y, in millimetres. */
export function madeOfd(
  pages: readonly (readonly OfdLine[])[],
  rules: readonly (readonly [number, number, number, number])[] = [],
): Buffer {
  const paths = rules.map(
    ([x1, y1, x2, y2]) =>
      `<ofd:PathObject ID="2" Boundary="0 0 210 297"><ofd:AbbreviatedData>M ${x1} ${y1} L ${x2} ${y2}</ofd:AbbreviatedData></ofd:PathObject>`,
  );
  const page = (lines: readonly OfdLine[]): string =>
    `<ofd:Page ${OFD}><ofd:Content><ofd:Layer>${lines.map(ofdText).join('')}${paths.join('')}</ofd:Layer></ofd:Content></ofd:Page>`;
  const list = pages.map((_, index) => `<ofd:Page ID="${index}" BaseLoc="Pages/Page_${index}/Content.xml"/>`).join('');
  return madeZip([
    {
      name: 'OFD.xml',
      content: `<ofd:OFD ${OFD}><ofd:DocBody><ofd:DocInfo><ofd:Title>公园</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    },
    {
      name: 'Doc_0/Document.xml',
      content: `<ofd:Document ${OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
    },
    ...pages.map((lines, index) => ({ name: `Doc_0/Pages/Page_${index}/Content.xml`, content: page(lines) })),
  ]);
}

/** An OpenDocument file around the content of its body. @param kind `text`, `presentation` */
export function madeOpenDocument(body: string, kind = 'text', manifest = ''): Buffer {
  return madeZip([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}` },
    { name: 'META-INF/manifest.xml', content: `<manifest:manifest>${manifest}</manifest:manifest>` },
    {
      name: 'content.xml',
      content: `<office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
  ]);
}

/** Slides, each around the content of its shapes, which stand in the file in reverse order. */
export function madePptx(slides: readonly string[]): Buffer {
  const ids = slides.map((_, index) => `<p:sldId id="${index + 256}" r:id="r${index}"/>`).join('');
  const relations = slides
    .map((_, index) => `<Relationship Id="r${index}" Target="slides/slide${index}.xml"/>`)
    .join('');
  return madeZip([
    ...slides
      .map((content, index) => ({ name: `ppt/slides/slide${index}.xml`, content: `<p:sld>${content}</p:sld>` }))
      .reverse(),
    { name: 'ppt/presentation.xml', content: `<p:presentation><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>` },
    { name: 'ppt/_rels/presentation.xml.rels', content: `<Relationships>${relations}</Relationships>` },
  ]);
}

const CCP_TEXT_AT = 0x4c;
const CLX_AT = 0x01a2;
const TEXT_AT = 0x800;
const WORD_97 = 0xa5ec;
/** The table stream is 1Table; the whole is encrypted. */
const [USES_1TABLE, ENCRYPTED] = [0x0200, 0x0100];

/** An old Word file (Word 97) of one piece of text, paragraphs parted by \r, cells by \u0007. */
export function madeDoc(text: string, { isEncrypted = false } = {}): Buffer {
  const characters = Buffer.from(text, 'utf16le');
  const main = Buffer.alloc(Math.max(TEXT_AT + characters.length, 4096));
  main.writeUInt16LE(WORD_97, 0);
  main.writeUInt16LE(0x00c1, 2);
  main.writeUInt16LE(USES_1TABLE | (isEncrypted ? ENCRYPTED : 0), 0x0a);
  main.writeUInt32LE(text.length, CCP_TEXT_AT);
  main.writeUInt32LE(0, CLX_AT);
  characters.copy(main, TEXT_AT);
  const pieces = Buffer.alloc(16);
  pieces.writeUInt32LE(text.length, 4);
  pieces.writeUInt32LE(TEXT_AT, 10);
  const clx = Buffer.alloc(5);
  clx[0] = 0x02;
  clx.writeUInt32LE(pieces.length, 1);
  const table = Buffer.alloc(4096);
  Buffer.concat([clx, pieces]).copy(table);
  main.writeUInt32LE(clx.length + pieces.length, CLX_AT + 4);
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/WordDocument', main);
  XLSX.CFB.utils.cfb_add(container, '/1Table', table);
  return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }) as Uint8Array);
}

/** A mail with a text, and files that are attached to it. */
export function madeMail(
  text: string,
  files: readonly { readonly name: string; readonly content: Buffer }[] = [],
): Buffer {
  const encoded = (name: string): string => `=?utf-8?B?${Buffer.from(name).toString('base64')}?=`;
  const parts = [
    `Content-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`,
    ...files.map(
      ({ name, content }) =>
        `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${encoded(name)}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString('base64')}`,
    ),
  ];
  const [first = '', ...others] = parts;
  return Buffer.from(
    `From: a@example.cn\r\nSubject: ${encoded('公园简报')}\r\nDate: Wed, 03 Aug 2022 12:24:18 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\n${first.replace('gb2312', 'utf-8')}${text}\r\n${others.map((part) => `--b1\r\n${part}\r\n`).join('')}--b1--\r\n`,
  );
}
