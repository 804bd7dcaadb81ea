// Moves a card's next day: to a quieter day near FSRS's own, away from the days of its siblings; what is missed again and again rests.
import { DAY_MS } from '../../durations.ts';
import type { Schedule } from './schedule.ts';

/** An item that was missed so often without being known in between rests. */
const LEECH_MISSES = 6;
/** How long it rests, in days. */
export const REST_DAYS = 14;
const SAME_DAY_MS = DAY_MS / 2;
/** From this interval on, in days, a day more or less does no harm (Anki's fuzz begins at 2.5 days). */
const MIN_MOVED_DAYS = 2.5;
/** Shares of the interval by which it may move, each for the part of it between two lengths in days (Anki's own). */
const RANGES = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Number.POSITIVE_INFINITY, share: 0.05 },
] as const;

/** What a card's day is chosen by. */
export interface PacedOptions {
  /** The schedule before the answer; null: the first answer. */
  readonly before: Schedule | null;
  readonly isRight: boolean;
  readonly at: Date;
  /** Cards that are due so many days from now. */
  readonly loadOn: (days: number) => number;
  /** True if a card of the same sentence is due so many days from now. */
  readonly hasSiblingOn: (days: number) => boolean;
}

/** True if an item was just put to rest because it was missed again and again. */
export function isLeech({ misses = 0, dueAt, lastReviewAt }: Schedule): boolean {
  return misses >= LEECH_MISSES && lastReviewAt !== null && dueAt - lastReviewAt >= (REST_DAYS - 1) * DAY_MS;
}

/** Returns by how many days an interval may move, ≥ 0. @example spreadOf(10) // => 2 */
export function spreadOf(days: number): number {
  if (days < MIN_MOVED_DAYS) return 0;
  return RANGES.reduce((sum, { from, to, share }) => sum + share * Math.max(0, Math.min(days, to) - from), 1);
}

/** Returns a schedule on a day that suits the learner. Only the day changes: stability and difficulty are FSRS's. */
export function paced(schedule: Schedule, options: PacedOptions): Schedule {
  const { before, isRight, at } = options;
  const misses = isRight ? Math.max(0, (before?.misses ?? 0) - 1) : restedMisses(before) + 1;
  const counted = misses === 0 ? schedule : { ...schedule, misses };
  if (!isRight && misses >= LEECH_MISSES) return { ...counted, dueAt: at.getTime() + REST_DAYS * DAY_MS };
  // Twice wrong within one day is enough for that day.
  if (!isRight && isSameDay(before, at)) return { ...counted, dueAt: at.getTime() + DAY_MS };
  const days = (schedule.dueAt - at.getTime()) / DAY_MS;
  const moved = bestDay(Math.round(days), options);
  return days < 1 || moved === Math.round(days)
    ? counted
    : { ...counted, dueAt: schedule.dueAt + (moved - Math.round(days)) * DAY_MS };
}

/** True if an item was answered within the hours that one practises in on a day. */
function isSameDay(before: Schedule | null, at: Date): boolean {
  return before?.lastReviewAt != null && at.getTime() - before.lastReviewAt < SAME_DAY_MS;
}

/** Returns the misses that count on: an item that has rested begins anew. */
function restedMisses(before: Schedule | null): number {
  const misses = before?.misses ?? 0;
  return misses >= LEECH_MISSES ? 0 : misses;
}

/** Returns the quietest day near a wanted one that no sibling has; of equal ones the nearest. */
function bestDay(wanted: number, { loadOn, hasSiblingOn }: PacedOptions): number {
  const spread = Math.round(spreadOf(wanted));
  // A sibling is stepped aside for even where the interval is too short to move otherwise.
  const reach = Math.max(spread, hasSiblingOn(wanted) ? 1 : 0);
  let best = wanted;
  let lowest = costOf(wanted, { loadOn, hasSiblingOn });
  for (let step = 1; step <= reach; step += 1) {
    for (const days of [wanted - step, wanted + step]) {
      if (days < 1) continue;
      const cost = costOf(days, { loadOn, hasSiblingOn });
      if (cost < lowest) [best, lowest] = [days, cost];
    }
  }
  return best;
}

const SIBLING_COST = 1_000_000;

function costOf(days: number, { loadOn, hasSiblingOn }: Pick<PacedOptions, 'loadOn' | 'hasSiblingOn'>): number {
  return loadOn(days) + (hasSiblingOn(days) ? SIBLING_COST : 0);
}
