// Reads a corpus: files → sources (decoded text with what is given of it) and the list of what was left out, with reasons.
// Files that lie in archives and mails are read as those of a folder. Every file of the corpus ends in exactly one of the two lists.
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import type { KeptExtracts } from '../../store/index/extracts.ts';
import { misleadingCount, visibleText } from '../../text/visible.ts';
import { type FileExtractor, keepingExtractor, WorkerExtractor } from '../formats/extractor.ts';
import { withRecognition } from '../ocr/recognition.ts';
import { CATALOG_NAME, readCatalogs } from './catalog.ts';
import { CORRECTIONS_NAME, Corrections } from './corrections.ts';
import type { GivenFields } from './fields.ts';
import { type CorpusFile, listCorpus } from './files.ts';
import { namePaths, UniqueNames } from './identity.ts';
import { type OpenedFile, openBytes, openFile } from './open.ts';
import {
  type CorpusRun,
  type Findings,
  type ReadableFile,
  type ReportSource,
  reportSources,
} from './report-sources.ts';

/** Archives in archives are opened so deep. */
const DEEPEST_ARCHIVE = 2;

/** Options of reading. */
interface ReadOptions {
  readonly kept?: KeptExtracts | null;
  /** Stays open. */
  readonly extractor?: FileExtractor;
}

/** A run with what opens files that lie in others. */
interface FileRun extends CorpusRun {
  readonly extractor: FileExtractor;
  readonly depth: number;
}

/**
 * Reads all reports of a corpus, one at a time, in a stable order.
 * @param corpus folders and files
 * @param findings is filled with what was left out and what is worth knowing
 * @param options kept: what is known of files that were read before, default nothing; extractor: one that is open already
 * @throws AppError corpus/missing, corpus/unreadable; corpus/empty if there is no file at all
 */
export function* readCorpus(
  corpus: readonly string[],
  findings: Findings,
  { kept = null, extractor }: ReadOptions = {},
): Generator<ReportSource> {
  const unreadable: string[] = [];
  const files = listCorpus(corpus, unreadable);
  for (const reason of unreadable)
    findings.skipped.push({ path: reason.split(' ', 1)[0] ?? '', line: null, code: 'unreadable', reason });
  if (files.length === 0)
    throw new AppError(
      'corpus/empty',
      `${corpus.join(', ')} holds no file. Put reports there: .pdf, .docx, .xlsx, .ofd, .html, .txt or others (docs/formats.md).`,
    );
  const reports = files.filter((file) => !isDescription(file));
  const run: CorpusRun = {
    findings,
    catalogs: readCatalogs(files, findings.notices),
    names: namePaths(reports.map((file) => file.path)),
    unique: new UniqueNames(),
  };
  const corrections = new Corrections(
    files.map(({ folder }) => folder),
    findings.notices,
  );
  const own = new WorkerExtractor();
  const opened = withRecognition(extractor ?? own);
  const keeping = kept ? keepingExtractor(opened, kept) : opened;
  try {
    for (const file of reports) {
      for (const source of readFile(file, openFile(file, keeping), { ...run, extractor: keeping, depth: 0 }))
        yield visible(corrections.apply(source));
    }
    findings.notices.push(...corrections.unused());
  } finally {
    own.close();
  }
}

/** Returns a source without characters that have no shape: decoding ends here, and offsets count what is left. */
function visible(source: ReportSource): ReportSource {
  const { text, given, problems } = source;
  const misleading = misleadingCount(text);
  const remark = `${misleading} hidden characters that turn lines around or hide words were left out`;
  const shown = Object.entries(given).map(([name, value]) => [
    name,
    typeof value === 'string' ? visibleText(value) : value,
  ]);
  return {
    ...source,
    text: visibleText(text),
    given: Object.fromEntries(shown) as GivenFields,
    problems: misleading === 0 ? problems : [...problems, remark],
  };
}

/** True if a file describes reports and is none itself. */
function isDescription({ path }: CorpusFile): boolean {
  return path.split('/').at(-1) === CATALOG_NAME || path === CORRECTIONS_NAME;
}

function* readFile(file: CorpusFile, opened: OpenedFile, run: FileRun): Generator<ReportSource> {
  if (!opened.ok) {
    const { code, reason } = opened;
    run.findings.skipped.push({ path: file.path, line: null, code, reason });
  } else {
    yield* reportSources(file, opened, run);
    yield* fromInside(file, opened, run);
  }
}

/** Yields the reports of the files that lie in a file, as those of a folder of its name. */
function* fromInside(file: CorpusFile, { files }: ReadableFile, run: FileRun): Generator<ReportSource> {
  if (files.length > 0 && run.depth === DEEPEST_ARCHIVE) {
    const reason = `it lies more than ${DEEPEST_ARCHIVE} archives deep; unpack it`;
    run.findings.skipped.push({ path: file.path, line: null, code: 'too-large', reason });
    return;
  }
  for (const { path, bytes } of files) {
    const inner = {
      ...file,
      absolutePath: join(file.absolutePath, path),
      path: `${file.path}/${path}`,
      bytes: bytes.length,
    };
    yield* readFile(inner, openBytes(inner.path, bytes, run.extractor), { ...run, depth: run.depth + 1 });
  }
}
