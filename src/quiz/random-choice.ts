// Chance that can be repeated: the same seed gives the same order and the same choice.
import { createHash } from 'node:crypto';
import { type Random, seededRandom } from '../text/random.ts';

/** Returns the SHA-256 of the parts, in hexadecimal; the parts are told apart, so that ('ab', 'c') and ('a', 'bc') differ. */
export function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Returns numbers in [0, 1) that a seed determines: its hash seeds them. */
export function chanceOf(seed: string): Random {
  return seededRandom(Number.parseInt(digest(seed).slice(0, 8), 16));
}

/** Returns a whole number in 0 … count − 1 that a seed determines, each as likely. */
export function pick(seed: string, count: number): number {
  return Math.floor(chanceOf(seed)() * count);
}

/** Returns the elements in an order that a seed determines, each order as likely (Fisher–Yates). */
export function shuffled<Element>(elements: readonly Element[], seed: string): Element[] {
  const chance = chanceOf(seed);
  const order = elements.map((element) => ({ element, key: chance() }));
  return order.sort((left, right) => left.key - right.key).map(({ element }) => element);
}
