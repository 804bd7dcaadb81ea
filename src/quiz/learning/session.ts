// Chooses items for one session of a learner: what is due first, then new ones spread over districts and kinds. Deterministic by its seed.
import { chanceOf } from '../random-choice.ts';
import type { Item, ItemId, ItemKind } from '../types.ts';
import type { Card } from './records.ts';

/** Difficulty of each kind: what can be chosen comes before what must be written. */
const HARDNESS: Readonly<Record<ItemKind, number>> = {
  'true-false': 0,
  single: 0,
  several: 1,
  'fill-in': 1,
  order: 2,
  'short-answer': 2,
};

/** Options by which items are chosen. */
interface SessionOptions {
  /** The learner's cards. */
  readonly cards: readonly Card[];
  /** How many are wanted, ≥ 1. */
  readonly count: number;
  readonly now: Date;
  readonly seed: string;
  /** True: easy kinds first (a new learner); false: kinds mixed. */
  readonly isEasyFirst: boolean;
}

/** Returns the cards of live items whose time has come, most overdue first. */
export function dueCards(cards: readonly Card[], items: readonly Item[], now: Date): Card[] {
  const live = new Set(items.map(({ id }) => id));
  return cards
    .filter(({ item, schedule }) => schedule.dueAt <= now.getTime() && live.has(item.id))
    .sort((a, b) => a.schedule.dueAt - b.schedule.dueAt);
}

/** Returns items for one session: due ones, then new ones, then those that come due soonest. Each span is asked about once, while there are others. */
export function chooseItems(items: readonly Item[], options: SessionOptions): Item[] {
  const { cards, count, now } = options;
  const live = new Map(items.map((item) => [item.id, item]));
  const known = new Set(cards.map(({ item }) => item.id));
  const ahead = cards
    .filter(({ item, schedule }) => live.has(item.id) && schedule.dueAt > now.getTime())
    .sort((a, b) => a.schedule.dueAt - b.schedule.dueAt);
  const fresh = spread(
    items.filter(({ id }) => !known.has(id)),
    options,
  );
  const ofCards = (chosen: readonly Card[]): Item[] => chosen.map(({ item }) => live.get(item.id) ?? item);
  return firstOfSpans([...ofCards(dueCards(cards, items, now)), ...fresh, ...ofCards(ahead)], count);
}

/** Returns the first `count` items, those whose span was taken already only where nothing else is left. */
export function firstOfSpans(items: readonly Item[], count: number): Item[] {
  const spans = new Set<string>();
  const first: Item[] = [];
  const again: Item[] = [];
  for (const item of items) {
    (spans.has(item.spanHash) ? again : first).push(item);
    spans.add(item.spanHash);
  }
  return [...first, ...again].slice(0, count);
}

/** Returns items ordered so that any beginning of them is spread over districts, and over kinds within a district. */
export function spread(
  items: readonly Item[],
  { seed, isEasyFirst }: Pick<SessionOptions, 'seed' | 'isEasyFirst'>,
): Item[] {
  const chance = chanceOf(seed);
  const keyed = items.map((item) => ({ item, key: chance(), rank: isEasyFirst ? HARDNESS[item.kind] : 0 }));
  keyed.sort((a, b) => a.key - b.key);
  const inKind = placesWithin(keyed, ({ item }) => `${item.district} ${item.kind}`);
  const mixed = keyed
    .map((one, index) => ({ ...one, place: inKind[index] ?? 0 }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place || a.key - b.key);
  const inDistrict = placesWithin(mixed, ({ item }) => `${item.district}`);
  return mixed
    .map(({ item, key, rank }, index) => ({ item, key, rank, round: inDistrict[index] ?? 0 }))
    .sort((a, b) => a.round - b.round || a.rank - b.rank || a.key - b.key)
    .map(({ item }) => item);
}

/** Returns for each element, how many of its group stand before it. */
function placesWithin<Element>(elements: readonly Element[], groupOf: (element: Element) => string): number[] {
  const counts = new Map<string, number>();
  return elements.map((element) => {
    const group = groupOf(element);
    const place = counts.get(group) ?? 0;
    counts.set(group, place + 1);
    return place;
  });
}

/** Returns items that may be put: neither retired nor kept back. */
export function withoutIds(items: readonly Item[], ...left: readonly ReadonlySet<ItemId>[]): Item[] {
  return items.filter(({ id }) => !left.some((ids) => ids.has(id)));
}
