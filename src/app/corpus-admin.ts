// Corpus administration from a chat or the page: files that wait, taking them in, corrections, removal, rebuilding the index.
// Files that are taken out or not yet in lie in the state folder; nothing is deleted. What takes its time is done in the background.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CorpusAdmin, Hearer, PendingFile } from '../chat/corpus/corpus-admin.ts';
import { AppError } from '../errors.ts';
import { drawHealth, type HealthReport, remarksOf } from '../ingest/report/health.ts';
import { EXTENSIONS } from '../ingest/source/kinds.ts';
import { createSemaphore, createSerialQueue } from '../serial-queue.ts';
import { readManifest } from '../store/index/manifest.ts';
import { currentGeneration, liveFolder } from '../store/index/pointer.ts';
import type { Embedder, Language, Library, Report, ReportMeta } from '../types.ts';
import type { DocumentContexts } from './answer-context.ts';
import { messageIn } from './cli/messages.ts';
import { type CorrectedCorpus, correctReport, undoReportCorrection } from './corrections.ts';
import { PendingFiles, type PendingRecord, safePath, verdictOf } from './pending.ts';
import { runTask } from './worker/run.ts';

/** More reports than this are not told of one by one in a chat. */
const MAX_HEALTH_REPORTS = 10;
/** Files of people that are read at once, each in a process of its own. */
const MAX_READING = 3;
const STEPS = {
  zh: { read: '读取', index: '索引', embed: '向量', verify: '校验' },
  en: { read: 'reading', index: 'indexing', embed: 'embedding', verify: 'checking' },
} as const;

/** The parts of the corpus administration. */
interface CorpusAdminOptions {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly stateDir: string;
  readonly embedder: Embedder | null;
  /** Returns what is indexed now. */
  readonly library: () => Library;
  /** A new name for what is put aside: ≤ 32 characters of `[0-9a-z]`. */
  readonly newId: () => string;
  readonly now: () => Date;
  /** Told of each file that was read, so that questions about it find it ready. */
  readonly documentContexts?: DocumentContexts;
}

/** Building the index: one build at a time, and the latest line of its progress. */
interface Builds {
  run(before: () => boolean, hearer: Hearer): Promise<HealthReport | null>;
  progress(): string | null;
}

/** Creates the administration of a corpus folder and its index. */
export function createCorpusAdmin(options: CorpusAdminOptions): CorpusAdmin {
  const { stateDir, corpusDir, indexDir, now, newId } = options;
  const opened = now();
  // Files are looked at while an index is built; but two builds, or many files at once, would starve the questions.
  const queue = createSerialQueue();
  const reading = createSemaphore(MAX_READING);
  const check = (folders: readonly string[]): Promise<readonly HealthReport[]> =>
    runTask({ name: 'check', input: { folders, corpusDir } }, { now });
  const pending = new PendingFiles({ stateDir, newId, now, queue, check });
  const builds = createBuilds(options, queue.run);
  return {
    formats: EXTENSIONS,
    read: (name, bytes, whose) =>
      // Each person's files one after the other, so that nobody's hold up all places.
      queue.run(`read ${whose}`, () =>
        reading.run(() => readAside(join(stateDir, 'reading', newId()), { ...options, name, bytes })),
      ),
    ...waiting(pending, builds, corpusDir),
    reindex: async (hearer) => lines(await builds.run(() => true, hearer), hearer),
    remove: async (reportId, hearer) => lines(await builds.run(() => takeOut(reportId, options), hearer), hearer),
    ...corrections(options, builds),
    progress: builds.progress,
    told: (message, language) => messageIn(language, message),
    status: (language) => statusOf(options, { opened, waiting: pending.list().length, language }),
    generation: () => currentGeneration(indexDir) ?? 'none',
  };
}

function lines(health: HealthReport | null, { language }: Pick<Hearer, 'language'>): readonly string[] {
  return health === null ? [] : drawHealth(health, { most: MAX_HEALTH_REPORTS, language }).split('\n');
}

function createBuilds(
  options: CorpusAdminOptions,
  inQueue: <T>(key: string, task: () => Promise<T>) => Promise<T>,
): Builds {
  const { corpusDir, indexDir, embedder, now } = options;
  let latest: string | null = null;
  return {
    progress: () => latest,
    run: (before, { language, onProgress }) =>
      inQueue('build', async () => {
        if (!before()) return null;
        const tell = (line: string): void => {
          latest = line;
          onProgress(line);
        };
        try {
          return await runTask(
            { name: 'build', input: { corpus: [corpusDir], indexDir } },
            {
              embedder,
              now,
              onProgress: ({ step, done, total }) =>
                tell(`${STEPS[language][step]} ${done}${total === null ? '' : `/${total}`}`),
            },
          );
        } finally {
          latest = null;
        }
      }),
  };
}

type Waiting = Pick<CorpusAdmin, 'add' | 'stage' | 'pending' | 'accept' | 'discard'>;

function waiting(pending: PendingFiles, builds: Builds, corpusDir: string): Waiting {
  return {
    add: (file) => pending.add(file),
    stage: async (file, hearer) => {
      const id = pending.add(file);
      const record = await pending.checked(id);
      return {
        id,
        verdict: record === null ? 'unreadable' : verdictOf(record),
        health: lines(record?.health ?? null, hearer),
      };
    },
    pending: (language) => pending.list().map((record) => pendingFile(record, language)),
    accept: async (ids, hearer) => {
      let files = 0;
      const take = (): boolean => {
        files = pending.moveInto(corpusDir, ids);
        return files > 0;
      };
      const health = await builds.run(take, hearer);
      return health && { files, health: lines(health, hearer) };
    },
    discard: (ids) => pending.discard(ids),
  };
}

/** Draws what is known of a waiting file. */
function pendingFile(record: PendingRecord, language: Language): PendingFile {
  const { id, name, bytes, addedAt, url, health } = record;
  const reports = health?.reports ?? [];
  const shown = reports.map(({ title, district, publishedOn }) => ({ title, district, publishedOn }));
  const remarks = health === null ? [] : remarksOf(health, language);
  return { id, name, bytes, addedAt, url, verdict: verdictOf(record), reports: shown, remarks };
}

function corrections(options: CorpusAdminOptions, builds: Builds): Pick<CorpusAdmin, 'correct' | 'undoCorrection'> {
  const corpus = (): CorrectedCorpus => ({ ...options, reports: [...options.library().reports.values()] });
  return {
    correct: async (reportId, fields, hearer) => {
      const put = (): true => {
        correctReport(reportId, fields, { ...corpus(), at: options.now() });
        return true;
      };
      await builds.run(put, hearer);
    },
    undoCorrection: async (reportId, hearer) =>
      (await builds.run(() => undoReportCorrection(reportId, corpus()), hearer)) !== null,
  };
}

/** Reads a file as a report, in a folder that is gone afterwards. */
async function readAside(
  folder: string,
  { name, bytes, now, documentContexts }: CorpusAdminOptions & { name: string; bytes: Uint8Array },
): Promise<Report> {
  const file = join(folder, safePath(name));
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    const document = await runTask({ name: 'read', input: { file } }, { now });
    documentContexts?.keep(document);
    return document.report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts the file of a report aside. @throws AppError corpus/missing, usage/invalid */
function takeOut(reportId: string, options: CorpusAdminOptions): true {
  const reports = [...options.library().reports.values()];
  const report = reports.find(({ id }) => id === reportId);
  const file = report && join(options.corpusDir, report.path);
  if (report === undefined || file === undefined || !existsSync(file)) {
    throw new AppError(
      'corpus/missing',
      `${reportId} has no file in ${options.corpusDir}; take it out where it lies, then /reindex.`,
    );
  }
  refuseShared(report, reports);
  const aside = join(options.stateDir, 'removed', options.newId(), report.path);
  mkdirSync(dirname(aside), { recursive: true });
  renameSync(file, aside);
  return true;
}

/** One line of a `.jsonl` file cannot be taken out without its neighbours. */
function refuseShared({ path }: ReportMeta, reports: readonly ReportMeta[]): void {
  if (reports.filter((other) => other.path === path).length < 2) return;
  throw new AppError('usage/invalid', `${path} holds several reports; take the line out of the file, then /reindex.`);
}

/** Returns the counts of the manifest: counting the figures themselves would take long where there are many. */
function statusOf(
  { indexDir, now }: CorpusAdminOptions,
  { opened, waiting: count, language }: { opened: Date; waiting: number; language: Language },
): string[] {
  const { generation, counts } = readManifest(liveFolder(indexDir));
  const hours = ((now().getTime() - opened.getTime()) / 3_600_000).toFixed(1);
  const { reports, passages, facts } = counts;
  return language === 'zh'
    ? [
        `索引 ${generation} · 报告 ${reports} 篇 · 段落 ${passages} · 数字 ${facts}`,
        `运行 ${hours} 小时 · 待收录 ${count} 篇`,
      ]
    : [
        `index ${generation} · ${reports} reports · ${passages} passages · ${facts} figures`,
        `running for ${hours} h · ${count} files wait`,
      ];
}
