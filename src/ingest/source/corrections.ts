// `corrections.yaml` beside the reports: what maintainers put right of what is known of them. Every change is kept, the latest wins, and
// taking the last one back leaves the file as it was before. It knows no reports but those it is told of.
import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { AppError } from '../../errors.ts';
import { writeWhole } from '../../store/files.ts';
import { canonicalDate, fieldNamed, isRecord } from './fields.ts';
import { readBytes } from './files.ts';
import { firstLine } from './front-matter.ts';
import type { ReportSource } from './report-sources.ts';

/** Name of the file that holds the corrections of a corpus. */
export const CORRECTIONS_NAME = 'corrections.yaml';

/** Fields that can be put right. */
export const CORRECTABLE = ['title', 'district', 'publisher', 'publishedOn', 'kind'] as const;
type CorrectableField = (typeof CORRECTABLE)[number];

/** Corrected fields; null: the report has none. */
export type CorrectedFields = Readonly<Partial<Record<CorrectableField, string | null>>>;

/** The report that a correction is of. */
export interface CorrectedReport {
  readonly path: string;
  /** Only where its file holds several reports; else the path alone names it, whatever other files are called. */
  readonly id?: string;
}

interface Change extends CorrectedReport {
  /** ISO 8601. */
  readonly at: string;
  readonly set: CorrectedFields;
}

const HEADER =
  '# Corrections of reports, made on the page, in a chat or by npm run reports. The latest of each report and field counts.\n';

/**
 * Checks fields as people name and type them: an empty value means that the report has none.
 * @throws AppError usage/invalid
 */
export function readCorrectedFields(record: Readonly<Record<string, string>>): CorrectedFields {
  const entries = Object.entries(record).map(([name, value]): [CorrectableField, string | null] => {
    const called = fieldNamed(name);
    const field = CORRECTABLE.find((each) => each === called);
    if (field === undefined)
      throw new AppError('usage/invalid', `"${name}" is no field; there are ${CORRECTABLE.join(', ')}`);
    return [field, checkedValue(field, value.trim())];
  });
  if (entries.length === 0) throw new AppError('usage/invalid', 'no field is named');
  return Object.fromEntries(entries);
}

function checkedValue(field: CorrectableField, value: string): string | null {
  if (value === '') {
    if (field === 'title') throw new AppError('usage/invalid', 'a report cannot be without a title');
    return null;
  }
  if (field !== 'publishedOn') return value;
  const date = canonicalDate(value);
  if (date === null) throw new AppError('usage/invalid', `"${value}" is no date; write 2017, 2017-05 or 2017-05-28`);
  return date;
}

function changeOf(entry: unknown): Change | null {
  if (!isRecord(entry) || typeof entry['path'] !== 'string' || !isRecord(entry['set'])) return null;
  const set = Object.entries(entry['set']).map(([name, value]) => [name, value === null ? '' : String(value)]);
  try {
    const { path, id, at } = entry;
    return {
      path,
      ...(typeof id === 'string' && { id }),
      at: String(at ?? ''),
      set: readCorrectedFields(Object.fromEntries(set)),
    };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** Reads the changes of a folder, oldest first; none where there is no file. @param problems takes a line for what cannot be used */
function readChanges(folder: string, problems: string[]): Change[] {
  const read = readBytes(join(folder, CORRECTIONS_NAME));
  if (!read.ok) return [];
  let value: unknown;
  try {
    value = parse(new TextDecoder().decode(read.bytes));
  } catch (error) {
    problems.push(`${CORRECTIONS_NAME} is not valid YAML (${firstLine(error)}); it is ignored`);
    return [];
  }
  const entries = isRecord(value) && Array.isArray(value['changes']) ? (value['changes'] as unknown[]) : [];
  return entries.flatMap((entry, index) => {
    const change = changeOf(entry);
    if (change === null) problems.push(`${CORRECTIONS_NAME}: change ${index + 1} cannot be used; it is ignored`);
    return change ?? [];
  });
}

const isOf = (change: CorrectedReport, report: CorrectedReport): boolean =>
  change.path === report.path && change.id === report.id;

function writeChanges(folder: string, changes: readonly Change[]): void {
  const file = join(folder, CORRECTIONS_NAME);
  if (changes.length === 0) rmSync(file, { force: true });
  else writeWhole(file, HEADER + stringify({ changes }));
}

/** Keeps a correction of a report. @throws AppError usage/invalid, disk/… */
export function addCorrection(
  folder: string,
  report: CorrectedReport,
  { set, at }: { readonly set: CorrectedFields; readonly at: Date },
): void {
  writeChanges(folder, [...soundChanges(folder), { ...report, at: at.toISOString(), set }]);
}

/** Takes back the last correction of a report; false where there is none. @throws AppError usage/invalid, disk/… */
export function undoCorrection(folder: string, report: CorrectedReport): boolean {
  const changes = soundChanges(folder);
  const last = changes.findLastIndex((change) => isOf(change, report));
  if (last < 0) return false;
  writeChanges(folder, changes.toSpliced(last, 1));
  return true;
}

/** Returns the changes of a folder; a file that cannot be read whole is not written over. @throws AppError usage/invalid */
function soundChanges(folder: string): Change[] {
  const problems: string[] = [];
  const changes = readChanges(folder, problems);
  if (problems.length === 0) return changes;
  throw new AppError('usage/invalid', `${problems[0]}. Mend or remove the file in ${folder} first.`);
}

/**
 * Returns the folder of a corpus in which a report lies.
 * @param corpus folders and files
 * @throws AppError corpus/missing
 */
export function folderOfReport(corpus: readonly string[], path: string): string {
  const folders = corpus
    .filter((place) => existsSync(place))
    .map((place) => (statSync(place).isDirectory() ? place : dirname(place)));
  const [first = ''] = path.split('/');
  const folder =
    folders.find((each) => existsSync(join(each, path))) ?? folders.find((each) => existsSync(join(each, first)));
  if (folder !== undefined) return folder;
  throw new AppError(
    'corpus/missing',
    `${path} is no longer in ${corpus.join(', ')}. Build the index anew: npm run ingest`,
  );
}

/** The corrections of a corpus, ready to be applied. */
export class Corrections {
  readonly #changes: readonly Change[];
  readonly #used = new Set<Change>();

  /** @param problems takes a line for each thing that cannot be used */
  constructor(folders: Iterable<string>, problems: string[]) {
    this.#changes = [...new Set(folders)].flatMap((folder) => readChanges(folder, problems));
  }

  /** Returns a source with what was put right of it: corrected fields count as given, not as inferred. */
  apply(source: ReportSource): ReportSource {
    const own = this.#changes.filter(({ path, id }) => path === source.path && (id === undefined || id === source.id));
    if (own.length === 0) return source;
    for (const change of own) this.#used.add(change);
    const set: CorrectedFields = Object.assign({}, ...own.map((change) => change.set));
    const inferred = source.given.inferred?.filter((name) => !(name in set));
    const corrected = Object.keys(set);
    return {
      ...source,
      corrected,
      given: { ...source.given, ...set, ...(inferred && { inferred }) } as ReportSource['given'],
    };
  }

  /** Returns a line for each corrected report that was not met. */
  unused(): string[] {
    const open = this.#changes.filter((change) => !this.#used.has(change));
    return [
      ...new Set(open.map(({ path, id = path }) => `${CORRECTIONS_NAME}: no report is ${id}; its correction waits`)),
    ];
  }
}
