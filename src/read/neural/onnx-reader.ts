// A reader that is an ONNX model: computes in a thread of its own, remembers its judgements. What the model gets and what its
// numbers say is its form's business: neural-reader.ts and reranker.ts.
import type { Excerpt, Judgement, Reader } from '../reader.ts';
import { Inference, type Outputs } from './inference.ts';

/** How one kind of model reads; `Encoded` is what it remembers of an input until its outputs are there. */
export interface ModelForm<Encoded extends { readonly ids: readonly number[] }> {
  /** The ids that the model gets; null where there is nothing to read. */
  encode(question: string, excerpt: Excerpt): Encoded | null;
  /** @throws AppError 'reader/failed' where the outputs are not of this form */
  judge(outputs: Outputs, encoded: Encoded): Judgement;
}

/** Judgements kept, the oldest going first: a question asked again, or in another tab, costs nothing. */
const MAX_CACHED = 2_000;
const UNREADABLE: Judgement = { answered: 0, spans: [], score: Number.NEGATIVE_INFINITY };

const keyOf = (question: string, { text, title, district, period, heading }: Excerpt): string =>
  [question, title, district, period, heading, text].join('\u0000');

/** Reads with a model whose weights stand in a file. */
export class OnnxReader<Encoded extends { readonly ids: readonly number[] }> implements Reader {
  readonly id: string;
  readonly #weights: string;
  readonly #form: ModelForm<Encoded>;
  /** Started at the first excerpt, so that what asks nothing need not wait for it. */
  #inference: Promise<Inference> | null = null;
  readonly #cache = new Map<string, Promise<Judgement>>();

  constructor(id: string, weights: string, form: ModelForm<Encoded>) {
    this.id = id;
    this.#weights = weights;
    this.#form = form;
  }

  async read(question: string, excerpts: readonly Excerpt[]): Promise<readonly Judgement[]> {
    return Promise.all(excerpts.map((excerpt) => this.#judgeOnce(question, excerpt)));
  }

  async close(): Promise<void> {
    const inference = await this.#inference?.catch(() => null);
    await inference?.close();
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
    const encoded = this.#form.encode(question, excerpt);
    if (encoded === null) return UNREADABLE;
    this.#inference ??= Inference.start(this.#weights);
    return this.#form.judge(await (await this.#inference).run(encoded.ids), encoded);
  }
}
