// Grades an answer to an item. Data in, data out: it keeps nothing and words nothing.
import { fold } from '../../text/normalise.ts';
import type { FillInItem, Item, ItemResponse, ShortAnswerItem } from '../types.ts';
import { dateOf, isFigure, sameFigure, unitOf } from './compare-figures.ts';
import { pointsMade } from './key-points.ts';
import { candidateAnswers, normalizeAnswer } from './normalize-answer.ts';
import { fitsItem } from './parse-answer.ts';

/** The grade of an answer. */
export interface Grade {
  readonly isRight: boolean;
  /** Share of what was asked for, 0 … 1. */
  readonly share: number;
  /**
   * In detail, where there is more than right and wrong: for key points and steps whether each is there (in its right place);
   * for several right options whether each right one was chosen. Empty otherwise.
   */
  readonly found: readonly boolean[];
}

/** A short answer passes with this share of its key points. */
const PASS_SHARE = 0.6;

const LEAD = /^(?:我的)?答案?(?:是|为)?[:：]?|^(?:应该|应当)?是/u;
const verdict = (isRight: boolean): Grade => ({ isRight, share: isRight ? 1 : 0, found: [] });
const shareOf = (found: readonly boolean[]): number => found.filter(Boolean).length / found.length;

/** Grades a response; null where it is no answer to this item (text for options, letters out of range). */
export function grade(item: Item, response: ItemResponse): Grade | null {
  if ('text' in response) {
    if (item.kind === 'fill-in') return verdict(fillsIn(response.text, item));
    return item.kind === 'short-answer' ? gradePoints(response.text, item) : null;
  }
  return fitsItem(response.options, item) ? gradeOptions(response.options, item) : null;
}

function gradeOptions(options: readonly number[], item: Item): Grade | null {
  switch (item.kind) {
    case 'single':
    case 'true-false':
      return verdict(options[0] === item.correct);
    case 'several':
      return gradeSeveral(options, item.correct);
    case 'order':
      return gradeOrder(options, item.correct);
    default:
      return null;
  }
}

/** Right ones chosen minus wrong ones chosen, over the right ones, never below 0. */
function gradeSeveral(options: readonly number[], correct: readonly number[]): Grade {
  const found = correct.map((index) => options.includes(index));
  const wrong = options.filter((index) => !correct.includes(index)).length;
  const isRight = wrong === 0 && found.every(Boolean);
  return { isRight, share: Math.max(0, (found.filter(Boolean).length - wrong) / correct.length), found };
}

function gradeOrder(options: readonly number[], correct: readonly number[]): Grade {
  const found = correct.map((index, place) => options[place] === index);
  return { isRight: found.every(Boolean), share: shareOf(found), found };
}

function gradePoints(text: string, { keyPoints, question }: ShortAnswerItem): Grade {
  const points = keyPoints.map((point) => point.text);
  const found = pointsMade(text, points, question);
  const share = shareOf(found);
  return { isRight: share >= PASS_SHARE, share, found };
}

/** True if a typed text is one of the accepted answers, with or without words of the question that stand around the blank. */
function fillsIn(typed: string, item: FillInItem): boolean {
  const plain = typed.trim().replace(/[。.!！,，;；]+$/u, '');
  const bare = fold(plain).replace(LEAD, '').trim();
  return [plain, bare].some((text) => candidateAnswers(text, item).some((core) => isAccepted(core, item)));
}

function isAccepted(text: string, { accepted, question }: FillInItem): boolean {
  const unit = unitOf(text);
  if (unit === '') return accepted.some((answer) => isSame(text, answer));
  // Whoever writes a unit must write the right one, though the number alone would do; where none is asked for, one of the question's.
  const withUnit = accepted.filter((answer) => unitOf(answer) !== '');
  if (withUnit.length > 0) return withUnit.some((answer) => isSame(text, answer));
  const isAsked = fold(question).includes(unit) || accepted.some((answer) => !isFigure(answer));
  return isAsked && accepted.some((answer) => isSame(text, answer));
}

function isSame(typed: string, accepted: string): boolean {
  const date = dateOf(accepted);
  if (date !== null) return dateOf(typed) === date || dateOf(`${typed}年`) === date;
  if (sameFigure(typed, accepted) ?? normalizeAnswer(typed) === normalizeAnswer(accepted)) return true;
  return accepted.includes('+') && normalizeAnswer(typed.replace(/加/gu, '+')) === normalizeAnswer(accepted);
}
