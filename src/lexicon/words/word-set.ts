// Sets of words, asked whether one of their words stands at a place in a text.

/** Words with the length of the longest. */
export interface WordSet {
  readonly words: ReadonlySet<string>;
  readonly longest: number;
}

/** Returns a set of the given words. */
export function wordSet(words: Iterable<string>): WordSet {
  const set = new Set(words);
  return { words: set, longest: Math.max(0, ...Array.from(set, ({ length }) => length)) };
}

/**
 * Length of the longest word of the set that stands at a place in a text; 0 if none does.
 * @example lengthAt(wordSet(['书记', '副书记']), '副书记', 0) // => 3
 */
export function lengthAt({ words, longest }: WordSet, text: string, at: number): number {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    if (words.has(text.slice(at, at + length))) return length;
  }
  return 0;
}
