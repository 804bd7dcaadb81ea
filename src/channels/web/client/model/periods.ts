// Formats periods. Pure.
import type { WebLanguage } from '../../server/schemas.ts';

/**
 * Formats a canonical period; anything else stays as it is.
 * @example periodText('2017/2020', 'zh') // => '2017—2020年'
 * @example periodText('2021-01/2021-04', 'zh') // => '2021年1月—2021年4月'
 * @example periodText('2017/2020', 'en') // => '2017–2020'
 */
export function periodText(period: string, language: WebLanguage): string {
  const ends = period.split('/');
  if (language === 'en') return ends.join('–');
  const areYears = ends.every((end) => /^\d{4}$/u.test(end));
  return areYears ? `${ends.join('—')}年` : ends.map(dateText).join('—');
}

function dateText(date: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(date);
  if (match === null) return date;
  const [, year, month, day] = match;
  const parts = [`${year}年`, month && `${Number(month)}月`, day && `${Number(day)}日`];
  return parts.filter((part) => part !== undefined).join('');
}
