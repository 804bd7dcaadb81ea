// Trains the word-vector table that the package ships (src/retrieve/embed/builtin.vectors.bin) from a corpus of news as gzipped
// JSON Lines with a `text` each. Run by hand: about a quarter of an hour on one idle core. The corpus is never shipped.
import { createReadStream, existsSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { countOption, print, runCommand, tell, tellProgress, textOption } from '../../src/app/cli/command.ts';
import { AppError } from '../../src/errors.ts';
import { encodeTable, type Provenance, quantise } from '../../src/retrieve/embed/table.ts';
import { seededRandom } from '../../src/text/random.ts';
import { words } from '../../src/text/tokens.ts';
import { allButTheTop } from './vectors/all-but-the-top.ts';
import { type Corpus, CorpusBuilder, keepFrequent, trustedWords } from './vectors/corpus.ts';
import { trainSkipGram } from './vectors/skipgram.ts';

const USAGE = `Usage: node --import tsx scripts/dev/train-vectors.ts CORPUS.jsonl.gz --name NAME --date YYYY-MM-DD
  [--out FILE] [--epochs N] [--seed N] [--words N]`;
const DEFAULT_OUT = 'src/retrieve/embed/builtin.vectors.bin';
const DIMENSION = 100;
/** Principal directions taken out. More helps texts, fewer helps frequent words; two serves both. */
const DIRECTIONS = 2;
const SENTENCE_END = /[。！？!?；;\n]+/;

async function readCorpus(path: string): Promise<Corpus> {
  const builder = new CorpusBuilder();
  const seen = new Set<string>();
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    for (const sentence of textOf(line).split(SENTENCE_END)) {
      // Repeated sentences are the boilerplate of a site.
      if (!seen.has(sentence)) builder.addSentence(words(sentence));
      seen.add(sentence);
    }
  }
  return builder.build();
}

function textOf(line: string): string {
  if (line === '') return '';
  const { text } = JSON.parse(line) as { text?: unknown };
  return typeof text === 'string' ? text : '';
}

function trainTable(corpus: Corpus, provenance: Provenance): Buffer {
  const matrix = trainSkipGram({
    corpus: corpus.sequence,
    counts: corpus.counts,
    random: seededRandom(provenance.seed),
    dimension: DIMENSION,
    epochs: provenance.epochs,
    onProgress: (share) => tellProgress(`${(100 * share).toFixed(1)} %`),
  });
  const trusted = trustedWords(corpus);
  const rows = new Float32Array(trusted.length * DIMENSION);
  trusted.forEach((number, row) => {
    rows.set(matrix.subarray(number * DIMENSION, (number + 1) * DIMENSION), row * DIMENSION);
  });
  return encodeTable({
    provenance,
    dimension: DIMENSION,
    words: trusted.map((number) => corpus.words[number] ?? ''),
    counts: Uint32Array.from(trusted, (number) => corpus.counts[number] ?? 0),
    ...quantise(allButTheTop(rows, DIMENSION, DIRECTIONS), DIMENSION),
  });
}

await runCommand({
  usage: USAGE,
  options: {
    name: { type: 'string' },
    date: { type: 'string' },
    out: { type: 'string' },
    epochs: { type: 'string' },
    seed: { type: 'string' },
    words: { type: 'string' },
  },
  async run(values, [path]) {
    const [name, date, out = DEFAULT_OUT] = ['name', 'date', 'out'].map((option) => textOption(values, option));
    if (path === undefined || name === undefined || date === undefined) throw new AppError('usage/invalid', USAGE);
    if (!existsSync(path))
      throw new AppError('corpus/missing', `${path} is not there. Name a gzipped JSON Lines file.`);
    const [epochs, seed] = [countOption(values, 'epochs', 4), countOption(values, 'seed', 1)];
    const corpus = keepFrequent(await readCorpus(path), countOption(values, 'words', 50_000));
    const trainedWords = corpus.counts.reduce((sum, count) => sum + count, 0);
    tell(`${trainedWords} words, ${corpus.words.length} different`);
    const bytes = trainTable(corpus, { corpus: name, words: trainedWords, epochs, seed, trainedOn: date });
    writeFileSync(out, bytes);
    print(`${out}: ${bytes.length} bytes`);
    return 0;
  },
});
