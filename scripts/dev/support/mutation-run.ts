// Tries breaks in a copy of the project: type check first, then the tests of the folder. The working tree is never touched.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { transformSync } from 'esbuild';
import type { Random } from '../../../src/text/random.ts';
import { type Mutant, mutantsOf, withMutant } from './mutators.ts';

/** What became of a break: noticed by a test (or by its time limit), by the compiler, or by nobody. */
export type MutationOutcome = 'killed' | 'survived' | 'uncompiled';

/** A break in a file of the project. */
interface FileMutant extends Mutant {
  /** From the root of the project. */
  readonly path: string;
}

const COMPILE_LIMIT_MS = 120_000;
const MIN_TEST_LIMIT_MS = 60_000;
/** One test may take so long: a busy machine must not pass for a test that notices. */
const ONE_TEST_LIMIT_MS = 60_000;

/** Copies the files that git knows or would add into a temporary folder; returns its path. Dependencies are linked. */
export function copyProject(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'quzhi-mutate-'));
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  for (const path of listed.stdout.split('\0').filter((name) => name !== '' && name !== 'node_modules')) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  symlinkSync(resolve(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** JavaScript of a source without its types and layout, or null if it does not parse. */
function javaScriptOf(text: string): string | null {
  try {
    return transformSync(text, { loader: 'ts', minifyWhitespace: true, logLevel: 'silent' }).code;
  } catch {
    return null;
  }
}

/** Puts a list into random order (Fisher–Yates). */
function shuffled<T>(list: readonly T[], random: Random): T[] {
  const order = list.map((item) => ({ item, rank: random() }));
  return order.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}

/** Sources below a path from the root (a folder, or one file), in the order of their names. */
function sourcesBelow(root: string, path: string): string[] {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => relative(root, join(root, path, name)).replaceAll('\\', '/'))
    .sort();
}

/**
 * Draws breaks of a folder in random order, at most one a line: each parses and changes what the compiled file does.
 * @param path a folder or a file of src/, from the root
 */
export function* drawMutants(root: string, path: string, random: Random): Generator<FileMutant> {
  const texts = new Map(sourcesBelow(root, path).map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const lines = [...texts].flatMap(([file, text]) => {
    const mutants = mutantsOf(text);
    return [...new Set(mutants.map(({ line }) => line))].map((number) => ({
      file,
      text,
      mutants: mutants.filter(({ line }) => line === number),
    }));
  });
  for (const { file, text, mutants } of shuffled(lines, random)) {
    const original = javaScriptOf(text);
    const chosen = shuffled(mutants, random).find((mutant) => {
      const broken = javaScriptOf(withMutant(text, mutant));
      return broken !== null && broken !== original;
    });
    if (chosen) yield { ...chosen, path: file };
  }
}

/** Ends a process with all that it started. */
function end({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Runs a program of node_modules/.bin in the copy; true if it ends with 0 within its time. */
function succeeds(copy: string, [program = '', ...args]: readonly string[], limitMs: number): Promise<boolean> {
  const child = spawn(join(copy, 'node_modules', '.bin', program), args, {
    cwd: copy,
    stdio: 'ignore',
    detached: true,
  });
  const timer = setTimeout(() => end(child), limitMs);
  return new Promise((settle) => {
    child.on('close', (status) => {
      clearTimeout(timer);
      end(child);
      settle(status === 0);
    });
    child.on('error', () => settle(false));
  });
}

/** Tries breaks one after the other in a copy of the project, with the tests of one folder. */
export class MutationRun {
  readonly #copy: string;
  readonly #tests: string;
  #limitMs = 10 * MIN_TEST_LIMIT_MS;

  /** @param tests folder of tests from the root, such as `test/text` */
  constructor(copy: string, tests: string) {
    this.#copy = copy;
    this.#tests = tests;
  }

  #runTests(): Promise<boolean> {
    return succeeds(
      this.#copy,
      ['vitest', 'run', '--bail', '1', '--pool', 'threads', '--testTimeout', String(ONE_TEST_LIMIT_MS), this.#tests],
      this.#limitMs,
    );
  }

  /** True if the tests pass as they are; sets the time limit of each later run by how long they took. */
  async begin(nowMs: () => number): Promise<boolean> {
    const startedMs = nowMs();
    const passed = await this.#runTests();
    this.#limitMs = Math.max(MIN_TEST_LIMIT_MS, 4 * (nowMs() - startedMs));
    return passed;
  }

  /** Applies a break, compiles, runs the tests, and puts the file back. */
  async attempt(mutant: FileMutant): Promise<MutationOutcome> {
    const path = join(this.#copy, mutant.path);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, withMutant(text, mutant));
    try {
      if (
        !(await succeeds(
          this.#copy,
          ['tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', 'types.tsbuildinfo'],
          COMPILE_LIMIT_MS,
        ))
      )
        return 'uncompiled';
      return (await this.#runTests()) ? 'survived' : 'killed';
    } finally {
      writeFileSync(path, text);
    }
  }
}

/** Removes a copy of the project; the dependencies it links to stay. */
export function removeCopy(copy: string): void {
  rmSync(copy, { recursive: true, force: true });
}
