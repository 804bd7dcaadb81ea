// npm run load: people of the three kinds at the product at a rate, whether it keeps up or not (an open loop: nobody waits for others).
// Tells what was answered and lost, how long it took, and with --saturate the rate at which one process is full.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { countOption, print, runCommand, tell, textOption } from '../../src/app/cli/command.ts';
import { readConfig } from '../../src/config.ts';
import { AppError } from '../../src/errors.ts';
import { seededRandom } from '../../src/text/random.ts';
import { figuresOf, findSaturation, type LoadFigures, type Outcome } from './support/load-figures.ts';
import { type Act, letIn, Unanswered } from './support/load-people.ts';
import { type LoadedServer, memoryOf, processorSecondsOf, startServer } from './support/load-server.ts';

const TOO_MANY = 429;

/** Does one thing, and tells what became of it. @param dueMs when it was to begin */
async function attempt({ kind, run }: Act, random: () => number, dueMs: number): Promise<Outcome> {
  let end: Outcome['end'] = 'answered';
  try {
    await run(random);
  } catch (error) {
    end = error instanceof Unanswered && error.status === TOO_MANY ? 'turned-away' : 'lost';
    if (end === 'lost') tell(`lost: ${kind}: ${String(error)}`);
  }
  return { kind, end, elapsedMs: performance.now() - dueMs };
}

/** Lets things happen at a rate for some time, at random moments. @param rate things a second */
async function loadAt(rate: number, seconds: number, people: readonly (readonly Act[])[]): Promise<readonly Outcome[]> {
  const random = seededRandom(1);
  const outcomes: Promise<Outcome>[] = [];
  const startMs = performance.now();
  // Gaps between independent arrivals are exponential.
  for (let dueMs = startMs; ; ) {
    dueMs += (-Math.log(1 - random()) / rate) * 1_000;
    if (dueMs > startMs + seconds * 1_000) break;
    await sleep(Math.max(0, dueMs - performance.now()));
    const acts = people[outcomes.length % people.length] ?? [];
    const act = acts[Math.floor(random() * acts.length)];
    if (act !== undefined) outcomes.push(attempt(act, random, dueMs));
  }
  return Promise.all(outcomes);
}

/** One load: figures in all and by kind, and what the process used. */
async function measure(
  { child }: LoadedServer,
  people: readonly (readonly Act[])[],
  { rate, seconds }: { rate: number; seconds: number },
): Promise<LoadFigures & Readonly<Record<string, unknown>>> {
  const processorBefore = processorSecondsOf(child.pid) ?? 0;
  const startMs = performance.now();
  const outcomes = await loadAt(rate, seconds, people);
  const elapsedSeconds = (performance.now() - startMs) / 1_000;
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))].sort();
  const byKind = kinds.map((kind) => [kind, figuresOf(outcomes.filter((outcome) => outcome.kind === kind))]);
  return {
    ratePerSecond: rate,
    ...figuresOf(outcomes),
    processors: Number((((processorSecondsOf(child.pid) ?? 0) - processorBefore) / elapsedSeconds).toFixed(2)),
    memoryMegabytes: memoryOf(child.pid),
    byKind: Object.fromEntries(byKind),
  };
}

await runCommand({
  usage: 'Usage: npm run load -- [--rate N] [--seconds N] [--people N] [--saturate] [--port N] [--index DIR]',
  options: {
    rate: { type: 'string' },
    seconds: { type: 'string' },
    people: { type: 'string' },
    saturate: { type: 'boolean' },
    port: { type: 'string' },
  },
  async run(values) {
    const rate = countOption(values, 'rate', 5);
    const seconds = countOption(values, 'seconds', 20);
    const count = countOption(values, 'people', 50);
    if (rate === 0 || seconds === 0 || count === 0)
      throw new AppError('usage/invalid', '--rate, --seconds and --people are at least 1');
    const stateDir = mkdtempSync(join(tmpdir(), 'quzhi-load-'));
    const indexDir = textOption(values, 'index') ?? readConfig().indexDir;
    const server = await startServer({ indexDir, stateDir, port: countOption(values, 'port', 8_099) });
    try {
      const people = await letIn(server, count);
      const measureAt = async (perSecond: number): Promise<LoadFigures> => {
        tell(`${count} people, ${perSecond} a second for ${seconds} s …`);
        const figures = await measure(server, people, { rate: perSecond, seconds });
        print(JSON.stringify(figures));
        return figures;
      };
      if (values['saturate'] !== true) return (await measureAt(rate)).lost > 0 ? 1 : 0;
      const { keptUp, full } = await findSaturation(measureAt, { from: rate });
      print(JSON.stringify({ keptUpPerSecond: keptUp, fullAtPerSecond: full }));
      return 0;
    } finally {
      server.child.kill('SIGTERM');
      rmSync(stateDir, { recursive: true, force: true });
    }
  },
});
