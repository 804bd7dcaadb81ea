// Cuts a text where a message must end: between sentences, never inside a character, and marks stay with their words.

const SENTENCE = /[^。！？!?；;\n]*(?:[。！？!?；;\n]+[”’」』）)]*(?:\[\d{1,3}\])*|$)/gu;
const MARKS_AT_END = /(?:\[\d{1,3}\])+\s*$/u;

/** The sentences of a text, each with its end and marks; joined they are the text. */
export function sentencesOf(text: string): string[] {
  return (text.match(SENTENCE) ?? []).filter((sentence) => sentence !== '');
}

/**
 * Cuts one sentence into pieces of at most `maxCharacters` UTF-16 units, never inside a character, and with the
 * marks at its end in the same piece as its last words. Joined, the pieces are the sentence.
 * @param maxCharacters ≥ 64
 */
export function cutSentence(sentence: string, maxCharacters: number): string[] {
  const pieces: string[] = [];
  const marks = MARKS_AT_END.exec(sentence)?.[0] ?? '';
  let rest = sentence;
  while (rest.length > maxCharacters) {
    // Words are kept back for the last piece, so that marks never open a message.
    const most = Math.min(maxCharacters, Math.max(1, rest.length - marks.length - 1));
    const end = wholeCharacters(rest, most);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

/** The largest cut ≤ `most` that leaves surrogate pairs and combined characters whole, as far as one can see from here. */
function wholeCharacters(text: string, most: number): number {
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const windowStart = Math.max(0, most - 64);
  const at = graphemes.segment(text.slice(windowStart, most + 64)).containing(most - windowStart);
  const end = at === undefined ? most : windowStart + at.index;
  // Where one character fills the whole window, only surrogate pairs can be kept whole.
  return end > windowStart ? end : most - (/[\uD800-\uDBFF]/u.test(text.charAt(most - 1)) ? 1 : 0);
}
