// npm run bench: builds, loads and searches collections of growing size with our index and with two peers, side by side.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countOption, print, runCommand, tell, textOption } from '../../src/app/cli/command.ts';
import { AppError } from '../../src/errors.ts';
import { seededRandom } from '../../src/text/random.ts';
import {
  filesIn,
  knownItems,
  passagesOf,
  readArticles,
  readQuestions,
  spread,
  writeCollection,
} from './support/bench-data.ts';
import { ENGINES } from './support/bench-engines.ts';
import { drawBench } from './support/bench-table.ts';
import type { BenchFiles, BenchQuestion, BenchRow, Built, Searched } from './support/bench-types.ts';

const CHILD = fileURLToPath(new URL('./support/bench-child.ts', import.meta.url));
const CHILD_LIMIT_MS = 15 * 60_000;
const CHILD_HEAP_MEGABYTES = 6_000;
const SIZES = [1_000, 10_000, 100_000];
const OURS = 'quzhi';

function runChild<T>(job: 'build' | 'search', engine: string, files: BenchFiles): T {
  const args = [
    `--max-old-space-size=${CHILD_HEAP_MEGABYTES}`,
    '--import',
    'tsx',
    CHILD,
    job,
    engine,
    JSON.stringify(files),
  ];
  return JSON.parse(
    execFileSync(process.execPath, args, {
      encoding: 'utf8',
      timeout: CHILD_LIMIT_MS,
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  ) as T;
}

function measure(engine: string, passages: number, files: BenchFiles): BenchRow {
  tell(`${passages} passages: ${engine} …`);
  try {
    const outcome = { ...runChild<Built>('build', engine, files), ...runChild<Searched>('search', engine, files) };
    return { engine, passages, outcome };
  } catch (error) {
    tell(`${engine} did not finish: ${error instanceof Error ? error.message.split('\n', 1)[0] : String(error)}`);
    return { engine, passages, outcome: null };
  } finally {
    rmSync(files.index, { force: true });
  }
}

function sizesOf(text: string | undefined): number[] {
  const sizes = text?.split(',').map(Number) ?? SIZES;
  if (sizes.every((size) => Number.isSafeInteger(size) && size > 0)) return sizes;
  throw new AppError('usage/invalid', `--sizes takes whole numbers, such as 1000,10000, not "${text}"`);
}

await runCommand({
  usage:
    'Usage: npm run bench -- --news FILE.jsonl[.gz] [--questions FOLDER] [--sizes 1000,10000,100000] [--count QUESTIONS] [--json]',
  options: {
    news: { type: 'string' },
    questions: { type: 'string' },
    sizes: { type: 'string' },
    count: { type: 'string' },
  },
  run(values) {
    const news = textOption(values, 'news');
    if (news === undefined)
      throw new AppError(
        'usage/invalid',
        'The bench needs articles, one JSON object a line with id, title and text: npm run bench -- --news FILE.jsonl.gz',
      );
    const count = countOption(values, 'count', 300);
    const folder = textOption(values, 'questions');
    const asked = folder === undefined ? null : readQuestions(folder);
    const sizes = sizesOf(textOption(values, 'sizes'));
    tell('cutting articles into passages …');
    const passages = passagesOf([...(asked?.articles ?? []), ...readArticles(news)], Math.max(...sizes));
    const root = mkdtempSync(join(tmpdir(), 'quzhi-bench-'));
    try {
      const rows: BenchRow[] = [];
      for (const size of sizes) {
        const part = passages.slice(0, size);
        const files = filesIn(join(root, String(size)));
        mkdirSync(join(root, String(size)));
        const held = new Set(part.map(({ document }) => document));
        const questions: BenchQuestion[] = asked
          ? asked.questions.filter(({ document }) => held.has(document))
          : knownItems(part, count, seededRandom(size));
        writeCollection(files, part, spread(questions, count));
        for (const engine of ENGINES.keys()) rows.push(measure(engine, part.length, files));
      }
      print(values['json'] ? JSON.stringify(rows) : drawBench(rows, OURS));
      return 0;
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
});
