// The terms of a question for lexical search. It decides what counts and how much; it finds nothing.
import { contentOf } from '../lexicon/words/question-words.ts';
import { keyOf, otherWords } from '../store/index/postings/terms.ts';
import { fold, isHan } from '../text/normalise.ts';
import { bigrams, isHanWord, words } from '../text/tokens.ts';
import type { QueryTerm } from './lexical.ts';

const PAIR_WEIGHT = 0.5;
const CHARACTER_WEIGHT = 0.2;
/** A word shares this among its pairs: a pair within a word counts more than one across two words. */
const WORD_WEIGHT = 0.5;
const OTHER_WORD_WEIGHT = 1;
const RELATED_WEIGHT = 0.1;

/**
 * Returns the distinct terms of a question and their weights: pairs of Chinese characters 0.5, and up to 1 within a word;
 * characters 0.2; words that are not Chinese 1. Words that only ask are dropped; if nothing else remains, they are kept.
 */
export function queryTerms(question: string): QueryTerm[] {
  const folded = fold(question);
  const content = contentOf(folded);
  const text = /[\p{L}\p{N}]/u.test(content) ? content : folded;
  const weights = new Map<string, number>();
  const add = (term: string, weight: number): void => {
    weights.set(term, (weights.get(term) ?? 0) + weight);
  };
  for (const pair of new Set(bigrams(text))) add(pair, PAIR_WEIGHT);
  for (const word of new Set(words(text)))
    if (isHanWord(word)) for (const pair of bigrams(word)) add(pair, WORD_WEIGHT / (word.length - 1));
  for (const word of new Set(otherWords(text))) add(word, OTHER_WORD_WEIGHT);
  for (const character of new Set(text))
    if (character.length === 1 && isHan(character.charCodeAt(0))) add(character, CHARACTER_WEIGHT);
  return [...weights].map(([term, weight]) => ({ key: keyOf(term), weight }));
}

/** Returns the terms of words that are related to a question without standing in it: their pairs of characters, lightly. */
export function relatedTerms(related: readonly string[]): QueryTerm[] {
  const pairs = new Set(related.flatMap((word) => bigrams(fold(word))));
  return [...pairs].map((pair) => ({ key: keyOf(pair), weight: RELATED_WEIGHT }));
}
