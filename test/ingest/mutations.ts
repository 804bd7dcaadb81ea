// Broken files, made from a seed: whole ones cut off, bits turned, names swapped, and the tricks that bring programs down.
import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { madeDocx, madePdf, madeZip, wordCell, wordParagraph } from './formats/made-files.ts';
import { madeDoc, madeMail, madeOfd, madeOpenDocument, madePptx } from './formats/made-office.ts';
import { madeUpText, seededRandom } from './made-up.ts';

/** A file as it would lie in a corpus. */
export interface BrokenFile {
  readonly name: string;
  readonly content: Buffer;
}

/** How large the tricks are: 1 for the real thing, less for a quick run. */
export interface MutationOptions {
  readonly scale: number;
  /** Mutations of files of this ending alone; default: tricks first, then files of all kinds. */
  readonly ending?: string;
}

type Random = () => number;

const ENDINGS = 'txt md html csv jsonl docx xlsx pdf doc wps xls ods odt pptx rtf ofd eml mht zip dat'
  .split(' ')
  .concat('');

/** The endings of formats that have a parser of their own. */
export const PARSED_ENDINGS: readonly string[] = ENDINGS.filter(
  (ending) => !['', 'dat', 'txt', 'md', 'wps'].includes(ending),
);

const plain = (line: string): string => line.replace(/[<>&]/g, '');

/** Whole files of the lesser office formats. */
const OFFICE: Readonly<Record<string, (lines: readonly string[]) => Buffer>> = {
  doc: (lines) => madeDoc(`${lines.join('\r')}\r公园\u000712\u0007\u0007`),
  wps: (lines) => madeDoc(lines.join('\r')),
  odt: (lines) => madeOpenDocument(lines.map((line) => `<text:p>${plain(line)}</text:p>`).join('')),
  pptx: (lines) => madePptx(lines.slice(0, 20).map((line) => `<a:p><a:r><a:t>${plain(line)}</a:t></a:r></a:p>`)),
  rtf: (lines) =>
    Buffer.from(
      `{\\rtf1\\ansicpg936 ${lines.map((line) => `${[...line].map((one) => `\\u${one.charCodeAt(0)}?`).join('')}\\par`).join('\n')}}`,
    ),
  ofd: (lines) => madeOfd([lines.slice(0, 30).map((line, row) => ({ text: plain(line), x: 20, y: 20 + row * 8 }))]),
  eml: (lines) => madeMail(lines.join('\n'), [{ name: '甲.txt', content: Buffer.from(lines.join('\n')) }]),
  mht: (lines) => madeMail(`<p>${lines.join('<p>')}`),
  zip: (lines) =>
    madeZip([
      { name: '甲.txt', content: lines.join('\n') },
      { name: '乙/丙.md', content: '# 公园' },
    ]),
};

function whole(ending: string, random: Random): Buffer {
  const text = madeUpText(Math.floor(random() * 1e6));
  const lines = text.split(/\r?\n/);
  if (ending === 'html')
    return Buffer.from(
      `<html><title>云溪</title><body>${lines.map((line) => `<p>${line}</p>`).join('')}<table><tr><td>公园<td>12</table></body></html>`,
    );
  if (ending === 'csv') return Buffer.from(lines.map((line) => `${line},12,3%`).join('\n'));
  if (ending === 'jsonl') return Buffer.from(lines.map((line) => JSON.stringify({ text: line || '公园' })).join('\n'));
  if (ending === 'docx')
    return madeDocx(
      `${lines.map((line) => wordParagraph(line.replace(/[<>&]/g, ''))).join('')}<w:tbl><w:tr>${wordCell('公园')}${wordCell('12')}</w:tr></w:tbl>`,
    );
  const office = OFFICE[ending];
  if (office) return office(lines);
  if (ending === 'xlsx' || ending === 'xls' || ending === 'ods') {
    const sheet = XLSX.utils.aoa_to_sheet([['指标', '2020年'], ...lines.map((line) => [line, 12.5])]);
    return XLSX.write(
      { SheetNames: ['表'], Sheets: { 表: sheet } },
      { type: 'buffer', bookType: ending === 'xls' ? 'biff8' : ending },
    ) as Buffer;
  }
  if (ending === 'pdf')
    return madePdf([lines.slice(0, 30).map((line, index) => ({ text: line, x: 60, y: 800 - index * 20 }))]);
  return random() < 0.4 ? iconv.encode(text, 'gb18030') : Buffer.from(text);
}

const MUTATIONS: readonly ((content: Buffer, random: Random) => Buffer)[] = [
  (content) => content,
  (content, random) => content.subarray(0, Math.floor(random() * content.length)),
  (content, random) => content.subarray(Math.floor(random() * content.length)),
  (content, random) => {
    const turned = Buffer.from(content);
    for (let count = Math.ceil(random() * 60); count > 0; count--) {
      const at = Math.floor(random() * turned.length);
      turned[at] = (turned[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
    return turned;
  },
  (content, random) => {
    const at = Math.floor(random() * content.length);
    return Buffer.concat([
      content.subarray(0, at),
      Buffer.alloc(Math.ceil(random() * 300), Math.floor(random() * 256)),
      content.subarray(at),
    ]);
  },
  (content, random) => Buffer.from(content).fill(0, Math.floor(random() * content.length)),
  (content, random) => Buffer.concat([content, content.subarray(Math.floor(random() * content.length)), content]),
];

const repeated = (piece: string, length: number): Buffer => Buffer.from(piece.repeat(Math.ceil(length / piece.length)));

/** The tricks, each with the name that it comes under and its size in characters. */
const TRICKS: readonly (readonly [name: string, make: (size: number) => Buffer])[] = [
  ...[
    '一',
    '一、',
    '（一）',
    '1.',
    '|',
    '|甲',
    ' ',
    '公园 ',
    '“',
    '（',
    '12345',
    '12.',
    '2020年',
    '去年',
    '#',
    '-',
    '。',
    '，',
    ';',
    '\\n',
    '\\r\\n',
    '<p>',
    '<',
    '&',
    '&nbsp;',
    '\t',
    'a',
    '图为',
    '记者 ',
    '第一',
    '百',
    '来源：',
    '"',
    '”',
    '）',
    '。”',
    '\u0001',
    '\r',
    '\u2028',
    '甲\n',
    '甲区',
    '云溪区12个，',
    '摘要：公园',
    '😀',
    '摄 ',
    '>> ',
    '十',
    '—',
  ].map((piece): [string, (size: number) => Buffer] => ['txt', (size) => repeated(piece, size)]),
  ['html', (size) => repeated('<div>', size)],
  ['html', (size) => Buffer.from(`<table>${'<tr><td rowspan=1000 colspan=1000>甲'.repeat(size / 40)}`)],
  ['html', (size) => repeated('<table><tr><td>', size)],
  ['html', (size) => repeated('</p>', size)],
  ['html', (size) => Buffer.from(`<a ${'x=1 '.repeat(size / 4)}>`)],
  ['html', (size) => repeated('<b><i><a>甲', size)],
  ['html', (size) => Buffer.from(`<p>${'甲'.repeat(size)}`)],
  ['html', (size) => repeated('<!--', size)],
  ['csv', (size) => repeated('甲,', size)],
  ['csv', (size) => repeated('"', size)],
  ['csv', (size) => repeated('甲\n', size)],
  ['jsonl', (size) => repeated('[', size)],
  ['jsonl', (size) => Buffer.from(`{"text":"${'甲'.repeat(size)}"}`)],
  ['jsonl', (size) => repeated('{"text":"甲"}\n', size / 50)],
  [
    'md',
    (size) =>
      Buffer.from(
        `---\na: &a [x]\n${Array.from({ length: 200 }, (_, index) => `b${index}: [${'*a,'.repeat(20)}*a]`).join('\n')}\n---\n${'甲'.repeat(size / 100)}`,
      ),
  ],
  ['md', (size) => Buffer.from(`---\n${'- '.repeat(size / 100)}\n---\n公园`)],
  ['docx', (size) => madeZip([{ name: 'word/document.xml', content: Buffer.alloc(size * 200) }])],
  ['docx', (size) => madeDocx('<w:p>'.repeat(size / 10))],
  ['docx', (size) => madeDocx(wordParagraph('甲'.repeat(size)))],
  ['xlsx', (size) => madeZip([{ name: 'xl/workbook.xml', content: '<a>'.repeat(size) }])],
  [
    'xlsx',
    (size) =>
      madeZip(
        Array.from({ length: Math.min(30_000, size / 20) }, (_, index) => ({
          name: index === 0 ? 'xl/workbook.xml' : `f${index}`,
          content: '',
        })),
      ),
  ],
  ['pdf', (size) => Buffer.from(`%PDF-1.4\n${'1 0 obj\n<< /A '.repeat(size / 14)}`)],
  [
    'pdf',
    (size) =>
      madePdf(Array.from({ length: Math.min(400, size / 2_000) }, () => [{ text: '甲'.repeat(60), x: 10, y: 700 }])),
  ],
  ['txt', (size) => iconv.encode('公园'.repeat(size / 2), 'utf16le')],
  ['txt', (size) => Buffer.from(Array.from({ length: size }, (_, index) => (index * 7919) % 256))],
];

/** Size of a trick at scale 1, in characters. */
const TRICK_SIZE = 990_000;

/** How many tricks there are; files of these numbers are tricks, those behind them mutations. */
export const TRICK_COUNT = TRICKS.length;

/** A whole file of an ending after one mutation. */
function mutated(ending: string, random: Random): Buffer {
  const mutate = MUTATIONS[Math.floor(random() * MUTATIONS.length)];
  const content = whole(ending, random);
  return mutate ? mutate(content, random) : content;
}

/** The broken file of a number: the same number and scale make the same file. */
export function brokenFile(number: number, { scale, ending: only }: MutationOptions): BrokenFile {
  const padded = String(number).padStart(5, '0');
  if (only !== undefined) return { name: `${padded}.${only}`, content: mutated(only, seededRandom(number)) };
  const trick = TRICKS[number];
  if (trick) return { name: `${padded}.${trick[0]}`, content: trick[1](TRICK_SIZE * scale) };
  const random = seededRandom(number);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const ending = pick(ENDINGS);
  const shown = random() < 0.2 ? pick(ENDINGS) : ending;
  const mutate = pick(MUTATIONS);
  return { name: shown === '' ? padded : `${padded}.${shown}`, content: mutate(whole(ending, random), random) };
}
