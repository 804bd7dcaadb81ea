// Days and minutes as a learner's clock shows them, and streaks. Time is an argument.
import { DAY_MS } from '../../durations.ts';
import { remembering } from '../../lexicon/words/once.ts';
import { parseChineseNumeral } from '../../text/chinese-numerals.ts';

/** The zone of learners who have named none. */
export const DEFAULT_ZONE = 'Asia/Shanghai';

/** Returns a time zone as people write it, as IANA names it; null where there is no such zone. @example readZone('+8') // => 'Etc/GMT-8' */
export function readZone(text: string): string | null {
  const offset = /^(?:UTC|GMT)?([+-])0?(\d{1,2})(?::00)?$/iu.exec(text);
  const sign = offset?.[1] === '+' ? '-' : '+';
  const name = offset ? `Etc/GMT${Number(offset[2]) === 0 ? '' : sign + Number(offset[2])}` : text;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** Formatters by zone: making one costs more than a thousand uses of it, and there are few zones. */
const dayFormat = remembering(
  (timeZone) => new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
  100,
);

/** Returns the day in a zone. @example dayOf(new Date('2031-05-01T23:00:00Z'), 'Asia/Shanghai') // => '2031-05-02' */
export function dayOf(at: Date, zone: string): string {
  return dayFormat(zone).format(at);
}

/** Returns the minutes after midnight in a zone, 0 … 1,439. */
export function minuteOf(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [hour = 0, minute = 0] = parts.format(at).split(':').map(Number);
  return hour * 60 + minute;
}

/** Returns how many days in a row, up to today or yesterday, are among the given ones. @param days as `dayOf` writes them, in any order */
export function streakOf(days: Iterable<string>, today: string): number {
  const all = new Set(days);
  let day = all.has(today) ? today : previousDay(today);
  let length = 0;
  while (all.has(day)) {
    length += 1;
    day = previousDay(day);
  }
  return length;
}

function previousDay(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  return new Date(at.getTime() - DAY_MS).toISOString().slice(0, 10);
}

/** Returns day and time in a zone, for people, with the zone. @example momentOf(new Date('2031-05-01T23:30:00Z'), 'Asia/Shanghai') // => '2031-05-02 07:30（UTC+8）' */
export function momentOf(at: Date, zone: string): string {
  return `${stampOf(at, zone)}（${offsetOf(at, zone)}）`;
}

/** Returns day and time in a zone, for tables. @example stampOf(new Date('2031-05-01T23:30:00Z'), 'Asia/Shanghai') // => '2031-05-02 07:30' */
export function stampOf(at: Date, zone: string): string {
  return `${dayOf(at, zone)} ${clockOf(minuteOf(at, zone))}`;
}

/** Returns the offset of a zone from universal time at a moment. @example offsetOf(new Date('2031-05-01T23:30:00Z'), 'Asia/Shanghai') // => 'UTC+8' */
export function offsetOf(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(at);
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT').replace('GMT', 'UTC');
}

/** Returns the minutes after midnight as a clock shows them. @example clockOf(510) // => '08:30' */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

const DAYS = /^(\d{1,3}|[零一二两三四五六七八九十百]{1,5})\s*(天|日|个?星期|周|个?礼拜|个?月|days?|weeks?|months?)?$/u;
/** How many days a unit is; any other is a day. */
const UNIT_DAYS: ReadonlyMap<string, number> = new Map([
  ...['周', '星期', '个星期', '礼拜', '个礼拜', 'week', 'weeks'].map((unit) => [unit, 7] as const),
  ...['月', '个月', 'month', 'months'].map((unit) => [unit, 30] as const),
]);

/** Returns a length of time in days; null for what is none. @example readDays('两周') // => 14 */
export function readDays(text: string): number | null {
  const [, number = '', unit = ''] = DAYS.exec(text.normalize('NFKC').trim().toLowerCase()) ?? [];
  if (number === '') return null;
  const value = /\d/u.test(number) ? Number(number) : parseChineseNumeral(number);
  return value === null ? null : value * (UNIT_DAYS.get(unit) ?? 1);
}
