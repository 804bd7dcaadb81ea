// The words around and instead of an answer, and those of a request for a quiz. Data: lexicon/data/quiz-words.tsv, which describes each use.
import { readLexicon } from '../lexicon/words/data-files.ts';
import type { ItemKind } from './types.ts';

const ROWS = readLexicon('quiz-words.tsv').map((line) => line.split('\t'));

/** Returns the words of one use, the longest first. */
function wordsFor(use: string): readonly string[] {
  const words = ROWS.flatMap(([name, row = '']) => (name === use ? row.split(' ') : []));
  return words.map((word) => word.replaceAll('_', '')).sort((left, right) => right.length - left.length);
}

const setFor = (use: string): ReadonlySet<string> => new Set(wordsFor(use));

/** Stand before an answer. */
export const LEADING_WORDS = wordsFor('leading');
/** Stand behind one. */
export const TRAILING_WORDS = wordsFor('trailing');
/** Stand between the letters of several options. */
export const JOINERS = wordsFor('joining');
/** Say that a statement is right. */
export const RIGHT_WORDS = setFor('right');
/** Say that it is wrong. */
export const WRONG_WORDS = setFor('wrong');
/** Mean all options. */
export const ALL_WORDS = setFor('all-options');

const RANKS = ['1 一', '2 二', '3 三', '4 四', '5 五', '6 六'].map((row) => row.split(' '));
const ORDINALS = ['first 1st', 'second 2nd', 'third 3rd', 'fourth 4th', 'fifth 5th', 'sixth 6th'].map((row) =>
  row.split(' '),
);

/** Numbers that may mean the place of an option, from 0. */
export const PLACES: ReadonlyMap<string, number> = new Map(
  RANKS.flatMap((signs, place) => signs.map((sign) => [sign, place] as const)),
);

/** What can mean nothing but the place of an option, from 0. */
export const ORDINAL_PLACES: ReadonlyMap<string, number> = new Map(
  RANKS.flatMap((signs, place) =>
    [...signs.map((sign) => `第${sign}`), ...(ORDINALS[place] ?? [])].map((word) => [word, place] as const),
  ),
);

const INTENTS = ['skip', 'give-up', 'show', 'stop', 'hint'] as const;

/** Intents of a message about an open item other than to answer it. */
export type Intent = (typeof INTENTS)[number];

/** The words of each intent. */
export const INTENT_WORDS: readonly (readonly [Intent, ReadonlySet<string>])[] = INTENTS.map((intent) => [
  intent,
  setFor(intent),
]);

const KINDS: readonly (readonly ItemKind[])[] = [
  ['fill-in'],
  ['true-false'],
  ['single'],
  ['several'],
  ['single', 'several'],
  ['order'],
  ['short-answer'],
];

/** Kinds of items by their everyday names, the longest first. */
export const KIND_WORDS: ReadonlyMap<string, readonly ItemKind[]> = new Map(
  KINDS.flatMap((kinds) => wordsFor(kinds.join('+')).map((name) => [name, kinds] as const)).sort(
    ([left], [right]) => right.length - left.length,
  ),
);

const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;

/** How hard an item is. */
export type Difficulty = (typeof DIFFICULTIES)[number];

/** How hard items are, by its everyday names. */
export const DIFFICULTY_WORDS: ReadonlyMap<string, Difficulty> = new Map(
  DIFFICULTIES.flatMap((difficulty) => wordsFor(difficulty).map((name) => [name, difficulty] as const)),
);

/** Ask how to write a request. */
export const HELP_WORDS = setFor('help');
/** Choose nothing: everything is meant. */
export const ANY_WORDS = setFor('anything');
/** Words around a topic, at its beginning or end. */
export const OUTER_WORDS =
  /^(?:请|给我|帮我|来|出|做|关于|有关|围绕|就|的|和|与|在|on |about |of )|(?:的|题目|(?<![主问难课议专标])题|方面|相关|有关|内容|和|与|练习)$/giu;
