// Wrong options among which the right one does not stand out by its size or its length: it is as likely the least, the greatest or between.
import { pick, shuffled } from '../random-choice.ts';

/** An option with what it is ordered by: its value, or its length. */
export interface Sized {
  readonly option: string;
  readonly size: number;
}

const MAX_WRONG = 3;
const MIN_WRONG = 2;

/**
 * Returns two or three wrong options, so chosen that the key is as likely at every rank; empty where that cannot be had: then options
 * would tell the key. Options as large as the key stand on either side.
 * @param candidates wrong options, the best first
 * @param seed determines the rank
 */
export function optionsAround(key: Sized, candidates: readonly Sized[], seed: string): string[] {
  const like = candidates.filter(({ size }) => size === key.size);
  const less = candidates.filter(({ size }) => size < key.size);
  const more = candidates.filter(({ size }) => size > key.size);
  for (const count of [MAX_WRONG, MIN_WRONG]) {
    if (Math.min(less.length, more.length) >= count) {
      const below = pick(`${seed} rank`, count + 1);
      const chosen = [...less.slice(0, below), ...more.slice(0, count - below)];
      return chosen.map(({ option }) => option);
    }
    if (like.length >= count) return like.slice(0, count).map(({ option }) => option);
  }
  return [];
}

/** Returns two or three wrong words about which the key is as likely the longest or the shortest as any; empty where that cannot be had. */
export function optionsOfLength(key: string, candidates: readonly string[], seed: string): string[] {
  const sized = candidates.map((option) => ({ option, size: option.length }));
  return optionsAround({ option: key, size: key.length }, sized, seed);
}

/** Returns some candidates as often as they are due: the less an option has stood wrong before its share, the sooner. @param weightOf share of each, > 0 */
export function drawn(candidates: readonly string[], weightOf: (option: string) => number, seed: string): string[] {
  const turn = shuffled(candidates, seed);
  const keyed = turn.map((option, index) => ({
    option,
    key: ((index + 1) / (turn.length + 1)) ** (1 / weightOf(option)),
  }));
  return keyed.sort((left, right) => right.key - left.key).map(({ option }) => option);
}
