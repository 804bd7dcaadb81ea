// Learners answering while the process dies at every boundary of its work, and what is kept then. Many answers: test/soak/run.ts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Conversation, createConversation } from '../../src/chat/conversation.ts';
import { openState, type State } from '../../src/store/state/state.ts';
import { FakeService } from '../chat/fake-service.ts';
import { NOW, seededRandom } from '../chat/fixtures.ts';
import { Crash, fragile, handIn, judge, type Step, type Verdict } from '../chat/practice/crash-law.ts';
import { fillIn, manyItems, order, several } from '../quiz/made-up-items.ts';

/** Calls of one step, before and after each: more than any step makes. */
const BOUNDARIES = 40;
const ITEMS = [...manyItems(60), ...[200, 201, 202].map((n) => several(n)), order(300), fillIn(400)];

/** Whatever is asked, an answer at random that fits it. */
function guess(form: 'one' | 'several' | 'order' | 'typed', random: () => number): Step['given'] {
  const any = (most: number): number => Math.floor(random() * most);
  if (form === 'typed') return { text: any(2) === 0 ? '120' : '121' };
  if (form === 'one') return { options: [any(3)] };
  return {
    options:
      form === 'several'
        ? ([[0, 2], [1], [0, 3]][any(3)] ?? [0])
        : ([
            [2, 0, 1],
            [0, 1, 2],
          ][any(2)] ?? []),
  };
}

/** What came of it. */
export interface CrashReport extends Verdict {
  readonly crashes: number;
  /** Questions with an answer, each once. */
  readonly questions: number;
  /** Answers in the learners' history. */
  readonly history: number;
}

/** Lets so many learners give so many answers; every so many steps the process dies, each time at a later boundary. */
export async function crashes(options: {
  readonly answers: number;
  readonly learners: number;
  readonly every: number;
}): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'quzhi-crash-'));
  const random = seededRandom(3);
  const service = new FakeService();
  service.drawn = ITEMS;
  let state: State = openState(folder);
  let [at, callsLeft, boundary, died] = [NOW.getTime(), Number.POSITIVE_INFINITY, 0, 0];
  const strike = (): void => {
    callsLeft -= 1;
    if (callsLeft < 0) throw new Crash();
  };
  const wake = (): Conversation =>
    createConversation({
      service,
      state: { ...state, learning: fragile(state.learning, strike), audit: fragile(state.audit, strike) },
      now: () => new Date(at),
    });
  let conversation = wake();
  const next = new Map<string, Step>();
  const answered: Step[] = [];
  for (let n = 0; answered.length < options.answers; n++) {
    const user = `u${n % options.learners}`;
    const step = next.get(user) ?? { user, token: null, given: { text: '' }, id: `${n}`, isTyped: false };
    at += 1_000;
    // A boundary of its work: before or after each call to what is kept.
    const dies = n % options.every === 0;
    if (dies) boundary = (boundary + 1) % BOUNDARIES;
    callsLeft = dies ? boundary : Number.POSITIVE_INFINITY;
    const reply = await handIn(conversation, step, false).catch(async (error: unknown) => {
      if (!(error instanceof Crash)) throw error;
      died += 1;
      callsLeft = Number.POSITIVE_INFINITY;
      state.close();
      state = openState(folder);
      conversation = wake();
      return handIn(conversation, step, true);
    });
    if (step.token !== null) answered.push(step);
    const posed = reply?.posed;
    if (posed === undefined) next.delete(user);
    else
      next.set(user, { user, token: posed.token, given: guess(posed.form, random), id: `${n}'`, isTyped: n % 2 === 0 });
  }
  const verdict = judge(state, answered);
  const history = state.learning.history.all(new Date(at)).length;
  state.close();
  rmSync(folder, { recursive: true, force: true });
  return { ...verdict, crashes: died, questions: new Set(answered.map(({ token }) => token)).size, history };
}
