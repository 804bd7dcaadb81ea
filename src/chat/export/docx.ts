// A document as a Word file: title, headings, paragraphs, tables with repeated heads, and numbered notes with source and exact words.
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { CitedDocument, DocumentCell, DocumentLine, DocumentSection, DocumentTable } from '../../documents.ts';
import type { Citation } from '../../types.ts';
import type { Wording } from '../i18n/wording.ts';
import { originOf, quotedWords } from './notes.ts';

/** A4 and its margins, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_304 };
/** Sizes in half points. */
const SIZE = { title: 40, heading: 30, inner: 26, body: 23, table: 20, note: 18 };
const LINE = 360;
const BODY_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
const HEADING_FONT = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' };
/** Two characters, in twentieths of a point. */
const INDENT = 460;
const MAX_UPRIGHT_COLUMNS = 4;
const HEAD_FILL = 'E8EEF4';
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '8B929A' };

const noteAnchor = (n: number): string => `note-${n}`;

/** The marks of citations: raised numbers that lead to their notes. */
function marks(numbers: readonly number[], size: number): ParagraphChild[] {
  return [...new Set(numbers)]
    .sort((a, b) => a - b)
    .map(
      (n) =>
        new InternalHyperlink({
          anchor: noteAnchor(n),
          children: [new TextRun({ text: `[${n}]`, superScript: true, size, color: '17517E' })],
        }),
    );
}

function lineParagraph({ label, text, citations, mark }: DocumentLine): Paragraph {
  return new Paragraph({
    indent: { firstLine: INDENT },
    spacing: { line: LINE, after: 60 },
    children: [
      ...(label === null ? [] : [new TextRun({ text: `${label}：`, bold: true })]),
      new TextRun({ text, ...(mark !== undefined && { highlight: 'yellow' }) }),
      ...(mark === undefined ? [] : [new TextRun({ text: `【${mark}】`, bold: true, color: 'A2262A' })]),
      ...marks(citations, SIZE.body),
    ],
  });
}

function cellParagraphs({ text, citations }: DocumentCell, isHead: boolean): Paragraph[] {
  const lines = text.split('\n');
  return lines.map(
    (line, index) =>
      new Paragraph({
        spacing: { line: 280, after: 20 },
        children: [
          new TextRun({ text: line, size: SIZE.table, bold: isHead }),
          ...(index === lines.length - 1 ? marks(citations, SIZE.table) : []),
        ],
      }),
  );
}

/** Widths of columns by how much they hold, in twentieths of a point; none is narrower than a word. */
function widthsOf({ columns, rows }: DocumentTable, total: number): number[] {
  const weights = columns.map((name, index) => {
    const longest = Math.max(name.length, ...rows.map((row) => Math.min(60, row[index]?.text.length ?? 0)));
    return Math.max(7, Math.sqrt(longest) * 3);
  });
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => Math.floor((weight / sum) * total));
}

function tableOf(table: DocumentTable, total: number): Table {
  const widths = widthsOf(table, total);
  const cell = (children: Paragraph[], index: number, isHead: boolean): TableCell =>
    new TableCell({
      children,
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      ...(isHead && { shading: { fill: HEAD_FILL } }),
    });
  const plain = (text: string): DocumentCell => ({ text, value: null, unit: null, citations: [] });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((name, index) => cell(cellParagraphs(plain(name), true), index, true)),
  });
  const rows = table.rows.map(
    (row) =>
      new TableRow({ children: row.map((each, index) => cell(cellParagraphs(each, index === 0), index, false)) }),
  );
  const borders = { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE };
  return new Table({
    rows: [head, ...rows],
    columnWidths: widths,
    width: { size: widths.reduce((all, width) => all + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders,
  });
}

function heading(text: string, level: DocumentSection['level']): Paragraph {
  return new Paragraph({
    text,
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
  });
}

function sectionOf({ title, level, lines, table }: DocumentSection, width: number): (Paragraph | Table)[] {
  return [
    ...(title === '' ? [] : [heading(title, level)]),
    ...lines.map(lineParagraph),
    ...(table === null ? [] : [tableOf(table, width), new Paragraph({ text: '' })]),
  ];
}

/** A numbered note: source, then the exact words. */
function noteOf(citation: Citation, wording: Wording): Paragraph {
  const children = [new TextRun({ text: `[${citation.n}] `, size: SIZE.note, bold: true })];
  return new Paragraph({
    spacing: { after: 60 },
    children: [
      new Bookmark({ id: noteAnchor(citation.n), children }),
      new TextRun({ text: `${originOf(citation)}：${quotedWords(citation, wording)}`, size: SIZE.note }),
    ],
  });
}

const headingStyle = (size: number, before: number) => ({
  run: { size, bold: true, font: HEADING_FONT, color: '1C2631' },
  paragraph: { spacing: { before, after: 120 } },
});

/** Returns a document as the bytes of a `.docx` file. */
export async function docxOf(cited: CitedDocument, wording: Wording): Promise<Uint8Array> {
  const isWide = cited.sections.some(({ table }) => (table?.columns.length ?? 0) > MAX_UPRIGHT_COLUMNS);
  const width = (isWide ? PAGE.height : PAGE.width) - 2 * PAGE.margin;
  const margin = { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin };
  const orientation = isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const pageNumber = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: SIZE.note })],
  });
  const notes = cited.citations.map((citation) => noteOf(citation, wording));
  const children = [
    new Paragraph({ text: cited.title, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER }),
    ...cited.about.map(
      (text) =>
        new Paragraph({ spacing: { after: 60 }, children: [new TextRun({ text, size: SIZE.note, color: '55606C' })] }),
    ),
    ...cited.sections.flatMap((section) => sectionOf(section, width)),
    ...(notes.length === 0 ? [] : [heading(wording.documents.sources, 1), ...notes]),
  ];
  const document = new Document({
    title: cited.title,
    styles: {
      default: {
        document: { run: { font: BODY_FONT, size: SIZE.body } },
        title: { run: { size: SIZE.title, bold: true, font: HEADING_FONT }, paragraph: { spacing: { after: 200 } } },
        heading1: headingStyle(SIZE.heading, 280),
        heading2: headingStyle(SIZE.inner, 180),
      },
    },
    sections: [
      {
        properties: { page: { size: { width: PAGE.width, height: PAGE.height, orientation }, margin } },
        footers: { default: new Footer({ children: [pageNumber] }) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
