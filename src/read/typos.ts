// Words of a question that no sentence holds but that sound like something one does hold: 绿话带 → 绿化带. It mends by sound only.
import { compareSound } from '../lexicon/words/pinyin.ts';
import type { Term } from '../understand/types.ts';
import type { Candidate } from './candidates.ts';
import { literalMatch } from './match.ts';

/** Shorter words sound like too many others, longer ones are rarely slips. */
const MIN_CHARACTERS = 2;
const MAX_CHARACTERS = 6;
/** At most this many words of a question are listened to. */
const MAX_WORDS = 3;

/** What stands in the texts, sounds like a word, and shares a character with it; null if nothing does. */
function soundsLike(word: string, texts: readonly string[]): string | null {
  for (const text of texts) {
    for (const [index, character] of [...word].entries()) {
      for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
        const candidate = text.slice(at - index, at - index + word.length);
        if (
          candidate.length === word.length &&
          /^[\u4e00-\u9fff]+$/u.test(candidate) &&
          compareSound(word, candidate) === 'same'
        )
          return candidate;
      }
    }
  }
  return null;
}

/** The terms, those that no candidate holds with what sounds like them as a synonym. */
export function correctTypos(terms: readonly Term[], candidates: readonly Candidate[]): readonly Term[] {
  const texts = candidates.map(({ prepared }) => prepared.folded);
  let listened = 0;
  return terms.map((term) => {
    const { word } = term;
    const isOpen =
      /^[\u4e00-\u9fff]+$/u.test(word) &&
      word.length >= MIN_CHARACTERS &&
      word.length <= MAX_CHARACTERS &&
      listened < MAX_WORDS;
    if (!isOpen || texts.some((text) => literalMatch(term, text) > 0)) return term;
    listened++;
    const heard = soundsLike(word, texts);
    return heard === null ? term : { ...term, synonyms: [...term.synonyms, heard] };
  });
}
