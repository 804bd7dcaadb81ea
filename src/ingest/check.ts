// Looks how the files of a folder would come in, and writes nothing: what is read, left out and worth knowing. Several folders share one
// extractor, so that looking at many costs no start each.
import { existsSync, readFileSync } from 'node:fs';
import { sha256 } from '../store/files.ts';
import type { FileExtractor } from './formats/extractor.ts';
import { WorkerExtractor } from './formats/extractor.ts';
import { Gatherer } from './gather.ts';
import { KNOWLEDGE } from './prepare.ts';
import type { HealthReport } from './report/health.ts';
import { healthOf } from './report/health-report.ts';
import { rulesId } from './rules.ts';
import { type CorpusFile, listCorpus } from './source/files.ts';
import { readCorpus } from './source/read.ts';
import type { Findings } from './source/report-sources.ts';

/** Folders to look at, and the corpus that they may come into. */
export interface CheckOrder {
  readonly folders: readonly string[];
  readonly corpusDir: string;
}

function checkFolder(folder: string, { extractor, rules, twins }: Checker): HealthReport {
  const findings: Findings = { skipped: [], notices: [] };
  const gatherer = new Gatherer({ writer: null, previous: null, knowledge: KNOWLEDGE, rules });
  for (const source of readCorpus([folder], findings, { extractor })) gatherer.add(source);
  for (const file of listCorpus([folder], [])) {
    const twin = twins(file);
    if (twin !== null) findings.notices.push(`the corpus holds the same file already: ${twin}`);
  }
  const gathered = gatherer.finish();
  return healthOf({ gathered, findings, generation: null, isUnchanged: false, conflicts: [], elapsedMs: () => 0 });
}

interface Checker {
  readonly extractor: FileExtractor;
  readonly rules: string;
  /** Path of a file of the corpus with the same bytes; null: there is none. */
  readonly twins: (file: CorpusFile) => string | null;
}

/** Finds files with the same bytes; only files of one size are read. */
function twinFinder(corpusDir: string): Checker['twins'] {
  const all = existsSync(corpusDir) ? listCorpus([corpusDir], []) : [];
  const hashOf = ({ absolutePath }: CorpusFile): string => sha256(readFileSync(absolutePath));
  return (file) => {
    const alike = all.filter(({ bytes }) => bytes === file.bytes);
    const hash = alike.length > 0 ? hashOf(file) : '';
    return alike.find((other) => hashOf(other) === hash)?.path ?? null;
  };
}

/** Returns the health of each folder by itself. @throws AppError corpus/missing, corpus/unreadable, corpus/empty */
export function checkFolders({ folders, corpusDir }: CheckOrder): readonly HealthReport[] {
  const extractor = new WorkerExtractor();
  try {
    const checker = { extractor, rules: rulesId(), twins: twinFinder(corpusDir) };
    return folders.map((folder) => checkFolder(folder, checker));
  } finally {
    extractor.close();
  }
}
