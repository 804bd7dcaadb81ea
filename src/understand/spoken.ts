// Says a question as it was understood, for the reader: follow-ups with the district or year that they took over. It decides nothing.

import { type DistrictMention, districtNames } from '../lexicon/places/districts.ts';
import { inPeriodWords } from '../text/period-words.ts';

/** A year with or without its month, as questions write it. */
const YEAR = /(?:19|20)\d{2}年?(?:\d{1,2}月份?)?/u;

/** Names of districts as they are said, each once. @example placeWords(['江苏省徐州市泉山区']) // => '泉山区' */
export function placeWords(districts: readonly string[]): string {
  return [...new Set(districts)].map((district) => districtNames(district).display).join('、');
}

/** What of an earlier question another district or year takes the place of. */
interface Substitution {
  /** Districts that the earlier question named. */
  readonly from: readonly DistrictMention[];
  /** Full names of those that take their place; empty: they stay. */
  readonly to: readonly string[];
  /** The canonical period that takes the place of the earlier one; undefined: it stays. */
  readonly period: string | undefined;
}

function withPlace(question: string, { from, to }: Substitution): string {
  if (to.length === 0) return question;
  const [mention, ...others] = [...new Map(from.map((one) => [one.fullName, one])).values()];
  const place = placeWords(to);
  const names = mention === undefined ? [] : [mention.fullName, mention.surface, placeWords([mention.fullName])];
  const name = others.length > 0 ? undefined : names.find((candidate) => question.includes(candidate));
  if (name !== undefined) return question.replaceAll(name, place);
  return question.includes(place) ? question : `${place}：${question}`;
}

function withPeriod(question: string, { to, from, period }: Substitution): string {
  if (period === undefined) return question;
  const words = inPeriodWords(period);
  if (YEAR.test(question)) return question.replace(YEAR, words);
  const place = placeWords(to.length > 0 ? to : from.map(({ fullName }) => fullName));
  return place !== '' && question.startsWith(place)
    ? `${place}${words}${question.slice(place.length)}`
    : `${words}，${question}`;
}

/**
 * An earlier question with another district or year in place of its own.
 * @example spokenAnew('甲区有几处公园？', { from: [mentionOf甲区], to: ['某市乙区'], period: '2031' }) // => '乙区2031年有几处公园？'
 */
export function spokenAnew(question: string, substitution: Substitution): string {
  return withPeriod(withPlace(question, substitution), substitution);
}
