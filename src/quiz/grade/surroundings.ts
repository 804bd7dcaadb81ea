// A right answer amid other words: 由夕阳红服务中心运营, 占比为61.4%. It is right where all around it stands in the question or says nothing.
import { fold } from '../../text/normalise.ts';
import { countDenials } from './answer-pieces.ts';
import { COURTESY, EMPTY, EXCLUDING, LEAD_IN } from './grading-cues.ts';
import { normalizeAnswer } from './normalize-answer.ts';

/** A figure goes on before or behind these. */
const DIGIT = /[\d.]/u;
const GOES_ON = /[\d.万亿千百%‰]/u;

/** True if a whole figure or word begins and ends there: 18 does not stand in 118 or 18万. */
function standsAlone(text: string, from: number, core: string): boolean {
  const [before, after] = [text.charAt(from - 1), text.charAt(from + core.length)];
  const isCut = DIGIT.test(core.charAt(0)) && DIGIT.test(before);
  return !isCut && !(DIGIT.test(core.slice(-1)) && GOES_ON.test(after));
}

/** True if words say nothing that the question has not said. */
function areIdle(words: string, asked: string): boolean {
  const rest = words.replace(COURTESY, '').replace(LEAD_IN, '').replace(EMPTY, '');
  return [...rest].every((sign) => asked.includes(sign));
}

/** What joins or parts the alternatives that a question names; and the signs of an alternative that tell it. */
const JOINT = /还是|或者?是?|以及|[和与及跟同、/]/u;
const CLAUSE_MARK = /[,;:?!。()\s]/u;
const UNDECIDED = /还是|或|[、/]/u;
const TELLING_SIGNS = 2;

/** Returns the signs that tell the other alternatives of a clause: where each begins behind a joint, and ends before one. */
function otherAlternatives(clause: string, core: string): string[] {
  const parts = clause.split(JOINT).map(normalizeAnswer);
  return parts.flatMap((part, n) => {
    if (part === '' || part.includes(core)) return [];
    const head = n > 0 ? [part.slice(0, TELLING_SIGNS)] : [];
    return n < parts.length - 1 ? [...head, part.slice(-TELLING_SIGNS)] : head;
  });
}

/** True if the question names an answer among alternatives, and the words around it name another or leave the choice open. */
function namesAlternative(
  around: string,
  core: string,
  { typed, accepted, question }: Record<'typed' | 'accepted' | 'question', string>,
): boolean {
  if (!normalizeAnswer(question).includes(core)) return false;
  if (UNDECIDED.test(fold(typed)) && !UNDECIDED.test(fold(accepted))) return true;
  return fold(question)
    .split(CLAUSE_MARK)
    .some((clause) => otherAlternatives(clause, core).some((signs) => around.includes(signs)));
}

/** True if a typed text holds an answer, denies nothing, and says nothing else that the question has not said. */
export function holdsAmidIdleWords(typed: string, accepted: string, question: string): boolean {
  const [text, core, asked] = [typed, accepted, question].map(normalizeAnswer) as [string, string, string];
  if (core.length < 2 || text.length === core.length || countDenials(typed) > 0 || typed.search(EXCLUDING) >= 0)
    return false;
  const from = text.indexOf(core);
  if (from < 0 || !standsAlone(text, from, core)) return false;
  const [before, behind] = [text.slice(0, from), text.slice(from + core.length)];
  const isOpen = [before, behind].some((around) => namesAlternative(around, core, { typed, accepted, question }));
  return !isOpen && areIdle(before, asked) && areIdle(behind, asked);
}
