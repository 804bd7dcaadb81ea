// The quiz items of a library: the same library gives the same items with the same ids. Each stands on one verified span.
import { fold } from '../text/normalise.ts';
import type { Library } from '../types.ts';
import { asksWhatItIs } from './coverage.ts';
import { initiativeItems, severalItems } from './generate/action-items.ts';
import { comparisonItems, matchingItems } from './generate/comparison-items.ts';
import { dateItems } from './generate/date-items.ts';
import type { ItemDraft } from './generate/draft.ts';
import { figureItems } from './generate/figure-items.ts';
import { itemOf } from './generate/item-of.ts';
import { leadItems } from './generate/list-items.ts';
import { meaningItems, measureItems, purposeItems } from './generate/measure-items.ts';
import { initiativeDrafts, initiativeNameItems } from './generate/name-items.ts';
import { partItems } from './generate/part-items.ts';
import { districtDraft, districtItems } from './generate/place-items.ts';
import { type InitiativeMention, type Pools, poolsOf } from './generate/pools.ts';
import { attributeDrafts, headlineItems, themeItems } from './generate/practice-items.ts';
import { statementItems } from './generate/statement-items.ts';
import { sourcesOf } from './generate/statements/sources.ts';
import { termItems } from './generate/term-items.ts';
import type { Item } from './types.ts';

/** Statements may be longer here: better a long question than none. */
const MAX_CHARACTERS = 150;
/** Or a shorter one, without what is asked amiss in the longer. */
const SHORT = 20;

/** Returns drafts for the practices that no item tells of, best first; several for a practice, of which one is to be taken. */
function coveringDrafts(
  items: readonly Item[],
  initiatives: readonly InitiativeMention[],
  pools: Pools,
): ItemDraft[][] {
  const seen = new Set<string>();
  return initiatives.flatMap((initiative) => {
    const { name } = initiative;
    if (seen.has(fold(name)) || items.some((item) => asksWhatItIs(item, name))) return [];
    const options = { maxCharacters: MAX_CHARACTERS };
    const drafts = [
      ...attributeDrafts(initiative),
      ...initiativeDrafts(initiative, pools, { ...options, isSought: true }),
      ...districtDraft(initiative, pools, options),
      ...initiativeDrafts(initiative, pools, { minCharacters: SHORT, isSought: true }),
    ];
    if (drafts.length > 0) seen.add(fold(name));
    return [drafts];
  });
}

/** Which items are made. */
interface ItemOptions {
  /** Full names of the districts asked about; null: all. */
  readonly districts?: readonly string[] | null;
}

const MAKERS = [
  figureItems,
  initiativeNameItems,
  districtItems,
  initiativeItems,
  severalItems,
  dateItems,
  partItems,
  leadItems,
  measureItems,
  meaningItems,
  purposeItems,
  headlineItems,
  themeItems,
  termItems,
  comparisonItems,
  matchingItems,
] as const;

/** Returns an item is told from another by what it asks and what is right. */
function faceOf(item: Item): string {
  const right =
    item.kind === 'single'
      ? [item.options[item.correct]]
      : item.kind === 'several'
        ? item.correct.map((index) => item.options[index])
        : [];
  return fold([item.kind, item.question, ...right.sort()].join('\n'));
}

/** Takes each draft in turn whose item holds every law and is not there yet. */
function taker(library: Library): (draft: ItemDraft) => Item[] {
  const seen = new Set<string>();
  return (draft) => {
    const item = itemOf(draft, library);
    if (!item || seen.has(faceOf(item)) || seen.has(item.id)) return [];
    seen.add(faceOf(item)).add(item.id);
    return [item];
  };
}

/**
 * Returns the quiz items of a library, report by report in the library's order.
 * Of a library with more than `MAX_REPORTS` reports only so many are asked about.
 */
export function makeItems(library: Library, { districts = null }: ItemOptions = {}): readonly Item[] {
  const sources = sourcesOf(library, districts);
  const pools = poolsOf(sources);
  const take = taker(library);
  const asked = sources.filter(({ district }) => districts === null || districts.includes(district));
  return asked.flatMap((source) => {
    const items = MAKERS.flatMap((make) => make(source, pools)).flatMap(take);
    const initiatives = pools.initiatives.filter((initiative) => initiative.source === source);
    const covering = coveringDrafts(items, initiatives, pools).flatMap((drafts) => firstTaken(drafts, take));
    const others = [...items, ...covering];
    return [...others, ...statementItems(source, pools, others.length).flatMap(take)];
  });
}

function firstTaken(drafts: readonly ItemDraft[], take: (draft: ItemDraft) => Item[]): Item[] {
  for (const draft of drafts) {
    const items = take(draft);
    if (items.length > 0) return items;
  }
  return [];
}
