// Fields that a front matter, a catalogue or a .jsonl line gives of a report: unknown data in, checked fields out.

/** Fields that may be given beside a report's text. All optional: what is missing is inferred. */
export interface GivenFields {
  readonly id?: string;
  readonly title?: string;
  readonly district?: string;
  readonly publisher?: string;
  readonly publishedOn?: string;
  readonly url?: string;
  /** Names of given fields that someone inferred from the content. */
  readonly inferred?: readonly string[];
}

const TEXT_FIELDS = ['id', 'title', 'district', 'publisher', 'url'] as const;
const PARTIAL_DATE = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/;

/** True if a value is a plain object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Returns a date as exact as it is known, in canonical form, or null if it is none.
 * @example canonicalDate('2020年9月') // => '2020-09'
 */
export function canonicalDate(value: unknown): string | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  const match = PARTIAL_DATE.exec(
    String(value ?? '')
      .trim()
      .replace(/[T ]\d{1,2}:.*$/, ''),
  );
  if (!match) return null;
  const [, year = '', month, day] = match;
  if ((month && (+month < 1 || +month > 12)) || (day && (+day < 1 || +day > 31))) return null;
  return [year, ...[month, day].flatMap((part) => (part ? [part.padStart(2, '0')] : []))].join('-');
}

/**
 * Reads the known fields of a record; others are ignored.
 * @param problems takes one line for each field that could not be used
 */
export function readFields(record: Record<string, unknown>, problems: string[]): GivenFields {
  const fields: Record<string, string | readonly string[]> = {};
  for (const name of TEXT_FIELDS) {
    const value = record[name];
    if (value === undefined || value === null || value === '') continue;
    if (typeof value === 'string' || typeof value === 'number') fields[name] = String(value).trim();
    else problems.push(`${name} should be a text; it is ignored`);
  }
  const published = record['publishedOn'];
  if (published !== undefined && published !== null && published !== '') {
    const date = canonicalDate(published);
    if (date) fields['publishedOn'] = date;
    else problems.push(`publishedOn "${String(published)}" is no date (2017, 2017-05 or 2017-05-28); it is ignored`);
  }
  const inferred = record['inferred'];
  if (Array.isArray(inferred)) fields['inferred'] = inferred.filter((name): name is string => typeof name === 'string');
  return fields as GivenFields;
}
