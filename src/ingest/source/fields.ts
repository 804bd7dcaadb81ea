// Fields that a front matter, a catalogue or a .jsonl line gives of a report: unknown data in, checked fields out.

/** Fields that may be given beside a report's text. All optional: what is missing is inferred. */
export interface GivenFields {
  readonly id?: string;
  readonly title?: string;
  /** Null: somebody said that the report is of none; so for the next three. */
  readonly district?: string | null;
  readonly publisher?: string | null;
  readonly publishedOn?: string | null;
  readonly kind?: string | null;
  readonly url?: string;
  /** Names of given fields that someone inferred from the content. */
  readonly inferred?: readonly string[];
}

/** Other names under which common publishing systems and people give the fields. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  id: ['编号'],
  title: ['标题', '题目', '题名', '文件名称', 'headline', 'subject'],
  district: ['区县', '地区', '所属区县'],
  publisher: [
    '来源',
    '发布单位',
    '发文单位',
    '发文机关',
    '发布机构',
    '主办单位',
    '印发单位',
    '印发机关',
    'source',
    'agency',
  ],
  publishedOn: [
    'date',
    'published',
    'publishDate',
    'publish_date',
    'published_at',
    'pubDate',
    '日期',
    '发布日期',
    '发布时间',
    '发文时间',
    '成文日期',
    '成文时间',
    '印发日期',
    '印发时间',
    '公布日期',
  ],
  kind: ['文种', '类别', '类型'],
  url: ['link', '链接', '网址', '原文链接'],
};
const WEB_ADDRESS = /^\s*(?:https?:\/\/|www\.)/iu;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** As mail and feeds write it: Wed, 03 Aug 2022 12:24:18 GMT. */
const FEED_DATE = /^(?:[a-z]{3},\s*)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\b/i;

const TEXT_FIELDS = ['id', 'title', 'district', 'publisher', 'kind', 'url'] as const;
const PARTIAL_DATE = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/;

/** True if a value is a plain object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns how many days a month has. @param month from 1 */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Returns a date as exact as it is known, in canonical form, or null if it is none.
 * @example canonicalDate('2020年9月') // => '2020-09'
 */
export function canonicalDate(value: unknown): string | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  const written = String(value ?? '').trim();
  const [, dayOfMonth, monthName = '', feedYear] = FEED_DATE.exec(written) ?? [];
  const monthNumber = MONTHS.indexOf(monthName.slice(0, 3).toLowerCase()) + 1;
  const date = monthNumber > 0 ? `${feedYear}-${monthNumber}-${dayOfMonth}` : written.replace(/[T ]\d{1,2}:.*$/, '');
  const match = PARTIAL_DATE.exec(date);
  if (!match) return null;
  const [, year = '', month, day] = match;
  if ((month && (+month < 1 || +month > 12)) || (day && (+day < 1 || +day > daysIn(+year, Number(month))))) return null;
  return [year, ...[month, day].flatMap((part) => (part ? [part.padStart(2, '0')] : []))].join('-');
}

/** Returns the field that people call so (区县, district); null if there is none. */
export function fieldNamed(name: string): string | null {
  const called = (field: string): boolean => field === name || (ALIASES[field] ?? []).includes(name);
  return Object.keys(ALIASES).find(called) ?? null;
}

/** Returns a field of a record under its own name or another that people use. */
function fieldOf(record: Record<string, unknown>, name: string): unknown {
  const names = [name, ...(ALIASES[name] ?? [])];
  // A source is a publisher, or the address of one.
  const isAddress = (value: unknown): boolean => name === 'publisher' && WEB_ADDRESS.test(String(value));
  const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
  return names.map((each) => record[each]).find((value) => isThere(value) && !isAddress(value));
}

/**
 * Reads the known fields of a record; others are ignored.
 * @param problems takes one line for each field that could not be used
 */
export function readFields(record: Record<string, unknown>, problems: string[]): GivenFields {
  const fields: Record<string, string | readonly string[]> = {};
  for (const name of TEXT_FIELDS) {
    const value = fieldOf(record, name);
    if (value === undefined || value === null || value === '') continue;
    if (typeof value === 'string' || typeof value === 'number') fields[name] = String(value).trim();
    else problems.push(`${name} should be a text; it is ignored`);
  }
  const published = fieldOf(record, 'publishedOn');
  if (published !== undefined && published !== null && published !== '') {
    const date = canonicalDate(published);
    if (date) fields['publishedOn'] = date;
    else problems.push(`publishedOn "${String(published)}" is no date (2017, 2017-05 or 2017-05-28); it is ignored`);
  }
  const inferred = record['inferred'];
  if (Array.isArray(inferred)) fields['inferred'] = inferred.filter((name): name is string => typeof name === 'string');
  return fields as GivenFields;
}
