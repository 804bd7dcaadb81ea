// Pieces of text on the pages of a PDF → lines with their place, size and cells; running heads and page numbers are told apart.
// It knows no PDF library.

/** A piece of text on a page, in points from the page's lower left corner. */
export interface TextPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of its characters. */
  readonly size: number;
}

/** A line of a page. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Its parts where wide gaps part it, with their left edges; one where nothing does. */
  readonly cells: readonly { readonly text: string; readonly left: number }[];
}

/** Pieces whose base lines differ by less than this share of their size stand on one line. */
const SAME_LINE = 0.5;
/** A gap of this many character heights parts two cells; a smaller one of `SPACE_GAP` is a space between Latin words. */
const CELL_GAP = 1.6;
const SPACE_GAP = 0.18;
const LATIN = /[A-Za-z0-9,.;:)%]$/;

function lineOf(pieces: readonly TextPiece[]): PdfLine {
  const sorted = [...pieces].sort((a, b) => a.x - b.x);
  const size = sorted.reduce((most, piece) => Math.max(most, piece.size), 0);
  const cells: { text: string; left: number }[] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of sorted) {
    const gap = piece.x - right;
    const last = cells.at(-1);
    if (!last || gap > CELL_GAP * size) cells.push({ text: piece.text, left: piece.x });
    else
      last.text +=
        (gap > SPACE_GAP * size && LATIN.test(last.text) && /^[A-Za-z0-9(]/.test(piece.text) ? ' ' : '') + piece.text;
    right = Math.max(right, piece.x + piece.width);
  }
  const [first] = sorted;
  const texts = cells.map((cell) => cell.text.trim());
  return { text: texts.join(' '), left: first?.x ?? 0, right, y: first?.y ?? 0, size, cells };
}

/** Returns the lines of a page, from top to bottom. */
export function pageLines(pieces: readonly TextPiece[]): PdfLine[] {
  const filled = pieces.filter((piece) => piece.text.trim() !== '' && piece.size > 0).sort((a, b) => b.y - a.y);
  const groups: TextPiece[][] = [];
  for (const piece of filled) {
    const group = groups.at(-1);
    const [head] = group ?? [];
    if (group && head && Math.abs(head.y - piece.y) < SAME_LINE * Math.min(head.size, piece.size)) group.push(piece);
    else groups.push([piece]);
  }
  return groups.map(lineOf).filter((line) => line.text !== '');
}

const PAGE_NUMBER = /^(?:[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/,，共]+\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–·\s]*)$/;
const MIN_PAGES = 3;
/** Of a page, this many lines at either end may be running heads. */
const EDGE_LINES = 2;

function headOf(line: PdfLine): string {
  return line.text.replace(/\d+/g, '#').replace(/\s/g, '');
}

function edges(page: readonly PdfLine[]): PdfLine[] {
  return page.length <= EDGE_LINES * 2 ? [...page] : [...page.slice(0, EDGE_LINES), ...page.slice(-EDGE_LINES)];
}

/**
 * Returns the pages without page numbers and without the lines that stand at the edge of most pages.
 * @returns the pages, and how many lines were left out
 */
export function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): { pages: PdfLine[][]; leftOut: number } {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const head of new Set(edges(page).map(headOf))) counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  let leftOut = 0;
  const kept = pages.map((page) => {
    const edge = new Set(edges(page));
    return page.filter((line) => {
      const count = counts.get(headOf(line)) ?? 0;
      const isRunning = pages.length >= MIN_PAGES && count >= MIN_PAGES && count * 2 > pages.length;
      const isFurniture = edge.has(line) && (PAGE_NUMBER.test(line.text) || isRunning);
      if (isFurniture) leftOut++;
      return !isFurniture;
    });
  });
  return { pages: kept, leftOut };
}
