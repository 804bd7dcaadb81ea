// A soak of practice: a process that takes answers is killed (SIGKILL) at random and started again, then what is on disk is judged.
// By hand: node --import tsx test/chat/practice/crash-soak.ts 10000 40
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openState } from '../../../src/store/state/state.ts';
import { seededRandom } from '../fixtures.ts';
import { judge, type Verdict } from './crash-law.ts';
import { readJournal } from './crash-run.ts';

const RUN = fileURLToPath(new URL('crash-run.ts', import.meta.url));
/** A process needs about this long to come up; it is killed within so much more. */
const LOOK_EVERY_MS = 10;
const LIMIT_MS = 600_000;

/** What a soak found. */
export interface SoakVerdict extends Verdict {
  readonly kills: number;
}

/** Waits until a journal holds more answers than `goal`. */
async function untilTaken(journal: string, { goal, until }: { goal: number; until: number }): Promise<'kill'> {
  const taken = (): number => readJournal(journal).filter(({ step }) => step?.token != null).length;
  while (taken() <= goal && Date.now() < until) await wait(LOOK_EVERY_MS);
  return 'kill';
}

/** Lets learners give so many answers while the process is killed so often. */
export async function soak({ answers, kills }: { answers: number; kills: number }): Promise<SoakVerdict> {
  const folder = mkdtempSync(join(tmpdir(), 'quzhi-crash-soak-'));
  const random = seededRandom(17);
  let killed = 0;
  const until = Date.now() + LIMIT_MS;
  for (let isDone = false; !isDone; ) {
    if (Date.now() > until) throw new Error('the soak takes too long');
    const child = spawn(process.execPath, ['--import', 'tsx', RUN, folder, String(answers)], { stdio: 'inherit' });
    const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
    // Killed by how far it is, not by the clock: a fast machine would be done before.
    const goal = ((killed + random()) * answers) / (kills + 1);
    const life = killed < kills ? untilTaken(join(folder, 'journal.jsonl'), { goal, until }) : ended;
    const end = await Promise.race([ended, life]);
    if (end === 'kill') child.kill('SIGKILL');
    const code = await ended;
    if (code === null) killed += 1;
    else if (code !== 0) throw new Error(`the process ended with ${code}`);
    isDone = code === 0;
  }
  const lines = readJournal(join(folder, 'journal.jsonl'));
  const steps = lines.flatMap(({ step }) => (step === undefined ? [] : [step]));
  const state = openState(folder);
  const verdict = judge(state, steps);
  state.close();
  rmSync(folder, { recursive: true, force: true });
  return { ...verdict, kills: killed };
}

const [, script = '', answers = '10000', kills = '40'] = process.argv;
if (script.endsWith('crash-soak.ts')) {
  process.stdout.write(`${JSON.stringify(await soak({ answers: Number(answers), kills: Number(kills) }), null, 2)}\n`);
}
