// What is not a question to the reports at all: nothing, too much, a greeting, an order to the machine, another trade.
// answer/decide.ts asks these first, before anything is looked up; data in lexicon/data/{greetings,instructions,off-topic}.txt, one pattern a line.
import { readLexicon, readPatterns } from '../lexicon/words/data-files.ts';
import { fold } from '../text/normalise.ts';

/** Longest question that is read (UTF-16 units). */
export const MAX_QUESTION_CHARACTERS = 1_000;

const patterns = (name: string): RegExp => new RegExp(readLexicon(name).join('|'), 'u');
const SMALL_TALK = readLexicon('greetings.txt').map(
  (pattern) => new RegExp(`(?:${pattern})[\\s,，。.!！?？~、…]*`, 'uy'),
);
/** Small talk is short (UTF-16 units). */
const MAX_SMALL_TALK = 80;
const INSTRUCTIONS = patterns('instructions.txt');
const OFF_TOPIC = patterns('off-topic.txt');

/** What may be asked of a chat that no sentence of a report answers: data/requests.tsv. */
export type RequestKind = 'thanks' | 'help' | 'draft' | 'everything' | 'verdict' | 'summary';

const REQUESTS = readPatterns('requests.tsv').map(({ kind, pattern }) => ({
  kind: kind as RequestKind,
  pattern: new RegExp(pattern, 'u'),
}));

/** Returns what a text asks that is no look-up; null if it is a question. */
export function requestIn(text: string): RequestKind | null {
  const folded = fold(text).trim();
  const isSaid = ({ kind, pattern }: (typeof REQUESTS)[number]): boolean =>
    pattern.test(folded) && (kind !== 'thanks' || isGreeting(text));
  return REQUESTS.find(isSaid)?.kind ?? null;
}

/** True if a text has no letter and no figure. */
export function isBlank(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(fold(text));
}

/** True if a question is too long to be read. */
export function isTooLong(text: string): boolean {
  return text.trim().length > MAX_QUESTION_CHARACTERS;
}

/** True if a text greets, thanks, praises or takes leave and says nothing else. */
export function isGreeting(text: string): boolean {
  const folded = fold(text).trim();
  if (folded === '' || folded.length > MAX_SMALL_TALK) return false;
  // Places that pieces of small talk reach, from the start on: no piece is tried twice at one place.
  const reached = new Set([0]);
  for (const start of reached)
    for (const piece of SMALL_TALK) {
      piece.lastIndex = start;
      const end = start + (piece.exec(folded)?.[0].length ?? 0);
      if (end === folded.length) return true;
      reached.add(end);
    }
  return false;
}

/** True if a text gives orders to the machine (ignore the reports, make something up). */
export function isInstruction(text: string): boolean {
  return INSTRUCTIONS.test(fold(text).trim());
}

/** True if a text asks for what reports never hold (the weather, a joke, a translation). */
export function isOffTopic(text: string): boolean {
  return OFF_TOPIC.test(fold(text).trim());
}
