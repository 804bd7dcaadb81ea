// One engine, one job, one process, so that its time and memory are its own: `bench-child.ts build|search ENGINE FILES-as-JSON`.
// Prints one line of JSON.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BenchEngine, ENGINES } from './bench-engines.ts';
import { percentile } from './bench-table.ts';
import type { BenchFiles, BenchPassage, BenchQuestion, Built, Searched } from './bench-types.ts';

/** Slow engines answer as many questions as they can in this time, and quick ones answer them again. */
const SEARCH_BUDGET_MS = 60_000;
/** A question's time is the best of so many, as far as the budget goes: what else the machine did meanwhile counts for nothing. */
const MAX_ROUNDS = 5;
const SHOWN = 10;
const WARM_UP_QUESTIONS = 50;
const WARM_UP_BUDGET_MS = 10_000;

function build(engine: BenchEngine, files: BenchFiles): Built {
  const lines = readFileSync(files.passages, 'utf8').trimEnd().split('\n');
  const passages = lines.map((line) => JSON.parse(line) as BenchPassage);
  const startedMs = performance.now();
  engine.build(passages, files.index);
  return { buildMs: performance.now() - startedMs };
}

/** Asks until the questions or the time are used up. @returns time of each question, in milliseconds, and how many found their document first */
function ask(
  questions: readonly BenchQuestion[],
  find: (text: string) => string | undefined,
  untilMs: number,
): { timesMs: number[]; found: number } {
  const timesMs: number[] = [];
  let found = 0;
  for (const { text, document } of questions) {
    const startedMs = performance.now();
    const first = find(text);
    timesMs.push(performance.now() - startedMs);
    if (first === document) found++;
    if (performance.now() > untilMs) break;
  }
  return { timesMs, found };
}

/** Asks the same questions again while there is time; the best time of each. */
function askAgain(
  questions: readonly BenchQuestion[],
  find: (text: string) => string | undefined,
  untilMs: number,
): { timesMs: number[]; found: number } {
  const { timesMs, found } = ask(questions, find, untilMs);
  for (let round = 1; round < MAX_ROUNDS && performance.now() < untilMs; round++)
    for (const [index, timeMs] of ask(questions, find, untilMs).timesMs.entries())
      timesMs[index] = Math.min(timesMs[index] ?? timeMs, timeMs);
  return { timesMs, found };
}

async function search(engine: BenchEngine, files: BenchFiles): Promise<Searched> {
  const questions = JSON.parse(readFileSync(files.questions, 'utf8')) as BenchQuestion[];
  const documents = JSON.parse(readFileSync(files.documents, 'utf8')) as string[];
  const startedMs = performance.now();
  const searchNow = engine.open(files.index);
  const loadMs = performance.now() - startedMs;
  const find = (text: string): string | undefined => documents[searchNow(text, SHOWN)[0] ?? -1];
  ask(questions.slice(0, WARM_UP_QUESTIONS), find, performance.now() + WARM_UP_BUDGET_MS);
  const { timesMs, found } = askAgain(questions, find, performance.now() + SEARCH_BUDGET_MS);
  await sleep(0);
  return {
    loadMs,
    residentBytes: process.memoryUsage().rss,
    p50Ms: percentile(timesMs, 0.5),
    p95Ms: percentile(timesMs, 0.95),
    firstShare: timesMs.length === 0 ? 0 : found / timesMs.length,
    asked: timesMs.length,
  };
}

const [job, name = '', files = '{}'] = process.argv.slice(2);
const engine = ENGINES.get(name);
if (!engine) throw new RangeError(`there is no engine ${name}`);
const where = JSON.parse(files) as BenchFiles;
process.stdout.write(`${JSON.stringify(job === 'build' ? build(engine, where) : await search(engine, where))}\n`);
