// The one checker of quiz items: the maker, `npm run quiz -- check` and whoever edits an item ask it. It judges finished items by
// their words and their source alone, knows nothing of how they were made, and changes nothing.
import type { Library } from '../../types.ts';
import type { Item } from '../types.ts';
import { contextFaults } from './context-law.ts';
import { evidenceFaults } from './evidence-laws.ts';
import { optionFaults } from './option-laws.ts';
import { periodFaults } from './period-law.ts';
import { readingFaults } from './reading-law.ts';
import { wordingFaults } from './wording-laws.ts';
import { worthFaults } from './worth-law.ts';

/** Returns the laws that an item breaks, each as `law: what breaks it`; empty: none. */
export function checkItem(item: Item, library: Library): string[] {
  return [
    ...evidenceFaults(item, library),
    ...optionFaults(item),
    ...wordingFaults(item),
    ...worthFaults(item),
    ...periodFaults(item, library),
    ...contextFaults(item, library),
    ...readingFaults(item, library),
  ];
}
