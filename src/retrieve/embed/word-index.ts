// Finds words of a vocabulary inside a text without cutting strings out of it: a hash table with open addressing over
// typed arrays. Two to three times as fast as a Map of strings where every stretch of a text is looked up.

/** The numbers of known words. */
export interface WordIndex {
  /** Number of the word that is exactly text.slice(start, end); −1 if it is unknown or empty. Default: the whole text. */
  find(text: string, start?: number, end?: number): number;
}

/** Indexes words by their place in the list, 0 … n−1; of a repeated word the first counts. */
export function indexWords(words: readonly string[]): WordIndex {
  const mask = 2 ** Math.ceil(Math.log2(2 * words.length + 2)) - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  /** The slot that holds the word, or the free one where it would stand. */
  const slotOf = (text: string, start: number, end: number): number => {
    for (let slot = hash(text, start, end) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot] as number;
      if (number < 0) return slot;
      const word = words[number] as string;
      if (word.length === end - start && text.startsWith(word, start)) return slot;
    }
  };
  for (let number = 0; number < words.length; number++) {
    const word = words[number] as string;
    const slot = slotOf(word, 0, word.length);
    if (word !== '' && (slots[slot] as number) < 0) slots[slot] = number;
  }
  return {
    find: (text, start = 0, end = text.length) => (end > start ? (slots[slotOf(text, start, end)] as number) : -1),
  };
}

/** FNV-1a over UTF-16 units, its high bits folded into the low ones. */
function hash(text: string, start: number, end: number): number {
  let mixed = 0x811c9dc5;
  for (let at = start; at < end; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  return mixed ^ (mixed >>> 15);
}
