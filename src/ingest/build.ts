// Builds the next generation of an index from a corpus and switches to it. The order of the steps is the way of the data:
// read → gather (copy what is unchanged, prepare the rest) → derive (terms, vectors) → verify → gate → switch.
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { diskFault } from '../store/files.ts';
import { openExtracts } from '../store/index/extracts.ts';
import { openGeneration } from '../store/index/generation.ts';
import { removeJournal } from '../store/index/journal.ts';
import { withLock } from '../store/index/lock.ts';
import { FILES, type Manifest, stampFiles, writeManifest } from '../store/index/manifest.ts';
import {
  currentGeneration,
  nextGeneration,
  openBuildFolder,
  pruneGenerations,
  switchTo,
} from '../store/index/pointer.ts';
import type { Previous } from '../store/index/previous.ts';
import { GenerationWriter } from '../store/index/writer.ts';
import type { Embedder, Language } from '../types.ts';
import { deriveFiles } from './derive.ts';
import { type GatheredCorpus, Gatherer } from './gather.ts';
import { KNOWLEDGE, type Knowledge } from './prepare.ts';
import { type Conflict, findConflicts } from './report/conflicts.ts';
import type { HealthReport } from './report/health.ts';
import { PAGE_FILE, writePage } from './report/health-page.ts';
import { healthOf, writeHealth } from './report/health-report.ts';
import { openPrevious, serveOn, unchangedHealth } from './reuse.ts';
import { rulesId } from './rules.ts';
import { readCorpus } from './source/read.ts';
import type { Findings } from './source/report-sources.ts';
import { stampCorpus } from './stale.ts';
import { CHUNKER_ID } from './structure/structure.ts';
import { findFlaw } from './verify.ts';

/** A step of an ingest; `total` is null while it is not known. */
export interface IngestProgress {
  readonly step: 'read' | 'index' | 'embed' | 'verify';
  readonly done: number;
  readonly total: number | null;
}

/** Options of an ingest. */
export interface IngestOptions {
  /** Folders and files. */
  readonly corpus: readonly string[];
  /** True if a person named the corpus; then `npm start` keeps to it. Default: it is the configured one. */
  readonly isCorpusNamed?: boolean;
  readonly indexDir: string;
  /** Null: no vectors. */
  readonly embedder: Embedder | null;
  /** Take nothing over from the live generation. */
  readonly isFull?: boolean;
  /** Read and check everything, write nothing. */
  readonly isDryRun?: boolean;
  /** Judges a finished generation before it goes live: why it must not, or null. @param live folder of the live one, if any */
  readonly gate?: (candidate: string, live: string | null) => Promise<string | null>;
  readonly onProgress?: (progress: IngestProgress) => void;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  /** Time to wait for another ingest; default 60 s. */
  readonly lockWaitMs?: number;
  readonly onWait?: () => void;
  /** Language of the page that tells how reports came in; default: English. */
  readonly language?: Language;
  /** Default: the product's own. With any other nothing is taken over. */
  readonly knowledge?: Knowledge;
}

const LOCK_WAIT_MS = 60_000;
const KEPT_GENERATIONS = 2;

/** A run of the ingest, as its steps see it. */
interface IngestRun {
  readonly options: IngestOptions;
  readonly rules: string;
  readonly previous: Previous | null;
  readonly findings: Findings;
  readonly startedMs: number;
}

async function gather(run: IngestRun, writer: GenerationWriter | null): Promise<GatheredCorpus> {
  const { options, findings } = run;
  const gatherer = new Gatherer({
    writer,
    previous: run.previous,
    knowledge: options.knowledge ?? KNOWLEDGE,
    rules: run.rules,
  });
  let done = 0;
  const { indexDir, isFull = false } = options;
  // A rehearsal writes nothing, not even what would help the next run.
  const kept = writer && openExtracts(indexDir, { rules: run.rules, isFresh: isFull });
  try {
    for await (const source of readCorpus(options.corpus, findings, { kept })) {
      gatherer.add(source);
      done++;
      options.onProgress?.({ step: 'read', done, total: null });
    }
    kept?.forgetOthers();
  } finally {
    kept?.close();
  }
  if (done > 0) return gatherer.finish();
  const [first] = findings.skipped;
  const why = first ? `; ${first.path}: ${first.reason}` : '';
  throw new AppError('corpus/empty', `No report could be read from ${options.corpus.join(', ')}${why}`);
}

async function gatherInto(
  folder: string,
  run: IngestRun,
): Promise<{ gathered: GatheredCorpus; counts: Manifest['counts'] }> {
  const writer = new GenerationWriter(folder, run.previous?.folder ?? null);
  try {
    const gathered = await gather(run, writer);
    return { gathered, counts: writer.finish() };
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

/** Writes and checks what is derived from the database, and the manifest. @returns where its reports contradict each other */
async function complete(
  folder: string,
  manifest: Manifest,
  { run, gathered }: { run: IngestRun; gathered: GatheredCorpus },
): Promise<Conflict[]> {
  const { previous, options } = run;
  const { indexDir, embedder, onProgress } = options;
  const database = stampFiles(folder, [FILES.database]);
  writeManifest(folder, { ...manifest, files: database });
  const generation = openGeneration(folder, { isJustStamped: true });
  const onEmbed = (done: number, total: number): void => onProgress?.({ step: 'embed', done, total });
  try {
    onProgress?.({ step: 'index', done: 0, total: generation.passageCount });
    const written = await deriveFiles(generation, { gathered, previous, indexDir, embedder, onEmbed });
    writeManifest(folder, { ...manifest, files: { ...database, ...stampFiles(folder, written) } });
    onProgress?.({ step: 'verify', done: 0, total: generation.passageCount });
    const flaw = findFlaw(generation, previous === null ? undefined : gathered.fresh.map(({ number }) => number));
    // The old generation keeps serving; this is a bug of ours, not of the operator.
    if (flaw) throw new Error(`the new generation is flawed and was not put to use: ${flaw}`);
    return findConflicts(generation);
  } finally {
    generation.close();
  }
}

async function passGate(folder: string, { gate, indexDir }: IngestOptions): Promise<void> {
  const live = currentGeneration(indexDir);
  const reason = await gate?.(folder, live && join(indexDir, live));
  if (reason) throw new AppError('index/refused', `The new index was not put to use: ${reason}`);
}

async function buildIn(folder: string, generation: string, run: IngestRun): Promise<HealthReport> {
  const { options, rules, previous, findings } = run;
  const { indexDir, embedder } = options;
  const corpus = stampCorpus(options.corpus, options.isCorpusNamed ?? false);
  const { gathered, counts } = await gatherInto(folder, run);
  const identity = embedder && { id: embedder.id, dimension: embedder.dimension };
  const builtAt = options.now().toISOString();
  const manifest = { generation, builtAt, chunkerId: CHUNKER_ID, rules, embedder: identity, counts, corpus, files: {} };
  const elapsedMs = (): number => options.now().getTime() - run.startedMs;
  const served = serveOn(previous, manifest, gathered);
  if (served)
    return writeHealth(served.folder, healthOf({ ...served, gathered, findings, isUnchanged: true, elapsedMs }));
  const conflicts = await complete(folder, manifest, { run, gathered });
  await passGate(folder, options);
  const health = writeHealth(
    folder,
    healthOf({ generation, gathered, findings, isUnchanged: false, conflicts, elapsedMs }),
  );
  renameSync(folder, join(indexDir, generation));
  switchTo(indexDir, generation);
  removeJournal(indexDir);
  pruneGenerations(indexDir, KEPT_GENERATIONS);
  return health;
}

/** Writes the page for people; if it cannot be written, the index is none the worse. */
function tellOnPage({ indexDir, now, language = 'en' }: IngestOptions, health: HealthReport): HealthReport {
  try {
    writePage(indexDir, health, { at: now(), language });
    return health;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...health, notices: [...health.notices, `The page ${PAGE_FILE} could not be written: ${reason}`] };
  }
}

async function buildGeneration(options: IngestOptions): Promise<HealthReport> {
  const startedMs = options.now().getTime();
  const findings: Findings = { skipped: [], notices: [] };
  const rules = rulesId();
  const previous = openPrevious(options, rules, findings.notices);
  const known = previous && unchangedHealth(previous, options);
  if (known) return tellOnPage(options, { ...known, elapsedMs: options.now().getTime() - startedMs });
  const generation = nextGeneration(options.indexDir);
  const folder = openBuildFolder(options.indexDir, generation);
  try {
    return tellOnPage(options, await buildIn(folder, generation, { options, rules, previous, findings, startedMs }));
  } catch (cause) {
    throw diskFault(cause, options.indexDir);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rehearse(options: IngestOptions): Promise<HealthReport> {
  const startedMs = options.now().getTime();
  const findings: Findings = { skipped: [], notices: [] };
  const gathered = await gather({ options, rules: rulesId(), previous: null, findings, startedMs }, null);
  const elapsedMs = (): number => options.now().getTime() - startedMs;
  return healthOf({ gathered, findings, generation: null, isUnchanged: false, conflicts: [], elapsedMs });
}

/**
 * Reads a corpus and makes a new generation of it the live one; until the last step the old one serves, whatever happens.
 * Where nothing has changed, the live generation stays, and the report says so.
 * @throws AppError corpus/…, embedder/…, index/locked, index/refused, disk/…
 */
export async function ingest(options: IngestOptions): Promise<HealthReport> {
  if (options.isDryRun) return rehearse(options);
  const lock = {
    waitMs: options.lockWaitMs ?? LOCK_WAIT_MS,
    sleep: options.sleep,
    ...(options.onWait && { onWait: options.onWait }),
  };
  return withLock(options.indexDir, lock, () => buildGeneration(options));
}
