// How fast a time grows with its input, as one number.

/** The time that an input took. */
export interface Measured {
  readonly characters: number;
  readonly elapsedMs: number;
}

/** Times below this are the clock's and the collector's more than the work's, and are left out. */
const MIN_TOLD_MS = 4;
/** The longest inputs tell how it goes on. */
const TOLD_STEPS = 4;

/**
 * Returns the slope of log time over log length, by least squares over the longest inputs: 1 is linear, 2 the square; 0 where fewer
 * than three inputs took long enough to tell.
 */
export function exponentOf(curve: readonly Measured[]): number {
  const told = curve.filter(({ elapsedMs }) => elapsedMs >= MIN_TOLD_MS).slice(-TOLD_STEPS);
  if (told.length < 3) return 0;
  const points = told.map(({ characters, elapsedMs }) => [Math.log2(characters), Math.log2(elapsedMs)] as const);
  const mean = (index: 0 | 1): number => points.reduce((sum, point) => sum + point[index], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const rise = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return rise / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
