// Periods and figures of documents in words.
import type { BriefFigure } from '../../documents.ts';
import type { Wording } from '../i18n/wording.ts';

/** The words of documents. */
export type DocumentWording = Wording['documents'];

/**
 * Returns a canonical period in words; anything else as it is.
 * @example periodIn('2020-09', wordingFor('zh').documents) // => '2020年9月'
 */
export function periodIn(period: string, wording: DocumentWording): string {
  const ends = period.split('/');
  const [from = '', to] = ends;
  if (to !== undefined && ends.every((end) => /^\d{4}$/u.test(end))) return wording.years(from, to);
  return ends.map((end) => dateIn(end, wording)).join('—');
}

function dateIn(date: string, wording: DocumentWording): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(date) ?? [];
  if (year === undefined) return date;
  if (month === undefined) return wording.year(year);
  return day === undefined ? wording.month(year, Number(month)) : wording.day(year, Number(month), Number(day));
}

/** Returns a change in percent with its sign. @example changeText(-2.5) // => '-2.5%' */
export function changeText(changePercent: number | null): string {
  return changePercent === null ? '' : `${changePercent > 0 ? '+' : ''}${changePercent}%`;
}

/** Returns a figure as written, and that it is a plan. */
export function figureText({ surface, isPlanned }: BriefFigure, wording: DocumentWording): string {
  return isPlanned ? `${surface}（${wording.planned}）` : surface;
}
