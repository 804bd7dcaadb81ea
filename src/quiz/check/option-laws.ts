// Laws on the options of an item and on its length: as a poll takes it, all options different and of one sort.
import { fold } from '../../text/normalise.ts';
import type { Item } from '../types.ts';

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

/** Returns the faults of an item's options and lengths. */
export function optionFaults(item: Item): string[] {
  const options = 'options' in item ? item.options : [];
  return [
    ...lengthFaults(item),
    ...choiceFaults(item),
    ...(new Set(options.map(fold)).size < options.length ? ['options-equal'] : []),
    ...(options.some(({ length }) => length === 0 || length > LIMITS.option) ? ['option-length'] : []),
    ...(options.length > LIMITS.options ? ['too-many-options'] : []),
    ...(item.kind === 'true-false' && options.join() !== RIGHT_OR_WRONG ? ['not-right-or-wrong'] : []),
    ...(item.kind === 'short-answer' && item.keyPoints.length < MIN_POINTS ? ['too-few-points'] : []),
  ];
}
