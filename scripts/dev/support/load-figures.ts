// Figures of a load: what was answered, turned away and lost, how long it took, and where one process is full.

/** What became of one thing that a person did. */
export interface Outcome {
  /** Who did what through which door: `official/ask`. */
  readonly kind: string;
  /** `turned-away`: told to wait (429); `lost`: an error, or nothing within the time. */
  readonly end: 'answered' | 'turned-away' | 'lost';
  /** From the moment at which it was due, so that waiting behind others counts. */
  readonly elapsedMs: number;
}

/** Figures of some outcomes. */
export interface LoadFigures {
  readonly answered: number;
  readonly turnedAway: number;
  readonly lost: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/** An answer that most wait longer for than this is too slow. */
const MAX_P95_MS = 1_000;

/** Returns the value below which a share of the numbers lies (nearest rank); 0 of none. @param sorted ascending @param part 0 … 1 */
export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}

/** Returns the figures of outcomes; times are those of what was answered. */
export function figuresOf(outcomes: readonly Outcome[]): LoadFigures {
  const count = (end: Outcome['end']): number => outcomes.filter((outcome) => outcome.end === end).length;
  const times = outcomes.filter(({ end }) => end === 'answered').map(({ elapsedMs }) => elapsedMs);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): number => Math.round(percentile(sorted, part));
  return {
    answered: count('answered'),
    turnedAway: count('turned-away'),
    lost: count('lost'),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
  };
}

/** True where a process can take no more: something was lost or turned away, or 1 in 20 waited longer than a second. */
export function isSaturated({ turnedAway, lost, p95Ms }: LoadFigures): boolean {
  return lost > 0 || turnedAway > 0 || p95Ms > MAX_P95_MS;
}

/**
 * Finds the highest rate that a process keeps up with: doubled until it is full, then halfway between.
 * @param measure the figures at a rate @param steps how often the gap is halved, ≥ 0
 * @returns the highest rate that was kept up with (0: none) and the lowest that was not (null: none was found)
 */
export async function findSaturation(
  measure: (rate: number) => Promise<LoadFigures>,
  { from, steps = 2, maxRate = 1_024 }: { from: number; steps?: number; maxRate?: number },
): Promise<{ readonly keptUp: number; readonly full: number | null }> {
  let keptUp = 0;
  let full: number | null = null;
  for (let rate = from; rate <= maxRate && full === null; rate *= 2) {
    if (isSaturated(await measure(rate))) full = rate;
    else keptUp = rate;
  }
  for (let step = 0; step < steps && full !== null; step += 1) {
    const rate = (keptUp + full) / 2;
    if (isSaturated(await measure(rate))) full = rate;
    else keptUp = rate;
  }
  return { keptUp, full };
}
