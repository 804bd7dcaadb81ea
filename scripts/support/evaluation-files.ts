// Question sets and saved runs on disk. A saved run carries an identity, and is refused where it does not fit.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { AppError } from '../../src/errors.ts';
import type { GoldItem } from './evaluation.ts';
import type { Run } from './evaluation-table.ts';

const FORMAT = 'quzhi-evaluation-1';

/** A question set and what tells it from others. */
export interface GoldSet {
  readonly items: readonly GoldItem[];
  /** SHA-256 of the file, hexadecimal. */
  readonly identity: string;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AppError('usage/invalid', `${file} cannot be read. Name a file that is there and may be read.`, {
      cause,
    });
  }
}

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

function readItem(line: string, place: string): GoldItem {
  const wrong = (what: string): AppError => new AppError('batch/line-malformed', `${place}: ${what}`);
  let value: Record<string, unknown>;
  try {
    value = Object(JSON.parse(line)) as Record<string, unknown>;
  } catch (cause) {
    throw new AppError('batch/line-malformed', `${place}: the line is not JSON. Write one question a line.`, { cause });
  }
  const { id, kind, question, history = [], docs = [], answers = [], mustNot = [] } = value;
  if (typeof id !== 'string' || typeof kind !== 'string' || typeof question !== 'string')
    throw wrong('"id", "kind" and "question" must be texts');
  if (!isTextList(history) || !isTextList(docs) || !isTextList(mustNot))
    throw wrong('"history", "docs" and "mustNot" must be lists of texts');
  if (!Array.isArray(answers) || !answers.every(isTextList)) throw wrong('"answers" must be a list of lists of texts');
  return { id, kind, question, history, docs, answers, mustNot };
}

/**
 * Reads a question set, JSON Lines; blank lines are passed over.
 * @throws AppError usage/invalid without such a file or without a question, batch/line-malformed with the number of the line
 */
export function readGold(file: string): GoldSet {
  const text = readText(file);
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const items = lines.flatMap((line, index) => (line.trim() === '' ? [] : [readItem(line, `${file}:${index + 1}`)]));
  if (items.length === 0) throw new AppError('usage/invalid', `${file} holds no question.`);
  return { items, identity: createHash('sha256').update(text).digest('hex') };
}

/** Saves a run. @throws AppError disk/denied where the file cannot be written */
export function saveRun(file: string, run: Run, { identity }: Pick<GoldSet, 'identity'>): void {
  try {
    writeFileSync(file, `${JSON.stringify({ format: FORMAT, gold: identity, ...run })}\n`);
  } catch (cause) {
    throw new AppError('disk/denied', `${file} cannot be written. Choose another place for --save.`, { cause });
  }
}

/** Reads a saved run. @throws AppError usage/invalid where it is none, or of another question set */
export function readRun(file: string, { identity }: Pick<GoldSet, 'identity'>): Run {
  const text = readText(file);
  let saved: Partial<Run & { format: string; gold: string }> = {};
  try {
    saved = Object(JSON.parse(text)) as typeof saved;
  } catch {
    // Told below, as any other foreign file.
  }
  const { format, gold, summary, kinds, verdicts } = saved;
  if (format !== FORMAT || !summary || !kinds || !verdicts)
    throw new AppError(
      'usage/invalid',
      `${file} is no saved run. Make one: npm run evaluate -- GOLD.jsonl --save ${file}`,
    );
  if (gold !== identity)
    throw new AppError('usage/invalid', `${file} was saved for another question set. Compare runs on the same one.`);
  return { summary, kinds, verdicts };
}
