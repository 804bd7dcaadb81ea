// Letters for pictures: the outlines of a text in Noto Sans SC, which comes with the product (a fresh machine has no Chinese font).
// The font is cut into some hundred files by character; only those that a text needs are read.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type PathCommand } from 'fontkitten';
import { type Outline, type Point, type Stamp, stampOf } from './canvas.ts';

const PACKAGE = '@fontsource-variable/noto-sans-sc';
/** The font's files hold hairlines, to be varied by who draws them: each letter is laid over itself, shifted by so much of its size. */
const THICKENING = 0.02;
/** Points of a curve, for each of its pieces: letters are small. */
const CURVE_POINTS = 4;

/** A letter in its place. */
export interface SetLetter {
  /** Whole pixels from the text's left end. */
  readonly x: number;
  /** Its origin lies on the base line. */
  readonly stamp: Stamp;
}

/** A text, set. */
export interface SetText {
  readonly width: number;
  readonly letters: readonly SetLetter[];
}

/** Sets a text. @param size of the type, in pixels */
export type Typeface = (text: string, size: number) => SetText;

/** More letters than this are not kept. */
const MAX_KEPT = 4_000;

type Ranges = readonly (readonly [from: number, to: number])[];

/** Opens the shipped typeface; files are read when they are first needed. */
export function openTypeface(): Typeface {
  const fontOf = openFonts();
  const kept = new Map<string, Letter>();
  const letterOf = (character: string, size: number): Letter => {
    const key = `${character}/${size}`;
    const letter = kept.get(key) ?? makeLetter(character, size, fontOf);
    if (kept.size > MAX_KEPT) kept.clear();
    kept.set(key, letter);
    return letter;
  };
  return (text, size) => {
    let width = 0;
    const letters = [...text].map((character): SetLetter => {
      const { stamp, advance } = letterOf(character, size);
      const x = Math.round(width);
      width += advance;
      return { x, stamp };
    });
    return { width, letters };
  };
}

type FontOf = (codePoint: number) => Font | null;

function openFonts(): FontOf {
  const find = createRequire(import.meta.url).resolve;
  const files = readCoverage(find(`${PACKAGE}/unicode.json`));
  const fonts = new Map<string, Font | null>();
  return (codePoint) => {
    const name = files.find(([, ranges]) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to))?.[0];
    if (name === undefined) return null;
    const font = fonts.get(name) ?? openFont(find(`${PACKAGE}/files/noto-sans-sc-${name}-wght-normal.woff2`));
    fonts.set(name, font);
    return font;
  };
}

function readCoverage(path: string): (readonly [string, Ranges])[] {
  const table = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>;
  return Object.entries(table).map(([name, ranges]) => [name.replace(/[[\]]/gu, ''), ranges.split(',').map(readRange)]);
}

/** @example readRange('U+4e00-4e03') // => [0x4e00, 0x4e03] */
function readRange(text: string): readonly [number, number] {
  const [from = '', to = from] = text.trim().replace(/^U\+/u, '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

function openFont(path: string): Font | null {
  const font = create(readFileSync(path));
  return font.isCollection ? null : font;
}

interface Letter {
  readonly stamp: Stamp;
  /** Pixels to the next letter. */
  readonly advance: number;
}

/** A letter as it is put; a character without a glyph leaves a gap. */
function makeLetter(character: string, size: number, fontOf: FontOf): Letter {
  const codePoint = character.codePointAt(0) ?? 0;
  const font = fontOf(codePoint);
  if (!font?.hasGlyphForCodePoint(codePoint)) return { stamp: [], advance: size / 2 };
  const glyph = font.glyphForCodePoint(codePoint);
  const scale = size / font.unitsPerEm;
  const outline = flatten(glyph.path.commands).map((points) => points.map(([x, y]): Point => [x * scale, -y * scale]));
  return { stamp: stampOf(thickened(outline, size * THICKENING)), advance: glyph.advanceWidth * scale };
}

/** Laid over itself five times: where it is, and shifted to the four corners. */
function thickened(outline: Outline, by: number): Outline {
  const shifts: readonly Point[] = [0, 1, 2, 3].map((corner) => [corner % 2 ? by : -by, corner > 1 ? by : -by]);
  return [[0, 0] as Point, ...shifts].flatMap(([dx, dy]) =>
    outline.map((points) => points.map(([x, y]): Point => [x + dx, y + dy])),
  );
}

/** Closed outlines of straight lines. */
function flatten(commands: readonly PathCommand[]): Point[][] {
  const outlines: Point[][] = [];
  let points: Point[] = [];
  for (const { command, args } of commands) {
    if (command === 'moveTo') {
      points = [];
      outlines.push(points);
    }
    points.push(...piece(points.at(-1) ?? [0, 0], args));
  }
  return outlines.filter((outline) => outline.length > 2);
}

/** Points of a piece after its first: a line has one control point, a curve two or three (Bézier). */
function piece(from: Point, args: readonly number[]): Point[] {
  const controls: Point[] = [from];
  for (let index = 0; index + 1 < args.length; index += 2) controls.push([args[index] ?? 0, args[index + 1] ?? 0]);
  const [, ...given] = controls;
  if (given.length < 2) return given;
  return Array.from({ length: CURVE_POINTS }, (_, step) => bezier(controls, (step + 1) / CURVE_POINTS));
}

/** De Casteljau: between neighbours, again and again, until one point is left. */
function bezier(controls: readonly Point[], t: number): Point {
  const [first = [0, 0], ...rest] = controls;
  if (rest.length === 0) return first;
  const between = rest.map(([x, y], index): Point => {
    const [x0, y0] = controls[index] ?? [x, y];
    return [x0 + (x - x0) * t, y0 + (y - y0) * t];
  });
  return bezier(between, t);
}
