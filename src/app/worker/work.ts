// Does a task: the part that takes its time. It knows nothing of processes.
import { basename } from 'node:path';
import { AppError } from '../../errors.ts';
import { type IngestProgress, ingest } from '../../ingest/build.ts';
import { checkFolders } from '../../ingest/check.ts';
import { type PreparedDocument, prepareDocument } from '../../ingest/documents.ts';
import { openPictures } from '../../ingest/ocr/engine.ts';
import { drawPage } from '../../ingest/ocr/page-pictures.ts';
import { installedRecognition, OCR_FOLDER } from '../../ingest/ocr/recognition.ts';
import type { HealthReport } from '../../ingest/report/health.ts';
import { originalOf } from '../../ingest/source/original.ts';
import { readCorpus } from '../../ingest/source/read.ts';
import type { Findings } from '../../ingest/source/report-sources.ts';
import { staleness } from '../../ingest/stale.ts';
import { writeBackup } from '../../store/backup.ts';
import type { Embedder } from '../../types.ts';
import type { IndexPlaces, PageOrder, Task, TaskName, Tasks } from './task.ts';

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
    case 'check':
      return checkFolders(input);
    case 'page':
      return pageOf(input);
    case 'build':
      return build(input, context);
    case 'backup':
      return writeBackup(input.file, { ...input, sleep: context.sleep }, input.madeAt);
  }
}

function readOne(file: string): PreparedDocument {
  const findings: Findings = { skipped: [], notices: [] };
  const [source] = readCorpus([file], findings);
  if (source) return prepareDocument(source);
  throw new AppError('corpus/empty', `${basename(file)}: ${findings.skipped[0]?.reason ?? 'it holds no text'}`);
}

async function pageOf({ page, pageCount, ...query }: PageOrder): Promise<Uint8Array | null> {
  const bytes = originalOf(query);
  if (bytes === null || page === null) return bytes;
  return installedRecognition() === null
    ? null
    : drawPage(bytes, { number: page, count: pageCount }, await openPictures(OCR_FOLDER));
}

function build(places: IndexPlaces, context: TaskContext): Promise<HealthReport> {
  const { corpus, isCorpusNamed } = staleness(places.indexDir, {
    corpus: places.corpus,
    embedderId: context.embedder?.id ?? null,
  });
  return ingest({ ...context, corpus, isCorpusNamed, indexDir: places.indexDir });
}
