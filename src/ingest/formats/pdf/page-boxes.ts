// Characters of pages → their lines in reading order with their boxes on the page as it is shown. It knows neither PDF nor OFD, and not
// which words of the text a line became.
import type { PageBox, PageDrawing } from '../../../pages.ts';
import type { FileLine, FilePages } from '../types.ts';
import type { Point } from './geometry.ts';
import type { PageMarks } from './glyphs.ts';
import { type PdfLine, pageLines } from './lines.ts';
import { readingOrder } from './regions.ts';

/** How a page is shown. */
export interface PageFrame {
  /** Width ÷ height. */
  readonly ratio: number;
  /** Where a place of the page's marks is shown: shares of width and height from the upper left corner. */
  place(point: Point): Point;
}

/** Of the height of characters, so much reaches above their base line and below it. */
const ABOVE = 0.9;
const BELOW = 0.2;
/** Of files with more lines no boxes are kept. */
const MAX_LINES = 60_000;
const DIGITS = 10_000;

const rounded = (share: number): number => Math.round(Math.max(0, Math.min(1, share)) * DIGITS) / DIGITS;

/** Returns the box between two corners. */
function boxOf([x, y]: Point, [u, v]: Point): PageBox {
  const [left, top] = [rounded(Math.min(x, u)), rounded(Math.min(y, v))];
  return { left, top, width: rounded(Math.max(x, u) - left), height: rounded(Math.max(y, v) - top) };
}

function fileLine({ cells, y, size }: PdfLine, page: number, { place }: PageFrame): FileLine {
  return {
    page,
    cells: cells.map(({ text, left, right }) => ({
      text,
      ...boxOf(place([left, y + ABOVE * size]), place([right, y - BELOW * size])),
    })),
  };
}

/** Returns the lines of a page in reading order. @param page its number, from 1 */
function linesOnPage(marks: PageMarks, page: number, frame: PageFrame): FileLine[] {
  const regions = readingOrder(pageLines(marks.glyphs));
  return regions.flatMap(({ lines }) => lines.map((line) => fileLine(line, page, frame)));
}

function drawingOf({ rules }: PageMarks, lines: readonly FileLine[], { place }: PageFrame): PageDrawing {
  return {
    texts: lines.flatMap(({ cells }) => cells),
    rules: rules.map(({ isAcross, at, from, to }) =>
      isAcross ? boxOf(place([from, at]), place([to, at])) : boxOf(place([at, from]), place([at, to])),
    ),
  };
}

/** Returns the pages of a file for `ExtractedText`; nothing where they hold too many lines. */
export function filePages(
  source: FilePages['source'],
  marks: readonly PageMarks[],
  frames: readonly PageFrame[],
): { pages?: FilePages } {
  const pages = marks.flatMap((own, index) => {
    const frame = frames[index];
    return frame === undefined ? [] : [{ own, frame, lines: linesOnPage(own, index + 1, frame) }];
  });
  const lines = pages.flatMap((page) => page.lines);
  if (lines.length > MAX_LINES) return {};
  const ratios = pages.map(({ frame }) => frame.ratio);
  const drawings = pages.map((page) => drawingOf(page.own, page.lines, page.frame));
  return { pages: { source, ratios, lines, ...(source === 'ofd' && { drawings }) } };
}
