// Reads a length of time in days as people write it. It knows no calendar: a month is thirty days.
import { parseChineseNumeral } from '../../text/chinese-numerals.ts';

const DAYS = /^(\d{1,3}|[零一二两三四五六七八九十百]{1,5})\s*(天|日|个?星期|周|个?礼拜|个?月|days?|weeks?|months?)?$/u;
/** How many days a unit is; any other is a day. */
const UNIT_DAYS: ReadonlyMap<string, number> = new Map([
  ...['周', '星期', '个星期', '礼拜', '个礼拜', 'week', 'weeks'].map((unit) => [unit, 7] as const),
  ...['月', '个月', 'month', 'months'].map((unit) => [unit, 30] as const),
]);

/** A length of time in days; null for what is none. @example readDays('两周') // => 14 */
export function readDays(text: string): number | null {
  const [, number = '', unit = ''] = DAYS.exec(text.normalize('NFKC').trim().toLowerCase()) ?? [];
  if (number === '') return null;
  const value = /\d/u.test(number) ? Number(number) : parseChineseNumeral(number);
  return value === null ? null : value * (UNIT_DAYS.get(unit) ?? 1);
}
