// Finds the passages for a question: lexical first, the vector half beside it, raw scores added. It reads no answer out of them.
import type { Postings } from '../store/index/postings/postings.ts';
import { keyOf } from '../store/index/postings/terms.ts';
import { fold } from '../text/normalise.ts';
import { bigrams } from '../text/tokens.ts';
import type { Hit, Library, ReportId } from '../types.ts';
import { inverseDocumentFrequency } from './bm25.ts';
import { LexicalSearcher, type ScoredPassage } from './lexical.ts';
import { queryTerms, relatedTerms } from './query.ts';

/** The half that searches by meaning: vectors, or whatever else scores passages. Absent, retrieval is lexical alone. */
export interface VectorHalf {
  /** The accepted passages closest to a text (default: any) with their closeness, about 0 … 1. */
  readonly search: (
    text: string,
    count: number,
    accept?: (number: number) => boolean,
  ) => Promise<readonly ScoredPassage[]>;
  /** Score that a closeness of 1 adds, as a share of the best lexical score, ≥ 0; calibrated for each embedder. */
  readonly weight: number;
}

/** The passages found for one search. */
export interface Retrieval {
  readonly hits: readonly Hit[];
  /** Best lexical score ÷ the score of a passage that held every term to saturation, 0 … about 1. */
  readonly attained: number;
  /** The same for the best passage of all reports: higher where a search of some reports missed what others hold. */
  readonly attainedAnywhere: number;
}

/** Options of a search: number of passages, and reports to search (default: all). */
interface SearchOptions {
  readonly count: number;
  readonly reports?: ReadonlySet<ReportId>;
  /** Words related to the text, folded; they count little. */
  readonly related?: readonly string[];
  /** Names, as texts write them: of other reports without a certain district the passages that hold one are searched too. */
  readonly orNaming?: readonly string[];
  /** Reports beyond which nothing is searched, whatever else is asked for; default: all. */
  readonly within?: ReadonlySet<ReportId> | undefined;
}

/** What answering needs of a retriever. */
export type Searcher = Pick<Retriever, 'search' | 'occurs' | 'reportsNaming'>;

/** Returns a retriever that finds nothing outside of some reports. */
export function searcherWithin(searcher: Searcher, within: ReadonlySet<ReportId>): Searcher {
  return {
    search: (text, options) => searcher.search(text, { ...options, within }),
    occurs: (word) => searcher.occurs(word),
    reportsNaming: (name) => searcher.reportsNaming(name, within),
  };
}

/** Passages that the lexical half hands to the sum, at least. */
const LEXICAL_POOL = 20;
const VECTOR_POOL = 20;
/** Passages looked at for a name by itself, and for a name together with what is asked. */
const NAMING_POOL = 200;
const ASKED_NAMING_POOL = 100;

/** Adds the vector scores to the lexical ones. */
function fuse(lexical: readonly ScoredPassage[], near: readonly ScoredPassage[], weight: number): ScoredPassage[] {
  const unit = weight * (lexical[0]?.score ?? 1);
  const scores = new Map(lexical.map(({ number, score }) => [number, score]));
  for (const { number, score } of near) scores.set(number, (scores.get(number) ?? 0) + unit * Math.max(0, score));
  return [...scores]
    .map(([number, score]) => ({ number, score }))
    .sort((a, b) => b.score - a.score || a.number - b.number);
}

/** Searches one library. */
export class Retriever {
  readonly #library: Library;
  readonly #searcher: LexicalSearcher;
  readonly #vectors: VectorHalf | null;

  constructor(library: Library, postings: Postings, vectors: VectorHalf | null) {
    this.#library = library;
    this.#searcher = new LexicalSearcher(postings);
    this.#vectors = vectors;
  }

  /** Returns the best passages for a text, best first. */
  async search(text: string, options: SearchOptions): Promise<Retrieval> {
    const { count, reports, related = [], orNaming = [], within } = options;
    const isWithin = this.#filter(within, []);
    const isWanted = this.#filter(reports, reports === undefined ? [] : this.#passagesNaming(orNaming, text));
    const accept = (number: number): boolean => isWanted(number) && isWithin(number);
    const isFiltered = reports !== undefined || within !== undefined;
    const terms = queryTerms(text);
    const { scored, attainable } = this.#searcher.search(terms, Math.max(count, LEXICAL_POOL), accept);
    const anywhere = reports === undefined ? scored : this.#searcher.search(terms, 1, isWithin).scored;
    const share = (best: readonly ScoredPassage[]): number => (attainable > 0 ? (best[0]?.score ?? 0) / attainable : 0);
    const widened =
      related.length === 0
        ? scored
        : this.#searcher.search([...terms, ...relatedTerms(related)], Math.max(count, LEXICAL_POOL), accept).scored;
    const near =
      this.#vectors && this.#vectors.weight > 0
        ? await this.#near(this.#vectors, text, isFiltered ? accept : undefined)
        : [];
    const fused = near.length > 0 ? fuse(widened, near, this.#vectors?.weight ?? 0) : widened;
    return {
      hits: fused.slice(0, count).map(({ number, score }) => ({ passage: this.#library.passage(number), score })),
      attained: share(scored),
      attainedAnywhere: share(anywhere),
    };
  }

  /** True if a folded word may stand in some passage: each of its pairs of characters, or the word itself, does. */
  occurs(word: string): boolean {
    const unseen = inverseDocumentFrequency(Math.max(1, this.#library.passageCount), 0);
    const pairs = bigrams(word);
    return (pairs.length > 0 ? pairs : [word]).every((term) => this.#searcher.idf(keyOf(term)) < unseen);
  }

  /**
   * Returns the reports of which a passage, a title or a heading holds a name.
   * @param name as texts write it   @param within reports to look at; default: all
   */
  async reportsNaming(name: string, within?: ReadonlySet<ReportId>): Promise<ReadonlySet<ReportId>> {
    const { scored } = this.#searcher.search(queryTerms(name), NAMING_POOL, this.#filter(within, []));
    const naming = scored.filter(({ number }) => this.#holds(number, fold(name)));
    return new Set(naming.map(({ number }) => this.#library.passage(number).reportId));
  }

  /** The passages that hold one of the names, among the best for it and the text together. */
  #passagesNaming(names: readonly string[], text: string): readonly number[] {
    return names.flatMap((name) =>
      this.#searcher
        .search(queryTerms(`${text} ${name}`), ASKED_NAMING_POOL)
        .scored.map(({ number }) => number)
        .filter((number) => !this.#isOfCertainDistrict(number) && this.#holds(number, fold(name))),
    );
  }

  /** A report that was given its district speaks of others in passing; one whose district was inferred may be about them. */
  #isOfCertainDistrict(number: number): boolean {
    const report = this.#library.reports.get(this.#library.passage(number).reportId);
    return report?.district != null && !report.inferred.includes('district');
  }

  /** True if a passage, its headings or the title of its report hold a name. */
  #holds(number: number, foldedName: string): boolean {
    const { reportId, heading, sentences } = this.#library.passage(number);
    const title = this.#library.reports.get(reportId)?.title ?? '';
    return fold([title, ...heading, ...sentences.map(({ read }) => read)].join('\n')).includes(foldedName);
  }

  async #near(
    vectors: VectorHalf,
    text: string,
    accept?: (number: number) => boolean,
  ): Promise<readonly ScoredPassage[]> {
    const found = await vectors.search(text, VECTOR_POOL, accept);
    return accept ? found.filter(({ number }) => accept(number)) : found;
  }

  #filter(reports: ReadonlySet<ReportId> | undefined, passages: readonly number[]): (number: number) => boolean {
    if (reports === undefined) return () => true;
    const accepted = new Uint8Array(this.#library.passageCount);
    for (const number of passages) accepted[number] = 1;
    for (const id of reports) {
      const { from, to } = this.#library.passagesOf(id);
      accepted.fill(1, from, to);
    }
    return (number) => accepted[number] === 1;
  }
}
