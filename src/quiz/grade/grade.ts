// Grades an answer to an item. Data in, data out: it keeps nothing and words nothing.
import { fold } from '../../text/normalise.ts';
import type { FillInItem, Item, ItemResponse, ShortAnswerItem } from '../types.ts';
import { countDenials } from './answer-pieces.ts';
import { dateOf, fullDate, isFigure, mendedFigure, sameFigure, unitOf } from './compare-figures.ts';
import { isSamePeriod, withHolidayAsDay } from './compare-periods.ts';
import { isSameSequence } from './figure-sequence.ts';
import { gradePoints } from './key-points.ts';
import { isDoubtfulName, isSameName } from './name-forms.ts';
import { plainForms, shorterForms } from './name-shortening.ts';
import { candidateAnswers, normalizeAnswer } from './normalize-answer.ts';
import { fitsItem } from './parse-answer.ts';
import { holdsAmidIdleWords } from './surroundings.ts';
import { wholeSaid } from './whole-answer.ts';

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
  /** True if a person should judge: the answer is so near that its learner is shown the rubric and decides. */
  readonly isDoubtful: boolean;
}

/** A short answer passes with this share of its key points. */
const PASS_SHARE = 0.6;

const LEAD = /^(?:我的)?答案?(?:是|为)?[:：]?|^(?:应该|应当)?是/u;
/** Begins with its year: 2023年三季度. */
const DATED = /^\d{4}年/u;
const NEGATIVE = /^[-负]\d/u;
const verdict = (isRight: boolean): Grade => ({ isRight, share: isRight ? 1 : 0, found: [], isDoubtful: false });
const shareOf = (found: readonly boolean[]): number => found.filter(Boolean).length / found.length;

/** Grades a response; null where it is no answer to this item (text for options, letters out of range). */
export function grade(item: Item, response: ItemResponse): Grade | null {
  if ('text' in response) {
    if (item.kind === 'fill-in') return gradeFillIn(response.text, item);
    return item.kind === 'short-answer' ? gradeShortAnswer(response.text, item) : null;
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
  return {
    isRight,
    share: Math.max(0, (found.filter(Boolean).length - wrong) / correct.length),
    found,
    isDoubtful: false,
  };
}

function gradeOrder(options: readonly number[], correct: readonly number[]): Grade {
  const found = correct.map((index, place) => options[place] === index);
  return { isRight: found.every(Boolean), share: shareOf(found), found, isDoubtful: false };
}

function gradeShortAnswer(text: string, { keyPoints, question }: ShortAnswerItem): Grade {
  const points = keyPoints.map((point) => point.text);
  const { made, share, highestShare } = gradePoints(text, points, question);
  const isRight = share >= PASS_SHARE;
  const whole = isRight ? null : wholeSaid(text, points, question);
  if (whole !== null && !whole.isDoubtful)
    return { isRight: true, share: whole.share, found: points.map(() => true), isDoubtful: false };
  return { isRight, share, found: made, isDoubtful: !isRight && (whole !== null || highestShare >= PASS_SHARE) };
}

/** Grades a typed text against the accepted answers, with or without words of the question that stand around the blank. */
function gradeFillIn(typed: string, item: FillInItem): Grade {
  const plain = mendedFigure(typed.trim()).replace(/[。.!！,，;；]+$/u, '');
  const bare = fold(plain).replace(LEAD, '').trim();
  const candidates = [...new Set([plain, bare].flatMap((text) => candidateAnswers(text, item)))];
  const isRight = candidates.some((core) => isAccepted(core, item)) || isRightInOtherWords(plain, item);
  const isNear = (core: string): boolean =>
    item.accepted.some((answer) => isName(core, answer) && isDoubtfulName(core, answer));
  return { ...verdict(isRight), isDoubtful: !isRight && countDenials(typed) === 0 && candidates.some(isNear) };
}

/** True if an answer begins with a minus and none that is accepted does: a fall is no rise, whatever its figure. */
function isWronglyNegative(typed: string, accepted: readonly string[]): boolean {
  return NEGATIVE.test(fold(typed)) && !accepted.some((answer) => NEGATIVE.test(fold(answer)));
}

/** True if an answer is right by what the question has said already: a name shortened, a period, several figures, idle words around. */
function isRightInOtherWords(typed: string, { accepted, question }: FillInItem): boolean {
  if (isWronglyNegative(typed, accepted)) return false;
  const dated = withHolidayAsDay(typed);
  return accepted.some((answer) => {
    if (isSamePeriod(typed, answer, question) || isSameSequence(typed, answer)) return true;
    const isFixed = isFigure(answer) || dateOf(answer) !== null || DATED.test(answer);
    const said = isFixed ? [typed, dated, fullDate(dated, answer)] : plainForms(typed);
    const wanted = isFixed ? [answer] : shorterForms(answer, question);
    return said.some((text) =>
      wanted.some(
        (form) =>
          (!isFixed && !isFigure(text) && isSameName(text, form, { question })) || isNamed(text, form, question),
      ),
    );
  });
}

function isNamed(text: string, form: string, question: string): boolean {
  return normalizeAnswer(text) === normalizeAnswer(form) || holdsAmidIdleWords(text, form, question);
}

/** True if neither text is a figure or a date: only names may slip. */
function isName(typed: string, accepted: string): boolean {
  return !isFigure(accepted) && !isFigure(typed) && dateOf(accepted) === null;
}

function isAccepted(text: string, { accepted, question }: FillInItem): boolean {
  if (isWronglyNegative(text, accepted)) return false;
  const same = (answer: string): boolean => isSame(text, answer, question);
  const unit = unitOf(text);
  if (unit === '') return accepted.some(same);
  // Whoever writes a unit must write the right one, though the number alone would do; where none is asked for, one of the question's.
  const withUnit = accepted.filter((answer) => unitOf(answer) !== '');
  if (withUnit.length > 0) return withUnit.some(same);
  const isAsked = fold(question).includes(unit) || accepted.some((answer) => !isFigure(answer));
  return isAsked && accepted.some(same);
}

function isSame(typed: string, accepted: string, question: string): boolean {
  const date = dateOf(accepted);
  const full = fullDate(typed, accepted);
  if (date !== null) return [typed, `${typed}年`, full].some((text) => dateOf(text) === date);
  if (sameFigure(typed, accepted) ?? normalizeAnswer(full) === normalizeAnswer(accepted)) return true;
  if (isName(typed, accepted) && isSameName(typed, accepted, { question })) return true;
  return accepted.includes('+') && normalizeAnswer(typed.replace(/加/gu, '+')) === normalizeAnswer(accepted);
}
