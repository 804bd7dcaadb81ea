// The content words of a question: known terms of the field whole, and characters that the dictionary leaves single joined
// again (楼|宇). It weighs nothing.
import { expansionsIn } from '../lexicon/words/synonyms.ts';
import { isHanWord, type WordSpan, wordSpans } from '../text/tokens.ts';
import { blankOut } from './blank.ts';

/** Single characters side by side make one word up to this length. */
const MAX_JOINED_CHARACTERS = 4;
/** What stands in quotation marks is one word. */
const QUOTED = /["']([^"'\s]{2,12})["']/gu;
/** Ends of verbs that are no part of the word: 出了, 去过. */
const ASPECT = /(?<=.)[了过着]$/u;

/** A content word, and whether it is a term of the field or was quoted. */
export interface ContentWord {
  readonly word: string;
  readonly isKnown: boolean;
}

/** A run of single characters is joined; a word that the dictionary knows stays as it is. */
function joinSingles(words: readonly WordSpan[]): WordSpan[] {
  const joined: (WordSpan & { readonly isRun: boolean })[] = [];
  for (const { word, start, end } of words) {
    const last = joined.at(-1);
    const isSingle = word.length === 1 && isHanWord(word);
    if (last?.isRun && isSingle && last.end === start && last.word.length < MAX_JOINED_CHARACTERS) {
      joined[joined.length - 1] = { word: last.word + word, start: last.start, end, isRun: true };
    } else joined.push({ word, start, end, isRun: isSingle });
  }
  return joined;
}

/** The words that a term is made of; empty for a plain word. @example partsOf('老旧小区改造') // => ['老旧', '小区', '改造'] */
export function partsOf(word: string): string[] {
  const parts = joinSingles(wordSpans(word)).map((part) => part.word);
  return parts.length > 1 ? parts.filter((part) => part.length > 1) : [];
}

/**
 * The content words of a folded question whose other words are blanked out, in order, with repeats.
 * @example contentWords('优化营商环境').map(({ word }) => word) // => ['优化', '营商环境']
 */
export function contentWords(content: string): ContentWord[] {
  const quoted = [...content.matchAll(QUOTED)].map(({ 1: word = '', index }) => ({
    word,
    start: index + 1,
    end: index + 1 + word.length,
  }));
  const outside = blankOut(content, quoted);
  const known: WordSpan[] = [...quoted, ...expansionsIn(outside).filter(({ start, end }) => end - start > 1)];
  const rest = joinSingles(wordSpans(blankOut(content, known)));
  const found = [
    ...known.map((span) => ({ ...span, isKnown: true })),
    ...rest.map((span) => ({ ...span, isKnown: false })),
  ];
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ word, isKnown }) => ({ word: word.replace(ASPECT, ''), isKnown }));
}
