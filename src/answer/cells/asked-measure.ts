// What an ask measures, by its own words.
import { type Measure, measureOf } from '../../lexicon/words/indicators.ts';
import { findAskedPeriods } from '../../text/periods.ts';
import { blankOut } from '../../understand/blank.ts';
import type { Ask } from '../../understand/types.ts';
import { askedName } from './statistic.ts';

/** Times that count from the day of asking. */
const NAMED_TIME = /[今去前上当]年度?|目前|现在|如今|近[几两三]?年|最近/gu;

/** Returns what an ask measures: of its own words, or where it names nothing (增长多少) of what was asked before. */
export function measureAsked(ask: Ask, previous: Measure | null): Measure {
  const name = blankOut(ask.text, findAskedPeriods(ask.text, null)).replace(NAMED_TIME, ' ');
  const own = measureOf(askedName(name));
  return own.key === '' && previous ? { ...previous, aspect: own.aspect } : own;
}
