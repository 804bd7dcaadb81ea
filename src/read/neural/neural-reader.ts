// The shipped reader: a small cross-encoder that reads question and excerpt together. Weights, licence and recipe: models/reader/.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AppError } from '../../errors.ts';
import type { Excerpt, Judgement, Reader } from '../reader.ts';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import { Inference } from './inference.ts';
import { Tokenizer } from './tokenizer.ts';

/** How logits become a probability: 1 ÷ (1 + e^−(A · answered + S · span + intercept)), fitted on held-out questions. */
export interface ReaderCalibration {
  readonly id: string;
  readonly A: number;
  readonly S: number;
  readonly intercept: number;
}

const FOLDER = new URL('../../../models/reader/', import.meta.url);
/** Judgements kept, the oldest going first: a question asked again, or in another tab, costs nothing. */
const MAX_CACHED = 2_000;

const keyOf = (question: string, { text, title, district, period, heading }: Excerpt): string =>
  [question, title, district, period, heading, text].join('\u0000');

class NeuralReader implements Reader {
  readonly id: string;
  readonly #tokenizer: Tokenizer;
  readonly #calibration: ReaderCalibration;
  readonly #start: () => Promise<Inference>;
  #inference: Promise<Inference> | null = null;
  readonly #cache = new Map<string, Promise<Judgement>>();

  /** @param start starts the thread that computes: at the first excerpt, so that what asks nothing need not wait for it */
  constructor(start: () => Promise<Inference>, calibration: ReaderCalibration) {
    this.id = calibration.id;
    this.#start = start;
    this.#calibration = calibration;
    this.#tokenizer = new Tokenizer(new URL('tokenizer.json', FOLDER));
  }

  async read(question: string, excerpts: readonly Excerpt[]): Promise<readonly Judgement[]> {
    return Promise.all(excerpts.map((excerpt) => this.#judgeOnce(question, excerpt)));
  }

  async close(): Promise<void> {
    await (await this.#inference)?.close();
  }

  #judgeOnce(question: string, excerpt: Excerpt): Promise<Judgement> {
    const key = keyOf(question, excerpt);
    const known = this.#cache.get(key);
    if (known !== undefined) return known;
    const judged = this.#judge(question, excerpt);
    judged.catch(() => this.#cache.delete(key));
    this.#cache.set(key, judged);
    for (const oldest of this.#cache.keys()) {
      if (this.#cache.size <= MAX_CACHED) break;
      this.#cache.delete(oldest);
    }
    return judged;
  }

  async #judge(question: string, excerpt: Excerpt): Promise<Judgement> {
    const encoded = encode(this.#tokenizer, question, excerpt);
    if (encoded.spans.length === 0) return { answered: 0, spans: [], score: Number.NEGATIVE_INFINITY };
    this.#inference ??= this.#start();
    const logits = await (await this.#inference).run(encoded.ids);
    const { spans, lead } = decode(logits, encoded);
    const { A, S, intercept } = this.#calibration;
    const score = A * logits.answered + S * lead + intercept;
    return { answered: 1 / (1 + Math.exp(-score)), spans, score };
  }
}

/** Opens the shipped reader. @throws AppError 'reader/missing' if its runtime or its weights are not installed */
export function openNeuralReader(): Reader {
  const weights = new URL('reader.int8.onnx', FOLDER);
  if (!existsSync(weights))
    throw new AppError(
      'reader/missing',
      `The neural reader has no weights in models/reader. Answers come from the linear reader.`,
    );
  try {
    createRequire(import.meta.url).resolve('onnxruntime-node');
  } catch (cause) {
    throw new AppError(
      'reader/missing',
      'The neural reader needs onnxruntime-node. Run: npm install onnxruntime-node@1.16.3',
      { cause },
    );
  }
  const calibration = JSON.parse(readFileSync(new URL('calibration.json', FOLDER), 'utf8')) as ReaderCalibration;
  return new NeuralReader(() => Inference.start(weights), calibration);
}
