// How much of a definition an answer in one's own words says, whatever its order and grammar: a measure over signs, weighed by
// the question. It tells no exchange of parts, so it is for prose, not for lists and labelled parts.
import { synonymsOf } from '../../lexicon/words/synonyms.ts';
import { words } from '../../text/tokens.ts';
import { countDenials, plainLetters } from './answer-pieces.ts';
import { IDLE_SIGNS } from './grading-cues.ts';
import { areInOrder, labelsOf } from './labelled-points.ts';
import { turnsDirection } from './point-score.ts';

/** An answer passes with so much of the definition said, and with so high a harmonic mean of that and of what it says besides. */
const MIN_SAID = 0.56;
const MIN_MEAN = 0.65;
/** Signs of the question weigh less. */
const ASKED_WEIGHT = 0.3;
/** Where nearly every sign of the definition is there and yet no point is made, the parts may be exchanged: its learner should judge. */
const MAX_SAID = 0.9;
/** From this mean on an answer is near. */
const NEAR_MEAN = 0.5;
const MIN_DEFINITION_SIGNS = 12;
const ASKS_MEANING = /什么|怎样|怎么|如何|为何/u;
/** Asks for a number of things, or for each of several. */
const ASKS_SEVERAL = /[两二双三四五六七八九十百几哪各\d]|分别/u;
const NUMBER = /\d+(?:\.\d+)?/gu;

const signsOf = (letters: string): string[] => [...new Set(letters)].filter((sign) => !IDLE_SIGNS.has(sign));

/** Returns the signs of a text, and those of the words in another that its own words stand for. */
function widened(own: string, other: string): ReadonlySet<string> {
  const stood = words(own).flatMap((word) => synonymsOf(word).filter((form) => other.includes(form)));
  return new Set([...own, ...stood.join('')]);
}

/** True if points tell one definition: neither a list of names nor labelled parts nor steps. */
function areDefinition(points: readonly string[], question: string): boolean {
  if (!ASKS_MEANING.test(question) || ASKS_SEVERAL.test(question) || areInOrder(points, question)) return false;
  return (
    plainLetters(points.join('')).length >= MIN_DEFINITION_SIGNS && labelsOf(points).every((label) => label === '')
  );
}

/** How an answer stands to a definition. */
export interface WholeSaid {
  /** Share of the definition that it says, 0 … 1. */
  readonly share: number;
  /** True if a person should judge. */
  readonly isDoubtful: boolean;
}

/** Returns how far an answer says a definition; null: it says too little, too much else, or denies or turns something. */
export function wholeSaid(answer: string, points: readonly string[], question: string): WholeSaid | null {
  if (!areDefinition(points, question)) return null;
  const [said, wanted, asked] = [answer, points.join(''), question].map(plainLetters) as [string, string, string];
  if (countDenials(answer) > countDenials(points.join('，')) || turnsDirection(said, wanted)) return null;
  const numbers = new Set(wanted.match(NUMBER));
  if ((said.match(NUMBER) ?? []).some((number) => !numbers.has(number))) return null;
  const weightOf = (signs: readonly string[]): number =>
    signs.reduce((sum, sign) => sum + (asked.includes(sign) ? ASKED_WEIGHT : 1), 0);
  const shareOf = (signs: readonly string[], within: ReadonlySet<string>): number =>
    weightOf(signs.filter((sign) => within.has(sign))) / Math.max(1, weightOf(signs));
  const recall = shareOf(signsOf(wanted), widened(said, wanted));
  const precision = shareOf(signsOf(said), widened(wanted, said));
  const mean = (2 * recall * precision) / Math.max(1e-9, recall + precision);
  if (mean < NEAR_MEAN) return null;
  const isSaid = recall >= MIN_SAID && mean >= MIN_MEAN && Math.min(recall, precision) < MAX_SAID;
  return { share: recall, isDoubtful: !isSaid };
}
