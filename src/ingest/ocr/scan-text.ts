// Recognised lines → the text of a file: laid out as the pages of a PDF are, with what is doubtful told. It recognises nothing.
import { type PageBox, SURE_CONFIDENCE } from '../../pages.ts';
import type { Glyph, PageMarks } from '../formats/pdf/glyphs.ts';
import { filePages, type PageFrame } from '../formats/pdf/page-boxes.ts';
import { textOfPages } from '../formats/pdf/pages.ts';
import { type ExtractedText, type FileLine, type FilePages, FormatFault } from '../formats/types.ts';

/** A recognised line with its box, in pixels from the upper left corner. */
export interface RecognisedLine {
  readonly text: string;
  /** 0 … 1. */
  readonly confidence: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The lines of a page, and the size of its picture. */
export interface RecognisedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly RecognisedLine[];
}

/** Width of the page that lines are laid out on, in points, as A4 is. */
const PAGE_WIDTH = 595;
const MAX_TOLD = 8;
const MAX_TOLD_CHARACTERS = 20;
/** Of the height of a line's box, this much is its characters. */
const CHARACTER_SHARE = 0.72;

/** Half as wide as Chinese characters. */
const NARROW = /[\u0021-\u007e]/u;

/** Returns the characters of a line with places in proportion to their widths. */
function glyphsOf({ text, left, top, width, height }: RecognisedLine, scale: number, pageHeight: number): Glyph[] {
  const characters = [...text];
  const wide = characters.map((character) => (NARROW.test(character) || character === ' ' ? 0.5 : 1));
  const unit = (width * scale) / wide.reduce((sum, each) => sum + each, 0);
  const y = (pageHeight - top - height * 0.8) * scale;
  let x = left * scale;
  return characters.flatMap((character, index) => {
    const glyph = { text: character, x, y, width: unit * (wide[index] ?? 1), size: height * CHARACTER_SHARE * scale };
    x += glyph.width;
    return character === ' ' ? [] : [glyph];
  });
}

const scaleOf = ({ width }: RecognisedPage): number => PAGE_WIDTH / Math.max(1, width);

function marksOf(page: RecognisedPage): PageMarks {
  return { glyphs: page.lines.flatMap((line) => glyphsOf(line, scaleOf(page), page.height)), rules: [] };
}

function frameOf(page: RecognisedPage): PageFrame {
  const [across, up] = [PAGE_WIDTH, Math.max(1, page.height) * scaleOf(page)];
  return { ratio: across / up, place: ([x, y]) => [x / across, 1 - y / up] };
}

/** True if the middle of a box lies in a recognised line. */
function isIn({ left, top, width, height }: PageBox, line: RecognisedLine, page: RecognisedPage): boolean {
  const [x, y] = [(left + width / 2) * page.width, (top + height / 2) * page.height];
  return x >= line.left && x <= line.left + line.width && y >= line.top && y <= line.top + line.height;
}

/** Returns a line with the confidence of the recognised lines that it is made of, the lowest. */
function withConfidence(line: FileLine, page: RecognisedPage): FileLine {
  const own = page.lines.filter((recognised) => line.cells.some((cell) => isIn(cell, recognised, page)));
  if (own.length === 0) return line;
  const confidence = Math.min(...own.map((recognised) => recognised.confidence));
  return { ...line, confidence: Math.round(confidence * 1_000) / 1_000 };
}

function pagesOf(pages: readonly RecognisedPage[], marks: readonly PageMarks[]): { pages?: FilePages } {
  const { pages: found } = filePages('picture', marks, pages.map(frameOf));
  if (found === undefined) return {};
  const lines = found.lines.map((line) => {
    const page = pages[line.page - 1];
    return page === undefined ? line : withConfidence(line, page);
  });
  return { pages: { ...found, lines } };
}

/** A stroke of a character that was read as a figure: a lone 1 amid a word (引1进). Where it parts no word it is a figure (新建1所). */
const LONE_ONE = /(\p{Script=Han})1(?=(\p{Script=Han}))/gu;
/** How sure one can be of such a line at most. */
const STRAY_CONFIDENCE = 0.6;
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

function hasStrayFigure(text: string): boolean {
  const isWord = (pair: string): boolean => [...WORDS.segment(pair)].length === 1;
  return [...text.matchAll(LONE_ONE)].some(([, before = '', after = '']) => isWord(before + after));
}

/** Returns a page with little confidence in lines that hold a figure that cannot stand there. */
function withDoubts(page: RecognisedPage): RecognisedPage {
  const lines = page.lines.map((line) =>
    hasStrayFigure(line.text) ? { ...line, confidence: Math.min(line.confidence, STRAY_CONFIDENCE) } : line,
  );
  return { ...page, lines };
}

/** Returns the text of recognised pages. @throws FormatFault no-text */
export function textOfScan(recognised: readonly RecognisedPage[]): ExtractedText {
  const pages = recognised.map(withDoubts);
  const lines = pages.flatMap((page) => page.lines);
  if (lines.length === 0) throw new FormatFault('no-text', 'text recognition finds no line in it');
  const marks = pages.map(marksOf);
  const { text, remarks } = textOfPages(marks);
  const doubtful = lines
    .filter(({ confidence }) => confidence < SURE_CONFIDENCE)
    .sort((a, b) => a.confidence - b.confidence);
  const told = doubtful.slice(0, MAX_TOLD).map((line) => `「${line.text.slice(0, MAX_TOLD_CHARACTERS)}」`);
  return {
    text,
    fields: {},
    ...pagesOf(pages, marks),
    remarks: [
      `${lines.length} lines were read by text recognition from pictures; check figures against the picture`,
      ...(doubtful.length > 0
        ? [`${doubtful.length} lines were recognised with little confidence: ${told.join(' ')}`]
        : []),
      ...remarks,
    ],
  };
}
