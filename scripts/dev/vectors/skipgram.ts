// Trains word vectors: skip-gram with negative sampling (Mikolov et al. 2013, "Distributed Representations of Words and
// Phrases and their Compositionality"). Pure arithmetic on word numbers: reads no file and knows no words.

import type { Random } from '../../../src/text/random.ts';

/** Options of training. */
export interface SkipGramOptions {
  /** Word numbers of the corpus, 0 … counts.length−1; −1 ends a sentence, over which no window reaches. */
  readonly corpus: Int32Array;
  /** Number of occurrences of each word in the corpus, ≥ 1. */
  readonly counts: readonly number[];
  readonly random: Random;
  /** Length of a vector, even. Default 100. */
  readonly dimension?: number;
  /** Most words to each side that count as context; each centre draws its own 1 … window. Default 5. */
  readonly window?: number;
  /** Words drawn at random against each true pair. Default 5. */
  readonly negatives?: number;
  /** Passes over the corpus. Default 5. */
  readonly epochs?: number;
  /** Frequency above which words are left out at random; 0 keeps all. Default 1e-4. */
  readonly subsampling?: number;
  /** Called about every hundred thousand words with the share done, 0 … 1. */
  readonly onProgress?: (share: number) => void;
}

type Settings = Required<SkipGramOptions>;

interface Model {
  readonly input: Float32Array;
  readonly output: Float32Array;
  readonly gradient: Float32Array;
  readonly negativeTable: Int32Array;
  readonly settings: Settings;
  /** The step under way. */
  readonly step: { label: 0 | 1; rate: number };
}

const INITIAL_RATE = 0.025;
const LOWEST_RATE = 0.0001;
const NEGATIVE_TABLE_LENGTH = 1 << 21;
const PROGRESS_WORDS = 100_000;

/**
 * Trains one vector per word.
 * @returns counts.length × dimension numbers, row after row
 */
export function trainSkipGram(options: SkipGramOptions): Float32Array {
  const defaults = { dimension: 100, window: 5, negatives: 5, epochs: 5, subsampling: 1e-4, onProgress: () => {} };
  const settings: Settings = { ...defaults, ...options };
  const model = newModel(settings);
  for (let epoch = 0; epoch < settings.epochs; epoch++) trainEpoch(model, epoch);
  return model.input;
}

function newModel(settings: Settings): Model {
  const { counts, dimension, random } = settings;
  const input = new Float32Array(counts.length * dimension);
  for (let i = 0; i < input.length; i++) input[i] = (random() - 0.5) / dimension;
  return {
    input,
    output: new Float32Array(input.length),
    gradient: new Float32Array(dimension),
    negativeTable: drawTable(counts),
    settings,
    step: { label: 1, rate: INITIAL_RATE },
  };
}

/** Word numbers in proportion to count^0.75, the exponent of the paper. */
function drawTable(counts: readonly number[]): Int32Array {
  const table = new Int32Array(NEGATIVE_TABLE_LENGTH);
  const total = counts.reduce((sum, count) => sum + count ** 0.75, 0);
  let filled = 0;
  let mass = 0;
  counts.forEach((count, word) => {
    mass += count ** 0.75;
    const end = Math.min(table.length, Math.round((mass / total) * table.length));
    table.fill(word, filled, end);
    filled = end;
  });
  return table;
}

/** Chance to keep each word: √(t/f) + t/f, as word2vec computes it. */
function keepChances({ counts, subsampling }: Settings): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return Float64Array.from(counts, (count) => {
    if (subsampling === 0) return 1;
    const ratio = (subsampling * total) / count;
    return Math.min(1, Math.sqrt(ratio) + ratio);
  });
}

function trainEpoch(model: Model, epoch: number): void {
  const { corpus, random, epochs, onProgress } = model.settings;
  const keep = keepChances(model.settings);
  const sentence: number[] = [];
  let reported = 0;
  for (let at = 0; at <= corpus.length; at++) {
    const word = corpus[at] ?? -1;
    if (word >= 0) {
      if (random() < (keep[word] ?? 0)) sentence.push(word);
      continue;
    }
    const share = (epoch + at / corpus.length) / epochs;
    trainSentence(model, sentence, Math.max(LOWEST_RATE, INITIAL_RATE * (1 - share)));
    sentence.length = 0;
    if (at - reported < PROGRESS_WORDS) continue;
    reported = at;
    onProgress(share);
  }
}

function trainSentence(model: Model, sentence: readonly number[], rate: number): void {
  const { window, random } = model.settings;
  model.step.rate = rate;
  for (let centre = 0; centre < sentence.length; centre++) {
    const reach = 1 + Math.floor(random() * window);
    const end = Math.min(sentence.length - 1, centre + reach);
    for (let near = Math.max(0, centre - reach); near <= end; near++) {
      if (near !== centre) trainPair(model, sentence[near] ?? 0, sentence[centre] ?? 0);
    }
  }
}

function trainPair(model: Model, context: number, centre: number): void {
  const { settings, gradient, input, negativeTable } = model;
  const { dimension, negatives, random } = settings;
  const base = context * dimension;
  gradient.fill(0);
  model.step.label = 1;
  descend(model, base, centre * dimension);
  model.step.label = 0;
  for (let i = 0; i < negatives; i++) {
    const drawn = negativeTable[Math.floor(random() * negativeTable.length)] ?? 0;
    if (drawn !== centre) descend(model, base, drawn * dimension);
  }
  for (let d = 0; d < dimension; d++) input[base + d] = (input[base + d] as number) + (gradient[d] as number);
}

/**
 * One step of logistic regression between an input and an output row; the input's change gathers in `gradient`.
 * Training spends its time here: `as number` in place of `?? 0` is four times as fast, and one sum alone would wait for
 * itself at every addition.
 */
function descend(model: Model, from: number, to: number): void {
  const { input, output, gradient, step } = model;
  const dimension = gradient.length;
  let even = 0;
  let odd = 0;
  for (let d = 0; d < dimension; d += 2) {
    even += (input[from + d] as number) * (output[to + d] as number);
    odd += (input[from + d + 1] as number) * (output[to + d + 1] as number);
  }
  const error = (step.label - 1 / (1 + Math.exp(-even - odd))) * step.rate;
  for (let d = 0; d < dimension; d++) {
    const out = output[to + d] as number;
    gradient[d] = (gradient[d] as number) + error * out;
    output[to + d] = out + error * (input[from + d] as number);
  }
}
