// The soak of quizzes: many learners answer polls while calls fail and the bot is killed. Every answer must be graded, once, as it
// was given; every set must come to its end. It counts; tests and people judge.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Attempt, PosedQuestion } from '../../src/quiz/learning/records.ts';
import { openState } from '../../src/store/state/state.ts';
import { seededRandom } from '../chat/fixtures.ts';
import { type BotApiStandIn, type Injected, type SentPoll, startBotApi } from '../support/bot-api.ts';
import { end, type Life, live } from './soak.ts';

/** How large a drill is. */
export interface DrillOptions {
  readonly learners: number;
  /** Questions of each learner's set, 1 … 20. */
  readonly questions: number;
  readonly kills: number;
  /** Share of calls that fail, 0 … 1. */
  readonly faultShare: number;
  readonly seed: number;
  readonly limitMs: number;
}

/** What was counted. */
export interface DrillReport {
  readonly votes: number;
  /** Polls that were sent more than once, since their sending was not confirmed. */
  readonly copies: number;
  readonly graded: number;
  /** Questions that were voted on and not graded: must be 0. */
  readonly lost: number;
  /** Answers graded as something that nobody chose: must be 0. */
  readonly mistaken: number;
  /** Cards that were reviewed more or less often than their item was answered: must be 0. */
  readonly misreviewed: number;
  /** Sets that did not come to their end: must be 0. */
  readonly stalled: number;
  readonly kills: number;
  readonly faulted: number;
  readonly violations: readonly string[];
  readonly unhandled: readonly string[];
  readonly elapsedSeconds: number;
}

const FAULTS: readonly Injected[] = [
  { status: 429, retryAfterSeconds: 1 },
  { status: 500 },
  'dropped',
  'reply-lost',
  { status: 409, description: 'Conflict' },
];
const FIRST_LEARNER = 5_000;

interface Drill {
  readonly api: BotApiStandIn;
  readonly options: DrillOptions & { readonly slowMs: number };
  readonly folder: string;
  readonly random: () => number;
  readonly errors: string[];
  /** What was chosen, by learner and question. */
  readonly chosen: Map<string, string[]>;
  votes: number;
  life: Life;
}

/** Every learner votes on every poll, on copies too, each time as chance has it. */
async function voteLater(poll: SentPoll, drill: Drill): Promise<void> {
  const { api, random, chosen } = drill;
  await wait(random() * 30);
  const count = poll.options.length;
  const first = Math.floor(random() * count);
  const choice = poll.isSeveral ? [...new Set([first, Math.floor(random() * count)])].sort((a, b) => a - b) : [first];
  const key = `${poll.chatId}/${poll.question}`;
  chosen.set(key, [...(chosen.get(key) ?? []), JSON.stringify(choice)]);
  drill.votes += 1;
  const user = { id: poll.chatId, is_bot: false, first_name: `L${poll.chatId}` };
  api.vote(poll.id, user, choice, random() < 0.5 ? 'quietly' : undefined);
}

function isOver({ api, options }: Drill): boolean {
  const summaries = api.sent.filter(({ text }) => text.includes('本组完成'));
  return new Set(summaries.map(({ chatId }) => chatId)).size === options.learners;
}

async function killAgainAndAgain(drill: Drill): Promise<number> {
  const { options, random } = drill;
  const until = performance.now() + options.limitMs;
  let kills = 0;
  while (kills < options.kills || (!isOver(drill) && performance.now() < until)) {
    await wait(kills < options.kills ? 300 + random() * 900 : 100);
    if (kills >= options.kills) continue;
    await end(drill.life, 'SIGKILL');
    kills += 1;
    drill.life = live(drill);
  }
  return kills;
}

/** Runs a drill. */
export async function runDrill(given: DrillOptions): Promise<DrillReport> {
  const startedAt = performance.now();
  const api = await startBotApi();
  const folder = mkdtempSync(join(tmpdir(), 'quzhi-drill-'));
  const options = { ...given, slowMs: 0 };
  const base = { api, options, folder, random: seededRandom(given.seed), errors: [] as string[] };
  const drill: Drill = { ...base, chosen: new Map(), votes: 0, life: live(base) };
  const voting: Promise<void>[] = [];
  api.onSent(() => {
    const poll = api.sent.at(-1)?.poll;
    if (poll) voting.push(voteLater(poll, drill));
  });
  try {
    api.chance(() =>
      drill.random() < given.faultShare ? FAULTS[Math.floor(drill.random() * FAULTS.length)] : undefined,
    );
    for (let n = 0; n < given.learners; n += 1) begin(n, drill);
    const kills = await killAgainAndAgain(drill);
    api.chance(() => undefined);
    await Promise.all(voting);
    await wait(1_500);
    await end(drill.life, 'SIGTERM');
    return { ...count(drill), kills, elapsedSeconds: (performance.now() - startedAt) / 1_000 };
  } finally {
    await end(drill.life, 'SIGKILL');
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function begin(n: number, { api, options }: Drill): void {
  const id = FIRST_LEARNER + n;
  const from = { id, is_bot: false, first_name: `L${id}` };
  const text = `/quiz ${options.questions}`;
  api.deliver({ message: { message_id: 100 + n, date: 0, from, chat: { id, type: 'private' }, text } });
}

interface Kept {
  readonly question: PosedQuestion;
  readonly attempt: Attempt | null;
}

/** Everything put to the learners, as the state folder holds it. */
function keptOf({ folder, options }: Drill): { kept: Kept[]; misreviewed: number; stalled: number } {
  const state = openState(folder);
  try {
    const kept: Kept[] = [];
    let [misreviewed, stalled] = [0, 0];
    for (let n = 0; n < options.learners; n += 1) {
      const learner = { channel: 'telegram', user: String(FIRST_LEARNER + n) };
      const answered = state.learning.history.of(learner, new Date());
      const timesOf = (id: string): number => answered.filter(({ itemId }) => itemId === id).length;
      const cards = state.learning.cards.of(learner);
      misreviewed += cards.filter(({ item, schedule }) => schedule.reviews !== timesOf(item.id)).length;
      // The ids of sets are counted up: one set a learner, and one more where a crash let /quiz begin twice.
      for (let id = 1; id <= options.learners * 3; id += 1) {
        const set = state.learning.sets.find(id);
        if (set?.learner.user !== learner.user) continue;
        kept.push(...state.learning.sets.progress(id));
      }
      stalled += state.learning.sets.underWay(learner, new Date()) === null ? 0 : 1;
    }
    return { kept, misreviewed, stalled };
  } finally {
    state.close();
  }
}

function count(drill: Drill): Omit<DrillReport, 'kills' | 'elapsedSeconds'> {
  const { api, chosen, errors, votes } = drill;
  const { kept, misreviewed, stalled } = keptOf(drill);
  const attempts = new Map<string, Attempt>();
  for (const { question, attempt } of kept) {
    if (attempt !== null) attempts.set(`${question.chat}/${question.item.question}`, attempt);
  }
  const givenIn = ({ response }: Attempt): string =>
    JSON.stringify('options' in response ? response.options : response.text);
  return {
    votes,
    copies: api.polls.length - new Set(api.polls.map(({ chatId, question }) => `${chatId}/${question}`)).size,
    graded: attempts.size,
    lost: [...chosen.keys()].filter((key) => !attempts.has(key)).length,
    mistaken: [...attempts].filter(([key, attempt]) => !chosen.get(key)?.includes(givenIn(attempt))).length,
    misreviewed,
    stalled,
    faulted: api.calls.filter(({ fault }) => fault !== undefined).length,
    violations: api.violations,
    unhandled: errors.filter((line) => /unhandled|TypeError|SqliteError|RangeError/u.test(line)),
  };
}
