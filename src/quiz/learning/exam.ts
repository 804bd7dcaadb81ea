// Fair papers: every learner gets as many items of each kind and district, drawn and ordered by seed. It keeps nothing.
import { fold } from '../../text/normalise.ts';
import { answerText } from '../grade/answer-text.ts';
import { shuffled } from '../random-choice.ts';
import type { Item } from '../types.ts';
import type { Learner, Stratum } from './records.ts';
import { firstOfSpans, spread } from './session.ts';

/** A stratum holds at most this many times the items that a paper takes of it, and at most half of those there are: practice needs the rest. */
const CHOICE = 4;

/**
 * Returns what an exam is drawn from: strata of one kind and district each, whose counts sum to `count`, or to all items where there are fewer.
 * @param seed any whole number; the same items and seed give the same strata @param choice times as many items as a paper takes
 */
export function strataOf(
  items: readonly Item[],
  { count, seed, choice = CHOICE }: { count: number; seed: number; choice?: number },
): Stratum[] {
  const groupOf = ({ district, kind }: Item): string => `${district} ${kind}`;
  const order = spread(items, { seed: `strata ${seed}`, isEasyFirst: false });
  const counts = new Map<string, number>();
  for (const item of firstOfSpans(order, count)) counts.set(groupOf(item), (counts.get(groupOf(item)) ?? 0) + 1);
  return [...counts].map(([group, wanted]) => {
    const members = order.filter((item) => groupOf(item) === group);
    const size = Math.max(wanted, Math.min(wanted * choice, Math.floor(members.length / 2)));
    return { count: wanted, items: firstOfSpans(members, size) };
  });
}

/** Returns a learner's paper: `count` items of each stratum, shuffled; none gives another away, while there are others. The same learner and seed get the same paper. */
export function paperOf(strata: readonly Stratum[], seed: number, { channel, user }: Learner): Item[] {
  const own = `${seed} ${channel} ${user}`;
  const drawn: Item[] = [];
  // Those with the least choice first.
  const slack = ({ count, items }: Stratum): number => items.length - count;
  for (const [index, { count, items }] of [...strata.entries()].sort(([, a], [, b]) => slack(a) - slack(b))) {
    const order = shuffled(items, `${own} ${index}`);
    const fitting: Item[] = [];
    for (const item of order) {
      if (fitting.length < count && isApart(item, [...drawn, ...fitting])) fitting.push(item);
    }
    // A paper is full all the same where every other item gives one away.
    const rest = order.filter((item) => !fitting.includes(item));
    drawn.push(...fitting, ...firstOfSpans(rest, count - fitting.length));
  }
  return shuffled(drawn, own);
}

/** A key as short as this stands in other questions by chance. */
const MIN_KEY_SIGNS = 3;

/** True if one item's question says what another asks for. */
export function givesAway({ question }: Item, other: Item): boolean {
  const key = fold(answerText(other)).replace(/[\s\p{P}]/gu, '');
  // A district is named in every question about it.
  if (other.kind === 'true-false' || other.subject === 'district-of-practice' || key.length < MIN_KEY_SIGNS)
    return false;
  return fold(question)
    .replace(/[\s\p{P}]/gu, '')
    .includes(key);
}

/** True if an item stands on a sentence of its own among others, gives none of them away, and none gives it away. */
export function isApart(item: Item, others: readonly Item[]): boolean {
  return others.every(
    (other) => other.spanHash !== item.spanHash && !givesAway(other, item) && !givesAway(item, other),
  );
}
