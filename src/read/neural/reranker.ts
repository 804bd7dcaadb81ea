// Rerankers: any cross-encoder of XLM-RoBERTa's form that gives one number for a question and a text. It points at no words.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import type { Excerpt, Judgement, Reader } from '../reader.ts';
import { contextText } from './encode.ts';
import type { Outputs } from './inference.ts';
import { openModelFolder, probabilityOf, type ReaderCalibration, type ReaderFolder, readJson } from './model-folder.ts';
import { type ModelForm, OnnxReader } from './onnx-reader.ts';
import type { Tokenizer } from './tokenizer.ts';

/** The longest input of most such models, and what RoBERTa's position numbers leave unused of their table. */
const MAX_PIECES = 512;
const UNUSED_POSITIONS = 2;
/** A question takes at most this share of an input. */
const QUESTION_SHARE = 0.25;

/** What a reranker gets. */
interface Pair {
  readonly ids: readonly number[];
}

const inOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** `<s> question </s></s> context excerpt </s>` as piece ids, what is too long cut at its end. */
class Scoring implements ModelForm<Pair> {
  readonly #tokenizer: Tokenizer;
  readonly #calibration: ReaderCalibration;
  readonly #maxPieces: number;

  constructor(tokenizer: Tokenizer, calibration: ReaderCalibration, maxPieces: number) {
    this.#tokenizer = tokenizer;
    this.#calibration = calibration;
    this.#maxPieces = maxPieces;
  }

  encode(question: string, excerpt: Excerpt): Pair | null {
    if (excerpt.text.trim() === '') return null;
    const [first, separator] = [this.#tokenizer.idOf('<s>'), this.#tokenizer.idOf('</s>')];
    const asked = this.#tokenizer.pieces(inOneLine(question)).ids.slice(0, this.#maxPieces * QUESTION_SHARE);
    const head = [first, ...asked, separator, separator];
    const { ids } = this.#tokenizer.pieces(inOneLine(`${contextText(excerpt)}${excerpt.text}`));
    return { ids: [...head, ...ids.slice(0, this.#maxPieces - head.length - 1), separator] };
  }

  judge(outputs: Outputs): Judgement {
    const [logits] = Object.values(outputs);
    if (logits?.length !== 1)
      throw new AppError(
        'reader/failed',
        `The model gives ${logits?.length ?? 0} numbers for a question and a text, not one: it is no reranker.`,
      );
    return { spans: [], ...probabilityOf(this.#calibration, logits[0] ?? 0, 0) };
  }
}

/** The longest input of a model, in pieces: what its config.json says, at most 512. */
function maxPiecesOf(folder: string): number {
  const path = join(folder, 'config.json');
  if (!existsSync(path)) return MAX_PIECES;
  const { max_position_embeddings: positions } = readJson(path);
  return typeof positions === 'number' ? Math.min(MAX_PIECES, positions - UNUSED_POSITIONS) : MAX_PIECES;
}

/** Opens the reranker of a folder. @throws AppError 'reader/missing' if its runtime, its weights or its calibration are not there */
export function openReranker(folder: ReaderFolder): Reader {
  const { weights, tokenizer, calibration } = openModelFolder(folder);
  return new OnnxReader(calibration.id, weights, new Scoring(tokenizer, calibration, maxPiecesOf(folder.path)));
}
