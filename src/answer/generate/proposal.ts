// Reads a model's answer as it arrives: every complete JSON object in it, whatever stands around (prose, code fences,
// thoughts), so that models without a JSON mode serve. It believes nothing of what it reads.
import type { ProposedSentence } from './types.ts';

const THOUGHT_START = '<think>';
const THOUGHT_END = '</think>';

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(json: string): Fields | null {
  const plain = json.replace(/[\n\r\t]/gu, ' ');
  for (const attempt of [plain, plain.replace(/,\s*([}\]])/gu, '$1')]) {
    try {
      const value: unknown = JSON.parse(attempt);
      return typeof value === 'object' && value !== null ? (value as Fields) : null;
    } catch {
      // The second attempt forgives a comma before a closing bracket; what fails twice is no object.
    }
  }
  return null;
}

function numbersOf(value: unknown): number[] {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [value];
  return listed
    .map((one) => Number(String(one).replace(/[[\]\s]/gu, '') || Number.NaN))
    .filter((n) => Number.isSafeInteger(n));
}

function sentenceOf({ text, sources }: Fields): ProposedSentence | null {
  return typeof text === 'string' && text.trim() !== '' ? { text: text.trim(), sources: numbersOf(sources) } : null;
}

/** Reads one answer, piece by piece. */
export class ProposalReader {
  #text = '';
  #inThought = false;
  #inString = false;
  #escaped = false;
  readonly #openings: number[] = [];
  #short: string | null = null;
  #objects = 0;

  /** Characters read so far, thoughts aside. */
  get length(): number {
    return this.#text.length;
  }

  /** Whether an object was read and none is left open: an answer that breaks off is not complete. */
  get complete(): boolean {
    return this.#objects > 0 && this.#openings.length === 0 && !this.#inThought;
  }

  /** The direct answer, null as long as there is none. */
  get short(): string | null {
    return this.#short;
  }

  /** Takes the next piece; returns the sentences that it completes. */
  push(piece: string): ProposedSentence[] {
    const found: ProposedSentence[] = [];
    for (let index = 0; index < piece.length; index++) {
      this.#text += piece[index];
      if (!this.#inString && this.#skipsThought()) continue;
      const object = this.#step(piece[index] ?? '');
      const sentence = object && sentenceOf(object);
      if (sentence) found.push(sentence);
      if (object && typeof object['short'] === 'string') this.#short = object['short'].trim();
    }
    return found;
  }

  /** Thoughts are cut out as soon as they end; nothing inside them counts. */
  #skipsThought(): boolean {
    if (this.#inThought && this.#text.endsWith(THOUGHT_END)) {
      this.#text = '';
      this.#inThought = false;
      return true;
    }
    if (this.#inThought) {
      this.#text = this.#text.slice(-THOUGHT_END.length);
      return true;
    }
    this.#inThought = this.#openings.length === 0 && this.#text.endsWith(THOUGHT_START);
    return this.#inThought;
  }

  /** Moves on by one character; returns the object that it closes. */
  #step(character: string): Fields | null {
    if (this.#inString) {
      this.#inString = this.#escaped || character !== '"';
      this.#escaped = !this.#escaped && character === '\\';
      return null;
    }
    if (character === '"') this.#inString = this.#openings.length > 0;
    if (character === '{') this.#openings.push(this.#text.length - 1);
    if (character !== '}') return null;
    const start = this.#openings.pop();
    const fields = start === undefined ? null : fieldsOf(this.#text.slice(start));
    if (fields) this.#objects++;
    return fields;
  }
}
