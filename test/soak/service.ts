// The soak of the whole product as it is served: page and Telegram at once at a rate, while it is killed, its clock jumps, its disk is full,
// the network breaks, readers are slow and strangers send garbage. It counts; tests and people judge.
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ingest } from '../../src/ingest/build.ts';
import { openBuiltinEmbedder } from '../../src/retrieve/embed/builtin.ts';
import { openState } from '../../src/store/state/state.ts';
import { seededRandom } from '../chat/fixtures.ts';
import { type BotApiStandIn, type Injected, startBotApi } from '../support/bot-api.ts';
import { REPORTS } from '../support/made-up-reports.ts';
import { markdownOf } from '../support/served-page.ts';
import { countPage, countTelegram, type ServiceReport, slopeOf, type Witness } from './service-count.ts';
import {
  endLife,
  handlesOf,
  type LifeFate,
  type LifePlace,
  memoryOf,
  type ServiceLife,
  startLife,
} from './service-life.ts';
import { deliverGarbage, disturbPage, PageReader } from './service-people.ts';

/** How large a soak is. */
export interface ServiceSoakOptions {
  readonly kills: number;
  /** Questions a second, over both channels. */
  readonly rate: number;
  /** How long a life lasts that is killed, at most. */
  readonly lifeMs: number;
  /** Questions of the last life, which is not killed: its memory and handles are watched. */
  readonly steadyQuestions: number;
  readonly seed: number;
  readonly port: number;
  readonly onLife?: (line: string) => void;
}

const READERS = 4;
const CHATS = 20;
const DAY_MS = 86_400_000;
const FAULT_SHARE = 0.03;
const FAULTS: readonly Injected[] = [
  { status: 429, retryAfterSeconds: 1 },
  { status: 500 },
  { status: 502 },
  'dropped',
  'reply-lost',
  { status: 409, description: 'Conflict' },
];
const QUESTIONS = [
  '青石区2021年引进了多少个亿元以上项目？',
  '青石区2021年完成老旧小区改造多少个？',
  '云桥县茶园面积有多少万亩？',
  '青石区有多少家规模以上工业企业？',
  '青石区一般公共预算收入是多少？',
  '云桥县有多少座水库？',
] as const;

interface Stage extends Witness {
  readonly options: ServiceSoakOptions;
  readonly place: LifePlace;
  readonly random: () => number;
  life: ServiceLife;
}

/** What befalls the n-th life: every fifth has a clock that is off, every seventh no room on the disk. */
function fateOf(n: number, folder: string, random: () => number): LifeFate {
  const shifts = [45, -3, 400, -30];
  const shiftMs = n % 5 === 4 ? (shifts[Math.floor(random() * shifts.length)] ?? 0) * DAY_MS : 0;
  const file = join(folder, 'state', 'quzhi.sqlite');
  return { shiftMs, maxFileBytes: n % 7 === 6 ? statSync(file).size + 65_536 : null };
}

function breakCalls({ api, random }: Stage): void {
  const startedAt = performance.now();
  // For three seconds of every minute the network is gone.
  const isGone = (): boolean => (performance.now() - startedAt) % 60_000 > 57_000;
  api.chance(() => {
    if (isGone()) return 'dropped';
    return random() < FAULT_SHARE ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined;
  });
}

function askTelegram({ api, random, asked }: Stage): void {
  const id = 10_000 + asked.size;
  const chat = 1_000 + Math.floor(random() * CHATS);
  asked.set(id, chat);
  const from = { id: chat, is_bot: false, first_name: `c${chat}` };
  const text = QUESTIONS[Math.floor(random() * QUESTIONS.length)];
  api.deliver({ message: { message_id: id, date: 0, from, chat: { id: chat, type: 'private' }, text } });
}

/** One question, at the page or in a chat. */
function askOne(stage: Stage): Promise<void> {
  const { random, readers, life } = stage;
  if (random() < 0.5) {
    askTelegram(stage);
    return Promise.resolve();
  }
  const reader = readers[Math.floor(random() * readers.length)];
  const text = QUESTIONS[Math.floor(random() * QUESTIONS.length)] ?? '';
  // Where the clock is off, sessions may have ended; where the disk is full, answers may not be kept.
  return reader?.ask(text, life.fate.maxFileBytes === null) ?? Promise.resolve();
}

/** Asks at the rate until the time is over, with a disturbance now and then; waits for the page's answers. */
async function askFor(milliseconds: number, stage: Stage): Promise<void> {
  const { options, random, place, api } = stage;
  const open: Promise<void>[] = [];
  for (const until = performance.now() + milliseconds; performance.now() < until; ) {
    open.push(askOne(stage));
    if (random() < 0.02) disturbPage(place.port, random);
    if (random() < 0.005) deliverGarbage(api, 9_000_000 + Math.floor(random() * 1e6));
    await wait((1_000 / options.rate) * (0.5 + random()));
  }
  stage.pending.push(...open);
}

async function killAgainAndAgain(stage: Stage): Promise<void> {
  const { options, place, random, killedAt } = stage;
  while (killedAt.length < options.kills) {
    await askFor(options.lifeMs * (0.3 + 0.7 * random()), stage);
    await endLife(stage.life, 'SIGKILL');
    killedAt.push(performance.now());
    const fate = killedAt.length === options.kills ? NO_FATE : fateOf(killedAt.length, place.folder, random);
    const startedAt = performance.now();
    stage.errors.push(...stage.life.errors);
    stage.life = await startLife(place, fate);
    const told = `shift ${fate.shiftMs / DAY_MS} days, files ${fate.maxFileBytes ?? 'unbounded'}`;
    options.onLife?.(
      `life ${killedAt.length} of ${options.kills} up in ${Math.round(performance.now() - startedAt)} ms, ${told}`,
    );
  }
}

/** The last life: no kills, no broken calls; what it holds must not grow with what it is asked. */
async function steady(
  stage: Stage,
): Promise<Pick<ServiceReport, 'handlesEarly' | 'handlesLate' | 'deletedFiles' | 'slope'>> {
  const { options, place, api } = stage;
  api.chance(() => undefined);
  const totalMs = (options.steadyQuestions / options.rate) * 1_000;
  await askFor(totalMs / 4, stage);
  await Promise.all(stage.pending.splice(0));
  const early = handlesOf(stage.life);
  rmSync(join(place.folder, 'memory.jsonl'), { force: true });
  await askFor((totalMs * 3) / 4, stage);
  await Promise.all(stage.pending.splice(0));
  await wait(4_000);
  const late = handlesOf(stage.life);
  const questions = options.steadyQuestions * 0.75;
  const slope = slopeOf(memoryOf(place.folder), questions);
  return { handlesEarly: early.open, handlesLate: late.open, deletedFiles: late.deleted, slope };
}

const NO_FATE: LifeFate = { shiftMs: 0, maxFileBytes: null };

async function prepare(folder: string): Promise<void> {
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  for (const report of REPORTS) writeFileSync(join(corpus, `${report.id}.md`), markdownOf(report));
  const [now, sleep] = [() => new Date(), () => Promise.resolve()];
  await ingest({
    corpus: [corpus],
    isCorpusNamed: true,
    indexDir: join(folder, 'index'),
    embedder: openBuiltinEmbedder(),
    now,
    sleep,
  });
}

async function signIn(life: ServiceLife, url: string): Promise<PageReader[]> {
  const owner = new PageReader(url);
  await owner.join(/\/join\/([\w-]+)/u.exec(life.errors.join('\n'))?.[1] ?? '', 'owner');
  const code = await owner.invite();
  const readers = Array.from({ length: READERS }, () => new PageReader(url));
  for (const [n, reader] of readers.entries()) await reader.join(code, `reader ${n}`);
  return readers;
}

async function settle({ api, asked, options }: Stage): Promise<void> {
  const answered = (): number =>
    new Set(api.sent.map(({ replyTo }) => replyTo).filter((id) => asked.has(id ?? -1))).size;
  const until = performance.now() + 60_000 + options.kills * 1_000;
  while (answered() < asked.size && performance.now() < until) await wait(250);
}

/** Runs a soak. */
export async function runServiceSoak(options: ServiceSoakOptions): Promise<ServiceReport> {
  const startedAt = performance.now();
  const api: BotApiStandIn = await startBotApi();
  const folder = mkdtempSync(join(tmpdir(), 'quzhi-service-'));
  await prepare(folder);
  const place = { folder, port: options.port, apiRoot: api.root, token: api.token };
  let life = await startLife(place, NO_FATE);
  try {
    const readers = await signIn(life, `http://127.0.0.1:${options.port}`);
    const base = { api, options, place, readers, random: seededRandom(options.seed), sentAt: [] as number[] };
    const stage: Stage = { ...base, asked: new Map(), killedAt: [], pending: [], errors: [], life };
    api.onSent(() => void stage.sentAt.push(performance.now()));
    breakCalls(stage);
    try {
      await killAgainAndAgain(stage);
      const held = await steady(stage);
      await settle(stage);
      await endLife(stage.life, 'SIGTERM');
      stage.errors.push(...stage.life.errors);
      const state = openState(join(folder, 'state'));
      const counted = { ...countTelegram(stage), ...countPage(stage, state) };
      state.close();
      return { ...counted, ...held, elapsedSeconds: Math.round((performance.now() - startedAt) / 1_000) };
    } finally {
      life = stage.life;
    }
  } finally {
    await endLife(life, 'SIGKILL');
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
