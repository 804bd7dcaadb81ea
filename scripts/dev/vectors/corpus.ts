// Turns a corpus into what word vectors are trained on: sentences as runs of word numbers, and how often each word
// stands. It reads no file and cuts no text; `scripts/dev/train-vectors.ts` does.

/** A corpus in numbers. */
export interface Corpus {
  /** Word numbers, −1 after each sentence. */
  readonly sequence: Int32Array;
  /** Words by number. */
  readonly words: readonly string[];
  /** Number of occurrences of each word in the corpus, by number. */
  readonly counts: readonly number[];
}

const HAS_LETTER = /\p{L}/u;
const IS_HAN = /^\p{Script=Han}+$/u;
/** Times a word must stand in the corpus to be trusted. Words in other scripts are mostly model numbers and misprints. */
const MIN_COUNT = { han: 3, other: 20 };

/** Gathers a corpus sentence by sentence. */
export class CorpusBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #counts: number[] = [];
  #sequence = new Int32Array(1 << 16);
  #length = 0;

  /** Adds the words of a sentence; what holds no letter (figures, signs) is left out. */
  addSentence(words: readonly string[]): void {
    for (const word of words) {
      if (!HAS_LETTER.test(word)) continue;
      const number = this.#numbers.get(word) ?? this.#numbers.size;
      this.#numbers.set(word, number);
      this.#counts[number] = (this.#counts[number] ?? 0) + 1;
      this.#push(number);
    }
    this.#push(-1);
  }

  /** Returns the gathered corpus, words numbered in order of first appearance. */
  build(): Corpus {
    return {
      sequence: this.#sequence.slice(0, this.#length),
      words: [...this.#numbers.keys()],
      counts: [...this.#counts],
    };
  }

  #push(number: number): void {
    if (this.#length === this.#sequence.length) {
      const longer = new Int32Array(2 * this.#length);
      longer.set(this.#sequence);
      this.#sequence = longer;
    }
    this.#sequence[this.#length++] = number;
  }
}

/** Keeps the most frequent words, numbered by frequency; of equal frequency the earlier comes first. */
export function keepFrequent(corpus: Corpus, mostWords: number): Corpus {
  const countOf = (number: number): number => corpus.counts[number] ?? 0;
  const kept = corpus.words
    .map((_, number) => number)
    .sort((a, b) => countOf(b) - countOf(a) || a - b)
    .slice(0, mostWords);
  const DROPPED = -2;
  const renumbered = new Int32Array(corpus.words.length).fill(DROPPED);
  kept.forEach((old, number) => {
    renumbered[old] = number;
  });
  const sequence = corpus.sequence
    .map((old) => (old < 0 ? -1 : (renumbered[old] ?? DROPPED)))
    .filter((number) => number !== DROPPED);
  return { sequence, words: kept.map((old) => corpus.words[old] ?? ''), counts: kept.map(countOf) };
}

/** Numbers of the words that stand often enough for their vectors to be trusted. */
export function trustedWords({ words, counts }: Corpus): number[] {
  const least = (word: string): number => (IS_HAN.test(word) ? MIN_COUNT.han : MIN_COUNT.other);
  return words.map((_, number) => number).filter((number) => (counts[number] ?? 0) >= least(words[number] ?? ''));
}
