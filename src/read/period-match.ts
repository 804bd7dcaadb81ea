// Whether what is told of one period may answer an ask about another.
import { countedOver, isPartOfYear, isSameTime, isYearless, periodCovers, periodsOverlap } from '../text/periods.ts';
import type { Ask } from '../understand/types.ts';

/** A period as a text tells it; a row of the fact table has no words for it. */
export interface Told {
  readonly period: string;
  readonly surface?: string;
}

/**
 * True if what is told of a period may answer an ask about another. A figure of a whole year answers for no part of it, nor one of a month
 * for several; of what is no figure, a part may answer.
 */
export function tellsOf(asked: string, told: Told, { shape }: Pick<Ask, 'shape'>): boolean {
  if (isSameTime(asked, told.period) || isSameTime(asked, countedOver({ surface: '', ...told }))) return true;
  if (shape === 'figure' && isPartOfYear(asked) && !isPartOfYear(told.period)) return false;
  if (!isYearless(asked)) return periodsOverlap(asked, told.period);
  return periodCovers(asked, told.period) && !(shape === 'figure' && asked.includes('/'));
}
