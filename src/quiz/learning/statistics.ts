// Statistics of answers: difficulty and discrimination of items, and how a group of learners does. Pure; it knows no names.
import type { Item, ItemId } from '../types.ts';
import type { HistoryEntry } from './records.ts';

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

/** Returns statistics of every item that was answered. @param history oldest first, with whose answer each is */
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

/** Returns Pearson's correlation of pairs, −1 … 1; null where one side does not vary. */
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

/** True if an item's statistics speak against it: almost nobody gets it right, or those who know more do worse on it. */
export function isSuspect({ learners, difficulty, discrimination }: ItemStatistics): boolean {
  if (learners < MIN_TO_JUDGE) return false;
  return difficulty <= TOO_HARD || (discrimination !== null && discrimination <= 0);
}

/** With fewer learners an item's share says more of them than of it. */
const MIN_LEARNERS_TO_RANK = 3;

type Theirs = HistoryEntry & { readonly learner: string };

/** A group's answers under one name. */
export interface GroupLine {
  readonly name: string;
  /** How many different learners answered. */
  readonly learners: number;
  readonly answers: number;
  readonly right: number;
}

/** Counts answers by name, the weakest first. */
export function groupLines(answers: readonly Theirs[], nameOf: (answer: Theirs) => string): GroupLine[] {
  const groups = new Map<string, { learners: Set<string>; answers: number; right: number }>();
  for (const answer of answers) {
    const name = nameOf(answer);
    const group = groups.get(name) ?? { learners: new Set<string>(), answers: 0, right: 0 };
    group.learners.add(answer.learner);
    groups.set(name, { ...group, answers: group.answers + 1, right: group.right + (answer.isRight ? 1 : 0) });
  }
  return [...groups]
    .map(([name, { learners, answers: count, right }]) => ({ name, learners: learners.size, answers: count, right }))
    .sort((a, b) => a.right / a.answers - b.right / b.answers || b.answers - a.answers);
}

/** Returns the items that fewest learners got right at first, of those that three or more answered and that are still put; not all right. */
export function hardestItems(
  answers: readonly Theirs[],
  items: readonly Item[],
  most: number,
): (ItemStatistics & { readonly item: Item })[] {
  const live = new Map(items.map((item) => [item.id, item]));
  return statisticsOf(answers)
    .filter(({ learners, difficulty }) => learners >= MIN_LEARNERS_TO_RANK && difficulty < 1)
    .sort((a, b) => a.difficulty - b.difficulty || b.learners - a.learners)
    .flatMap((one) => {
      const item = live.get(one.itemId);
      return item === undefined ? [] : [{ ...one, item }];
    })
    .slice(0, most);
}
