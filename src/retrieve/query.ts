// The terms of a question for lexical search. It decides what counts and how much; it finds nothing.
import { contentOf } from '../lexicon/question-words.ts';
import { keyOfWord } from '../store/terms.ts';
import { fold, isHan } from '../text/normalise.ts';
import { bigrams, isHanWord, words } from '../text/tokens.ts';
import type { QueryTerm } from './lexical.ts';

const WORD_WEIGHT = 0.5;
const PAIR_WEIGHT = 0.5;
const RELATED_WEIGHT = 0.1;
const CHARACTER_WEIGHT = 0.2;

/**
 * The distinct terms of a question: its words and pairs of characters at 0.5 each, its characters at 0.1; words that only
 * ask are dropped. If nothing else remains, they are kept.
 */
export function queryTerms(question: string): QueryTerm[] {
  const folded = fold(question);
  const content = contentOf(folded);
  const text = /[\p{L}\p{N}]/u.test(content) ? content : folded;
  const weights = new Map<string, number>();
  const add = (term: string, weight: number): void => {
    weights.set(term, Math.max(weights.get(term) ?? 0, 0) + weight);
  };
  for (const word of new Set(words(text))) if (word.length > 1 || !isHanWord(word)) add(word, WORD_WEIGHT);
  for (const pair of new Set(bigrams(text))) add(pair, PAIR_WEIGHT);
  for (const character of new Set(text))
    if (character.length === 1 && isHan(character.charCodeAt(0))) add(character, CHARACTER_WEIGHT);
  return [...weights].map(([term, weight]) => ({ key: keyOfWord(term), weight }));
}

/** The terms of words that are related to a question without standing in it: their pairs of characters, lightly. */
export function relatedTerms(related: readonly string[]): QueryTerm[] {
  const pairs = new Set(related.flatMap((word) => bigrams(fold(word))));
  return [...pairs].map((pair) => ({ key: keyOfWord(pair), weight: RELATED_WEIGHT }));
}
