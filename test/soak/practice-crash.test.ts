import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Conversation, createConversation } from '../../src/chat/conversation.ts';
import { openState, type State } from '../../src/store/state/state.ts';
import { FakeService } from '../chat/fake-service.ts';
import { NOW, seededRandom } from '../chat/fixtures.ts';
import { Crash, fragile, handIn, judge, type Step } from '../chat/practice/crash-law.ts';
import { soak } from '../chat/practice/crash-soak.ts';
import { fillIn, manyItems, order, several } from '../quiz/made-up-items.ts';

const ANSWERS = 10_000;
const LEARNERS = 100;
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

test(`${ANSWERS} answers of ${LEARNERS} learners, the process dying at every boundary: none is lost, none graded twice`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quzhi-crash-'));
  const random = seededRandom(3);
  const service = new FakeService();
  service.drawn = ITEMS;
  let state: State = openState(folder);
  let [at, callsLeft, boundary, crashes] = [NOW.getTime(), Number.POSITIVE_INFINITY, 0, 0];
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
  for (let n = 0; answered.length < ANSWERS; n++) {
    const user = `u${n % LEARNERS}`;
    const step = next.get(user) ?? { user, token: null, given: { text: '' }, id: `${n}`, isTyped: false };
    at += 1_000;
    // Every tenth step dies, each time at a later boundary of its work: before or after each call to what is kept.
    if (n % 10 === 0) boundary = (boundary + 1) % BOUNDARIES;
    callsLeft = n % 10 === 0 ? boundary : Number.POSITIVE_INFINITY;
    const reply = await handIn(conversation, step, false).catch(async (error: unknown) => {
      if (!(error instanceof Crash)) throw error;
      crashes += 1;
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
  expect(crashes).toBeGreaterThan(300);
  expect(judge(state, answered)).toEqual({ answers: ANSWERS, lost: [], regraded: [], mismatched: [] });
  expect(new Set(answered.map(({ token }) => token)).size).toBe(ANSWERS);
  expect(state.learning.history.all(new Date(at))).toHaveLength(ANSWERS);
  state.close();
  rmSync(folder, { recursive: true, force: true });
}, 240_000);

test('a process that is killed outright loses and regrades nothing either', async () => {
  expect(await soak({ answers: 1_000, kills: 3 })).toMatchObject({ lost: [], regraded: [], mismatched: [], kills: 3 });
}, 240_000);
