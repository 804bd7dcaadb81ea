// Laws on the options of an item and on its length: as a poll takes it, all options different and of one sort.
import { fold } from '../../text/normalise.ts';
import type { Item, ItemSubject } from '../types.ts';

/** Limits of a Telegram poll, in UTF-16 units. */
export const LIMITS = { question: 300, option: 100, explanation: 200, options: 10 } as const;
const MIN_OPTIONS = 3;
const MIN_POINTS = 2;
const RIGHT_OR_WRONG = '正确,错误';

/** Returns the text behind the number of a figure; null for a text without figure. */
function unitOf(option: string): string | null {
  return /^\d[\d,.]*(?<unit>.+)$/u.exec(option)?.groups?.['unit'] ?? null;
}

function lengthFaults({ question, explanation }: Item): string[] {
  return [
    ...(question.length < 1 || question.length > LIMITS.question ? ['question-length'] : []),
    ...(explanation.length < 1 || explanation.length > LIMITS.explanation ? ['explanation-length'] : []),
    ...(explanation.split('\n').length > 3 ? ['explanation-lines'] : []),
  ];
}

function choiceFaults(item: Item): string[] {
  if (item.kind !== 'single' && item.kind !== 'several') return [];
  const { options } = item;
  const right = typeof item.correct === 'number' ? 1 : item.correct.length;
  return [
    ...(options.length < MIN_OPTIONS ? ['too-few-options'] : []),
    ...(right >= options.length ? ['all-options-right'] : []),
    ...(item.subject === 'figure' && new Set(options.map(unitOf)).size > 1 ? ['units-differ'] : []),
  ];
}

/** Subjects whose options hold numbers or names that may stand in one another. */
const MAY_HOLD: ReadonlySet<ItemSubject> = new Set(['figure', 'date', 'matching', 'statement', 'steps']);

/** Returns the names that stand in quotation marks in words. */
export function quotedNames(words: string): readonly string[] {
  return [...words.matchAll(/[“《](?<name>[^“”《》]{2,})[”》]/gu)].map(({ groups }) => fold(groups?.['name'] ?? ''));
}

/** True if one of two options holds the other, or both name the same: who rules out the one rules out both. */
export function optionsOverlap(left: string, right: string): boolean {
  const [one, other] = [fold(left), fold(right)];
  const names = quotedNames(left);
  return one.includes(other) || other.includes(one) || quotedNames(right).some((name) => names.includes(name));
}

/** Returns the faults of options that another gives away: one holds the other, or a part of another list differs in its look from all of this one. */
function tellingFaults(item: Item): string[] {
  if ((item.kind !== 'single' && item.kind !== 'several') || MAY_HOLD.has(item.subject)) return [];
  const { options, subject } = item;
  const overlaps = options.some((one, at) => options.slice(at + 1).some((other) => optionsOverlap(one, other)));
  const correct: readonly number[] = typeof item.correct === 'number' ? [item.correct] : item.correct;
  // What does not belong to a list is the key where that is asked for.
  const isWrong = (at: number): boolean => correct.includes(at) === (subject === 'not-one-of');
  const parts = options.filter((_, at) => !isWrong(at));
  const lengths = parts.map(({ length }) => length);
  const isApart = ({ length }: string): boolean => !lengths.includes(length);
  const others = subject === 'parts' || subject === 'not-one-of' ? options.filter((_, at) => isWrong(at)) : [];
  return [
    ...(overlaps ? ['options-overlap'] : []),
    ...(others.some(isApart) ? ['lengths-tell: a part of another list is as long as none of this one'] : []),
    ...(others.some((other) => [...sharedSigns(parts)].some((sign) => !other.includes(sign)))
      ? ['sign-tells: all parts of the list have a sign that the other lacks']
      : []),
  ];
}

/** Returns the characters that all parts of a list have. */
export function sharedSigns(parts: readonly string[]): ReadonlySet<string> {
  const [first = '', ...rest] = parts;
  return new Set([...first].filter((sign) => rest.length > 0 && rest.every((part) => part.includes(sign))));
}

/** Returns the faults of the points of an answer: two of a comparison name the same, or the question says one of them. */
function pointFaults(item: Item): string[] {
  if (item.kind !== 'short-answer') return [];
  const points = item.keyPoints.map(({ text }) => text);
  const isTwice = (text: string, at: number): boolean =>
    points.slice(at + 1).some((other) => optionsOverlap(text, other));
  return [
    ...(item.subject === 'comparison' && points.some(isTwice) ? ['points-overlap'] : []),
    ...points.filter((point) => isPointTold(point, item.question)).map((point) => `point-in-question: ${point}`),
  ];
}

/** Characters beside a name that still say nothing of it: “…”工作制度. */
const MAX_SAID = 4;
const FOUNDING = /^(?:成立|组建|建立|设立|打造|推行|实行|实施|依靠|依托|通过)了?/u;

/** True if a question says a point of its answer: the point only founds or uses what the question names. */
export function isPointTold(point: string, question: string): boolean {
  const opening = FOUNDING.exec(point)?.[0];
  if (opening === undefined) return false;
  const named = quotedNames(question);
  const rest = point.slice(opening.length);
  const isAllNamed = quotedNames(rest).every((name) => named.includes(name));
  const said = fold(rest.replace(/“[^“”]*”/gu, ''));
  return fold(question).includes(fold(rest)) || (said.length <= MAX_SAID && isAllNamed && said !== fold(rest));
}

/** Returns the faults of an item's options and lengths. */
export function optionFaults(item: Item): string[] {
  const options = 'options' in item ? item.options : [];
  return [
    ...lengthFaults(item),
    ...choiceFaults(item),
    ...tellingFaults(item),
    ...pointFaults(item),
    ...(new Set(options.map(fold)).size < options.length ? ['options-equal'] : []),
    ...(options.some(({ length }) => length === 0 || length > LIMITS.option) ? ['option-length'] : []),
    ...(options.length > LIMITS.options ? ['too-many-options'] : []),
    ...(item.kind === 'true-false' && options.join() !== RIGHT_OR_WRONG ? ['not-right-or-wrong'] : []),
    ...(item.kind === 'short-answer' && item.keyPoints.length < MIN_POINTS ? ['too-few-points'] : []),
  ];
}
