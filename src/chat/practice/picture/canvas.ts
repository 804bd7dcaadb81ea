// A canvas: a white image on which boxes and stamps are put; a stamp is made of outlines once and put often. It knows no letters.
import type { Image } from './png.ts';

/** Red, green, blue: 0 … 255 each. */
export type Colour = readonly [number, number, number];

/** A point in pixels, from the upper left corner. */
export type Point = readonly [x: number, y: number];

/** Closed outlines; inside is what lies so by the non-zero rule. */
export type Outline = readonly (readonly Point[])[];

/** A pixel, and the share of it that is filled, 0 … 1. */
export interface Touched {
  readonly x: number;
  readonly y: number;
  readonly share: number;
}

/** The pixels that outlines touch, around their origin. */
export type Stamp = readonly Touched[];

/** A canvas. */
export interface Canvas {
  readonly image: Image;
  fillBox(
    box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    colour: Colour,
  ): void;
  /** @param at in whole pixels: where the stamp's origin comes to lie */
  put(stamp: Stamp, at: Point, colour: Colour): void;
}

/** Each row of pixels is looked at along so many lines; across, coverage is exact. */
const LINES_PER_PIXEL = 4;

/** A white canvas. @param size in whole pixels, ≥ 1 */
export function createCanvas({ width, height }: { readonly width: number; readonly height: number }): Canvas {
  const pixels = new Uint8Array(width * height * 3).fill(255);
  const blend = ({ x, y, share }: Touched, colour: Colour): void => {
    if (x < 0 || x >= width || y < 0 || y >= height || share <= 0) return;
    const at = (y * width + x) * 3;
    for (const [channel, value] of colour.entries()) {
      const before = pixels[at + channel] ?? 255;
      pixels[at + channel] = Math.round(before + (value - before) * Math.min(1, share));
    }
  };
  return {
    image: { width, height, pixels },
    fillBox: ({ x, y, ...size }, colour) => {
      const [left, top] = [Math.round(x), Math.round(y)];
      for (let row = top; row < Math.round(y + size.height); row += 1)
        for (let column = left; column < Math.round(x + size.width); column += 1)
          blend({ x: column, y: row, share: 1 }, colour);
    },
    put: (stamp, [left, top], colour) => {
      for (const { x, y, share } of stamp) blend({ x: left + x, y: top + y, share }, colour);
    },
  };
}

interface Edge {
  readonly from: Point;
  readonly to: Point;
}

/** The pixels that outlines touch, and the share of each that lies inside. */
export function stampOf(outline: Outline): Stamp {
  const edges = outline.flatMap((points) =>
    points.map((from, index): Edge => ({ from, to: points[(index + 1) % points.length] ?? from })),
  );
  const rows = new Map<number, Edge[]>();
  for (const edge of edges) {
    for (const row of rowsOf(edge)) {
      const others = rows.get(row);
      if (others === undefined) rows.set(row, [edge]);
      else others.push(edge);
    }
  }
  return [...rows].flatMap(([row, crossed]) => rowCoverage(crossed, row));
}

function rowsOf({ from: [, a], to: [, b] }: Edge): number[] {
  const first = Math.floor(Math.min(a, b));
  return Array.from({ length: Math.floor(Math.max(a, b)) - first + 1 }, (_, row) => first + row);
}

function rowCoverage(edges: readonly Edge[], y: number): Touched[] {
  const shares = new Map<number, number>();
  for (let line = 0; line < LINES_PER_PIXEL; line += 1) {
    for (const [left, right] of spansAt(edges, y + (line + 0.5) / LINES_PER_PIXEL)) {
      for (let x = Math.floor(left); x < right; x += 1) {
        const inside = Math.min(right, x + 1) - Math.max(left, x);
        shares.set(x, (shares.get(x) ?? 0) + inside / LINES_PER_PIXEL);
      }
    }
  }
  return [...shares].map(([x, share]) => ({ x, y, share }));
}

/** Stretches of a horizontal line that lie inside. */
function spansAt(edges: readonly Edge[], y: number): [number, number][] {
  const crossings = edges
    .filter(({ from, to }) => from[1] <= y !== to[1] <= y)
    .map(({ from, to }) => ({
      x: from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]),
      turn: to[1] > from[1] ? 1 : -1,
    }))
    .sort((a, b) => a.x - b.x);
  const spans: [number, number][] = [];
  let winding = 0;
  for (const [index, { x, turn }] of crossings.entries()) {
    const before = crossings[index - 1];
    if (winding !== 0 && before !== undefined) spans.push([before.x, x]);
    winding += turn;
  }
  return spans;
}
