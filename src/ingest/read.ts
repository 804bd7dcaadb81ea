// Reads a corpus: files → sources (decoded text with what is given of it) and the list of what was left out, with reasons.
// It infers nothing and cuts nothing; every file of the corpus ends in exactly one of the two lists.
import { readFileSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
import { AppError } from '../errors.ts';
import type { ReportId } from '../types.ts';
import { CATALOG_NAME, type Catalog, parseCatalog } from './catalog.ts';
import { decode, type Encoding, type SkipCode } from './decode.ts';
import type { GivenFields } from './fields.ts';
import { type CorpusFile, listCorpus, stemOf } from './files.ts';
import { firstLine, readFrontMatter } from './front-matter.ts';
import { namePaths, reportId, UniqueNames } from './identity.ts';
import { readJsonl } from './jsonl.ts';

/** A report as it was handed in: text and given fields. */
export interface Source {
  readonly id: ReportId;
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  readonly given: GivenFields;
  /** What could not be used of the given fields, one line each. */
  readonly problems: readonly string[];
}

/** A file, or a line of one, that is not in the index, and why. */
export interface Skipped {
  readonly path: string;
  /** Line of a `.jsonl` file, from 1; null: the whole file. */
  readonly line: number | null;
  readonly code: SkipCode;
  readonly reason: string;
}

/** What was found of a corpus beside its reports. */
export interface Findings {
  /** Files and lines left out. */
  readonly skipped: Skipped[];
  /** Things worth knowing that left nothing out. */
  readonly notices: string[];
}

const TEXT_FORMATS: ReadonlySet<string> = new Set(['.txt', '.md', '.markdown']);

interface Reading {
  readonly findings: Findings;
  readonly catalogs: ReadonlyMap<string, Catalog>;
  readonly names: ReadonlyMap<string, string>;
  readonly unique: UniqueNames;
}

/**
 * Reads all reports of a corpus, one at a time, in a stable order.
 * @param corpus folders and files
 * @param findings is filled with what was left out and what is worth knowing
 * @throws AppError corpus/missing, corpus/unreadable; corpus/empty where there is no file at all
 */
export function* readCorpus(corpus: readonly string[], findings: Findings): Generator<Source> {
  const unreadable: string[] = [];
  const files = listCorpus(corpus, unreadable);
  for (const reason of unreadable)
    findings.skipped.push({ path: reason.split(' ', 1)[0] ?? '', line: null, code: 'unreadable', reason });
  if (files.length === 0)
    throw new AppError('corpus/empty', `${corpus.join(', ')} holds no file. Put .txt, .md or .jsonl reports there.`);
  const reports = files.filter((file) => !isCatalog(file));
  const reading: Reading = {
    findings,
    catalogs: readCatalogs(files, findings),
    names: namePaths(reports.map((file) => file.path)),
    unique: new UniqueNames(),
  };
  for (const file of reports) yield* readFile(file, reading);
}

function isCatalog(file: CorpusFile): boolean {
  return file.path.split('/').at(-1) === CATALOG_NAME;
}

/** Catalogues by their folder: those among the files, and those that lie beside a file named alone. */
function readCatalogs(files: readonly CorpusFile[], findings: Findings): Map<string, Catalog> {
  const catalogs = new Map<string, Catalog>();
  const folders = new Set(files.flatMap((file) => [dirname(file.absolutePath), file.folder]));
  for (const folder of folders) {
    const problems: string[] = [];
    const bytes = readBytes(join(folder, CATALOG_NAME));
    if (!bytes.ok) continue;
    const decoded = decode(bytes.bytes);
    if (decoded.ok) catalogs.set(folder, parseCatalog(decoded.text, problems));
    else problems.push(`${decoded.reason}; it is ignored`);
    findings.notices.push(...problems.map((problem) => `${CATALOG_NAME}: ${problem}`));
  }
  return catalogs;
}

function readBytes(path: string): { ok: true; bytes: Uint8Array } | { ok: false; reason: string } {
  try {
    return { ok: true, bytes: readFileSync(path) };
  } catch (error) {
    return { ok: false, reason: `it cannot be read (${firstLine(error)})` };
  }
}

/** What the nearest catalogue at or above the file's folder says of it. */
function fromCatalog(file: CorpusFile, catalogs: ReadonlyMap<string, Catalog>): GivenFields {
  for (let folder = dirname(file.absolutePath); ; folder = dirname(folder)) {
    const path = relative(folder, file.absolutePath).split(sep).join('/');
    const fields = catalogs.get(folder)?.get(path);
    if (fields) return fields;
    if (folder === file.folder || folder === dirname(folder)) return {};
  }
}

function* readFile(file: CorpusFile, reading: Reading): Generator<Source> {
  const skip = (code: SkipCode, reason: string): void => {
    reading.findings.skipped.push({ path: file.path, line: null, code, reason });
  };
  const format = extname(file.path).toLowerCase();
  if (format !== '.jsonl' && !TEXT_FORMATS.has(format)) {
    skip('unknown-format', `"${format || file.path}" is no format that is read; .txt, .md and .jsonl are`);
    return;
  }
  const content = readBytes(file.absolutePath);
  if (!content.ok) {
    skip('unreadable', content.reason);
    return;
  }
  const decoded = decode(content.bytes);
  if (!decoded.ok) skip(decoded.code, decoded.reason);
  else if (format === '.jsonl') yield* fromJsonl(file, decoded, reading);
  else yield fromText(file, decoded, reading);
}

function fromText(file: CorpusFile, decoded: { text: string; encoding: Encoding }, reading: Reading): Source {
  const problems: string[] = [];
  const frontMatter = extname(file.path).toLowerCase() === '.txt' ? {} : readFrontMatter(decoded.text, problems);
  const given = { ...fromCatalog(file, reading.catalogs), ...frontMatter };
  const name = given.id ?? reading.names.get(file.path) ?? file.path;
  return {
    id: uniqueId(name, reading.unique, problems),
    path: file.path,
    text: decoded.text,
    encoding: decoded.encoding,
    given,
    problems,
  };
}

function* fromJsonl(
  file: CorpusFile,
  decoded: { text: string; encoding: Encoding },
  reading: Reading,
): Generator<Source> {
  for (const line of readJsonl(decoded.text)) {
    if (!line.ok) {
      reading.findings.skipped.push({ path: file.path, line: line.line, code: 'malformed', reason: line.reason });
      continue;
    }
    const problems = [...line.problems];
    const name = line.given.id ?? `${reading.names.get(file.path) ?? stemOf(file.path)}-${line.line}`;
    const id = uniqueId(name, reading.unique, problems);
    yield { id, path: file.path, text: line.text, encoding: decoded.encoding, given: line.given, problems };
  }
}

function uniqueId(name: string, unique: UniqueNames, problems: string[]): ReportId {
  const id = unique.take(name);
  if (id !== name) problems.push(`its id "${name}" is taken; it is indexed as "${id}"`);
  return reportId(id);
}
