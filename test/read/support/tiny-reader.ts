// Writes complete, tiny readers to a folder: a Unigram tokenizer with one piece a character, and an ONNX model that adds up what
// each piece is worth. Enough for onnxruntime-node to run them like any other.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gather, modelOf, sumOf } from '../../support/onnx.ts';

const SPECIAL = ['<s>', '<pad>', '</s>', '<unk>', '▁'];
/** Every piece beyond the special ones. */
const CHARACTERS = [...'清河县粮食总产量是多少？21.9万吨。全新建学校三所，车四十辆标题地区时间章节：｜年增长5%亿元家'];
const VOCABULARY = [...SPECIAL, ...new Set(CHARACTERS)];

/** What pieces are worth; all others nothing. */
export type Worth = Readonly<Record<string, number>>;

/** A calibration that leaves the model's number as it is. */
export const PLAIN = { id: 'tiny', A: 1, S: 0, intercept: 0 };

const tableOf = (worth: Worth): Float32Array => Float32Array.from(VOCABULARY, (piece) => worth[piece] ?? 0);

function writeFolder(folder: string, model: Buffer, calibration: object | null): void {
  mkdirSync(folder, { recursive: true });
  const vocab = VOCABULARY.map((piece, index) => [piece, index < 4 ? 0 : -2]);
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify({ model: { type: 'Unigram', unk_id: 3, vocab } }));
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ max_position_embeddings: 130 }));
  writeFileSync(join(folder, 'model.onnx'), model);
  if (calibration) writeFileSync(join(folder, 'calibration.json'), JSON.stringify(calibration));
}

/** Writes a reranker whose number is the worth of all pieces together; `width` of them, where a reranker has one. */
export function writeReranker(
  folder: string,
  worth: Worth,
  { calibration = PLAIN as object | null, width = 1 } = {},
): void {
  const values = Float32Array.from(tableOf(worth), (value) => value);
  const table = Float32Array.from({ length: values.length * width }, (_, at) => values[Math.floor(at / width)] ?? 0);
  const model = modelOf({
    inputs: ['input_ids', 'attention_mask'],
    tables: [{ name: 'worth', dimensions: [VOCABULARY.length, width], values: table }],
    nodes: [gather('worth', 'input_ids', 'each'), sumOf('each', 'logits')],
    outputs: [{ name: 'logits', dimensions: ['batch', width] }],
  });
  writeFolder(folder, model, calibration);
}

/** Writes an extractive reader. */
export function writeExtractive(
  folder: string,
  { start, end, answered }: Readonly<Record<'start' | 'end' | 'answered', Worth>>,
  calibration: object | null = PLAIN,
): void {
  const dimensions = [VOCABULARY.length];
  const model = modelOf({
    inputs: ['ids'],
    tables: [
      { name: 'starts', dimensions, values: tableOf(start) },
      { name: 'ends', dimensions, values: tableOf(end) },
      { name: 'worth', dimensions, values: tableOf(answered) },
    ],
    nodes: [
      gather('starts', 'ids', 'start'),
      gather('ends', 'ids', 'end'),
      gather('worth', 'ids', 'each'),
      sumOf('each', 'answered'),
    ],
    outputs: [
      { name: 'start', dimensions: ['batch', 'sequence'] },
      { name: 'end', dimensions: ['batch', 'sequence'] },
      { name: 'answered', dimensions: ['batch'] },
    ],
  });
  writeFolder(folder, model, calibration);
}

/** Pieces that make a reader see the grain in the sentence about grain. */
export const GRAIN: Worth = { 吨: 6, 校: -6, '<s>': -1 };
/** The same for an extractive reader, which points at the figure. */
export const GRAIN_SPAN = { start: { 2: 9 }, end: { 吨: 9 }, answered: GRAIN };
