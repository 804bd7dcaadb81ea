// Places on a page and how they are moved: matrices as PDF has them, and quarter turns.

/** a, b, c, d, e, f of PDF: x′ = a·x + c·y + e, y′ = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];
/** A place on a page, in points from its lower left corner. */
export type Point = readonly [number, number];

/** The matrix that moves nothing. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Returns the matrix that moves first as `inner` does and then as `outer` does. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** Returns where a matrix moves a point to. */
export function apply([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Returns six numbers as a matrix; null for anything else. */
export function matrixOf(values: unknown): Matrix | null {
  const list = ArrayBuffer.isView(values) || Array.isArray(values) ? Array.from(values as ArrayLike<number>) : [];
  const [a, b, c, d, e, f] = list;
  return f === undefined ? null : [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f];
}

/** Returns a point's place after so many quarter turns, clockwise, about the corner of the page. */
export function turned([x, y]: Point, turns: number): Point {
  if (turns === 0) return [x, y];
  return turned([y, -x], turns - 1);
}
