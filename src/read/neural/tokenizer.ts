// Cuts text into the pieces of a Unigram vocabulary (Kudo 2018, "Subword Regularization"), as the tokenizers library does for
// the shipped reader: NFKC, spaces as ▁, the likeliest cut by dynamic programming. It keeps the place of every piece.
import { readFileSync } from 'node:fs';
import type { Span } from '../../types.ts';

/** Pieces of a text: their ids, and where each stands in the text (UTF-16 units). */
export interface Pieces {
  readonly ids: readonly number[];
  readonly spans: readonly Span[];
}

/** What of a tokenizer.json is read. */
interface TokenizerFile {
  readonly model: { readonly type?: string; readonly unk_id: number; readonly vocab: readonly [string, number][] };
}

const SPACE = '▁';
/** An unknown character scores this much less than the rarest piece (as in SentencePiece). */
const UNKNOWN_PENALTY = 10;

/** A text as the vocabulary writes it, and where each of its units comes from. */
interface Written {
  readonly text: string;
  readonly sources: readonly Span[];
}

function write(text: string): Written {
  const sources: Span[] = [{ start: 0, end: 0 }];
  let written = SPACE;
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const plain = character.normalize('NFKC').replaceAll(' ', SPACE);
    written += plain;
    for (let unit = 0; unit < plain.length; unit++) sources.push({ start, end });
    start = end;
  }
  return { text: written, sources };
}

/** The best way to reach a place in the text: from where, by which piece, at what score. */
interface Step {
  readonly from: number;
  readonly id: number;
  readonly score: number;
}

/** Cuts texts into pieces. */
export class Tokenizer {
  readonly #pieces: ReadonlyMap<string, { readonly id: number; readonly score: number }>;
  readonly #unknownId: number;
  readonly #unknownScore: number;
  readonly #maxUnits: number;

  /** @param path a tokenizer.json with a Unigram model @throws SyntaxError, TypeError if it is none: a broken installation */
  constructor(path: string | URL) {
    const { model } = JSON.parse(readFileSync(path, 'utf8')) as TokenizerFile;
    // Files of the library's early versions do not name the kind.
    if ((model.type ?? 'Unigram') !== 'Unigram')
      throw new TypeError(`${String(path)} holds a ${model.type} model, not a Unigram one`);
    this.#pieces = new Map(model.vocab.map(([piece, score], id) => [piece, { id, score }]));
    this.#unknownId = model.unk_id;
    // A vocabulary may hold 250,000 pieces: more than a call takes arguments.
    this.#unknownScore = model.vocab.reduce((least, [, score]) => Math.min(least, score), 0) - UNKNOWN_PENALTY;
    this.#maxUnits = model.vocab.reduce((most, [piece]) => Math.max(most, piece.length), 0);
  }

  /** The id of one piece, such as `<s>`. @throws TypeError if the vocabulary has no such piece */
  idOf(piece: string): number {
    const id = this.#pieces.get(piece)?.id;
    if (id === undefined) throw new TypeError(`the vocabulary has no ${piece}`);
    return id;
  }

  /** The pieces of a text. Linear in its length. */
  pieces(text: string): Pieces {
    if (text === '') return { ids: [], spans: [] };
    const { text: written, sources } = write(text);
    const ids: number[] = [];
    const spans: Span[] = [];
    for (const { from, to, id } of this.#cut(written)) {
      const start = sources[from]?.start ?? 0;
      const end = sources[to - 1]?.end ?? 0;
      const last = spans.at(-1);
      // Unknown characters that follow one another are one piece.
      if (id === this.#unknownId && ids.at(-1) === id && last) spans[spans.length - 1] = { start: last.start, end };
      else {
        ids.push(id);
        spans.push({ start, end });
      }
    }
    return { ids, spans };
  }

  /** The likeliest cut of a written text; no piece reaches over a space. */
  #cut(written: string): { from: number; to: number; id: number }[] {
    const best: (Step | undefined)[] = [{ from: 0, id: -1, score: 0 }];
    for (let from = 0; from < written.length; from++) {
      const reached = best[from];
      if (reached) this.#extend(best, written, from);
    }
    const cut: { from: number; to: number; id: number }[] = [];
    for (let to = written.length; to > 0; ) {
      const step = best[to];
      if (!step) throw new Error('a text has no cut into pieces');
      cut.push({ from: step.from, to, id: step.id });
      to = step.from;
    }
    return cut.reverse();
  }

  /** Reaches further places of the text from one that has been reached. */
  #extend(best: (Step | undefined)[], written: string, from: number): void {
    const score = best[from]?.score ?? 0;
    const reach = (to: number, id: number, total: number): void => {
      const known = best[to];
      if (!known || total > known.score) best[to] = { from, id, score: total };
    };
    const character = String.fromCodePoint(written.codePointAt(from) ?? 0).length;
    let isCharacterKnown = false;
    for (let to = from + 1; to <= Math.min(written.length, from + this.#maxUnits); to++) {
      if (to > from + 1 && written[to - 1] === SPACE) break;
      const piece = this.#pieces.get(written.slice(from, to));
      if (!piece) continue;
      isCharacterKnown ||= to === from + character;
      reach(to, piece.id, score + piece.score);
    }
    if (!isCharacterKnown) reach(from + character, this.#unknownId, score + this.#unknownScore);
  }
}
