// What a learner may have meant to write into a blank: the text itself, and what is left of it when words of the question
// that stand around the blank are taken off again (「VIP 私人定制模式」 for ____模式, 「133个项目」 where projects are asked for).

import type { FillInItem } from '../types.ts';
import { isFigure } from './compare-figures.ts';
import { normalizeAnswer } from './normalize-answer.ts';

/** The mark of a blank in a question. */
const BLANK = /_{2,}/u;
const MAX_CHARACTERS = 40;

const signsOf = (text: string): string[] => [...text];

/** The readings of what was typed, the text itself first. */
export function candidateAnswers(typed: string, { question }: Pick<FillInItem, 'question'>): readonly string[] {
  const signs = signsOf(typed);
  if (signs.length > MAX_CHARACTERS) return [typed];
  const [before = '', after = ''] = question.split(BLANK, 2).map(normalizeAnswer);
  const from = starts(signs, before);
  const ends = endings(signs, after);
  const inside = from.flatMap((start) => ends.map((end) => signs.slice(start, end).join('')));
  return [...new Set([typed, ...inside, ...withoutNoun(signs, normalizeAnswer(question))])].filter(
    (core) => core.trim() !== '',
  );
}

/** Where the text may begin: behind words that stand right before the blank. */
function starts(signs: readonly string[], before: string): number[] {
  return [...signs.keys()].filter(
    (at) => at === 0 || isRepeated(normalizeAnswer(signs.slice(0, at).join('')), before, 'end'),
  );
}

/** Where it may end: before words that stand right behind the blank. */
function endings(signs: readonly string[], after: string): number[] {
  const places = [...signs.keys()].map((at) => at + 1);
  return places.filter(
    (at) => at === signs.length || isRepeated(normalizeAnswer(signs.slice(at).join('')), after, 'beginning'),
  );
}

function isRepeated(said: string, around: string, where: 'end' | 'beginning'): boolean {
  return said !== '' && (where === 'end' ? around.endsWith(said) : around.startsWith(said));
}

/** A figure before a noun that the question holds: 133个项目 → 133个. */
function withoutNoun(signs: readonly string[], question: string): string[] {
  for (let at = signs.length - 2; at > 0; at--) {
    const figure = signs.slice(0, at).join('');
    const noun = normalizeAnswer(signs.slice(at).join(''));
    if (noun.length > 1 && question.includes(noun) && isFigure(figure)) return [figure];
  }
  return [];
}
