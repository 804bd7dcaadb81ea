// How far a sentence carries the words of a question: to the letter, by another word for the same, or by a near one.

import { bigrams } from '../text/tokens.ts';
import type { WordVectors } from '../types.ts';
import type { Term } from '../understand/types.ts';
import type { PreparedSentence } from './prepared-sentence.ts';

/** A synonym counts almost as much as the word itself. */
const SYNONYM = 0.95;
/** Part of a longer word (街道办 in 街道办事处): its share of the word's pairs, at least half of them, counts this much. */
const PART = 0.8;
/** Of a term made of several words, those that stand in the text count this much in sum. */
const PARTS = 0.7;
/** Word vectors below this cosine say nothing; above it they count for their cosine. */
const NEAR = 0.5;
const NEAR_VALUE = 0.8;

/** How far a text holds a term, to the letter or by a synonym: 0 … 1. */
export function literalMatch(term: Term, folded: string): number {
  if (folded.includes(term.word)) return 1;
  if (term.synonyms.some((synonym) => folded.includes(synonym))) return SYNONYM;
  if (term.word.length < 3) return 0;
  const pairs = shareIn(bigrams(term.word), folded);
  return Math.max(pairs >= 0.5 ? PART * pairs : 0, PARTS * shareIn(term.parts, folded));
}

/** Words of the topic that a term names, so many of them in a sentence make it speak of the topic. */
const RELATED = [0, 0.5, 0.7] as const;
const MAX_RELATED = 0.8;

function relatedMatch({ related }: Term, folded: string): number {
  const count = related.filter((word) => folded.includes(word)).length;
  return RELATED[count] ?? MAX_RELATED;
}

/** How far a sentence holds a term, the words of its topic and the nearest of its words included: 0 … 1. */
export function softMatch(term: Term, prepared: PreparedSentence, vectors: WordVectors): number {
  const literal = Math.max(literalMatch(term, prepared.folded), relatedMatch(term, prepared.folded));
  if (literal > 0) return literal;
  const nearest = vectors.nearest(term.word, prepared.words);
  return nearest !== null && nearest.similarity >= NEAR ? NEAR_VALUE * nearest.similarity : 0;
}

/** Σ weight · match ⁄ Σ weight over the terms, 0 … 1; 0 without terms. */
export function coverage(terms: readonly Term[], match: (term: Term) => number): number {
  let total = 0;
  let covered = 0;
  for (const term of terms) {
    total += term.weight;
    covered += term.weight * match(term);
  }
  return total > 0 ? covered / total : 0;
}

/** Share of the distinct items that the text holds, 0 … 1; 0 without items. */
export function shareIn(items: readonly string[], folded: string): number {
  return items.length === 0 ? 0 : items.filter((item) => folded.includes(item)).length / items.length;
}

/** Of a text this much is compared: more than any sentence has, less than a line that has no end. */
const MAX_COMPARED = 2_000;

/** Length of the longest run of characters that two texts share. */
export function longestCommonRun(first: string, second: string): number {
  const [a, b] = [first.slice(0, MAX_COMPARED), second.slice(0, MAX_COMPARED)];
  let best = 0;
  let row = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j++) {
      if (a.charCodeAt(i - 1) !== b.charCodeAt(j - 1) || a[i - 1] === ' ') continue;
      next[j] = (row[j - 1] ?? 0) + 1;
      best = Math.max(best, next[j] ?? 0);
    }
    row = next;
  }
  return best;
}
