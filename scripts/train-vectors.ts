// Trains the word-vector table that the package ships (src/embed/builtin.vectors.bin) from a corpus of news as gzipped
// JSON Lines with a `text` each. Run by hand, minutes on one core; the corpus itself is never shipped.
//
//   node --import tsx scripts/train-vectors.ts CORPUS.jsonl.gz --name NAME --date YYYY-MM-DD [--out FILE] [--epochs N]
//     [--seed N] [--words N] [--dimension N]

import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { allButTheTop } from '../src/embed/all-but-the-top.ts';
import { seededRandom } from '../src/embed/random.ts';
import { trainSkipGram } from '../src/embed/skipgram.ts';
import { encodeTable, quantise } from '../src/embed/table.ts';
import { words } from '../src/text/tokens.ts';

const SENTENCE_END = /[。！？!?；;\n]+/;
const HAS_LETTER = /\p{L}/u;
const IS_HAN = /^\p{Script=Han}+$/u;
/** Times a word must stand in the corpus. Words in other scripts are mostly model numbers and misprints. */
const LEAST_COUNT = { han: 3, other: 20 };
/** Principal directions taken out. Of 0 … 4, three did best at finding a question's paragraph by vectors alone. */
const DIRECTIONS = 3;

interface Corpus {
  /** Word numbers in order of first appearance, −1 after each sentence. */
  readonly sequence: Int32Array;
  readonly words: readonly string[];
  readonly counts: readonly number[];
}

async function readCorpus(path: string): Promise<Corpus> {
  const seen = new Set<string>();
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  let sequence = new Int32Array(1 << 24);
  let length = 0;
  const push = (number: number): void => {
    if (length === sequence.length) {
      const longer = new Int32Array(2 * length);
      longer.set(sequence);
      sequence = longer;
    }
    sequence[length++] = number;
  };
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    for (const sentence of textOf(line).split(SENTENCE_END)) {
      // Repeated sentences are the boilerplate of a site.
      if (seen.has(sentence)) continue;
      seen.add(sentence);
      for (const word of words(sentence)) {
        if (!HAS_LETTER.test(word)) continue;
        const number = numbers.get(word) ?? numbers.size;
        numbers.set(word, number);
        counts[number] = (counts[number] ?? 0) + 1;
        push(number);
      }
      push(-1);
    }
  }
  return { sequence: sequence.subarray(0, length), words: [...numbers.keys()], counts };
}

function textOf(line: string): string {
  if (line === '') return '';
  const { text } = JSON.parse(line) as { text?: unknown };
  return typeof text === 'string' ? text : '';
}

/** Keeps the most frequent words, but no rare ones, and numbers them by frequency. */
function keepFrequent(corpus: Corpus, most: number): Corpus {
  const countOf = (number: number): number => corpus.counts[number] ?? 0;
  const kept = corpus.words
    .map((word, number) => ({ number, least: IS_HAN.test(word) ? LEAST_COUNT.han : LEAST_COUNT.other }))
    .filter(({ number, least }) => countOf(number) >= least)
    .map(({ number }) => number)
    .sort((a, b) => countOf(b) - countOf(a) || a - b)
    .slice(0, most);
  const renumbered = new Int32Array(corpus.words.length).fill(-2);
  kept.forEach((old, number) => {
    renumbered[old] = number;
  });
  const sequence = corpus.sequence.map((old) => (old < 0 ? -1 : (renumbered[old] ?? -2))).filter((number) => number !== -2);
  return { sequence, words: kept.map((old) => corpus.words[old] ?? ''), counts: kept.map(countOf) };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string' },
    date: { type: 'string' },
    out: { type: 'string', default: 'src/embed/builtin.vectors.bin' },
    epochs: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    words: { type: 'string', default: '50000' },
    dimension: { type: 'string', default: '100' },
  },
});
const [path] = positionals;
if (path === undefined || values.name === undefined || values.date === undefined) {
  console.error('Usage: node --import tsx scripts/train-vectors.ts CORPUS.jsonl.gz --name NAME --date YYYY-MM-DD');
  process.exit(2);
}
const [epochs, seed, dimension] = [values.epochs, values.seed, values.dimension].map(Number) as [number, number, number];
const corpus = keepFrequent(await readCorpus(path), Number(values.words));
const trained = corpus.sequence.filter((number) => number >= 0).length;
console.error(`${trained} words, ${corpus.words.length} different; rarest kept stands ${corpus.counts.at(-1)} times`);
const matrix = trainSkipGram({
  corpus: corpus.sequence,
  counts: corpus.counts,
  random: seededRandom(seed),
  dimension,
  epochs,
  onProgress: (share) => process.stderr.write(`\r${(100 * share).toFixed(1)} %`),
});
const bytes = encodeTable({
  provenance: { corpus: values.name, words: trained, epochs, seed, trainedOn: values.date },
  dimension,
  words: corpus.words,
  counts: Uint32Array.from(corpus.counts),
  ...quantise(allButTheTop(matrix, dimension, DIRECTIONS), dimension),
});
writeFileSync(values.out, bytes);
console.error(`\n${values.out}: ${bytes.length} bytes`);
