// Questions that want a yes or a no: what they ask is so, and by what word they are answered. It reads no evidence.
import { findQuantities, type Quantity } from '../text/numbers.ts';
import { blankOut } from './blank.ts';
import { ANYTHING_ASKED, BOUND_WORDS, HAVING_ASKED, YES_NO } from './cues.ts';

/** True if a folded question asks whether something is so, and nothing else. */
export function isYesNo(folded: string): boolean {
  return YES_NO.test(folded) && !ANYTHING_ASKED.test(folded);
}

/** The word that says yes: 有 to 有没有, else 是. */
export const yesWord = (folded: string): '有' | '是' => (HAVING_ASKED.test(folded) ? '有' : '是');

/** The figure that a question puts forward, how it is bounded, and the question that asks for it instead. */
export interface StatedFigure {
  readonly figure: Quantity;
  /** `over`: more than it; `above`: it or more; `upto`, `below` likewise; `equal`: it. */
  readonly bound: 'equal' | 'over' | 'above' | 'below' | 'upto';
  /** The question for the figure, unit for unit where it can be: 新增就业是多少人. */
  readonly asking: string;
}

/** Returns the one figure that a yes-or-no question puts forward; null if it puts forward none, or several. */
export function statedFigure(folded: string): StatedFigure | null {
  const figures = findQuantities(folded).filter(
    ({ kind, surface }) => kind !== 'other' && kind !== 'ordinal' && /[\d一二两三四五六七八九十百千]/u.test(surface),
  );
  const [figure, ...more] = figures;
  if (!figure || more.length > 0) return null;
  const before = folded.slice(0, figure.start);
  const found = BOUND_WORDS.find(({ pattern }) => pattern.test(before));
  const start = found ? before.search(found.pattern) : figure.start;
  const asked = `${folded.slice(0, start)}是多少${figure.unit === '%' ? '' : figure.unit}${folded.slice(figure.end)}`;
  const cues = [...asked.matchAll(new RegExp(YES_NO.source, 'gu'))].map(({ 0: cue, index }) => ({
    start: index,
    end: index + cue.length,
  }));
  return {
    figure,
    bound: (found?.value as StatedFigure['bound'] | undefined) ?? 'equal',
    asking: blankOut(asked, cues),
  };
}
