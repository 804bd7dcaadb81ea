// Makes the bench's collections: articles → passages by our own structure, and known-item questions. It measures nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { AppError } from '../../../src/errors.ts';
import { structureReport } from '../../../src/ingest/structure/structure.ts';
import { indexedText } from '../../../src/store/index/indexed-text.ts';
import { wordSpans } from '../../../src/text/tokens.ts';
import type { Report, ReportId } from '../../../src/types.ts';
import type { BenchFiles, BenchPassage, BenchQuestion } from './bench-types.ts';

/** An article of a `.jsonl` file. */
interface Article {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const LATER_FILES = ['passages', 'questions', 'documents', 'index'] as const;

function linesOf(file: string): unknown[] {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new AppError(
      'corpus/missing',
      `${file} cannot be read. Name a .jsonl or .jsonl.gz file: npm run bench -- --news FILE`,
      { cause },
    );
  }
  const text = new TextDecoder().decode(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes);
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}

/** Returns the articles of a file, plain or gzipped: one object with `id`, `title`, `text` a line. @throws AppError corpus/missing */
export function readArticles(file: string): Article[] {
  return linesOf(file) as Article[];
}

/** Returns the questions of a folder with `corpus.jsonl` and `questions.jsonl`. @throws AppError corpus/missing */
export function readQuestions(folder: string): { articles: Article[]; questions: BenchQuestion[] } {
  const items = linesOf(join(folder, 'questions.jsonl')) as { question: string; document: string }[];
  return {
    articles: readArticles(join(folder, 'corpus.jsonl')),
    questions: items.map(({ question, document }) => ({ text: question, document })),
  };
}

/** Returns the passages of articles, in their order, as our own ingest cuts them; `atMost` of them. */
export function passagesOf(articles: Iterable<Article>, atMost: number): BenchPassage[] {
  const passages: BenchPassage[] = [];
  for (const { id, title, text } of articles) {
    const meta = { district: null, publisher: null, publishedOn: null, kind: null, url: null, inferred: [] };
    const report: Report = { id: id as ReportId, path: id, title, text, ...meta };
    for (const passage of structureReport(report).passages) {
      if (passages.length === atMost) return passages;
      passages.push({ document: id, ...indexedText({ number: passages.length, ...passage }, report, text) });
    }
  }
  return passages;
}

const SENTENCE = /[^。！？\n]{16,60}[。！？]/g;

/**
 * Returns a sentence with about half of its words dropped, as somebody remembers it: what stood side by side still does.
 * @param random 0 … 1, as Math.random
 */
export function blur(sentence: string, random: () => number): string {
  const kept = wordSpans(sentence).filter(() => random() < 0.5);
  return kept
    .map(({ word, start }, index) => (index > 0 && kept[index - 1]?.end !== start ? ` ${word}` : word))
    .join('');
}

/**
 * Returns the document of each sentence that one document alone holds: news is printed again and again, and then nobody can say which is
 * meant.
 */
function soleDocuments(passages: readonly BenchPassage[]): Map<string, string | null> {
  const documents = new Map<string, string | null>();
  for (const { document, body } of passages) {
    for (const sentence of body.match(SENTENCE) ?? []) {
      const known = documents.get(sentence);
      documents.set(sentence, known === undefined || known === document ? document : null);
    }
  }
  return documents;
}

/** Questions made of passages themselves: a blurred sentence each that stands in one document alone; that document is to be found. */
export function knownItems(passages: readonly BenchPassage[], count: number, random: () => number): BenchQuestion[] {
  const documents = soleDocuments(passages);
  const questions: BenchQuestion[] = [];
  for (let attempt = 0; attempt < count * 10 && questions.length < count; attempt++) {
    const passage = passages[Math.floor(random() * passages.length)];
    const sentences = passage?.body.match(SENTENCE) ?? [];
    const sentence = sentences[Math.floor(random() * sentences.length)] ?? '';
    const text = blur(sentence, random);
    if (passage && text.length >= 8 && documents.get(sentence) === passage.document)
      questions.push({ text, document: passage.document });
  }
  return questions;
}

/** `count` of the questions, evenly spread. */
export function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)] as T);
}

/** Names of the files of one size in a folder. */
export function filesIn(folder: string): BenchFiles {
  return Object.fromEntries(LATER_FILES.map((name) => [name, join(folder, name)])) as unknown as BenchFiles;
}

/** Writes a collection where the engines' processes read it. */
export function writeCollection(
  files: BenchFiles,
  passages: readonly BenchPassage[],
  questions: readonly BenchQuestion[],
): void {
  writeFileSync(files.passages, passages.map((passage) => `${JSON.stringify(passage)}\n`).join(''));
  writeFileSync(files.documents, JSON.stringify(passages.map(({ document }) => document)));
  writeFileSync(files.questions, JSON.stringify(questions));
}
