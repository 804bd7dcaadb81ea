// What is not a question to the reports at all: nothing, too much, a greeting, an order to the machine, another trade.
// Tried before anything is looked up; data in lexicon/data/{greetings,instructions,off-topic}.txt, one pattern a line.
import { readLexicon } from '../lexicon/words/data-files.ts';
import { fold } from '../text/normalise.ts';
import type { RefusalReason } from '../types.ts';

/** Longest question that is read (UTF-16 units). */
export const MAX_QUESTION_CHARACTERS = 1_000;

const patterns = (name: string): RegExp => new RegExp(readLexicon(name).join('|'), 'u');
const GREETINGS = new RegExp(`^(?:(?:${readLexicon('greetings.txt').join('|')})[\\s,，。.!！?？~、]*)+$`, 'u');
const INSTRUCTIONS = patterns('instructions.txt');
const OFF_TOPIC = patterns('off-topic.txt');

/** Why a question can not be put to the reports; null where it can. */
export function turnedAway(question: string): RefusalReason | null {
  const folded = fold(question).trim();
  if (!/[\p{L}\p{N}]/u.test(folded)) return 'empty';
  if (folded.length > MAX_QUESTION_CHARACTERS) return 'too-long';
  if (GREETINGS.test(folded)) return 'greeting';
  if (INSTRUCTIONS.test(folded)) return 'instruction';
  return OFF_TOPIC.test(folded) ? 'off-topic' : null;
}
