// Draws items for a paper or an export: no two stand on one sentence, and none gives another away.
import { shuffled } from '../random-choice.ts';
import type { Item } from '../types.ts';
import { isApart } from './exam.ts';

/** Options of a draw. */
interface DrawOptions {
  /** How many at most; null or without bound: all, siblings too. */
  readonly count?: number | null;
  readonly seed?: string;
}

/**
 * Returns some of the items, drawn at random; fewer than `count` where the others stand on a sentence of those drawn or give one away.
 * Without a count all, as they come.
 */
export function drawItems(items: readonly Item[], { count = null, seed = '0' }: DrawOptions = {}): readonly Item[] {
  if (count === null) return items;
  const order = shuffled(items, seed);
  if (!Number.isFinite(count)) return order;
  const drawn: Item[] = [];
  for (const item of order) {
    if (drawn.length >= count) break;
    if (isApart(item, drawn)) drawn.push(item);
  }
  return drawn;
}
