// What re-indexing does to cards: which items are gone, which moved to another span, which have another answer now.
import { answerText } from './answer-text.ts';
import { digest } from './chance.ts';
import type { CardChange } from './keeping.ts';
import type { Item } from './types.ts';

/** Identity of a collection of items: changes when any item comes or goes. */
export function fingerprintOf(items: readonly Item[]): string {
  return digest(...items.map(({ id }) => id));
}

/** Same subject, district and question: the same fact is asked for. */
const factOf = ({ subject, district, question }: Item): string => JSON.stringify([subject, district, question]);

/** How the cards of kept items change with the live ones; items that maintainers retired stay as they are. */
export function changesOf(
  kept: readonly Item[],
  live: readonly Item[],
  retired: ReadonlySet<Item['id']>,
): CardChange[] {
  const byId = new Map(live.map((item) => [item.id, item]));
  const byFact = new Map(live.map((item) => [factOf(item), item]));
  return kept.flatMap((from): CardChange[] => {
    if (retired.has(from.id)) return [];
    if (byId.has(from.id)) return [{ from, to: from, how: 'back' }];
    const to = byFact.get(factOf(from));
    if (to === undefined) return [{ from, to: from, how: 'gone' }];
    return [{ from, to, how: answerText(to) === answerText(from) ? 'moved' : 'changed' }];
  });
}
