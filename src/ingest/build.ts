// Builds the next generation of an index from a corpus and switches to it. The order of the steps is the way of the data:
// read → prepare (describe, structure, facts) → write → index → embed → verify → switch.
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedder } from '../embed/types.ts';
import { AppError } from '../errors.ts';
import { diskFault, writeWhole } from '../store/files.ts';
import { openGeneration } from '../store/generation.ts';
import { indexedTexts } from '../store/indexed.ts';
import { withLock } from '../store/lock.ts';
import { FILES, type Manifest, stampFiles, writeManifest } from '../store/manifest.ts';
import { nextGeneration, openBuildFolder, pruneGenerations, switchTo } from '../store/pointer.ts';
import { buildPostings } from '../store/postings.ts';
import { encodePostings } from '../store/postings-file.ts';
import { writeVectors } from '../store/vectors.ts';
import { GenerationWriter } from '../store/writer.ts';
import type { Library } from '../types.ts';
import type { HealthReport, ReportHealth } from './health.ts';
import { KNOWLEDGE } from './knowledge.ts';
import { type Knowledge, prepareSource } from './prepare.ts';
import { type Findings, readCorpus } from './read.ts';
import { stampCorpus } from './stale.ts';
import { CHUNKER_ID } from './structure.ts';
import { findFlaw } from './verify.ts';

/** A step of an ingest; `total` is null while it is not known. */
export interface Progress {
  readonly step: 'read' | 'index' | 'embed' | 'verify';
  readonly done: number;
  readonly total: number | null;
}

/** What to ingest, where to, and with what. */
export interface IngestOptions {
  /** Folders and files. */
  readonly corpus: readonly string[];
  /** Whether a person named the corpus; then `npm start` keeps to it. Default: it is the configured one. */
  readonly isCorpusNamed?: boolean;
  readonly indexDir: string;
  /** Null: no vectors. */
  readonly embedder: Embedder | null;
  /** Read and check everything, write nothing. */
  readonly isDryRun?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  /** How long to wait for another ingest; default 60 s. */
  readonly lockWaitMs?: number;
  readonly onWait?: () => void;
  readonly knowledge?: Knowledge;
}

const LOCK_WAIT_MS = 60_000;
const KEPT_GENERATIONS = 2;
const EMBEDDED_AT_ONCE = 256;

/** Where prepared sources go: into a generation, or nowhere on a dry run. */
type Sink = Pick<GenerationWriter, 'add'> | null;

function readAll(options: IngestOptions, findings: Findings, sink: Sink): ReportHealth[] {
  const reports: ReportHealth[] = [];
  const texts = new Map<string, string>();
  let passages = 0;
  for (const source of readCorpus(options.corpus, findings)) {
    const { entry, health } = prepareSource(source, passages, options.knowledge ?? KNOWLEDGE);
    passages += entry.passages.length;
    sink?.add(entry);
    const twin = texts.get(source.text);
    if (twin === undefined) texts.set(source.text, source.id);
    reports.push(
      twin === undefined ? health : { ...health, notes: [...health.notes, `its text is the same as that of ${twin}`] },
    );
    options.onProgress?.({ step: 'read', done: reports.length, total: null });
  }
  if (reports.length > 0) return reports;
  const [first] = findings.skipped;
  throw new AppError(
    'corpus/empty',
    `No report could be read from ${options.corpus.join(', ')}${first ? `; ${first.path}: ${first.reason}` : ''}`,
  );
}

function healthReport(
  generation: string | null,
  reports: readonly ReportHealth[],
  findings: Findings,
): Omit<HealthReport, 'elapsedMs'> {
  const sum = (pick: (report: ReportHealth) => number): number =>
    reports.reduce((total, report) => total + pick(report), 0);
  const totals = {
    reports: reports.length,
    passages: sum((report) => report.passages),
    facts: sum((report) => report.facts),
    characters: sum((report) => report.characters),
    skipped: findings.skipped.length,
  };
  return { generation, reports, ...findings, totals };
}

function embeddedText(library: Library, number: number): string {
  const passage = library.passage(number);
  return [...passage.heading, ...passage.sentences.map((sentence) => sentence.read)].join('\n');
}

async function embedAll(
  library: Library,
  embedder: Embedder,
  onProgress: IngestOptions['onProgress'],
): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  while (vectors.length < library.passageCount) {
    const count = Math.min(EMBEDDED_AT_ONCE, library.passageCount - vectors.length);
    const texts = Array.from({ length: count }, (_, index) => embeddedText(library, vectors.length + index));
    vectors.push(...(await embedder.embed(texts)));
    onProgress?.({ step: 'embed', done: vectors.length, total: library.passageCount });
  }
  return vectors;
}

/** Writes what is derived from the database: the lexical index and the vectors. */
async function derive(folder: string, manifest: Manifest, { embedder, onProgress }: IngestOptions): Promise<Manifest> {
  writeManifest(folder, { ...manifest, files: stampFiles(folder, [FILES.database]) });
  const generation = openGeneration(folder);
  try {
    onProgress?.({ step: 'index', done: 0, total: generation.passageCount });
    writeWhole(join(folder, FILES.lexical), encodePostings(buildPostings(indexedTexts(generation))));
    if (embedder) {
      const vectors = await embedAll(generation, embedder, onProgress);
      writeVectors(folder, vectors, { embedderId: embedder.id, dimension: embedder.dimension });
    }
  } finally {
    generation.close();
  }
  const names = embedder ? [FILES.database, FILES.lexical, FILES.vectors] : [FILES.database, FILES.lexical];
  return { ...manifest, files: stampFiles(folder, names) };
}

function verify(folder: string, onProgress: IngestOptions['onProgress']): void {
  const generation = openGeneration(folder, { thorough: true });
  try {
    onProgress?.({ step: 'verify', done: 0, total: generation.passageCount });
    const flaw = findFlaw(generation);
    // The old generation keeps serving; this is a bug of ours, not of the operator.
    if (flaw) throw new Error(`the new generation is flawed and was not put to use: ${flaw}`);
  } finally {
    generation.close();
  }
}

async function buildGeneration(options: IngestOptions): Promise<Omit<HealthReport, 'elapsedMs'>> {
  const { indexDir, embedder } = options;
  const generation = nextGeneration(indexDir);
  const folder = openBuildFolder(indexDir, generation);
  const findings: Findings = { skipped: [], notices: [] };
  try {
    const corpus = stampCorpus(options.corpus, options.isCorpusNamed ?? false);
    const writer = new GenerationWriter(folder);
    const reports = writing(writer, () => readAll(options, findings, writer));
    const identity = embedder && { id: embedder.id, dimension: embedder.dimension };
    const manifest = {
      generation,
      builtAt: options.now().toISOString(),
      chunkerId: CHUNKER_ID,
      embedder: identity,
      counts: writer.counts,
      corpus,
      files: {},
    };
    writeManifest(folder, await derive(folder, manifest, options));
    verify(folder, options.onProgress);
    renameSync(folder, join(indexDir, generation));
    switchTo(indexDir, generation);
    pruneGenerations(indexDir, KEPT_GENERATIONS);
    return healthReport(generation, reports, findings);
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    throw diskFault(cause, indexDir);
  }
}

function writing<T>(writer: GenerationWriter, job: () => T): T {
  try {
    const result = job();
    writer.finish();
    return result;
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

/**
 * Reads a corpus and makes a new generation of it the live one; until the last step the old one serves, whatever happens.
 * @throws AppError corpus/…, embedder/…, index/locked, disk/…
 */
export async function ingest(options: IngestOptions): Promise<HealthReport> {
  const startedMs = options.now().getTime();
  const finish = (health: Omit<HealthReport, 'elapsedMs'>): HealthReport => ({
    ...health,
    elapsedMs: options.now().getTime() - startedMs,
  });
  if (options.isDryRun) {
    const findings: Findings = { skipped: [], notices: [] };
    return finish(healthReport(null, readAll(options, findings, null), findings));
  }
  const lock = {
    waitMs: options.lockWaitMs ?? LOCK_WAIT_MS,
    sleep: options.sleep,
    ...(options.onWait && { onWait: options.onWait }),
  };
  return finish(await withLock(options.indexDir, lock, () => buildGeneration(options)));
}
