// Fair papers: every learner gets as many items of each kind and district, drawn and ordered by seed. It keeps nothing.
import { shuffled } from '../random-choice.ts';
import type { Item } from '../types.ts';
import type { Learner, Stratum } from './records.ts';
import { firstOfSpans, spread } from './session.ts';

/** A stratum holds at most this many times the items that a paper takes of it, and at most half of those there are: practice needs the rest. */
const CHOICE = 4;

/**
 * Returns what an exam is drawn from: strata of one kind and district each, whose counts sum to `count`, or to all items where there are fewer.
 * @param seed any whole number; the same items and seed give the same strata
 */
export function strataOf(items: readonly Item[], { count, seed }: { count: number; seed: number }): Stratum[] {
  const groupOf = ({ district, kind }: Item): string => `${district} ${kind}`;
  const order = spread(items, { seed: `strata ${seed}`, isEasyFirst: false });
  const counts = new Map<string, number>();
  for (const item of firstOfSpans(order, count)) counts.set(groupOf(item), (counts.get(groupOf(item)) ?? 0) + 1);
  return [...counts].map(([group, wanted]) => {
    const members = order.filter((item) => groupOf(item) === group);
    const size = Math.max(wanted, Math.min(wanted * CHOICE, Math.floor(members.length / 2)));
    return { count: wanted, items: firstOfSpans(members, size) };
  });
}

/** Returns a learner's paper: `count` items of each stratum, shuffled. The same learner and seed get the same paper. */
export function paperOf(strata: readonly Stratum[], seed: number, { channel, user }: Learner): Item[] {
  const own = `${seed} ${channel} ${user}`;
  const spans = new Set<string>();
  const drawn = strata.flatMap(({ count, items }, index) => {
    const order = shuffled(items, `${own} ${index}`);
    const isNew = ({ spanHash }: Item): boolean => !spans.has(spanHash);
    const taken = firstOfSpans([...order.filter(isNew), ...order.filter((item) => !isNew(item))], count);
    for (const { spanHash } of taken) spans.add(spanHash);
    return taken;
  });
  return shuffled(drawn, own);
}
