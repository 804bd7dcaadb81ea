// One life of a process in which learners answer, until all answers are in or it is killed. Each step is journalled before it is
// handed in and after its reply is out, as a channel's inbox does. Arguments: folder, answers.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConversation } from '../../../src/chat/conversation.ts';
import { openState } from '../../../src/store/state/state.ts';
import { manyItems } from '../../quiz/made-up-items.ts';
import { FakeService } from '../fake-service.ts';
import { NOW, seededRandom } from '../fixtures.ts';
import { handIn, type Step } from './crash-law.ts';

/** A line of the journal: a step, or that the step of this number has its reply. */
export interface Line {
  readonly n: number;
  readonly step?: Step;
  readonly posed?: string | null;
}

const LEARNERS = 40;

/** The journal's lines; one that was torn by a kill was never acted on. */
export function readJournal(file: string): Line[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as Line];
      } catch {
        return [];
      }
    });
}

async function live(folder: string, answers: number): Promise<void> {
  const journal = join(folder, 'journal.jsonl');
  const lines = readJournal(journal);
  const state = openState(folder);
  const service = new FakeService();
  service.drawn = manyItems(50);
  let n = Math.max(0, ...lines.map((line) => line.n));
  const conversation = createConversation({ service, state, now: () => new Date(NOW.getTime() + n * 1_000) });
  const write = (line: Line): void => appendFileSync(journal, `\n${JSON.stringify(line)}`);
  const random = seededRandom(n + 1);
  const next = new Map<string, string>();
  const take = async (step: Step, again: boolean): Promise<void> => {
    const reply = await handIn(conversation, step, again);
    if (reply?.posed) next.set(step.user, reply.posed.token);
    else next.delete(step.user);
    write({ n, posed: reply?.posed?.token ?? null });
  };
  const done = new Set(lines.filter(({ step }) => step === undefined).map((line) => line.n));
  const left = lines.filter(({ step, n: number }) => step !== undefined && !done.has(number));
  for (const { step, n: number } of left) {
    n = number;
    if (step) await take(step, true);
  }
  let taken = lines.filter(({ step }) => step?.token != null).length;
  while (taken < answers) {
    n += 1;
    const user = `u${n % LEARNERS}`;
    const token = next.get(user) ?? null;
    const given = { options: [Math.floor(random() * 3)] };
    const step: Step = { user, token, given, id: `${n}`, isTyped: random() < 0.5 };
    write({ n, step });
    await take(step, false);
    if (token !== null) taken += 1;
  }
  state.close();
}

const [, script = '', folder, answers] = process.argv;
if (script.endsWith('crash-run.ts') && folder !== undefined) await live(folder, Number(answers));
