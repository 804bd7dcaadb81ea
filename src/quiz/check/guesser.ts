// A guesser who knows the tricks of test makers and nothing else: how often is each trick right, against chance? Items hold where
// none is.
import type { Item, SingleItem } from '../types.ts';

/** A trick and how it does. */
export interface TrickResult {
  readonly trick: 'always-right' | 'second-smallest' | 'longest' | 'shortest' | 'most-common' | 'first';
  /** Items that the trick applies to. */
  readonly items: number;
  /** Share of them that it gets right, 0 … 1. */
  readonly right: number;
  /** Share that blind chance gets right, 0 … 1. */
  readonly chance: number;
}

type Choose = (item: SingleItem) => number | null;

const numberIn = (option: string): number => Number.parseFloat(option.replaceAll(',', ''));

function secondSmallest({ options, subject }: SingleItem): number | null {
  if (subject !== 'figure') return null;
  const order = options.map((option, index) => ({ index, value: numberIn(option) })).sort((a, b) => a.value - b.value);
  return order[1]?.index ?? null;
}

/** Returns the option that a measure sets apart; null where none stands out. */
function byMeasure(options: readonly string[], measure: (option: string) => number): number | null {
  const best = Math.max(...options.map(measure));
  const found = options.flatMap((option, index) => (measure(option) === best ? [index] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function resultOf(trick: TrickResult['trick'], items: readonly SingleItem[], choose: Choose): TrickResult {
  const tried = items.map((item) => ({ item, choice: choose(item) })).filter(({ choice }) => choice !== null);
  const right = tried.filter(({ item, choice }) => choice === item.correct).length;
  const chance = tried.reduce((sum, { item }) => sum + 1 / item.options.length, 0);
  const count = Math.max(1, tried.length);
  return { trick, items: tried.length, right: right / count, chance: chance / count };
}

/** Returns how the tricks do on a set of items. */
export function guess(items: readonly Item[]): TrickResult[] {
  const judged = items.flatMap((item) => (item.kind === 'true-false' ? [item] : []));
  const singles = items.flatMap((item) => (item.kind === 'single' ? [item] : []));
  const seen = new Map<string, number>();
  for (const { options } of singles) for (const option of options) seen.set(option, (seen.get(option) ?? 0) + 1);
  return [
    resultOf('always-right', judged, () => 0),
    resultOf('second-smallest', singles, secondSmallest),
    resultOf('longest', singles, ({ options }) => byMeasure(options, ({ length }) => length)),
    resultOf('shortest', singles, ({ options }) => byMeasure(options, ({ length }) => -length)),
    resultOf('most-common', singles, ({ options }) => byMeasure(options, (option) => seen.get(option) ?? 0)),
    resultOf('first', singles, () => 0),
  ];
}
