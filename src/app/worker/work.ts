// Does a task: the part that takes its time. It knows nothing of threads.
import { basename } from 'node:path';
import { AppError } from '../../errors.ts';
import { type IngestOptions, type IngestProgress, ingest } from '../../ingest/build.ts';
import { KNOWLEDGE } from '../../ingest/prepare.ts';
import { drawHealth } from '../../ingest/report/health.ts';
import { describeReport } from '../../ingest/source/describe.ts';
import { readCorpus } from '../../ingest/source/read.ts';
import type { Findings } from '../../ingest/source/report-sources.ts';
import { staleness } from '../../ingest/stale.ts';
import { writeBackup } from '../../store/backup.ts';
import type { Embedder, Report } from '../../types.ts';
import type { IndexPlaces, Task, TaskName, Tasks } from './task.ts';

/** The context of a task. */
export interface TaskContext {
  readonly embedder: Embedder | null;
  readonly onProgress: (progress: IngestProgress) => void;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * Does a task.
 * @throws AppError corpus/…, embedder/…, index/…, disk/…
 */
export async function doTask({ name, input }: Task, context: TaskContext): Promise<Tasks[TaskName]['result']> {
  switch (name) {
    case 'read':
      return readOne(input.file);
    case 'rehearse':
      return healthOf(input, { ...context, isDryRun: true });
    case 'build':
      return build(input, context);
    case 'backup':
      return writeBackup(input.file, { ...input, sleep: context.sleep }, input.madeAt);
  }
}

function readOne(file: string): Report {
  const findings: Findings = { skipped: [], notices: [] };
  const [source] = readCorpus([file], findings);
  if (source) return describeReport(source, KNOWLEDGE.findDistrict);
  throw new AppError('corpus/empty', `${basename(file)}: ${findings.skipped[0]?.reason ?? 'it holds no text'}`);
}

async function healthOf(
  { corpus, indexDir, mostReports }: IndexPlaces,
  options: TaskContext & Pick<IngestOptions, 'isDryRun' | 'isCorpusNamed'>,
): Promise<string[]> {
  return drawHealth(await ingest({ ...options, corpus, indexDir }), mostReports).split('\n');
}

function build(places: IndexPlaces, context: TaskContext): Promise<string[]> {
  const { corpus, isCorpusNamed } = staleness(places.indexDir, {
    corpus: places.corpus,
    embedderId: context.embedder?.id ?? null,
  });
  return healthOf({ ...places, corpus }, { ...context, isCorpusNamed });
}
