// Finds for each line of a file's pages which stretch of the text it became: lines are looked for one after the other where the text goes on,
// rows of tables as the paragraph that holds all their cells. What became of no text (page numbers, running heads) is left out.
import type { PageBox, PageSpan } from '../../pages.ts';
import type { FileLine } from '../formats/types.ts';

/** A line is looked for so many letters ahead, a short one less far: short ones stand in many places. */
const AHEAD = 4_000;
const AHEAD_SHORT = 300;
const SHORT = 4;
/** Lines of so many letters are known wherever they stand. */
const KNOWN_ANYWHERE = 8;
/** Rows of a table are looked for in so many paragraphs. */
const ROWS_AHEAD = 60;
/** Rows of so many cells are known wherever they stand. */
const MIN_CELLS = 2;
/** What is no letter of the text, or was put into it: white space and the marks of headings. */
const NO_LETTER = /[\s#]/u;
const DIGIT = /[\d.]/u;
/** The parts of a row whose cells stand close: figures, and what stands between them. */
const PART = /\d[\d.,]*%?|[^\d\s]+/gu;

const squeezed = (text: string): string => [...text].filter((letter) => !NO_LETTER.test(letter)).join('');

/** A stretch of letters, [from, to). */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A text without white space, and where its letters and paragraphs stand in it. */
class Letters {
  readonly #letters: string;
  /** Offsets in the text of each letter, in UTF-16 units. */
  readonly #offsets: readonly number[];
  readonly #paragraphs: readonly Stretch[];
  #at = 0;

  constructor(text: string) {
    const letters: string[] = [];
    const offsets: number[] = [];
    const paragraphs: Stretch[] = [];
    let from = 0;
    for (let index = 0; index < text.length; index++) {
      const letter = text.charAt(index);
      if (letter === '\n') {
        if (letters.length > from) paragraphs.push({ from, to: letters.length });
        from = letters.length;
      }
      if (NO_LETTER.test(letter)) continue;
      letters.push(letter);
      offsets.push(index);
    }
    if (letters.length > from) paragraphs.push({ from, to: letters.length });
    [this.#letters, this.#offsets, this.#paragraphs] = [letters.join(''), offsets, paragraphs];
  }

  /** Returns where letters stand next; null where they do not. */
  find(letters: string): Stretch | null {
    const ahead = this.#letters.indexOf(letters, this.#at);
    const isNear = ahead >= 0 && ahead - this.#at <= (letters.length < SHORT ? AHEAD_SHORT : AHEAD);
    const at = isNear || letters.length < KNOWN_ANYWHERE ? ahead : this.#letters.indexOf(letters);
    if (at < 0 || (!isNear && letters.length < KNOWN_ANYWHERE)) return null;
    this.#at = at + letters.length;
    return { from: at, to: this.#at };
  }

  /** Returns the paragraph that holds all cells of a row, the next before any other; null where none does, or where the next one holds them, too: those are headers. */
  findRow(cells: readonly string[]): Stretch | null {
    const first = this.#paragraphs.findIndex(({ to }) => to > this.#at);
    const next = first < 0 ? null : this.#rowAmong(this.#paragraphs.slice(first, first + ROWS_AHEAD), cells);
    return next ?? (cells.length < MIN_CELLS ? null : this.#rowAmong(this.#paragraphs, cells));
  }

  #rowAmong(near: readonly Stretch[], cells: readonly string[]): Stretch | null {
    const at = near.findIndex((paragraph) => this.#holds(paragraph, cells));
    const [row, next] = [near[at], near[at + 1]];
    if (row === undefined || (next !== undefined && this.#holds(next, cells))) return null;
    this.#at = row.from;
    return row;
  }

  #holds({ from, to }: Stretch, cells: readonly string[]): boolean {
    const paragraph = this.#letters.slice(from, to);
    return cells.every((cell) => holdsWhole(paragraph, cell));
  }

  /** Returns a stretch as offsets in the text. */
  spanOf({ from, to }: Stretch): { start: number; end: number } {
    return { start: this.#offsets[from] ?? 0, end: (this.#offsets[to - 1] ?? 0) + 1 };
  }
}

/** True if a text holds a cell; a figure not as a part of a longer one. */
function holdsWhole(text: string, cell: string): boolean {
  for (let at = text.indexOf(cell); at >= 0; at = text.indexOf(cell, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + cell.length)];
    const isCut = (one: string, other: string): boolean => /\d/u.test(one) && DIGIT.test(other);
    if (!isCut(cell.charAt(0), before) && !isCut(cell.slice(-1), after)) return true;
  }
  return false;
}

function boxAround(boxes: readonly PageBox[]): PageBox {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const width = Math.max(...boxes.map((box) => box.left + box.width)) - left;
  const height = Math.max(...boxes.map((box) => box.top + box.height)) - top;
  return { left, top, width, height };
}

/** Returns where the lines of a file's pages stand in a text that was made of them, or of a part of them. */
export function pageSpans(text: string, lines: readonly FileLine[]): PageSpan[] {
  const letters = new Letters(text);
  return lines.flatMap(({ page, cells, confidence }): PageSpan[] => {
    const line = squeezed(cells.map((cell) => cell.text).join(''));
    if (line === '') return [];
    const parts = cells.flatMap((cell) => cell.text.match(PART) ?? []).map(squeezed);
    const found = letters.find(line) ?? letters.findRow(parts);
    if (found === null) return [];
    return [{ ...letters.spanOf(found), page, ...boxAround(cells), ...(confidence !== undefined && { confidence }) }];
  });
}
