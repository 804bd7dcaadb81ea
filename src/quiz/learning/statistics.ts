// What answers tell about items: difficulty and discrimination, from each learner's first answer to each item.

import type { ItemId } from '../types.ts';
import type { HistoryEntry } from './learning-records.ts';

/** Statistics of one item. */
export interface ItemStatistics {
  readonly itemId: ItemId;
  /** Learners who answered it. */
  readonly learners: number;
  /** Share of first answers that were right, 0 … 1: high means easy. */
  readonly difficulty: number;
  /**
   * Point-biserial correlation, −1 … 1, of being right on it (1 or 0) with the share right among the learner's other items:
   * cov(x, y) / (σx σy) over learners with ≥ 3 others; null where fewer than 10 such learners, or all alike.
   */
  readonly discrimination: number | null;
}

const MIN_OTHERS = 3;
const MIN_LEARNERS = 10;
/** With fewer learners, nothing is said of an item. */
const MIN_TO_JUDGE = 20;
const TOO_HARD = 0.2;

/** Statistics of every item that was answered. @param history oldest first, with whose answer each is */
export function statisticsOf(history: readonly (HistoryEntry & { readonly learner: string })[]): ItemStatistics[] {
  const firsts = new Map<ItemId, Map<string, number>>();
  const totals = new Map<string, { answers: number; right: number }>();
  for (const { itemId, learner, isRight } of history) {
    const ofItem = firsts.get(itemId) ?? new Map<string, number>();
    firsts.set(itemId, ofItem);
    if (ofItem.has(learner)) continue;
    ofItem.set(learner, isRight ? 1 : 0);
    const total = totals.get(learner) ?? { answers: 0, right: 0 };
    totals.set(learner, { answers: total.answers + 1, right: total.right + (isRight ? 1 : 0) });
  }
  return [...firsts].map(([itemId, ofItem]) => {
    const pairs: [number, number][] = [];
    for (const [learner, x] of ofItem) {
      const { answers, right } = totals.get(learner) ?? { answers: 0, right: 0 };
      if (answers - 1 >= MIN_OTHERS) pairs.push([x, (right - x) / (answers - 1)]);
    }
    const rights = [...ofItem.values()].reduce((sum, x) => sum + x, 0);
    const discrimination = pairs.length < MIN_LEARNERS ? null : correlation(pairs);
    return { itemId, learners: ofItem.size, difficulty: rights / ofItem.size, discrimination };
  });
}

/** Pearson's correlation of pairs, −1 … 1; null where one side does not vary. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const mean = (side: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  let [covariance, varianceX, varianceY] = [0, 0, 0];
  for (const [x, y] of pairs) {
    covariance += (x - meanX) * (y - meanY);
    varianceX += (x - meanX) ** 2;
    varianceY += (y - meanY) ** 2;
  }
  const scale = Math.sqrt(varianceX * varianceY);
  return scale < 1e-12 ? null : Math.max(-1, Math.min(1, covariance / scale));
}

/** Whether an item's statistics speak against it: almost nobody gets it right, or those who know more do worse on it. */
export function isSuspect({ learners, difficulty, discrimination }: ItemStatistics): boolean {
  if (learners < MIN_TO_JUDGE) return false;
  return difficulty <= TOO_HARD || (discrimination !== null && discrimination <= 0);
}
