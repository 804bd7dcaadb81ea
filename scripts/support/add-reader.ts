// Adds a reader or an embedder: brings its files, tries it, measures it beside what the package ships, writes the setting.
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Config } from '../../src/config.ts';
import { AppError } from '../../src/errors.ts';
import { Inference } from '../../src/read/neural/inference.ts';
import { calibrationPaths, type ReaderCalibration, WEIGHTS, weightsIn } from '../../src/read/neural/model-folder.ts';
import { openNeuralReader } from '../../src/read/neural/neural-reader.ts';
import { openReranker } from '../../src/read/neural/reranker.ts';
import type { Reader } from '../../src/read/reader.ts';
import { openBuiltinEmbedder } from '../../src/retrieve/embed/builtin.ts';
import { importOrExplain, openLocalEmbedder } from '../../src/retrieve/embed/local.ts';
import { fingerprintFile, writeWhole } from '../../src/store/files.ts';
import { fetchFile, type Hub } from './hub.ts';
import {
  type CheckExcerpt,
  fitCalibration,
  type Measured,
  measureEmbedder,
  measureReader,
  readCheckSet,
  separationOf,
} from './reader-check.ts';
import { tryReader } from './try-reader.ts';

/** Where a part comes from and what becomes of it. */
export interface Adding {
  readonly config: Pick<Config, 'hubUrl' | 'stateDir'>;
  /** Folder that models are fetched into, one folder each. Default `models`. */
  readonly models?: string;
  /** Takes the part although it does worse than what the package ships. */
  readonly isForced: boolean;
  /** What readers are measured on. Default: the bundled set. */
  readonly set?: readonly CheckExcerpt[];
  /** How readers are measured. Default: `measureReader`. */
  readonly measure?: typeof measureReader;
  /** Hears figures and steps, a line each. */
  readonly tell: (line: string) => void;
  /** Hears how far a download has come. */
  readonly onProgress?: Hub['onProgress'];
}

/** The variables that a .env file needs for a part. */
export type Settings = Readonly<Record<string, string>>;

const HUB_ID = /^[\w.-]+\/[\w.-]+$/;
/** Files of a model: the first of each row that the hub has; a row that may lack ends with ''. */
const READER_FILES: readonly (readonly string[])[] = [
  WEIGHTS,
  ['tokenizer.json'],
  ['config.json', ''],
  ['calibration.json', ''],
];
const EMBEDDER_FILES: readonly (readonly string[])[] = [
  ['onnx/model_quantized.onnx', 'onnx/model.onnx'],
  ['tokenizer.json'],
  ['tokenizer_config.json'],
  ['config.json'],
  ['1_Pooling/config.json', ''],
];
/** A reader that tells what answers no better than this has learned something else. */
const MIN_SEPARATION = 0.6;
/** The shipped reader's folder is no place for others. */
const TAKEN = 'reader';

/** Returns the folder of a part: the one that is named, or one that its files are fetched into. @throws AppError 'hub/…', 'usage/invalid' */
async function bring(source: string, rows: typeof READER_FILES, adding: Adding): Promise<string> {
  if (statSync(source, { throwIfNoEntry: false })?.isDirectory()) return source;
  if (!HUB_ID.test(source))
    throw new AppError(
      'usage/invalid',
      `There is no folder ${source}. Name a folder, or a model of the hub as OWNER/NAME.`,
    );
  const name = basename(source) === TAKEN ? source.replace('/', '-') : basename(source);
  const folder = join(adding.models ?? 'models', name);
  const hub = { url: adding.config.hubUrl, ...(adding.onProgress && { onProgress: adding.onProgress }) };
  for (const row of rows) {
    let isThere = row.includes('');
    for (const file of row.filter((each) => each !== '')) {
      if (!(await fetchFile(hub, { model: source, file }, folder))) continue;
      adding.tell(`${file} is there`);
      isThere = true;
      break;
    }
    if (!isThere)
      throw new AppError(
        'hub/refused',
        `${source} has none of ${row.join(', ')} on ${hub.url}: it cannot be used here.`,
      );
  }
  return folder;
}

/** A folder as .env names it: from the project where it lies in it. */
function settingPath(folder: string): string {
  const path = relative('.', folder);
  return path === '' || path.startsWith('..') || isAbsolute(path) ? resolve(folder) : path;
}

/** Which kind of reader a model is: one that points at words has outputs for where they start and end. */
async function kindOf(weights: string): Promise<'neural' | 'reranker'> {
  const inference = await Inference.start(weights);
  await inference.close();
  return ['start', 'end', 'answered'].every((name) => inference.outputNames.includes(name)) ? 'neural' : 'reranker';
}

/** Writes a calibration beside its model, or into the state folder where that may not be written. */
function keepCalibration(folder: string, stateDir: string, calibration: ReaderCalibration): string {
  const [beside = '', elsewhere = ''] = calibrationPaths({ path: folder, stateDir });
  let path = beside;
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    path = elsewhere;
    mkdirSync(dirname(path), { recursive: true });
  }
  const provenance = { 'fitted on': 'models/reader/check.jsonl', by: 'npm run add' };
  writeWhole(path, `${JSON.stringify({ ...calibration, ...provenance }, null, 2)}\n`);
  return path;
}

const worth = ({ right, refused }: Measured): number => right + refused;

function drawn(name: string, measured: Measured, questions: { answered: number; missed: number }): string {
  const { right, other, refusedFalsely, refused, medianMs } = measured;
  const { answered, missed } = questions;
  return [
    name.padEnd(12),
    `right first ${right} of ${answered}`,
    `another value first ${other}`,
    `falsely refused ${refusedFalsely}`,
    `near misses refused ${refused} of ${missed}`,
    `${medianMs.toFixed(0)} ms`,
  ].join('  ');
}

/** Adds a reader. @throws AppError 'reader/…' where it cannot read, or reads worse than the ranking alone and is not forced */
export async function addReader(source: string, adding: Adding): Promise<Settings> {
  const path = await bring(source, READER_FILES, adding);
  const weights = weightsIn(path);
  if (weights === null)
    throw new AppError('reader/missing', `There is no reader in ${path}: it holds no file that ends in .onnx.`);
  const kind = await kindOf(weights);
  const set = adding.set ?? readCheckSet();
  const { sha256, bytes } = fingerprintFile(weights);
  const identity = { id: `${kind}:${basename(resolve(path))}:${sha256.slice(0, 8)}`, bytes };
  const open = (fitted?: Omit<ReaderCalibration, 'id'>): Reader => {
    const folder = {
      path,
      stateDir: adding.config.stateDir,
      ...(fitted && { calibration: { ...fitted, ...identity } }),
    };
    return kind === 'neural' ? openNeuralReader(folder) : openReranker(folder);
  };
  // An extractive reader that brings its calibration knows better than sixty questions can tell.
  const isCalibrated = kind === 'neural' && existsSync(join(path, 'calibration.json'));
  const fitted = isCalibrated ? undefined : await fitCalibration(set, open, kind === 'neural' ? ['A', 'S'] : ['A']);
  const reader = open(fitted);
  try {
    await tryReader(reader);
    await compare(reader, set, adding);
  } finally {
    await reader.close();
  }
  if (fitted) adding.tell(`calibrated: ${keepCalibration(path, adding.config.stateDir, { ...fitted, ...identity })}`);
  return { READER: `${kind}:${settingPath(path)}` };
}

/** Measures a reader beside the ranking alone. @throws AppError 'reader/refused' if it does worse and is not forced */
async function compare(
  reader: Reader,
  set: readonly CheckExcerpt[],
  { isForced, tell, measure = measureReader }: Adding,
): Promise<void> {
  const all = set.flatMap(({ questions }) => questions);
  const answered = all.filter(({ answers }) => answers.length > 0).length;
  const questions = { answered, missed: all.length - answered };
  tell(`measuring with ${all.length} questions, which takes minutes with a large model`);
  const before = await measure(set, null);
  tell(drawn('linear', before, questions));
  const after = await measure(set, reader);
  tell(drawn('this reader', after, questions));
  const separation = await separationOf(set, reader);
  tell(`it prefers the excerpt that answers to one that does not in ${Math.round(100 * separation)} % (chance: 50 %)`);
  const [old, now] = [worth(before), worth(after)];
  if (now >= old && separation >= MIN_SEPARATION) return;
  const verdict =
    now < old
      ? `It does worse than the ranking alone: ${now} of ${all.length} questions right, not ${old}.`
      : 'It tells what answers hardly better than chance.';
  if (!isForced) throw new AppError('reader/refused', `${verdict} Nothing is changed; --force takes it all the same.`);
  tell(verdict);
}

/** Adds an embedder. @throws AppError 'embedder/…' where it makes no vectors, or finds less than the shipped one and is not forced */
export async function addEmbedder(source: string, adding: Adding): Promise<Settings> {
  await importOrExplain();
  const path = await bring(source, EMBEDDER_FILES, adding);
  const embedder = await openLocalEmbedder(resolve(path));
  const set = adding.set ?? readCheckSet();
  const asked = set.flatMap(({ questions }) => questions).filter(({ answers }) => answers.length > 0).length;
  const [old, now] = [await measureEmbedder(set, openBuiltinEmbedder()), await measureEmbedder(set, embedder)];
  adding.tell(`builtin        finds the report first for ${old} of ${asked} questions`);
  adding.tell(`this embedder  finds the report first for ${now} of ${asked} questions`);
  const verdict = 'It finds less than the word vectors that ship with Quzhi.';
  if (now < old && !adding.isForced)
    throw new AppError('embedder/refused', `${verdict} Nothing is changed; --force takes it all the same.`);
  if (now < old) adding.tell(verdict);
  return { EMBEDDER: `local:${settingPath(path)}` };
}
