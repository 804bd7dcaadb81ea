// Compares times that are no single date: from one month to another, a day without its year, a time of day; and years alone.
import { parseChineseNumeral } from '../../text/chinese-numerals.ts';
import { fold } from '../../text/normalise.ts';
import { dateOf, fullDate } from './compare-figures.ts';

const UNTIL = /至|到|~|-+(?=\d{4}|\d{1,2}月|[一二三四五六七八九十]{1,2}月)/u;
const MONTH_DAY = /^(\d{1,2}|[一二三四五六七八九十]{1,3})(?:月|[-./])(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?$/u;
const CLOCK =
  /^(凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚|深夜|半夜|午夜|夜里)?(\d{1,2}|[零一二两三四五六七八九十]{1,3})(?:[:点时](\d{1,2}|半)?分?|点整)$/u;
const MORNING = /^(?:凌晨|清晨|早上|早晨|早|上午)$/u;
const NIGHT = /^(?:晚上|晚|深夜|半夜|午夜|夜里)$/u;
const NOON = '中午';
const HALF_DAY_HOURS = 12;
const DAY_HOURS = 24;
const MAX_MINUTE = 59;
/** The night goes on until so many hours after midnight: 夜里2点 is of the morning. */
const NIGHT_END_HOUR = 4;
/** And from this hour on noon is no longer meant by the hour before it: 中午11点 is of the morning. */
const FIRST_NOON_HOUR = 10;
const ASKS_YEAR = /哪(?:一)?年(?!.{0,2}月)|哪个年份/u;
/** Public holidays by the day that they are named after. */
const HOLIDAYS: ReadonlyMap<string, string> = new Map([
  ['元旦', '1月1日'],
  ['五一', '5月1日'],
  ['六一', '6月1日'],
  ['七一', '7月1日'],
  ['八一', '8月1日'],
  ['十一', '10月1日'],
]);
const HOLIDAY = /(?<=年)(元旦|五一|六一|七一|八一|十一)(?![月\d])/u;

const plain = (text: string): string => fold(text).replace(/[\s"'()[\]。]/gu, '');
const numberOf = (numeral: string): number =>
  /^\d/u.test(numeral) ? Number(numeral) : (parseChineseNumeral(numeral) ?? Number.NaN);

/** Returns the two ends of a period, the second with the year of the first where it names none; null: it is none. */
function endsOf(text: string, accepted: string): string | null {
  const [from = '', until, ...more] = plain(text).split(UNTIL);
  if (until === undefined || more.length > 0) return null;
  const start = fullDate(from, accepted);
  const year = /^\d{4}/u.exec(start)?.[0] ?? '';
  const ends = [start, dateOf(until) === null ? `${year}年${until}` : until].map((part) => dateOf(part));
  return ends.includes(null) ? null : ends.join('/');
}

/** Returns a month and a day; null: the text is none. @example monthDayOf('6.18') // => '6-18' */
function monthDayOf(text: string): string | null {
  const [, month = '', day = ''] = MONTH_DAY.exec(plain(text)) ?? [];
  const [m, d] = [numberOf(month), numberOf(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= 31 ? `${m}-${d}` : null;
}

/** Returns an hour of the day from 0, 24 being 0; null where there is no such hour. @param part the part of the day it is said to be of; may be empty */
function hourOf(part: string, said: number): number | null {
  const isOfOtherHalf = MORNING.test(part) && said > HALF_DAY_HOURS;
  if (!(said >= 0 && said <= DAY_HOURS) || isOfOtherHalf) return null;
  if (said === HALF_DAY_HOURS) return NIGHT.test(part) || part === '凌晨' ? 0 : said;
  const isMorning = part === '' || MORNING.test(part) || (NIGHT.test(part) && said <= NIGHT_END_HOUR);
  const isForenoon = part === NOON && said >= FIRST_NOON_HOUR;
  return isMorning || isForenoon || said > HALF_DAY_HOURS ? said % DAY_HOURS : said + HALF_DAY_HOURS;
}

/** Returns the minutes after midnight; null: the text is no time of day. @example minutesOf('晚上9点') // => 1260 */
function minutesOf(text: string): number | null {
  const match = CLOCK.exec(plain(text));
  if (match === null) return null;
  const [, part = '', hours = '', behind = '0'] = match;
  const [hour, minute] = [hourOf(part, numberOf(hours)), behind === '半' ? 30 : Number(behind)];
  const isPastDay = numberOf(hours) === DAY_HOURS && minute > 0;
  return hour === null || minute > MAX_MINUTE || isPastDay ? null : hour * 60 + minute;
}

/** Returns a date with a holiday in it as a day. @example withHolidayAsDay('2020年五一') // => '2020年5月1日' */
export function withHolidayAsDay(text: string): string {
  return fold(text).replace(HOLIDAY, (name) => HOLIDAYS.get(name) ?? name);
}

/** True if both texts are the same period, day of a year, or time of day, or the year alone is asked for and given. */
export function isSamePeriod(typed: string, accepted: string, question: string): boolean {
  const ends = endsOf(accepted, accepted);
  if (ends !== null && ends === endsOf(typed, accepted)) return true;
  // 6.18 is a figure too: it is a day where one is asked for.
  const day = /月/u.test(accepted) ? monthDayOf(accepted) : null;
  if (day !== null && day === monthDayOf(typed)) return true;
  const minutes = minutesOf(accepted);
  if (minutes !== null && minutes === minutesOf(typed)) return true;
  const date = dateOf(accepted);
  const said = dateOf(fullDate(typed.replace(/(?<=\d)$/u, '年'), accepted));
  return date !== null && ASKS_YEAR.test(question) && said !== null && said === date.slice(0, 4);
}
