// Formats periods. Pure.
import { inPeriodWords } from '../../../../text/period-words.ts';
import type { WebLanguage } from '../../server/schemas.ts';

/** A canonical period, or a part of a year that is named without one. */
const CANONICAL = /^(?:\d{4}|-)(?:-\d{2}){0,2}(?:\/(?:\d{4}|-)(?:-\d{2}){0,2})?$/u;

/**
 * Formats a canonical period; anything else stays as it is.
 * @example periodText('2017/2020', 'zh') // => '2017—2020年'
 * @example periodText('--01/--06', 'zh') // => '上半年'
 * @example periodText('2017/2020', 'en') // => '2017–2020'
 */
export function periodText(period: string, language: WebLanguage): string {
  if (!CANONICAL.test(period)) return period;
  return language === 'zh' ? inPeriodWords(period) : period.split('/').map(inEnglish).join('–');
}

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** A date as ISO writes it; one without a year in words (July, July 15). */
function inEnglish(date: string): string {
  const [, month, day] = /^--(\d{2})(?:-(\d{2}))?$/u.exec(date) ?? [];
  if (month === undefined) return date;
  return MONTH.format(Date.UTC(2000, Number(month) - 1)) + (day === undefined ? '' : ` ${Number(day)}`);
}
