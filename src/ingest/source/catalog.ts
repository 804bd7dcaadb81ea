// `catalog.yaml`: what is known of each report of a folder beside its text.
import { parse } from 'yaml';
import { type GivenFields, isRecord, readFields } from './fields.ts';
import { firstLine } from './front-matter.ts';

/** Name of the file that describes the reports of its folder. */
export const CATALOG_NAME = 'catalog.yaml';

/** Fields by path, relative to the catalogue's folder. */
export type Catalog = ReadonlyMap<string, GivenFields>;

/**
 * Reads a catalogue: `reports: [{ path, title, district, … }]`.
 * @param problems takes one line for each entry that could not be used; a broken catalogue is an empty one and a problem
 */
export function parseCatalog(text: string, problems: string[]): Catalog {
  const entries = new Map<string, GivenFields>();
  for (const [index, entry] of listedReports(text, problems).entries()) {
    const path = isRecord(entry) ? entry['path'] : undefined;
    if (!isRecord(entry) || typeof path !== 'string') {
      problems.push(`entry ${index + 1} names no path; it is ignored`);
      continue;
    }
    const own: string[] = [];
    if (entries.has(path)) own.push('it is listed twice; the later entry counts');
    entries.set(path, readFields(entry, own));
    problems.push(...own.map((problem) => `${path}: ${problem}`));
  }
  return entries;
}

function listedReports(text: string, problems: string[]): unknown[] {
  try {
    const value: unknown = parse(text);
    const reports = isRecord(value) ? value['reports'] : value;
    if (Array.isArray(reports)) return reports;
    problems.push('it holds no list "reports:"; it is ignored');
  } catch (error) {
    problems.push(`it is not valid YAML (${firstLine(error)}); it is ignored`);
  }
  return [];
}
