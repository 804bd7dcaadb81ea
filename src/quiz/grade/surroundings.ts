// A right answer amid other words: 由夕阳红服务中心运营, 占比为61.4%. It is right where all around it stands in the question or says nothing.
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

/** True if a typed text holds an answer, denies nothing, and says nothing else that the question has not said. */
export function holdsAmidIdleWords(typed: string, accepted: string, question: string): boolean {
  const [text, core, asked] = [typed, accepted, question].map(normalizeAnswer) as [string, string, string];
  if (core.length < 2 || text.length === core.length || countDenials(typed) > 0 || typed.search(EXCLUDING) >= 0)
    return false;
  const from = text.indexOf(core);
  return from >= 0 && standsAlone(text, from, core)
    ? areIdle(text.slice(0, from), asked) && areIdle(text.slice(from + core.length), asked)
    : false;
}
