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

/** Of the places where two neighbouring letters stand so many are looked at. */
const MAX_PLACES = 2_000;

const squeezed = (text: string): string => [...text].filter((letter) => !NO_LETTER.test(letter)).join('');

/** A stretch of letters, [from, to). */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Returns two neighbouring letters as one number. */
const pairAt = (letters: string, at: number): number => letters.charCodeAt(at) * 0x10000 + letters.charCodeAt(at + 1);

/** Where each two neighbouring letters of a text stand: a line that is nowhere costs no walk through the text. */
class PairIndex {
  readonly #places = new Map<number, number[]>();

  constructor(letters: string) {
    for (let at = 0; at + 1 < letters.length; at++) {
      const pair = pairAt(letters, at);
      const places = this.#places.get(pair);
      if (places === undefined) this.#places.set(pair, [at]);
      else places.push(at);
    }
  }

  /** Returns where the rarest pair of some letters stands in the text, and at which of them it begins; no places where they have no pair. */
  rarest(letters: string): { places: readonly number[]; offset: number } {
    let best: { places: readonly number[]; offset: number } | null = null;
    for (let offset = 0; offset + 1 < letters.length; offset++) {
      const places = this.#places.get(pairAt(letters, offset)) ?? [];
      if (best === null || places.length < best.places.length) best = { places, offset };
    }
    return best === null ? { places: [], offset: 0 } : { ...best, places: best.places.slice(0, MAX_PLACES) };
  }
}

/** A text without white space, and where its letters and paragraphs stand in it. */
class Letters {
  readonly #letters: string;
  /** Offsets in the text of each letter, in UTF-16 units. */
  readonly #offsets: readonly number[];
  readonly #paragraphs: readonly Stretch[];
  #index: PairIndex | null = null;
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
    const within = (letters.length < SHORT ? AHEAD_SHORT : AHEAD) + letters.length;
    const ahead = this.#letters.slice(this.#at, this.#at + within).indexOf(letters);
    const at = ahead >= 0 ? this.#at + ahead : letters.length < KNOWN_ANYWHERE ? -1 : this.#firstOf(letters);
    if (at < 0) return null;
    this.#at = at + letters.length;
    return { from: at, to: this.#at };
  }

  get #pairs(): PairIndex {
    this.#index ??= new PairIndex(this.#letters);
    return this.#index;
  }

  /** Returns the first place where letters stand; −1 where they do not. */
  #firstOf(letters: string): number {
    const { places, offset } = this.#pairs.rarest(letters);
    const place = places.find((at) => at >= offset && this.#letters.startsWith(letters, at - offset));
    return place === undefined ? -1 : place - offset;
  }

  /** Returns the number of the first paragraph that ends behind a letter. */
  #paragraphAt(letter: number): number {
    let [low, high] = [0, this.#paragraphs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#paragraphs[middle]?.to ?? 0) > letter) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Returns the paragraph that holds all cells of a row, the next before any other; null where none does, or where the next one holds them, too: those are headers. */
  findRow(cells: readonly string[]): Stretch | null {
    const places = cells.filter(({ length }) => length > 1).map((cell) => this.#pairs.rarest(cell).places);
    if (places.some(({ length }) => length === 0)) return null;
    const first = this.#paragraphAt(this.#at);
    const near = this.#paragraphs.slice(first, first + ROWS_AHEAD);
    const next = this.#rowAmong([...near.keys()], near, cells);
    return next ?? (cells.length < MIN_CELLS ? null : this.#rowAnywhere(cells, places));
  }

  /** Finds a row among the paragraphs in which the rarest pair of letters of its cells stands. @param places of the rarest pair of each cell */
  #rowAnywhere(cells: readonly string[], places: readonly (readonly number[])[]): Stretch | null {
    const [rarest] = places.toSorted((left, right) => left.length - right.length);
    const numbers = new Set(rarest?.map((place) => this.#paragraphAt(place)));
    return this.#rowAmong([...numbers], this.#paragraphs, cells);
  }

  /** @param numbers the paragraphs of `among` that may be the row, in their order */
  #rowAmong(numbers: readonly number[], among: readonly Stretch[], cells: readonly string[]): Stretch | null {
    const at = numbers.find((number) => {
      const paragraph = among[number];
      return paragraph !== undefined && this.#holds(paragraph, cells);
    });
    if (at === undefined) return null;
    const [row, next] = [among[at], among[at + 1]];
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
