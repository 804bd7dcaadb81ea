// What a folder with a reader's model holds: weights, tokenizer, calibration. It computes nothing.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { AppError } from '../../errors.ts';
import type { Judgement } from '../reader.ts';
import { Tokenizer } from './tokenizer.ts';

/** How logits become a probability: 1 ÷ (1 + e^−(A · answered + S · span + intercept)), fitted on held-out questions. */
export interface ReaderCalibration {
  /** Identity of the reader: it names the weights. */
  readonly id: string;
  readonly A: number;
  readonly S: number;
  readonly intercept: number;
  /** Size of the weights that it was fitted for; absent: they come with it. */
  readonly bytes?: number;
}

/** A reader's folder, and what is known of it beside its files. */
export interface ReaderFolder {
  readonly path: string;
  /** Holds the calibration of a folder that may not be written. */
  readonly stateDir?: string;
  /** Taken in place of a calibration on disk. */
  readonly calibration?: ReaderCalibration;
}

/** An opened folder. */
interface OpenedFolder {
  readonly weights: string;
  readonly tokenizer: Tokenizer;
  readonly calibration: ReaderCalibration;
}

/** Where weights stand, the smallest first; else the one file that ends in .onnx is taken. */
export const WEIGHTS: readonly string[] = [
  'onnx/model_quantized.onnx',
  'onnx/model_int8.onnx',
  'onnx/model.onnx',
  'model.onnx',
];

/** The weights in a folder; null if there are none. */
export function weightsIn(folder: string): string | null {
  const known = WEIGHTS.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (known !== undefined) return known;
  const others = readdirSync(folder).filter((name) => name.endsWith('.onnx'));
  return others[0] === undefined ? null : join(folder, others[0]);
}

/** The places of a folder's calibration, in the order in which they are looked at. */
export function calibrationPaths({ path, stateDir }: ReaderFolder): string[] {
  const beside = join(path, 'calibration.json');
  return stateDir === undefined ? [beside] : [beside, join(stateDir, 'readers', `${basename(resolve(path))}.json`)];
}

const missing = (message: string, cause?: unknown): AppError => new AppError('reader/missing', message, { cause });

/** Returns what a JSON file holds. @throws AppError 'reader/missing' if it is damaged */
export function readJson(path: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(readFileSync(path, 'utf8'))) as Record<string, unknown>;
  } catch (cause) {
    throw missing(`${path} cannot be read as JSON. Bring the folder again.`, cause);
  }
}

function readCalibration(folder: ReaderFolder, weights: string): ReaderCalibration {
  const remedy = `Run: npm run add -- reader ${folder.path}`;
  const path = calibrationPaths(folder).find((each) => existsSync(each));
  if (path === undefined) throw missing(`The reader in ${folder.path} is not calibrated. ${remedy}`);
  const found: Partial<ReaderCalibration> = readJson(path);
  const { id, A, S, intercept, bytes } = found;
  if (typeof id !== 'string' || ![A, S, intercept].every(Number.isFinite))
    throw missing(`${path} is no calibration of a reader. ${remedy}`);
  if (bytes !== undefined && bytes !== statSync(weights).size)
    throw missing(`${path} was made for other weights than ${weights}. ${remedy}`);
  return found as ReaderCalibration;
}

function openTokenizer(folder: string): Tokenizer {
  try {
    return new Tokenizer(join(folder, 'tokenizer.json'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n', 1)[0] : '';
    throw missing(
      `The reader in ${folder} needs a tokenizer.json with a Unigram model, as XLM-RoBERTa's: ${why}.`,
      cause,
    );
  }
}

/** Opens a folder. @throws AppError 'reader/missing', with the remedy, if the runtime or anything in the folder is not there */
export function openModelFolder(folder: ReaderFolder): OpenedFolder {
  const { path } = folder;
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const weights = isFolder ? weightsIn(path) : null;
  if (weights === null) throw missing(`There is no reader in ${path}: it holds no file that ends in .onnx.`);
  try {
    createRequire(import.meta.url).resolve('onnxruntime-node');
  } catch (cause) {
    throw missing('A neural reader needs onnxruntime-node. Run: npm install onnxruntime-node@1.16.3', cause);
  }
  const calibration = folder.calibration ?? readCalibration(folder, weights);
  return { weights, tokenizer: openTokenizer(path), calibration };
}

/** The probability and the score that a calibration makes of logits. */
export function probabilityOf(
  { A, S, intercept }: ReaderCalibration,
  answered: number,
  span: number,
): Pick<Judgement, 'answered' | 'score'> {
  const score = A * answered + S * span + intercept;
  return { answered: 1 / (1 + Math.exp(-score)), score };
}
