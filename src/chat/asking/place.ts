// Names of places and sources as a reader sees them. Shortens names; knows no list of districts.
import type { Interpretation, ReportMeta } from '../../types.ts';

const PROVINCE = /^(?:[^省区市县]{2,4}省|[^省市县]{2,6}自治区)(?=.{2})/u;
const CITY = /^[^市区县旗]{1,9}(?:市|自治州|地区|盟)(?=.{2})/u;
const MAX_TITLE_CHARACTERS = 60;

/**
 * The last part of a district's full name.
 * @example shortDistrict('四川省乐山市市中区') // => '市中区'
 */
export function shortDistrict(fullName: string): string {
  return fullName.replace(PROVINCE, '').replace(CITY, '');
}

/** Shortens a text to `maxCharacters` UTF-16 units, on a whole character, with `…` in place of what is gone. */
export function clip(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  const kept = text.slice(0, Math.max(0, maxCharacters - 1)).replace(/[\uD800-\uDBFF]$/u, '');
  return `${kept.trimEnd()}…`;
}

/** Returns the origin of a quote in one line: title · district · date, as far as known. */
export function sourceLabel(report: ReportMeta): string {
  const title = clip(report.title.replace(/\s+/gu, ' ').trim() || report.path, MAX_TITLE_CHARACTERS);
  return [title, report.district, report.publishedOn].filter((part) => part !== null).join(' · ');
}

/** Returns the subject of a question (`泉山区 · 2016`); the question itself where it names neither district nor period. */
export function subjectOf(interpretation: Interpretation): string {
  const districts = interpretation.districts.map(shortDistrict).join('、');
  const parts = [districts, interpretation.period ?? ''].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' · ') : clip(interpretation.question, 120);
}
