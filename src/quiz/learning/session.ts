// Chooses items for one session of a learner: what is due first, then new ones spread over districts and kinds. Deterministic by its seed.
import { chanceOf } from '../random-choice.ts';
import type { Item, ItemId } from '../types.ts';
import { hardnessOf } from './difficulty.ts';
import type { DayLeft } from './pace.ts';
import type { Card } from './records.ts';

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
  /** Ids of the items answered today, by their spans (`spansOn`). Default: none. */
  readonly spans?: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the learner's pace leaves of today. Default: no bounds. */
  readonly left?: DayLeft;
}

/** A session of at least so many items holds at least this share of new ones, while there are any. */
const MIN_MIXED = 3;
const FRESH_SHARE = 0.3;
/** Cards in their first steps may be learnt so much ahead (Anki's own 20 minutes). */
const AHEAD_MS = 20 * 60_000;
/** FSRS's own number for cards that have left their first steps. */
const IN_REVIEW = 2;
const NO_BOUNDS: DayLeft = { fresh: Number.POSITIVE_INFINITY, reviews: Number.POSITIVE_INFINITY };

/** Returns the cards of live items whose time has come, most overdue first. */
export function dueCards(cards: readonly Card[], items: readonly Item[], now: Date): Card[] {
  const live = new Set(items.map(({ id }) => id));
  return cards
    .filter(({ item, schedule }) => schedule.dueAt <= now.getTime() && live.has(item.id))
    .sort((a, b) => a.schedule.dueAt - b.schedule.dueAt);
}

/** Returns due cards whose sentence has not been asked about today by another item; most overdue first. */
export function dueToday(
  cards: readonly Card[],
  items: readonly Item[],
  { now, spans = new Map() }: DueOptions,
): Card[] {
  return dueCards(cards, items, now).filter(({ item }) => isApart(item, spans));
}

/** When cards are due, and what was asked about before on that day. */
interface DueOptions {
  readonly now: Date;
  /** Ids of the items answered today, by their spans (`spansOn`). Default: none. */
  readonly spans?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** True if no other item of the same sentence was answered today: it would give this one away. */
function isApart({ id, spanHash }: Item, spans: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const ids = spans.get(spanHash);
  return ids === undefined || [...ids].every((other) => other === id);
}

/** Returns cards in their first steps that come due soon: what may be learnt ahead. */
export function aheadCards(cards: readonly Card[], items: readonly Item[], now: Date): Card[] {
  const soon = new Date(now.getTime() + AHEAD_MS);
  return dueCards(cards, items, soon).filter(
    ({ schedule }) => schedule.state !== IN_REVIEW && schedule.dueAt > now.getTime(),
  );
}

/**
 * Returns items for one session: due ones, a part of them new, then those that come due soonest. Each sentence is asked about once a
 * day, while there are others; whoever has much to review meets new items all the same.
 */
export function chooseItems(items: readonly Item[], options: SessionOptions): Item[] {
  const { cards, count, now, spans = new Map(), left = NO_BOUNDS } = options;
  const live = new Map(items.map((item) => [item.id, item]));
  const known = new Set(cards.map(({ item }) => item.id));
  const ofCards = (chosen: readonly Card[]): Item[] => chosen.map(({ item }) => live.get(item.id) ?? item);
  const due = ofCards(bounded(dueToday(cards, items, { now, spans }), { spans, left }));
  const ahead = cards
    .filter(({ item, schedule }) => live.has(item.id) && schedule.dueAt > now.getTime() && isApart(item, spans))
    .sort((a, b) => a.schedule.dueAt - b.schedule.dueAt);
  const dueSpans = new Set(due.map(({ spanHash }) => spanHash));
  const isFresh = ({ id, spanHash }: Item): boolean =>
    !known.has(id) && !spans.has(spanHash) && !dueSpans.has(spanHash);
  const fresh = firstOfSpans(spread(items.filter(isFresh), options), left.fresh);
  const reserved = Math.min(fresh.length, count < MIN_MIXED ? 0 : Math.ceil(count * FRESH_SHARE));
  const inOrder = [...due.slice(0, count - reserved), ...fresh, ...due.slice(count - reserved), ...ofCards(ahead)];
  const chosen = apart(inOrder).slice(0, count);
  return chosen.length > 0 || spans.size === 0 ? chosen : chooseItems(items, { ...options, spans: new Map() });
}

/** Returns so many due cards as the day has left; what was wrong today comes again all the same. */
export function bounded(
  due: readonly Card[],
  { spans, left }: Required<Pick<SessionOptions, 'spans' | 'left'>>,
): Card[] {
  const isOfToday = ({ item }: Card): boolean => spans.get(item.spanHash)?.has(item.id) ?? false;
  const others = due.filter((card) => !isOfToday(card)).slice(0, left.reviews);
  return [...others, ...due.filter(isOfToday)];
}

/** Returns items without those whose sentence another before them asks about. */
export function apart(items: readonly Item[]): Item[] {
  const spans = new Set<string>();
  return items.filter(({ spanHash }) => !spans.has(spanHash) && spans.add(spanHash));
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
  const keyed = items.map((item) => ({ item, key: chance(), rank: isEasyFirst ? hardnessOf(item.kind) : 0 }));
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
