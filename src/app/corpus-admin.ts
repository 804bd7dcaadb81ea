// Corpus administration from a chat: preview a file, add it, remove a report, rebuild the index.
// Files that are taken out or not yet in lie in the state folder; nothing is deleted. What takes its time is done in the background.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { CorpusAdmin, OnProgress } from '../chat/corpus/corpus-admin.ts';
import { AppError } from '../errors.ts';
import { CATALOG_NAME } from '../ingest/source/catalog.ts';
import { readFields } from '../ingest/source/fields.ts';
import { EXTENSIONS } from '../ingest/source/open.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { readManifest } from '../store/index/manifest.ts';
import { currentGeneration, liveFolder } from '../store/index/pointer.ts';
import type { Embedder, Library, Report, ReportMeta } from '../types.ts';
import { runInThread } from './worker/run.ts';

const MAX_HEALTH_REPORTS = 10;
const STEPS = { read: '读取', index: '索引', embed: '向量', verify: '校验' } as const;

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
}

/** Creates the administration of a corpus folder and its index. */
export function createCorpusAdmin(options: CorpusAdminOptions): CorpusAdmin {
  const { stateDir, corpusDir, indexDir, now } = options;
  const opened = now();
  // A file is looked at while an index is built; but two builds, or many files at once, would starve the questions.
  const queue = createSerialQueue();
  const stagedDir = (id: string): string => join(stateDir, 'staged', /^[0-9a-z]{1,32}$/u.test(id) ? id : 'none');
  const read = (file: string): Promise<Report> => runInThread({ name: 'read', input: { file } }, { now });
  return {
    formats: EXTENSIONS,
    read: (name, bytes) =>
      queue.run('read', () =>
        inFolder(join(stateDir, 'reading', options.newId()), (folder) => read(put(folder, name, bytes))),
      ),
    stage: (name, bytes, caption) =>
      queue.run('read', async () => {
        const id = options.newId();
        const file = put(stagedDir(id), name, bytes);
        writeCatalog(stagedDir(id), basename(file), caption);
        const input = { corpus: [file], indexDir, mostReports: MAX_HEALTH_REPORTS };
        return { id, health: await runInThread({ name: 'rehearse', input }, { now }) };
      }),
    accept: (id, onProgress) =>
      queue.run('build', () => {
        if (!existsSync(stagedDir(id))) return null;
        const folder = join(corpusDir, 'sent', id);
        mkdirSync(dirname(folder), { recursive: true });
        renameSync(stagedDir(id), folder);
        return reindex(options, onProgress);
      }),
    discard: (id) => rmSync(stagedDir(id), { recursive: true, force: true }),
    reindex: (onProgress) => queue.run('build', () => reindex(options, onProgress)),
    remove: (reportId, onProgress) => queue.run('build', () => remove(reportId, options, onProgress)),
    status: () => statusOf(options, opened),
    generation: () => currentGeneration(indexDir) ?? 'none',
  };
}

/** Writes a file under a name that is safe whatever the sender called it. */
function put(folder: string, name: string, bytes: Uint8Array): string {
  mkdirSync(folder, { recursive: true });
  const safe = basename(name.replaceAll('\\', '/'))
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^[._]+/u, '');
  const file = join(folder, safe.slice(-100) || 'file.txt');
  writeFileSync(file, bytes);
  return file;
}

async function inFolder<T>(folder: string, work: (folder: string) => Promise<T>): Promise<T> {
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const CAPTION_LINE = /^\s*(title|district|publisher|publishedOn|url|标题|区县|发布单位|日期|网址)\s*[:：]\s*(.+?)\s*$/u;
const FIELD_NAMES: Readonly<Record<string, string>> = {
  标题: 'title',
  区县: 'district',
  发布单位: 'publisher',
  日期: 'publishedOn',
  网址: 'url',
};

/** Keeps what a caption says of the file (`field: value` lines) in a catalogue beside it. */
function writeCatalog(folder: string, path: string, caption: string): void {
  const matches = caption.split('\n').map((line) => CAPTION_LINE.exec(line));
  const fields = matches.flatMap((match) => (match ? [[FIELD_NAMES[match[1] ?? ''] ?? match[1], match[2]]] : []));
  const catalog = readFields(Object.fromEntries(fields), []);
  if (Object.keys(catalog).length > 0) {
    writeFileSync(join(folder, CATALOG_NAME), stringify({ reports: [{ path, ...catalog }] }));
  }
}

function reindex(options: CorpusAdminOptions, onProgress: OnProgress): Promise<readonly string[]> {
  const { corpusDir, indexDir, embedder, now } = options;
  const input = { corpus: [corpusDir], indexDir, mostReports: MAX_HEALTH_REPORTS };
  return runInThread(
    { name: 'build', input },
    {
      embedder,
      now,
      onProgress: ({ step, done, total }) => onProgress(`${STEPS[step]} ${done}${total === null ? '' : `/${total}`}`),
    },
  );
}

function remove(reportId: string, options: CorpusAdminOptions, onProgress: OnProgress): Promise<readonly string[]> {
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
  return reindex(options, onProgress);
}

/** One line of a `.jsonl` file cannot be taken out without its neighbours. */
function refuseShared({ path }: ReportMeta, reports: readonly ReportMeta[]): void {
  if (reports.filter((other) => other.path === path).length < 2) return;
  throw new AppError('usage/invalid', `${path} holds several reports; take the line out of the file, then /reindex.`);
}

/** Returns the counts of the manifest: counting the figures themselves would take long where there are many. */
function statusOf({ indexDir, stateDir, now }: CorpusAdminOptions, opened: Date): string[] {
  const { generation, counts } = readManifest(liveFolder(indexDir));
  const hours = ((now().getTime() - opened.getTime()) / 3_600_000).toFixed(1);
  const staged = join(stateDir, 'staged');
  const waiting = existsSync(staged)
    ? readdirSync(staged).filter((name) => statSync(join(staged, name)).isDirectory())
    : [];
  return [
    `索引 ${generation} · 报告 ${counts.reports} 篇 · 段落 ${counts.passages} · 数字 ${counts.facts}`,
    `运行 ${hours} 小时 · 待收录 ${waiting.length} 篇`,
  ];
}
