// The words by which typed answers are graded. Data: lexicon/data/grading-cues.tsv, which describes each use.
import { readLexicon } from '../../lexicon/words/data-files.ts';

const ROWS = readLexicon('grading-cues.tsv').map((line) => line.split('\t'));

const rowsFor = (use: string): string[] => ROWS.flatMap(([name, words = '']) => (name === use ? words : []));
const wordsFor = (use: string): string[] => rowsFor(use).flatMap((words) => words.split(' '));
const anyOf = (words: readonly string[]): RegExp =>
  new RegExp([...words].sort((left, right) => right.length - left.length).join('|'), 'gu');

/** Matches words that deny what stands behind them. */
export const DENIAL = anyOf(wordsFor('denial'));
/** Matches denials that also bear on what is listed after them. */
export const CARRIED_DENIAL = anyOf(wordsFor('carried-denial'));
/** Matches what ends a clause and denies all of it. */
export const TRAILING_DENIAL = new RegExp(`(?:${anyOf(wordsFor('trailing-denial')).source})$`, 'u');
/** Matches words that hold a denying sign and deny nothing. */
export const NO_DENIAL = anyOf(wordsFor('no-denial'));
/** Matches words that set a whole clause aside. */
export const EXCLUDING = anyOf(wordsFor('excluding'));
/** Words that say nothing of a point's content. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(wordsFor('empty'));
/** Matches the longest empty words wherever they stand. */
export const EMPTY = anyOf([...EMPTY_WORDS].filter(({ length }) => length > 1));
/** Matches words that stand before an answer. */
export const LEAD_IN = anyOf(wordsFor('lead-in'));
/** Signs that hold words together and say nothing. */
export const IDLE_SIGNS: ReadonlySet<string> = new Set(wordsFor('idle-sign').flatMap((signs) => [...signs]));
/** Matches words of courtesy around an answer, and what stands for its person or thing in general. */
export const COURTESY = anyOf(wordsFor('courtesy'));
/** Matches what ends an answer and says nothing. */
export const PARTICLES = new RegExp(`(?:${anyOf(wordsFor('particle')).source})+$`, 'u');
/** Pairs of word lists that mean opposite directions. */
export const OPPOSITES: readonly (readonly [readonly string[], readonly string[]])[] = rowsFor('opposites').map(
  (row) => {
    const [left = '', right = ''] = row.split(' | ');
    return [left.split(' '), right.split(' ')];
  },
);

const TELLING_APART: ReadonlySet<string> = new Set(wordsFor('telling-apart').flatMap((signs) => [...signs]));
const LOOK_ALIKES: readonly ReadonlySet<string>[] = wordsFor('look-alike').map((signs) => new Set(signs));

/** True if exchanging a sign makes another thing rather than a slip of the pen. */
export function tellsApart(sign: string): boolean {
  return TELLING_APART.has(sign) || /[\da-z]/u.test(sign);
}

/** True if two signs are taken for one another by the eye. */
export function looksAlike(left: string, right: string): boolean {
  return LOOK_ALIKES.some((group) => group.has(left) && group.has(right));
}
