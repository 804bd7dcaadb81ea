// What `npm run doctor` looks at: one function per part of the installation, each with its remedy. It mends nothing and asks no network.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Config } from '../../src/config.ts';
import { AppError } from '../../src/errors.ts';
import { installedRecognition, OCR_PACKAGE } from '../../src/ingest/ocr/recognition.ts';
import { listCorpus } from '../../src/ingest/source/files.ts';
import { staleness } from '../../src/ingest/stale.ts';
import { findFlaw } from '../../src/ingest/verify.ts';
import { folderOf, pickReader } from '../../src/read/pick-reader.ts';
import { pickEmbedder } from '../../src/retrieve/embed/pick.ts';
import { openGeneration } from '../../src/store/index/generation.ts';
import { listGenerations, liveFolder } from '../../src/store/index/pointer.ts';
import { openVectors, readVectors } from '../../src/store/index/vectors/vectors.ts';
import { loadHnswlib } from '../../src/store/index/vectors/vectors-hnsw.ts';
import { databaseFlaw, databasesIn } from '../../src/store/integrity.ts';
import { checkMessengers, checkTelegram } from './check-channels.ts';
import { tryReader } from './try-reader.ts';

/** Result of a check. A warning does not stop the product; a fault does. */
export interface CheckFinding {
  readonly part: string;
  readonly level: 'ok' | 'warning' | 'fault';
  readonly message: string;
}

/** @returns what is well, or a warning @throws AppError with the remedy where something is broken */
type Check = (config: Config) => Promise<string | { readonly warning: string }>;

const MIN_NODE = [20, 19] as const;
const MIN_FREE_BYTES = 200_000_000;
const MEGABYTE = 1_000_000;

/** Returns a folder, or the nearest one above it that exists. */
function nearest(folder: string): string {
  let found = resolve(folder);
  while (!existsSync(found)) found = dirname(found);
  return found;
}

function requireWritable(folder: string, variable: string): void {
  const place = nearest(folder);
  try {
    accessSync(place, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new AppError('disk/denied', `${place} may not be written. Give this user the right, or set ${variable}.`, {
      cause,
    });
  }
}

async function checkNode(): Promise<string> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])) return process.versions.node;
  throw new AppError(
    'config/invalid',
    `Node.js ${process.versions.node} is too old. Install ${MIN_NODE.join('.')} or newer.`,
  );
}

async function checkHnswlib(): ReturnType<Check> {
  if (loadHnswlib()) return 'installed';
  const hasCompiler = spawnSync('c++', ['--version']).status === 0;
  const remedy = hasCompiler
    ? 'A compiler is there: npm rebuild hnswlib-node brings it.'
    : 'There is no C++ compiler: install one (such as the package build-essential), then npm install.';
  return {
    warning: `not installed: vectors are searched exactly, which is slower beyond some 10,000 passages. ${remedy}`,
  };
}

async function checkCorpus({ corpusDir }: Config): ReturnType<Check> {
  if (!existsSync(corpusDir))
    throw new AppError('corpus/missing', `There is no ${corpusDir}. Create it, or set QUZHI_CORPUS.`);
  const unreadable: string[] = [];
  const files = listCorpus([corpusDir], unreadable);
  if (files.length === 0) return { warning: `${corpusDir} holds no file. Put reports there, then npm run ingest.` };
  if (unreadable.length > 0)
    return { warning: `${files.length} files; ${unreadable.length} cannot be read, such as: ${unreadable[0]}` };
  return `${corpusDir}, ${files.length} files`;
}

async function checkState({ stateDir }: Config): Promise<string> {
  requireWritable(stateDir, 'QUZHI_STATE');
  const databases = databasesIn(stateDir);
  for (const path of databases) {
    const flaw = databaseFlaw(path);
    if (flaw !== null)
      throw new AppError(
        'state/unusable',
        `${path} is damaged (${flaw}). Stop the bot and bring back a backup: npm run restore -- FILE`,
      );
  }
  if (databases.length === 0) return `${stateDir} can be written; it holds nothing yet`;
  return `${stateDir} can be written; ${databases.map((path) => basename(path)).join(', ')} is whole`;
}

async function checkIndex({ indexDir }: Config): Promise<string> {
  const generation = openGeneration(liveFolder(indexDir), { thorough: true });
  try {
    const flaw = findFlaw(generation);
    if (flaw)
      throw new AppError('index/corrupt', `The index is damaged: ${flaw}. Build it again: npm run ingest -- --full`);
    const { generation: name, builtAt, counts } = generation.manifest;
    const older = listGenerations(indexDir).filter((other) => other < name).length;
    return `${name} of ${builtAt}: ${counts.reports} reports, ${counts.passages} passages, ${counts.facts} facts; ${older} older to go back to (npm run rollback)`;
  } finally {
    generation.close();
  }
}

/** Checks the vectors of the live index against the embedder that questions will be embedded with. */
async function checkVectors(config: Config): ReturnType<Check> {
  const embedder = await pickEmbedder(config);
  const generation = openGeneration(liveFolder(config.indexDir));
  try {
    const expected = { embedderId: embedder.id, dimension: embedder.dimension };
    if (generation.manifest.embedder === null)
      return { warning: 'the index was built without: questions are answered by words alone' };
    const { count } = readVectors(generation.folder, expected);
    if (count !== generation.passageCount)
      throw new AppError(
        'index/corrupt',
        `There are ${count} vectors for ${generation.passageCount} passages. Run: npm run ingest -- --full`,
      );
    let rebuilt: string | null = null;
    openVectors(generation.folder, expected, {
      onRebuild: (reason) => {
        rebuilt = reason;
      },
    });
    return rebuilt === null
      ? `${count} of ${embedder.dimension} dimensions`
      : { warning: `the search graph had to be built anew: ${rebuilt}` };
  } finally {
    generation.close();
  }
}

async function checkFreshness(config: Config): ReturnType<Check> {
  const embedderId = (await pickEmbedder(config)).id;
  const { reason, otherCorpus } = staleness(config.indexDir, { corpus: [config.corpusDir], embedderId });
  const from = otherCorpus
    ? `the index is built from ${otherCorpus.join(', ')}, as named with --corpus, not from ${config.corpusDir}: npm run ingest changes back`
    : null;
  if (reason === null) return from === null ? 'the index is up to date' : { warning: from };
  return { warning: [`${reason}: npm start or npm run ingest builds it`, ...(from ? [from] : [])].join('; ') };
}

async function checkDisk({ indexDir, stateDir }: Config): ReturnType<Check> {
  requireWritable(indexDir, 'QUZHI_INDEX');
  const free = [indexDir, stateDir].map((folder) => {
    const { bavail, bsize } = statfsSync(nearest(folder));
    return bavail * bsize;
  });
  const least = Math.min(...free);
  const text = `${Math.round(least / MEGABYTE)} MB free`;
  return least < MIN_FREE_BYTES
    ? { warning: `${text}: an ingest needs room for a second index beside the live one` }
    : text;
}

async function checkModel({ model }: Config): ReturnType<Check> {
  if (!model) return 'none: answers are put together from the reports’ own sentences';
  if (!/^https?:$/.test(new URL(model.baseUrl).protocol))
    throw new AppError('config/invalid', 'LLM_BASE_URL must begin with http:// or https://');
  if (/\/chat\/completions\/?$/.test(model.baseUrl))
    throw new AppError(
      'config/invalid',
      'LLM_BASE_URL must be the root of the API, such as http://localhost:11434/v1, without /chat/completions',
    );
  return `${model.name}; its address has the right form${model.apiKey === null ? '; no key' : ''}`;
}

async function checkReader(config: Config): ReturnType<Check> {
  const { reader: setting } = config;
  let missing = '';
  const reader = pickReader(config, ({ message }) => {
    missing = message;
  });
  if (!reader) return setting === 'linear' ? 'linear: the ranking alone decides' : { warning: `linear. ${missing}` };
  const folder = folderOf(setting);
  try {
    const elapsedMs = await tryReader(reader);
    return `${reader.id}${folder === null ? '' : ` in ${folder}`}; loaded and read a sentence in ${elapsedMs} ms`;
  } finally {
    await reader.close();
  }
}

async function checkRecognition(): ReturnType<Check> {
  const version = installedRecognition();
  return version === null
    ? 'not installed: pictures and scanned files are left out; npm run add -- ocr brings it'
    : `${OCR_PACKAGE} ${version}: pictures and scanned files are read`;
}

const CHECKS: Readonly<Record<string, Check>> = {
  corpus: checkCorpus,
  embedder: async (config) => (await pickEmbedder(config)).id,
  index: checkIndex,
  vectors: checkVectors,
  freshness: checkFreshness,
  state: checkState,
  disk: checkDisk,
  Telegram: checkTelegram,
  messengers: checkMessengers,
  reader: checkReader,
  'text recognition': checkRecognition,
  'language model': checkModel,
};

async function run(part: string, check: () => ReturnType<Check>): Promise<CheckFinding> {
  try {
    const found = await check();
    if (typeof found === 'string') return { part, level: 'ok', message: found };
    return { part, level: 'warning', message: found.warning };
  } catch (error) {
    return { part, level: 'fault', message: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Runs all checks, one after the other; none stops the next.
 * @param configure reads the configuration; where it throws, what depends on it is not looked at
 */
export async function examine(configure: () => Config): Promise<CheckFinding[]> {
  const findings = [await run('Node.js', checkNode), await run('hnswlib', checkHnswlib)];
  let config: Config;
  try {
    config = configure();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [
      ...findings,
      { part: 'configuration', level: 'fault', message: `${error.message} The rest is looked at when that is mended.` },
    ];
  }
  findings.push({ part: 'configuration', level: 'ok', message: 'can be read' });
  for (const [part, check] of Object.entries(CHECKS)) findings.push(await run(part, () => check(config)));
  return findings;
}
