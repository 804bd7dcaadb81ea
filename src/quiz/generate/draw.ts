// Draws items from those there are: the same seed draws the same ones in the same order.
import { shuffled } from '../random-choice.ts';
import type { Item } from '../types.ts';

/** What is drawn. */
export interface DrawOptions {
  /** How many at most; null: all, in the order in which they were made. */
  readonly count?: number | null;
  readonly seed?: string;
}

/** Some of the items, drawn at random, each as likely; without a count all, as they come. */
export function drawItems(items: readonly Item[], { count = null, seed = '0' }: DrawOptions = {}): readonly Item[] {
  return count === null ? items : shuffled(items, seed).slice(0, count);
}
