// The engines that the bench compares: ours, and two peers configured for Chinese as well as they can be.
// All get the same folded passages and questions, and keep title and headings as a field of their own.
import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import MiniSearch, { type Options } from 'minisearch';
import { LexicalSearcher } from '../../../src/retrieve/lexical.ts';
import { queryTerms } from '../../../src/retrieve/query.ts';
import { buildPostings } from '../../../src/store/index/postings/postings.ts';
import { decodePostings, encodePostings } from '../../../src/store/index/postings/postings-file.ts';
import { fold } from '../../../src/text/normalise.ts';
import { bigrams, words } from '../../../src/text/tokens.ts';
import type { BenchPassage } from './bench-types.ts';

/** Numbers of the best passages for a question, best first. */
type BenchSearch = (question: string, count: number) => readonly number[];

/** An engine: builds an index file, and opens it in another process. */
export interface BenchEngine {
  build(passages: Iterable<BenchPassage>, file: string): void;
  open(file: string): BenchSearch;
}

const HEADING_WEIGHT = 0.5;

const ours: BenchEngine = {
  build: (passages, file) => writeFileSync(file, encodePostings(buildPostings(passages))),
  open(file) {
    const searcher = new LexicalSearcher(decodePostings(readFileSync(file)));
    return (question, count) => searcher.search(queryTerms(question), count).scored.map(({ number }) => number);
  },
};

const MINISEARCH_OPTIONS: Options = {
  fields: ['heading', 'body'],
  tokenize: words,
  searchOptions: { boost: { heading: HEADING_WEIGHT }, combineWith: 'OR' },
};

const miniSearch: BenchEngine = {
  build(passages, file) {
    const index = new MiniSearch(MINISEARCH_OPTIONS);
    let id = 0;
    for (const { heading, body } of passages) index.add({ id: id++, heading, body });
    writeFileSync(file, JSON.stringify(index));
  },
  open(file) {
    const index = MiniSearch.loadJSON(readFileSync(file, 'utf8'), MINISEARCH_OPTIONS);
    return (question, count) =>
      index
        .search(question)
        .slice(0, count)
        .map(({ id }) => id as number);
  },
};

/** Latin words and figures whole, Chinese as overlapping pairs. */
function pairsOf(text: string): string[] {
  const folded = fold(text);
  return [...bigrams(folded), ...(folded.match(/[a-z0-9]+/g) ?? [])];
}

const fts5: BenchEngine = {
  build(passages, file) {
    const database = new Database(file);
    database.pragma('journal_mode = MEMORY');
    database.exec("CREATE VIRTUAL TABLE passages USING fts5 (heading, body, content='')");
    const insert = database.prepare('INSERT INTO passages (rowid, heading, body) VALUES (?, ?, ?)');
    let id = 0;
    database.exec('BEGIN');
    for (const { heading, body } of passages) insert.run(id++, pairsOf(heading).join(' '), pairsOf(body).join(' '));
    database.exec("COMMIT; INSERT INTO passages (passages) VALUES ('optimize')");
    database.close();
  },
  open(file) {
    const database = new Database(file, { readonly: true });
    const find = database.prepare<[string, number], { rowid: number }>(
      `SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY bm25(passages, ${HEADING_WEIGHT}, 1) LIMIT ?`,
    );
    return (question, count) => {
      const terms = [...new Set(pairsOf(question))].map((pair) => `"${pair}"`);
      return terms.length === 0 ? [] : find.all(terms.join(' OR '), count).map(({ rowid }) => rowid);
    };
  },
};

/** The engines by the name that the table shows, ours first. */
export const ENGINES: ReadonlyMap<string, BenchEngine> = new Map([
  ['quzhi', ours],
  ['MiniSearch + Intl.Segmenter', miniSearch],
  ['SQLite FTS5 over bigrams', fts5],
]);
