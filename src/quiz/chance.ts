// Chance that can be repeated: the same seed gives the same order and the same choice.
import { createHash } from 'node:crypto';

/** SHA-256 of the parts, in hexadecimal; the parts are told apart, so that ('ab', 'c') and ('a', 'bc') differ. */
export function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Numbers in [0, 1) that a seed determines (mulberry32 over the seed's hash). */
export function chanceOf(seed: string): () => number {
  let state = Number.parseInt(digest(seed).slice(0, 8), 16);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number in 0 … count − 1 that a seed determines, each as likely. */
export function pick(seed: string, count: number): number {
  return Math.floor(chanceOf(seed)() * count);
}

/** The elements in an order that a seed determines, each order as likely (Fisher–Yates). */
export function shuffled<Element>(elements: readonly Element[], seed: string): Element[] {
  const chance = chanceOf(seed);
  const order = elements.map((element) => ({ element, key: chance() }));
  return order.sort((left, right) => left.key - right.key).map(({ element }) => element);
}
