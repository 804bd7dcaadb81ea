// Names of places and sources as a reader sees them. Shortens names; knows no list of districts.
import { SURE_CONFIDENCE } from '../../pages.ts';
import { isYearless } from '../../text/calendar.ts';
import { inPeriodWords } from '../../text/period-words.ts';
import type { Interpretation, ReportMeta } from '../../types.ts';

const PROVINCE = /^(?:[^省区市县]{2,4}省|[^省市县]{2,6}自治区)(?=.{2})/u;
const MUNICIPALITY = /^(?:北京|天津|上海|重庆)市(?=.{2})/u;
const CITY = /^[^市区县旗]{1,9}(?:市|自治州|地区|盟)(?=.{2})/u;
const MAX_TITLE_CHARACTERS = 60;

/**
 * The last part of a district's full name.
 * @example shortDistrict('四川省乐山市市中区') // => '市中区'
 */
export function shortDistrict(fullName: string): string {
  return fullName.replace(PROVINCE, '').replace(CITY, '');
}

/** A district's full name in its parts. */
export interface NameParts {
  /** `江苏省`; empty where the name starts lower. */
  readonly province: string;
  /** `徐州市`; empty where there is none. */
  readonly city: string;
  /** `泉山区`. */
  readonly name: string;
}

/** Returns the parts of a district's full name. */
export function namePartsOf(fullName: string): NameParts {
  const province = PROVINCE.exec(fullName)?.[0] ?? MUNICIPALITY.exec(fullName)?.[0] ?? '';
  const city = CITY.exec(fullName.slice(province.length))?.[0] ?? '';
  return { province, city, name: fullName.slice(province.length + city.length) };
}

/**
 * Returns a short name for each district that no other of them has: with its city, then its province before it where it must be.
 * @example districtLabels(['江苏省徐州市鼓楼区', '江苏省南京市鼓楼区']).get('江苏省徐州市鼓楼区') // => '徐州市鼓楼区'
 */
export function districtLabels(fullNames: readonly string[]): Map<string, string> {
  const labels = new Map<string, string>();
  let open = [...new Set(fullNames)];
  for (const labelOf of [shortDistrict, withCity, (fullName: string) => fullName]) {
    const counts = new Map<string, number>();
    for (const name of open) counts.set(labelOf(name), (counts.get(labelOf(name)) ?? 0) + 1);
    const isClear = (name: string): boolean => counts.get(labelOf(name)) === 1;
    for (const name of open.filter(isClear)) labels.set(name, labelOf(name));
    open = open.filter((name) => !isClear(name));
  }
  return labels;
}

function withCity(fullName: string): string {
  const { province, city, name } = namePartsOf(fullName);
  return city === '' ? `${province}${name}` : `${city}${name}`;
}

/** Shortens a text to `maxCharacters` UTF-16 units, on a whole character, with `…` in place of what is gone. */
export function clip(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  const kept = text.slice(0, Math.max(0, maxCharacters - 1)).replace(/[\uD800-\uDBFF]$/u, '');
  return `${kept.trimEnd()}…`;
}

/** Stands beside what was recognised from pictures, in both languages: a figure may be misread. */
const SCANNED = '扫描件识别（OCR）';

/** Returns what is said beside words that were recognised from a picture. @param confidence 0 … 1, where it is known */
export function scanNote(confidence?: number): string {
  if (confidence === undefined) return SCANNED;
  return `扫描件识别（OCR ${Math.floor(confidence * 100)}%${confidence < SURE_CONFIDENCE ? '，请核对原页' : ''}）`;
}

/** Returns the origin of a quote in one line: title · district · date, as far as known. @param confidence of text recognition */
export function sourceLabel(report: ReportMeta, confidence?: number): string {
  const title = clip(report.title.replace(/\s+/gu, ' ').trim() || report.path, MAX_TITLE_CHARACTERS);
  const scan = report.isScanned === true ? scanNote(confidence) : null;
  return [title, report.district, report.publishedOn, scan].filter((part) => part !== null).join(' · ');
}

/** The period of a question as it is shown; a part of a year without its year in words. */
function periodOf({ period }: Interpretation): string {
  return period !== null && isYearless(period) ? inPeriodWords(period) : (period ?? '');
}

/** Returns the subject of a question (`泉山区 · 2016`); the question itself where it names neither district nor period. */
export function subjectOf(interpretation: Interpretation): string {
  const districts = interpretation.districts.map(shortDistrict).join('、');
  const parts = [districts, periodOf(interpretation)].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' · ') : clip(interpretation.question, 120);
}
