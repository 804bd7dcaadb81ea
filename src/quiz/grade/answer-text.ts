// The right answer of an item in words, as a learner is shown it.

import { WRONG_WORDS } from '../quiz-words.ts';
import type { Item } from '../types.ts';

/** Returns the letter of an option by its index, 0 … 25. @example letterOf(2) // => 'C' */
export function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}

/** Returns the right answer in words. @example answerText({ kind: 'order', options: ['验收', '申报'], correct: [1, 0], … }) // => '申报 → 验收' */
export function answerText(item: Item): string {
  switch (item.kind) {
    case 'single':
    case 'true-false':
      return item.options[item.correct] ?? '';
    case 'several':
      return item.correct.map((index) => item.options[index]).join('；');
    case 'order':
      return item.correct.map((index) => item.options[index]).join(' → ');
    case 'fill-in':
      return item.accepted[0];
    case 'short-answer':
      return item.keyPoints.map(({ text }) => text).join('；');
  }
}

/** Returns the right answer where no explanation stands by: of a statement that is wrong, with what the report says instead. */
export function answerInFull(item: Item): string {
  const answer = answerText(item);
  const isWrong = item.kind === 'true-false' && WRONG_WORDS.has(answer.toLowerCase());
  return isWrong ? `${answer}。${item.explanation}` : answer;
}

/** Returns the right answer as it is typed: letters for options, words otherwise. @example 'B 12处' */
export function answerWithLetters(item: Item): string {
  switch (item.kind) {
    case 'single':
    case 'true-false':
      return `${letterOf(item.correct)} ${answerText(item)}`;
    case 'several':
      return item.correct.map((index) => `${letterOf(index)} ${item.options[index]}`).join('；');
    case 'order':
      return `${item.correct.map(letterOf).join('')}（${answerText(item)}）`;
    default:
      return answerText(item);
  }
}
