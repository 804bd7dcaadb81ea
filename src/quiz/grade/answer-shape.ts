// Whether what was typed has the shape of an answer: a lone option letter answers no blank, words answer no figure.
import { fold } from '../../text/normalise.ts';
import type { Item, ItemResponse } from '../types.ts';
import { dateOf, isFigure } from './compare-figures.ts';

const LETTERS = /^[a-j]{1,6}$/u;
const HAS_NUMBER = /[\d零〇一二两三四五六七八九十百千万亿半]|全覆盖/u;

/** True if an item asks for a figure or a date and nothing else. */
export function wantsFigure(item: Item): boolean {
  return item.kind === 'fill-in' && item.accepted.every((answer) => isFigure(answer) || dateOf(answer) !== null);
}

/** True if a response has the shape of an answer to an item; options have the shape that grading demands. */
export function hasShapeOf(item: Item, response: ItemResponse): boolean {
  if ('options' in response) return true;
  const typed = fold(response.text).replace(/[\s\p{P}]/gu, '');
  if (wantsFigure(item)) return HAS_NUMBER.test(typed);
  const accepted = item.kind === 'fill-in' ? item.accepted : [];
  return !LETTERS.test(typed) || accepted.some((answer) => /[a-z]/u.test(fold(answer)));
}
