// A reading that somebody else suggests for a turn of a chat: a language model's rewriting. It is taken for a reading only if all of its
// words, figures and places were said in the chat; which reading holds, the evidence decides (app/readings.ts).
import { contentOf } from '../lexicon/words/question-words.ts';
import { fold } from '../text/normalise.ts';
import type { Question } from '../types.ts';
import type { Understanding } from './types.ts';
import { contentWords } from './words.ts';

const NUMBER = /\d+/gu;

/** True if a text says nothing that was not said before it. */
function isSaidIn(said: string, { question, placeNames, periods }: Understanding): boolean {
  const folded = fold(question);
  const words = contentWords(contentOf(folded)).map(({ word }) => word);
  const numbers = [...(folded.match(NUMBER) ?? []), ...periods.flatMap((period) => period.match(/^\d{4}/u) ?? [])];
  return [...words, ...placeNames, ...numbers].every((word) => said.includes(word));
}

/**
 * Returns a suggested wording of a turn as a reading of it; null if it has words that nobody said, or is a reading already.
 * @param suggested the suggestion, understood by itself
 * @param readings the readings that there are without it
 */
export function suggestedReading(
  { text, history }: Question,
  suggested: Understanding,
  readings: readonly Understanding[],
): Understanding | null {
  const own = fold(text);
  if (readings.some(({ question }) => fold(question) === fold(suggested.question))) return null;
  if (!isSaidIn([...history, text].map(fold).join('\n'), suggested)) return null;
  const terms = suggested.terms.map((term) => ({ ...term, carried: !own.includes(term.word) }));
  return { ...suggested, terms, carries: 'topic' };
}
