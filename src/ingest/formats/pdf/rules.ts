// The paths that a PDF page draws → its rules: straight strokes, and shapes so thin that they look like strokes.
import { apply, type Matrix, type Point, turned } from './geometry.ts';

/** A straight line that is drawn across or down a page. */
export interface Rule {
  readonly isAcross: boolean;
  /** Its height on the page if it goes across, else its distance from the left. */
  readonly at: number;
  /** Its ends, the smaller first. */
  readonly from: number;
  readonly to: number;
}

/** A drawn shape no thicker than this is a rule. */
const THICKEST_RULE = 3;
const SHORTEST_RULE = 6;
/** Numbers of coordinates behind each step of a path: move, line, curve, quadratic curve, close. */
const COORDINATES: readonly number[] = [2, 2, 6, 4, 0];
const [MOVE, LINE, CLOSE] = [0, 1, 4];
const STROKES: ReadonlySet<string> = new Set([
  'stroke',
  'closeStroke',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
]);
const FILLS: ReadonlySet<string> = new Set(['fill', 'eoFill']);

/** Yields the straight parts of a path, each as its corners; curves are passed over. */
function* subpaths(data: unknown): Generator<Point[]> {
  const numbers = data === null || typeof data !== 'object' ? [] : Object.values(data as Record<string, number>);
  let points: Point[] = [];
  for (let at = 0; at < numbers.length; ) {
    const step = numbers[at] ?? -1;
    const count = COORDINATES[step];
    if (count === undefined) break;
    if (step === MOVE) {
      yield points;
      points = [];
    }
    if (step <= LINE) points.push([numbers[at + 1] ?? 0, numbers[at + 2] ?? 0]);
    else if (step === CLOSE) points.push(points[0] ?? [0, 0]);
    at += count + 1;
  }
  yield points;
}

/** Returns a shape as a rule if it is as thin as one; else none. */
export function ruleOf(points: readonly Point[]): Rule[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, high - low];
  if (height <= THICKEST_RULE && width >= SHORTEST_RULE)
    return [{ isAcross: true, at: (low + high) / 2, from: left, to: right }];
  const isDown = width <= THICKEST_RULE && height >= SHORTEST_RULE;
  return isDown ? [{ isAcross: false, at: (left + right) / 2, from: low, to: high }] : [];
}

/**
 * Returns the rules that a path draws.
 * @param order name of the order that draws it: `stroke`, `eoFill`, …
 * @param data its steps with their coordinates, as pdf.js hands them out
 */
export function rulesOfPath(order: string, data: unknown, base: Matrix): Rule[] {
  const isStroke = STROKES.has(order);
  if (!isStroke && !FILLS.has(order)) return [];
  return [...subpaths(data)].flatMap((points) => {
    const placed = points.map((point) => apply(base, point));
    const sides = isStroke ? placed.slice(1).map((to, index) => [placed[index] ?? to, to]) : [];
    return [placed, ...sides].flatMap((shape) => (shape.length > 1 ? ruleOf(shape) : []));
  });
}

/** Returns a rule after so many quarter turns of the page, clockwise. */
export function turnedRule({ isAcross, at, from, to }: Rule, turns: number): Rule {
  const ends: readonly [Point, Point] = isAcross
    ? [
        [from, at],
        [to, at],
      ]
    : [
        [at, from],
        [at, to],
      ];
  const [[x1, y1], [x2, y2]] = [turned(ends[0], turns), turned(ends[1], turns)];
  return (turns % 2 === 0) === isAcross
    ? { isAcross: true, at: y1, from: Math.min(x1, x2), to: Math.max(x1, x2) }
    : { isAcross: false, at: x1, from: Math.min(y1, y2), to: Math.max(y1, y2) };
}
