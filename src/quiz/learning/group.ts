// How a group of learners does, from all their answers: by any grouping, and item by item. Pure; it knows no names.

import type { Item } from '../types.ts';
import type { HistoryEntry } from './learning-records.ts';
import { type ItemStatistics, statisticsOf } from './statistics.ts';

/** With fewer learners an item's share says more of them than of it. */
const MIN_LEARNERS = 3;

type Theirs = HistoryEntry & { readonly learner: string };

/** A group's answers under one name. */
export interface GroupLine {
  readonly name: string;
  /** How many different learners answered. */
  readonly learners: number;
  readonly answers: number;
  readonly right: number;
}

/** Answers counted by name, the weakest first. */
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

/** The items that fewest learners got right at first, of those that three or more answered and that are still put; not all right. */
export function hardestItems(
  answers: readonly Theirs[],
  items: readonly Item[],
  most: number,
): (ItemStatistics & { readonly item: Item })[] {
  const live = new Map(items.map((item) => [item.id, item]));
  return statisticsOf(answers)
    .filter(({ learners, difficulty }) => learners >= MIN_LEARNERS && difficulty < 1)
    .sort((a, b) => a.difficulty - b.difficulty || b.learners - a.learners)
    .flatMap((one) => {
      const item = live.get(one.itemId);
      return item === undefined ? [] : [{ ...one, item }];
    })
    .slice(0, most);
}
