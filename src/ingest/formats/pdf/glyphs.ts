// The drawing orders of a PDF page → its characters and rules, each with its place on the page as people see it. Characters are placed one by
// one: a run of text may leave gaps for quotation marks that are drawn on their own. It knows pdf.js's orders and no layout.

import { apply, IDENTITY, type Matrix, matrixOf, multiply, type Point, turned } from './geometry.ts';
import { type Rule, rulesOfPath, turnedRule } from './rules.ts';

/** A character on a page, in points from the lower left corner of the upright page. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  /** Its base line. */
  readonly y: number;
  readonly width: number;
  /** Height of its characters. */
  readonly size: number;
}

/** The marks on a page. */
export interface PageMarks {
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Quarter turns, clockwise, by which they were turned to be read; default: none. */
  readonly turns?: number;
}

/** Drawing orders of a page and what is needed to follow them. */
export interface PageOrders {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
  /** Numbers of the orders by name. */
  readonly names: Readonly<Record<string, number>>;
  /** Width of a font's unit, in sizes of the font. */
  readonly unitOf: (font: string) => number;
}

const PRESENTATION_FORM = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/g;
/** Shapes of radicals that fonts give out for the characters themselves, and which no decomposition resolves. */
const RADICALS = new Map(
  [
    ...'⺟母⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙',
  ].flatMap((shape, index, all) => (index % 2 === 0 ? [[shape, all[index + 1] ?? shape] as const] : [])),
);

interface PlacedGlyph extends Glyph {
  /** Quarter turns of its writing, counter-clockwise; null: askew, as a watermark is. */
  readonly turns: number | null;
}

interface TextState {
  readonly base: Matrix;
  readonly size: number;
  readonly unit: number;
  readonly direction: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
}

const START: TextState = {
  base: IDENTITY,
  size: 0,
  unit: 0.001,
  direction: 1,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
};

interface ShownGlyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
}

function numberAt(values: unknown, index: number): number {
  const value = (values as ArrayLike<unknown> | null)?.[index];
  return typeof value === 'number' ? value : 0;
}

function turnsOf([a, b]: Matrix): number | null {
  const quarter = Math.atan2(b, a) / (Math.PI / 2);
  const turns = Math.round(quarter);
  return Math.abs(quarter - turns) < 0.03 ? (turns + 4) % 4 : null;
}

/** Follows the orders of one page. */
class PageReader {
  readonly glyphs: PlacedGlyph[] = [];
  readonly rules: Rule[] = [];
  readonly #orders: PageOrders;
  #state: TextState = START;
  readonly #saved: TextState[] = [];
  #text: Matrix = IDENTITY;
  #line: Point = [0, 0];
  #at: Point = [0, 0];
  readonly #orderNames: ReadonlyMap<number, string>;
  readonly #handlers: ReadonlyMap<number, (values: unknown) => void>;

  constructor(orders: PageOrders) {
    this.#orders = orders;
    this.#orderNames = new Map(Object.entries(orders.names).map(([name, number]) => [number, name]));
    const { names } = orders;
    const set = (change: (values: unknown) => Partial<TextState>) => (values: unknown) => {
      this.#state = { ...this.#state, ...change(values) };
    };
    const save = (): void => void this.#saved.push(this.#state);
    const restore = (): void => {
      this.#state = this.#saved.pop() ?? this.#state;
    };
    const transform = (values: unknown): void => {
      const matrix = matrixOf(values);
      if (matrix) this.#state = { ...this.#state, base: multiply(this.#state.base, matrix) };
    };
    const handlers: Readonly<Record<string, (values: unknown) => void>> = {
      save,
      restore,
      transform,
      paintFormXObjectBegin: (values) => {
        save();
        transform((values as unknown[] | null)?.[0]);
      },
      paintFormXObjectEnd: restore,
      beginText: () => this.#setMatrix(IDENTITY),
      setTextMatrix: (values) => this.#setMatrix(matrixOf((values as unknown[])[0]) ?? matrixOf(values) ?? IDENTITY),
      moveText: (values) => this.#move(numberAt(values, 0), numberAt(values, 1)),
      setLeadingMoveText: (values) => {
        this.#state = { ...this.#state, leading: numberAt(values, 1) };
        this.#move(numberAt(values, 0), numberAt(values, 1));
      },
      nextLine: () => this.#move(0, this.#state.leading),
      setLeading: set((values) => ({ leading: -numberAt(values, 0) })),
      setCharSpacing: set((values) => ({ charSpacing: numberAt(values, 0) })),
      setWordSpacing: set((values) => ({ wordSpacing: numberAt(values, 0) })),
      setHScale: set((values) => ({ scale: numberAt(values, 0) / 100 })),
      setTextRise: set((values) => ({ rise: numberAt(values, 0) })),
      setFont: (values) => this.#setFont(values),
      showText: (values) => this.#show((values as unknown[])[0]),
      constructPath: (values) => this.#path(values as unknown[]),
    };
    this.#handlers = new Map(
      Object.entries(handlers).flatMap(([name, handler]) => {
        const number = names[name];
        return number === undefined ? [] : [[number, handler] as const];
      }),
    );
  }

  run(): this {
    const { fnArray, argsArray } = this.#orders;
    for (const [index, order] of fnArray.entries()) this.#handlers.get(order)?.(argsArray[index]);
    return this;
  }

  #setMatrix(matrix: Matrix): void {
    [this.#text, this.#line, this.#at] = [matrix, [0, 0], [0, 0]];
  }

  #move(x: number, y: number): void {
    this.#line = [this.#line[0] + x, this.#line[1] + y];
    this.#at = this.#line;
  }

  #setFont(values: unknown): void {
    const [font, size] = values as [string, number];
    const direction = size < 0 ? -1 : 1;
    this.#state = { ...this.#state, size: Math.abs(size), direction, unit: this.#orders.unitOf(font) };
  }

  #show(shown: unknown): void {
    if (!Array.isArray(shown)) return;
    const { size, unit, direction, charSpacing, wordSpacing, scale, rise, base } = this.#state;
    const matrix = multiply(base, this.#text);
    const across = Math.hypot(matrix[0], matrix[1]);
    const height = size * Math.hypot(matrix[2], matrix[3]);
    const turns = turnsOf(matrix);
    for (const glyph of shown as (number | ShownGlyph | null)[]) {
      if (typeof glyph === 'number') this.#advance((-glyph * size * scale) / 1000);
      if (glyph === null || typeof glyph !== 'object') continue;
      const width = (glyph.width ?? 0) * size * unit;
      const [x, y] = apply(matrix, [this.#at[0], this.#at[1] + rise]);
      const text = glyph.unicode ?? '';
      if (text !== '') this.glyphs.push({ text, x, y, width: Math.abs(width * scale) * across, size: height, turns });
      const spacing = ((glyph.isSpace ? wordSpacing : 0) + charSpacing) * direction;
      this.#advance((width + spacing) * scale * direction);
    }
  }

  #path([order, data]: unknown[]): void {
    const name = this.#orderNames.get(order as number) ?? '';
    this.rules.push(...rulesOfPath(name, (data as unknown[] | null)?.[0], this.#state.base));
  }

  #advance(by: number): void {
    this.#at = [this.#at[0] + by, this.#at[1]];
  }
}

/** Returns how most characters of a page are turned: that way it is read. */
function commonTurns(glyphs: readonly PlacedGlyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const { turns } of glyphs) if (turns !== null) counts[turns] = (counts[turns] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts));
}

function plain(text: string): string {
  return text.replace(PRESENTATION_FORM, (shape) => RADICALS.get(shape) ?? shape.normalize('NFKC'));
}

/** Returns the characters and rules of a page, turned so that most of its text runs from left to right; text that runs otherwise is left out. */
export function pageMarks(orders: PageOrders): PageMarks {
  const { glyphs, rules } = new PageReader(orders).run();
  const turns = commonTurns(glyphs);
  const upright = glyphs.filter((glyph) => glyph.turns === turns && glyph.size > 0);
  return {
    glyphs: upright.map(({ text, x, y, width, size }) => {
      const [across, up] = turned([x, y], turns);
      return { text: plain(text), x: across, y: up, width, size };
    }),
    rules: rules.map((rule) => turnedRule(rule, turns)),
    turns,
  };
}
