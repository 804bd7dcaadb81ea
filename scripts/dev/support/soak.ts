// The soak of an ingest: round after round an ingest is killed at a random moment, while a reader asks without pause. Every answer
// must be one that a finished ingest stands behind; the next ingest must complete. It counts, and judges nothing else.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openQuzhi, type Quzhi } from '../../../src/app/app.ts';
import { readConfig } from '../../../src/config.ts';
import { ingest } from '../../../src/ingest/build.ts';
import { pickEmbedder } from '../../../src/retrieve/embed/pick.ts';
import type { Embedder } from '../../../src/types.ts';

/** Options of a soak. */
export interface SoakOptions {
  readonly rounds: number;
  /** Random numbers 0 ≤ n < 1: when to kill, what to change, what to ask. */
  readonly random: () => number;
  readonly onRound?: (round: number) => void;
}

/** Result of a soak. */
interface SoakResult {
  readonly rounds: number;
  /** Ingests that were at work when they were killed; the others had ended. */
  readonly killed: number;
  readonly questions: number;
  /** Questions with an answer that no finished ingest stands behind, or with an error; one line each. */
  readonly wrong: readonly string[];
  /** Ingests after a kill that did not complete; one line each. */
  readonly failed: readonly string[];
  /** Names in the index folder at the end. */
  readonly left: readonly string[];
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Districts that there are not. */
const DISTRICTS = [...'石柳竹梅松'].flatMap((first) => [...'桥林河塘坡湾'].map((second) => `${first}${second}区`));
const CHANGED_A_ROUND = 4;

/** The corpus of made-up districts, and which figures may be answered for each. */
class Districts {
  readonly folder: string;
  readonly #parks = new Map<string, Set<number>>();

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder);
    for (const [index, district] of DISTRICTS.entries()) this.write(district, 100 + index);
  }

  write(district: string, parks: number): void {
    this.#parks.set(district, (this.#parks.get(district) ?? new Set()).add(parks));
    const figures = `2020年，${district}新建口袋公园${parks}个，完成投资3.5亿元。`;
    const text = `---\ntitle: ${district}公园建设纪实\ndistrict: ${district}\n---\n${figures}区里还修通了三条河边步道，居民出门就能散步。\n`;
    writeFileSync(join(this.folder, `${district}.md`), text);
  }

  /** An ingest of the corpus as it is has ended: older figures would be stale now. */
  settle(): void {
    for (const [district, parks] of this.#parks) this.#parks.set(district, new Set([...parks].slice(-1)));
  }

  isRight(district: string, text: string): boolean {
    const figures = [...text.matchAll(/(\d+)个/g)].map(([, figure]) => Number(figure));
    return figures.length > 0 && figures.every((figure) => this.#parks.get(district)?.has(figure));
  }
}

const pickOne = <Item>(items: readonly Item[], random: () => number): Item | undefined =>
  items[Math.floor(random() * items.length)];

/** One question; what is wrong with its answer, or null. */
async function ask(quzhi: Quzhi, districts: Districts, district: string): Promise<string | null> {
  try {
    const answer = await quzhi.answer({ text: `${district}2020年新建了多少个口袋公园？`, history: [] });
    if (answer.status === 'answered' && districts.isRight(district, answer.short)) return null;
    return `${district}: ${answer.status === 'answered' ? answer.short : answer.message}`;
  } catch (error) {
    return `${district}: ${String(error)}`;
  }
}

/** An ingest in a process of its own. */
function startIngest(corpus: string, indexDir: string): { ended: Promise<boolean>; kill: () => void } {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'scripts/ingest.ts', '--corpus', corpus, '--index', indexDir, '--json'],
    { cwd: ROOT, stdio: 'ignore' },
  );
  const ended = new Promise<boolean>((resolve) => {
    child.once('exit', (code) => resolve(code === 0));
  });
  return { ended, kill: () => child.kill('SIGKILL') };
}

/** Soaks one index with one reader. */
class Soak {
  readonly #quzhi: Quzhi;
  readonly #districts: Districts;
  readonly #random: () => number;
  readonly wrong: string[] = [];
  questions = 0;

  constructor(quzhi: Quzhi, districts: Districts, random: () => number) {
    this.#quzhi = quzhi;
    this.#districts = districts;
    this.#random = random;
  }

  /** Asks until something has come about. */
  async askUntil(event: Promise<unknown>): Promise<void> {
    let isOver = false;
    const over = event.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      const problem = await ask(this.#quzhi, this.#districts, pickOne(DISTRICTS, this.#random) ?? '');
      this.questions++;
      if (problem) this.wrong.push(problem);
      await breathe();
    }
    await over;
  }

  /** Changes some reports, starts an ingest and kills it. @returns whether it was still at work */
  async killOne(round: number, { indexDir, lifeMs }: { indexDir: string; lifeMs: number }): Promise<boolean> {
    for (let change = 0; change < CHANGED_A_ROUND; change++)
      this.#districts.write(pickOne(DISTRICTS, this.#random) ?? '', 1_000 * round + change);
    const { ended, kill } = startIngest(this.#districts.folder, indexDir);
    await this.askUntil(sleep(lifeMs * (0.4 + 0.7 * this.#random())));
    kill();
    return !(await ended);
  }
}

async function timeOf(job: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await job();
  return performance.now() - startedMs;
}

async function soakIn(root: string, { rounds, random, onRound }: SoakOptions): Promise<SoakResult> {
  const districts = new Districts(join(root, 'corpus'));
  const indexDir = join(root, 'index');
  const embedder: Embedder = await pickEmbedder(readConfig({}));
  const complete = async (): Promise<void> => {
    await ingest({ corpus: [districts.folder], isCorpusNamed: true, indexDir, embedder, now: () => new Date(), sleep });
    districts.settle();
  };
  const lifeMs = await timeOf(() => startIngest(districts.folder, indexDir).ended);
  await complete();
  const soak = new Soak(await openQuzhi(readConfig({ QUZHI_INDEX: indexDir })), districts, random);
  const failed: string[] = [];
  let killed = 0;
  for (let round = 1; round <= rounds; round++) {
    if (await soak.killOne(round, { indexDir, lifeMs })) killed++;
    await complete().catch((error: unknown) => failed.push(`round ${round}: ${String(error)}`));
    await soak.askUntil(sleep(1));
    onRound?.(round);
  }
  return { rounds, killed, questions: soak.questions, wrong: soak.wrong, failed, left: readdirSync(indexDir).sort() };
}

/** Soaks an index in a folder of its own, which is removed at the end. */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  const root = mkdtempSync(join(tmpdir(), 'quzhi-soak-'));
  try {
    return await soakIn(root, options);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
