// `catalog.yaml`: what is known of each report of a folder beside its text.
import { dirname, join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { decode } from './decode.ts';
import { type GivenFields, isRecord, readFields } from './fields.ts';
import { type CorpusFile, readBytes } from './files.ts';
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

/** Catalogues by their folder: those among the files, and those that lie beside a file named alone. */
export function readCatalogs(files: readonly CorpusFile[], notices: string[]): Map<string, Catalog> {
  const catalogs = new Map<string, Catalog>();
  const folders = new Set(files.flatMap((file) => [dirname(file.absolutePath), file.folder]));
  for (const folder of folders) {
    const problems: string[] = [];
    const bytes = readBytes(join(folder, CATALOG_NAME));
    if (!bytes.ok) continue;
    const decoded = decode(bytes.bytes);
    if (decoded.ok) catalogs.set(folder, parseCatalog(decoded.text, problems));
    else problems.push(`${decoded.reason}; it is ignored`);
    notices.push(...problems.map((problem) => `${CATALOG_NAME}: ${problem}`));
  }
  return catalogs;
}

/** Returns the fields that the nearest catalogue at or above the file's folder gives. */
export function fromCatalog(file: CorpusFile, catalogs: ReadonlyMap<string, Catalog>): GivenFields {
  for (let folder = dirname(file.absolutePath); ; folder = dirname(folder)) {
    const path = relative(folder, file.absolutePath).split(sep).join('/');
    const fields = catalogs.get(folder)?.get(path);
    if (fields) return fields;
    if (folder === file.folder || folder === dirname(folder)) return {};
  }
}
