// Widens words that a reader points at to the whole figure, date or name, and figures to the words that say how rough they are.

import { FALLS } from '../lexicon/words/indicator-words.ts';
import { ADDED_YEAR } from '../text/added-dates.ts';
import type { Quantity } from '../text/numbers.ts';
import type { Span } from '../types.ts';
import type { PreparedSentence } from './prepared-sentence.ts';

/** Words around a figure that say how rough it is belong to it. */
const ROUGH_BEFORE =
  /(?:每[年月周天日]?|大约|约为|约|将近|接近|(?<![最附邻靠临相])近|超过|超|逾|突破|至少|不到|不足|不[少低]于|不[超高多]过|不高于|最高|最低|高达)$/u;
const ROUGH_BEHIND = /^(?:余|多|以上|以内|左右|上下|有余|开外|之多|（[间户名人家处个所栋台件条座]）)/u;
/** Ends a day that is named without its year, which the reading adds behind it. */
const DAY_END = /\d[日号]$/u;
/** Stands behind a place that something is near or along. */
const NEAR_PLACE = /^(?:附近|一带|周边|沿线)/u;
/** What a figure is measured by, behind its unit: 149.1万吨/天. */
const PER_UNIT = /^[/／](?:天|日|月|年|小时|分钟|人|户|亩|吨|升|公里|平方米|平方公里)/u;
/** What belongs to a date behind it: the date that the reading adds, and the time of day. */
const TIME_OF_DAY =
  /^(?:〔[^〕]*〕)?(?:(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|深夜)(?:\d{1,2}[时点](?:\d{1,2}分|半|整)?(?:许|左右)?)?|\d{1,2}[时点](?:\d{1,2}分|半|整)?(?:许|左右)?)?/u;

/** Returns where a date ends with what belongs to it behind it: an added date, the time of day. @param end where the date itself ends */
export function withTimeOfDay(end: number, read: string): number {
  return end + (TIME_OF_DAY.exec(read.slice(end))?.[0].length ?? 0);
}

/** Returns words of a sentence without the years that its reading adds to days which stand in full. */
export function asSaid(words: string): string {
  return words.replace(ADDED_YEAR, '');
}

/** Returns a span with the words before and behind it that say how rough a figure is. */
export function withRoughness({ start, end }: Span, { sentence: { read } }: PreparedSentence): Span {
  return {
    start: start - (ROUGH_BEFORE.exec(read.slice(0, start))?.[0].length ?? 0),
    end: end + ((PER_UNIT.exec(read.slice(end)) ?? ROUGH_BEHIND.exec(read.slice(end)))?.[0].length ?? 0),
  };
}

const FALL_BEFORE = new RegExp(`(?:${FALLS.join('|')})了?$`, 'u');

/** Returns a span of a percentage with the word before it that makes it a fall: 3.8% of 下降3.8% alone would be read as a rise. */
export function withFall(place: Span, figures: readonly Quantity[], { sentence: { read } }: PreparedSentence): Span {
  const [figure, ...more] = figures;
  const fall = figure?.kind === 'percent' && more.length === 0 ? FALL_BEFORE.exec(read.slice(0, place.start)) : null;
  return fall ? { start: fall.index, end: place.end } : place;
}

/** Returns the whole figure, date or name that a span is a part of, with the words that say how rough it is. */
export function widened(span: Span, prepared: PreparedSentence): Span {
  const { quantities, periods, persons } = prepared;
  const wholes = [...quantities, ...periods, ...persons].filter(
    ({ start, end }) => start < span.end && end > span.start,
  );
  const start = Math.min(span.start, ...wholes.map((whole) => whole.start));
  const end = Math.max(span.end, ...wholes.map((whole) => whole.end));
  const { read } = prepared.sentence;
  const isDate = periods.some((period) => period.end === end) || DAY_END.test(read.slice(start, end));
  const isName = wholes.length === 0 && !isDate;
  const placed = isName ? end + (NEAR_PLACE.exec(read.slice(end))?.[0].length ?? 0) : end;
  return withRoughness({ start, end: isDate ? withTimeOfDay(end, read) : placed }, prepared);
}
