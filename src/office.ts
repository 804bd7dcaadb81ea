// What maintainers do to the corpus from a chat, wired over ingest: look at a file, take it in, take a report out, build anew.
// Files that are taken out or not yet in lie in the state folder; nothing is deleted.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { Office, OnProgress } from './chat/office.ts';
import type { Embedder } from './embed/types.ts';
import { AppError } from './errors.ts';
import { type IngestOptions, ingest } from './ingest/build.ts';
import { CATALOG_NAME } from './ingest/catalog.ts';
import { describeReport } from './ingest/describe.ts';
import { readFields } from './ingest/fields.ts';
import { drawHealth } from './ingest/health.ts';
import { KNOWLEDGE } from './ingest/knowledge.ts';
import { type Findings, readCorpus } from './ingest/read.ts';
import { staleness } from './ingest/stale.ts';
import { currentGeneration } from './store/pointer.ts';
import type { Library, Report, ReportMeta } from './types.ts';

const FORMATS = ['.txt', '.md', '.html', '.htm', '.pdf', '.docx', '.xlsx', '.csv', '.jsonl'];
const MAX_HEALTH_REPORTS = 10;
const STEPS = { read: '读取', index: '索引', embed: '向量', verify: '校验' } as const;

/** What an office is made of. */
export interface OfficeOptions {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly stateDir: string;
  readonly embedder: Embedder | null;
  /** What is indexed now. */
  readonly library: () => Library;
  /** A new name for what is put aside: ≤ 32 characters of `[0-9a-z]`. */
  readonly newId: () => string;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
}

/** The office over a corpus folder and its index. */
export function createOffice(options: OfficeOptions): Office {
  const { stateDir, corpusDir, indexDir } = options;
  const opened = options.now();
  const build = (onProgress: OnProgress): Promise<string[]> => reindex(options, onProgress);
  const stagedDir = (id: string): string => join(stateDir, 'staged', /^[0-9a-z]{1,32}$/u.test(id) ? id : 'none');
  return {
    formats: FORMATS,
    read: async (name, bytes) =>
      inFolder(join(stateDir, 'reading', options.newId()), (folder) => readOne(put(folder, name, bytes))),
    stage: async (name, bytes, caption) => {
      const id = options.newId();
      const file = put(stagedDir(id), name, bytes);
      writeCatalog(stagedDir(id), basename(file), caption);
      return { id, health: await healthOf([file], options) };
    },
    accept: async (id, onProgress) => {
      if (!existsSync(stagedDir(id))) return null;
      const folder = join(corpusDir, 'sent', id);
      mkdirSync(dirname(folder), { recursive: true });
      renameSync(stagedDir(id), folder);
      return build(onProgress);
    },
    discard: (id) => rmSync(stagedDir(id), { recursive: true, force: true }),
    reindex: build,
    remove: (reportId, onProgress) => remove(reportId, options, onProgress),
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

async function inFolder<T>(folder: string, work: (folder: string) => T): Promise<T> {
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readOne(file: string): Report {
  const findings: Findings = { skipped: [], notices: [] };
  const [source] = readCorpus([file], findings);
  if (source) return describeReport(source, KNOWLEDGE.findDistrict);
  throw new AppError('corpus/empty', `${basename(file)}: ${findings.skipped[0]?.reason ?? 'it holds no text'}`);
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
  const given = matches.flatMap((match) => (match ? [[FIELD_NAMES[match[1] ?? ''] ?? match[1], match[2]]] : []));
  const fields = readFields(Object.fromEntries(given), []);
  if (Object.keys(fields).length > 0) {
    writeFileSync(join(folder, CATALOG_NAME), stringify({ reports: [{ path, ...fields }] }));
  }
}

async function healthOf(
  corpus: readonly string[],
  options: OfficeOptions,
  more?: Partial<IngestOptions>,
): Promise<string[]> {
  const { indexDir, embedder, now, sleep } = options;
  const health = await ingest({ corpus, indexDir, embedder, now, sleep, isDryRun: true, ...more });
  return drawHealth(health, MAX_HEALTH_REPORTS).split('\n');
}

function reindex(options: OfficeOptions, onProgress: OnProgress): Promise<string[]> {
  const { corpus, isCorpusNamed } = staleness(options.indexDir, {
    corpus: [options.corpusDir],
    embedderId: options.embedder?.id ?? null,
  });
  return healthOf(corpus, options, {
    isCorpusNamed,
    isDryRun: false,
    onProgress: ({ step, done, total }) => onProgress(`${STEPS[step]} ${done}${total === null ? '' : `/${total}`}`),
  });
}

function remove(reportId: string, options: OfficeOptions, onProgress: OnProgress): Promise<string[]> {
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

function statusOf({ indexDir, stateDir, library, now }: OfficeOptions, opened: Date): string[] {
  const held = library();
  const hours = ((now().getTime() - opened.getTime()) / 3_600_000).toFixed(1);
  const staged = join(stateDir, 'staged');
  const waiting = existsSync(staged)
    ? readdirSync(staged).filter((name) => statSync(join(staged, name)).isDirectory())
    : [];
  return [
    `索引 ${currentGeneration(indexDir) ?? '–'} · 报告 ${held.reports.size} 篇 · 段落 ${held.passageCount} · 数字 ${held.facts().length}`,
    `运行 ${hours} 小时 · 待收录 ${waiting.length} 篇`,
  ];
}
