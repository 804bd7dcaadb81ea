// How hard an item is: by the first answers of those who met it, where there are enough; else by how it is answered and what it asks.
import type { Difficulty } from '../quiz-words.ts';
import type { Item, ItemId, ItemKind, ItemSubject } from '../types.ts';
import type { ItemStatistics } from './statistics.ts';

/** What can be chosen is easier than what must be written. */
const HARDNESS: Readonly<Record<ItemKind, number>> = {
  'true-false': 0,
  single: 0,
  several: 1,
  'fill-in': 1,
  order: 2,
  'short-answer': 2,
};
/** Ask for more than one fact. */
const BEYOND_RECALL: ReadonlySet<ItemSubject> = new Set<ItemSubject>([
  ...(['purpose', 'measures-for-problem', 'measures-for-aim', 'results', 'case', 'comparison', 'matching'] as const),
]);
/** With fewer learners their share says more of them than of the item. */
const MIN_LEARNERS = 5;
const EASY_SHARE = 0.8;
const MEDIUM_SHARE = 0.5;

/** Returns how hard a kind of item is, 0 … 2: easy kinds come first for new learners. */
export function hardnessOf(kind: ItemKind): number {
  return HARDNESS[kind];
}

function estimated({ kind, subject }: Item): Difficulty {
  const hardness = HARDNESS[kind] + (BEYOND_RECALL.has(subject) ? 1 : 0);
  if (hardness === 0) return 'easy';
  return hardness === 1 ? 'medium' : 'hard';
}

/** Returns what tells how hard items are. @param statistics of items that were answered */
export function difficultyBy(statistics: readonly ItemStatistics[]): (item: Item) => Difficulty {
  const known = new Map<ItemId, ItemStatistics>(statistics.map((one) => [one.itemId, one]));
  return (item) => {
    const one = known.get(item.id);
    if (one === undefined || one.learners < MIN_LEARNERS) return estimated(item);
    if (one.difficulty >= EASY_SHARE) return 'easy';
    return one.difficulty >= MEDIUM_SHARE ? 'medium' : 'hard';
  };
}
