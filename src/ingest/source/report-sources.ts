// An opened file → its reports: its own text, documents that are rows of a sheet, rows of other districts in its tables, lines of a .jsonl
// file. It infers nothing but of which district the rows of a table are.
import { partsOf } from '../../lexicon/places/districts.ts';
import type { ReportId } from '../../types.ts';
import { type Catalog, fromCatalog } from './catalog.ts';
import type { SkipCode } from './decode.ts';
import { type DistrictPart, districtsApart, othersApart } from './districts-apart.ts';
import { type GivenFields, readFields } from './fields.ts';
import { type CorpusFile, stemOf } from './files.ts';
import { readFrontMatter } from './front-matter.ts';
import { reportId, type UniqueNames } from './identity.ts';
import { inferDate, inferTitle } from './infer.ts';
import { readJsonl } from './jsonl.ts';
import { type HashedPages, type OpenedFile, type TextOrigin, tooLong } from './open.ts';

/** A report as it was handed in: text and given fields. */
export interface ReportSource {
  readonly id: ReportId;
  readonly path: string;
  readonly text: string;
  readonly encoding: TextOrigin;
  readonly given: GivenFields;
  /** Names of the given fields that a maintainer put right. */
  readonly corrected?: readonly string[];
  /** Remarks for a maintainer on how it was read, one line each. */
  readonly problems: readonly string[];
  /** The pages of its file, where those are known. */
  readonly pages?: HashedPages;
}

/** A file, or a line of one, that is not in the index, and why. */
export interface Skipped {
  readonly path: string;
  /** Line of a `.jsonl` file, from 1; null: the whole file. */
  readonly line: number | null;
  readonly code: SkipCode;
  readonly reason: string;
}

/** Findings about a corpus beside its reports. */
export interface Findings {
  /** Files and lines left out. */
  readonly skipped: Skipped[];
  /** Things worth knowing that left nothing out. */
  readonly notices: string[];
}

/** One run over a corpus. */
export interface CorpusRun {
  readonly findings: Findings;
  readonly catalogs: ReadonlyMap<string, Catalog>;
  readonly names: ReadonlyMap<string, string>;
  readonly unique: UniqueNames;
}

/** A file that was opened. */
export type ReadableFile = Extract<OpenedFile, { ok: true }>;

/** Yields the reports of a file, those that lie in it as files of their own aside. */
export function* reportSources(file: CorpusFile, opened: ReadableFile, run: CorpusRun): Generator<ReportSource> {
  if (opened.kind === 'jsonl') yield* fromJsonl(file, opened, run);
  else yield* fromExtract(file, opened, run);
}

/** Yields the reports of a file whose text was taken out of it: its documents, the rows of other districts in its tables, and its own text. */
function* fromExtract(file: CorpusFile, opened: ReadableFile, run: CorpusRun): Generator<ReportSource> {
  if (opened.documents.length > 0) yield* fromDocuments(file, opened, run);
  if (opened.text === '') return;
  if (opened.kind === 'cells') yield* fromCells(file, opened, run);
  else if (opened.kind === 'extracted') yield* fromProse(file, opened, run);
  else yield fromText(file, opened, run);
}

/** Yields a report for each document that is a row of a sheet. */
function* fromDocuments(file: CorpusFile, opened: ReadableFile, run: CorpusRun): Generator<ReportSource> {
  run.findings.notices.push(`${file.path}: its rows are documents; each is a report`);
  const name = nameOf(file, run);
  for (const [index, { record, text }] of opened.documents.entries()) {
    const problems: string[] = [];
    const long = tooLong(text);
    if (long !== null) {
      run.findings.skipped.push({ path: file.path, line: index + 1, code: 'too-large', reason: long });
      continue;
    }
    const given = readFields(record, problems);
    const id = uniqueId(given.id ?? `${name}-${index + 1}`, run.unique, problems);
    yield { id, path: file.path, text, encoding: opened.encoding, given, problems };
  }
}

/** Yields the report of a file and one for each other district of which rows stand in its tables. */
function* fromProse(file: CorpusFile, opened: ReadableFile, run: CorpusRun): Generator<ReportSource> {
  const given = givenOf(file, opened, { ...run, problems: [] });
  const title = given.title ?? inferTitle(opened.text, file.path);
  const { text, others } = othersApart(opened.text, `${given.district ?? ''} ${title} ${file.path}`);
  if (others.length > 0)
    run.findings.notices.push(`${file.path}: rows of other districts in its tables; those of each are a report`);
  yield fromText(file, { ...opened, text }, run);
  const date = given.publishedOn ?? inferDate(opened.text);
  const inferred = [...(given.inferred ?? []), ...(given.publishedOn === undefined ? ['publishedOn'] : [])];
  const dated = { ...given, inferred, ...(date !== null && { publishedOn: date }) };
  yield* partsOfTable(file, others, { opened, run, title, given: dated });
}

/** The table that parts were taken from. */
interface PartedTable {
  readonly opened: ReadableFile;
  readonly run: CorpusRun;
  readonly title: string;
  readonly given: GivenFields;
}

/** Yields a report for each district's part of a table; what is of none is of the table's own title. */
function* partsOfTable(file: CorpusFile, parts: readonly DistrictPart[], table: PartedTable): Generator<ReportSource> {
  const { opened, run, title, given } = table;
  const name = given.id ?? nameOf(file, run);
  for (const { district, text } of parts) {
    const problems = [...opened.remarks];
    const called = district === null ? null : partsOf(district).name;
    const id = uniqueId(called === null ? name : `${name}-${called}`, run.unique, problems);
    const inferred = [...(given.inferred ?? []), 'title', 'district'];
    const own = district === null ? { title } : { title: `${title}（${called}）`, district, inferred };
    const source = { id, path: file.path, text, encoding: opened.encoding, given: { ...given, ...own }, problems };
    yield { ...source, ...(opened.pages && { pages: opened.pages }) };
  }
}

/** Returns the given fields of a file: front matter wins over a catalogue, a catalogue over the file's own metadata. */
function givenOf(
  file: CorpusFile,
  { kind, text, own }: ReadableFile,
  sources: CorpusRun & { problems: string[] },
): GivenFields {
  const frontMatter = kind === 'markdown' ? readFrontMatter(text, sources.problems) : {};
  const told = { ...fromCatalog(file, sources.catalogs), ...frontMatter };
  const { inferred: guesses = [], ...said } = own;
  const guessed = guesses.filter((name) => !(name in told));
  const inferred = [...(told.inferred ?? []), ...guessed];
  return { ...said, ...told, ...(inferred.length > 0 && { inferred }) };
}

function fromText(file: CorpusFile, opened: ReadableFile, run: CorpusRun): ReportSource {
  const problems = [...opened.remarks];
  const given = givenOf(file, opened, { ...run, problems });
  const name = given.id ?? nameOf(file, run);
  const id = uniqueId(name, run.unique, problems);
  const { text, encoding, pages } = opened;
  return { id, path: file.path, text, encoding, given, problems, ...(pages && { pages }) };
}

/** Yields one report for a table or, if its rows name several districts and nobody said which it is about, one for each. */
function* fromCells(file: CorpusFile, opened: ReadableFile, run: CorpusRun): Generator<ReportSource> {
  const given = givenOf(file, opened, { ...run, problems: [] });
  const parts = given.district === undefined ? districtsApart(opened.text) : [];
  if (parts.length === 0) {
    yield fromText(file, opened, run);
    return;
  }
  run.findings.notices.push(`${file.path}: its rows are of several districts; those of each are a report`);
  yield* partsOfTable(file, parts, { opened, run, title: given.title ?? tableTitle(opened.text, file.path), given });
}

/** Returns the title of a workbook or table: its file's name if that says something, else what its text begins with. */
function tableTitle(text: string, path: string): string {
  const stem = stemOf(path);
  return /\p{Script=Han}{4}/u.test(stem) ? stem : inferTitle(text, path);
}

function* fromJsonl(file: CorpusFile, opened: ReadableFile, run: CorpusRun): Generator<ReportSource> {
  run.findings.notices.push(...opened.remarks.map((remark) => `${file.path}: ${remark}`));
  for (const line of readJsonl(opened.text)) {
    const long = line.ok ? tooLong(line.text) : null;
    if (!line.ok || long !== null) {
      const code = line.ok ? 'too-large' : 'malformed';
      const reason = line.ok ? (long ?? '') : line.reason;
      run.findings.skipped.push({ path: file.path, line: line.line, code, reason });
      continue;
    }
    const problems = [...line.problems];
    const name = line.given.id ?? `${nameOf(file, run)}-${line.line}`;
    const id = uniqueId(name, run.unique, problems);
    yield { id, path: file.path, text: line.text, encoding: opened.encoding, given: line.given, problems };
  }
}

/** Returns the name of a file's reports; files in archives have the path without extension. */
function nameOf({ path }: CorpusFile, { names }: CorpusRun): string {
  return names.get(path) ?? path.replace(/\.[^./]+$/, '');
}

function uniqueId(name: string, unique: UniqueNames, problems: string[]): ReportId {
  const id = unique.take(name);
  if (id !== name) problems.push(`its id "${name}" is taken; it is indexed as "${id}"`);
  return reportId(id);
}
