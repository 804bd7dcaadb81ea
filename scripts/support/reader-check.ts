// A small set of our own invention against which a part that somebody adds is measured before it is used: excerpts of reports that
// do not exist, with questions, and with near misses that they do not answer. Some of it was in the shipped reader's training.
import { readFileSync } from 'node:fs';
import { type AnswerContext, contextOfDocuments, type Tools } from '../../src/app/answer-context.ts';
import { answerQuestion } from '../../src/app/question-pipeline.ts';
import { openTools } from '../../src/app/tools.ts';
import type { Excerpt, Reader } from '../../src/read/reader.ts';
import { dot } from '../../src/retrieve/embed/arithmetic.ts';
import type { Embedder, Report, ReportId } from '../../src/types.ts';
import { type Example, fitLogistic } from '../dev/support/logistic.ts';
import { type GoldItem, type GoldVerdict, judge } from './evaluation.ts';

/** A question on an excerpt; without answers: one that it does not answer. */
export interface CheckQuestion {
  readonly question: string;
  readonly kind: string;
  readonly answers: readonly string[];
}

/** An excerpt with its questions. */
export interface CheckExcerpt extends Excerpt {
  readonly questions: readonly CheckQuestion[];
}

/** How a reader, or the ranking alone, does on the set. */
export interface Measured {
  /** Questions that the reports answer: with the right value read first, with another one, and refused. */
  readonly right: number;
  readonly other: number;
  readonly refusedFalsely: number;
  /** Near misses refused. */
  readonly refused: number;
  /** Milliseconds a question at the median. */
  readonly medianMs: number;
}

/** The logistic that makes a probability of a reader's numbers, as calibration.json has it. */
export type Fitted = Readonly<Record<'A' | 'S' | 'intercept', number>>;

const SET = new URL('../../models/reader/check.jsonl', import.meta.url);
/** Kinds whose answer is a value that is read first. */
const VALUES: ReadonlySet<string> = new Set(['figure', 'growth', 'date', 'name', 'person', 'place']);

/** Reads the bundled set. */
export function readCheckSet(): CheckExcerpt[] {
  const lines = readFileSync(SET, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as CheckExcerpt);
}

function reportOf({ title, district, period, heading, text }: CheckExcerpt): Report {
  const publishedOn = /\d{4}/.exec(period)?.[0] ?? null;
  const id = title as ReportId;
  return {
    id,
    path: title,
    title,
    district,
    publisher: null,
    publishedOn,
    kind: null,
    url: null,
    inferred: [],
    text: `${heading}\n\n${text}\n`,
  };
}

function goldOf({ question, kind, answers }: CheckQuestion, { title }: CheckExcerpt): GoldItem {
  const answered = VALUES.has(kind) ? 'factoid-number' : 'list';
  return {
    id: question,
    kind: answers.length === 0 ? 'unanswerable' : answered,
    question,
    history: [],
    docs: [title],
    answers: answers.map((answer) => [answer]),
    mustNot: [],
  };
}

async function verdictsIn(context: AnswerContext, set: readonly CheckExcerpt[], tools: Tools): Promise<GoldVerdict[]> {
  const verdicts: GoldVerdict[] = [];
  for (const excerpt of set)
    for (const each of excerpt.questions) {
      const startedMs = performance.now();
      const answer = await answerQuestion(context, { text: each.question, history: [] }, tools);
      const outcome = { answer, elapsedMs: performance.now() - startedMs };
      verdicts.push(judge(goldOf(each, excerpt), outcome, ({ report }) => context.library.textOf(report.id)));
    }
  return verdicts;
}

/** Puts the questions of a set, the product's own way, to all its excerpts. @param reader null: the ranking alone */
export async function measureReader(set: readonly CheckExcerpt[], reader: Reader | null): Promise<Measured> {
  const verdicts = await verdictsIn(contextOfDocuments(set.map(reportOf)), set, openTools(reader));
  const isRight = ({ headline, direct }: GoldVerdict): boolean => headline ?? direct;
  const count = (holds: (verdict: GoldVerdict) => boolean): number => verdicts.filter(holds).length;
  const times = verdicts.map(({ elapsedMs }) => elapsedMs).sort((a, b) => a - b);
  return {
    right: count((verdict) => verdict.answerable && isRight(verdict)),
    other: count((verdict) => verdict.answerable && !verdict.refused && !isRight(verdict)),
    refusedFalsely: count(({ answerable, refused }) => answerable && refused),
    refused: count(({ answerable, refused }) => !answerable && refused),
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
  };
}

/** The excerpt of another report that shares most characters with a question: what a reader must not take for its answer. */
function likest({ question }: CheckQuestion, set: readonly CheckExcerpt[]): CheckExcerpt | undefined {
  const asked = new Set(question);
  const shared = (excerpt: CheckExcerpt): number => new Set([...excerpt.text].filter((each) => asked.has(each))).size;
  return [...set].sort((a, b) => shared(b) - shared(a))[0];
}

/** What a reader says of a pair of question and excerpt, and whether the excerpt answers. */
interface Scored {
  readonly score: number;
  readonly positive: boolean;
}

/** Numbers that a reader with one calibration gives to pairs of question and excerpt, and whether the excerpt answers. */
async function scored(set: readonly CheckExcerpt[], reader: Reader): Promise<Scored[]> {
  const pairs = set.flatMap((excerpt) =>
    excerpt.questions.flatMap((each) => {
      const other = likest(
        each,
        set.filter((one) => one !== excerpt),
      );
      const own = { question: each.question, excerpt, positive: each.answers.length > 0 };
      return other && own.positive ? [own, { ...own, excerpt: other, positive: false }] : [own];
    }),
  );
  const scores: Scored[] = [];
  for (const { question, excerpt, positive } of pairs) {
    const [judgement] = await reader.read(question, [excerpt]);
    if (judgement) scores.push({ score: judgement.score, positive });
  }
  return scores;
}

/**
 * How well a reader tells excerpts that answer from near misses and from excerpts that share words: the share of pairs of one and
 * the other in which it prefers what answers; 0.5 is chance.
 */
export async function separationOf(set: readonly CheckExcerpt[], reader: Reader): Promise<number> {
  const all = await scored(set, reader);
  const [own, other] = [all.filter(({ positive }) => positive), all.filter(({ positive }) => !positive)];
  const won = own.flatMap(({ score }) =>
    other.map((one) => Number(score > one.score) + Number(score === one.score) / 2),
  );
  return won.reduce((sum, each) => sum + each, 0) / Math.max(1, won.length);
}

/**
 * Fits a calibration: own excerpts of the questions against near misses and excerpts that share words, both counting alike.
 * @param openRaw opens the reader under a calibration, so that its score is one of its numbers alone
 * @param names the numbers that the reader has: `A` alone, or `A` and `S` where it points at words
 */
export async function fitCalibration(
  set: readonly CheckExcerpt[],
  openRaw: (calibration: Fitted) => Reader,
  names: readonly ('A' | 'S')[],
): Promise<Fitted> {
  const columns: Scored[][] = [];
  for (const name of names) {
    const reader = openRaw({ A: 0, S: 0, intercept: 0, [name]: 1 });
    columns.push(await scored(set, reader));
    await reader.close();
  }
  const examples = (columns[0] ?? []).map(
    ({ positive }, index): Example => ({
      row: Float64Array.from(columns, (column) => column[index]?.score ?? 0),
      positive,
      weight: 1,
    }),
  );
  const { weights, bias } = fitLogistic(examples, names.length);
  return {
    A: 0,
    S: 0,
    intercept: bias,
    ...Object.fromEntries(names.map((name, index) => [name, weights[index] ?? 0])),
  };
}

/** Number of a set's questions for which an embedder puts the excerpt that answers before all others. */
export async function measureEmbedder(set: readonly CheckExcerpt[], embedder: Embedder): Promise<number> {
  const texts = await embedder.embed(set.map(({ text }) => text));
  let first = 0;
  for (const [own, { questions }] of set.entries())
    for (const { question } of questions.filter(({ answers }) => answers.length > 0)) {
      const [asked] = await embedder.embed([question]);
      const scores = texts.map((text) => (asked ? dot(text, asked) : 0));
      if (scores.indexOf(Math.max(...scores)) === own) first++;
    }
  return first;
}
