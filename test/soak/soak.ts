// The soak: many chats, faults on a share of all calls, a bot that is killed again and again. It counts; tests and people judge.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '../chat/fixtures.ts';
import { type BotApiStandIn, type Injected, startBotApi } from '../support/bot-api.ts';

/** How large a soak is. */
export interface SoakOptions {
  readonly chats: number;
  readonly messages: number;
  readonly kills: number;
  /** Share of calls that fail, 0 … 1. */
  readonly faultShare: number;
  /** How long the slow chat's answers take, and how many questions others put meanwhile. */
  readonly slowMs: number;
  readonly meanwhile: number;
  readonly seed: number;
  readonly limitMs: number;
}

/** What was counted. */
export interface SoakReport {
  readonly questions: number;
  readonly answeredOnce: number;
  /** Answered more than once: all of them sends whose outcome could not be known. */
  readonly repeated: number;
  /** Repeated although every send's outcome was known: must be 0. */
  readonly wronglyRepeated: number;
  /** Declined by the server as blocked (403): noted, not sent again. */
  readonly blocked: number;
  /** Neither answered nor blocked: must be 0. */
  readonly lost: number;
  /** Chats whose answers came in another order than their questions: must be 0. */
  readonly disordered: number;
  readonly calls: number;
  readonly faulted: number;
  readonly kills: number;
  readonly violations: readonly string[];
  readonly unhandled: readonly string[];
  /** Waiting times of others while one chat's answer is slow. */
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Heap after garbage collection: one quarter into the last life of the bot, and at its end. */
  readonly heapEarlyMegabytes: number;
  readonly heapLateMegabytes: number;
  readonly elapsedSeconds: number;
}

const FAULTS: readonly Injected[] = [
  { status: 429, retryAfterSeconds: 1 },
  { status: 500 },
  { status: 502 },
  'dropped',
  'reply-lost',
  { status: 403, description: 'Forbidden: bot was blocked by the user' },
  { status: 409, description: 'Conflict' },
];
/** How long after it was taken a send may still be unknown to a bot that is killed. */
const IN_FLIGHT_MS = 400;

/** A bot as a process of its own. */
export interface Life {
  readonly child: ChildProcess;
  readonly errors: string[];
  readonly heaps: number[];
}

interface Stage {
  readonly api: BotApiStandIn;
  readonly options: SoakOptions;
  readonly folder: string;
  readonly random: () => number;
  readonly errors: string[];
  readonly killedAt: number[];
  /** Chat by message id, in the order of delivery. */
  readonly asked: Map<number, number>;
  readonly askedAt: Map<number, number>;
  readonly sentAt: number[];
  life: Life;
}

/** Starts a bot on a state folder. */
export function live({
  api,
  options,
  folder,
  errors,
}: {
  readonly api: BotApiStandIn;
  readonly options: Pick<SoakOptions, 'slowMs'>;
  readonly folder: string;
  readonly errors: string[];
}): Life {
  const program = fileURLToPath(new URL('./bot.ts', import.meta.url));
  const args = ['--expose-gc', '--import', 'tsx', program, api.root, api.token, folder, String(options.slowMs)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const heaps: number[] = [];
  child.stdout?.on('data', (lines: Buffer) => {
    for (const line of String(lines).trim().split('\n')) heaps.push(JSON.parse(line).heapUsed / 2 ** 20);
  });
  child.stderr?.on('data', (lines: Buffer) => void errors.push(...String(lines).trim().split('\n')));
  return { child, errors, heaps };
}

/** Ends a bot, as an operator or a crash does. */
export async function end({ child }: Life, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

function ask(stage: Stage, chat: number, text: string): number {
  const messageId = 10_000 + stage.asked.size;
  const from = { id: chat, is_bot: false, first_name: `c${chat}` };
  stage.asked.set(messageId, chat);
  stage.askedAt.set(messageId, performance.now());
  stage.api.deliver({ message: { message_id: messageId, date: 0, from, chat: { id: chat, type: 'private' }, text } });
  return messageId;
}

/** Messages that are settled: answered, or declined as blocked. */
function settledIds({ api }: Stage): Set<number> {
  const ids = new Set(api.sent.map(({ replyTo }) => replyTo).filter((id) => id !== null));
  for (const id of blockedIds(api)) ids.add(id);
  return ids;
}

function replyIdOf(payload: Readonly<Record<string, unknown>>): number {
  return (payload.reply_parameters as { message_id?: number } | undefined)?.message_id ?? -1;
}

function blockedIds(api: BotApiStandIn): number[] {
  return api.calls
    .filter(({ method, fault }) => method === 'sendMessage' && typeof fault === 'object' && fault.status === 403)
    .map(({ payload }) => replyIdOf(payload));
}

async function settle(stage: Stage, count: number): Promise<void> {
  const until = performance.now() + stage.options.limitMs;
  while (settledIds(stage).size < count && performance.now() < until) await wait(100);
}

/** Many chats, faults, kills. */
async function storm(stage: Stage): Promise<void> {
  const { options, random, api } = stage;
  api.chance(() => (random() < options.faultShare ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined));
  // The last fifth has no kills, so that the memory of one long life can be seen.
  const between = Math.floor((options.messages * 0.8) / Math.max(1, options.kills));
  for (let n = 0; n < options.messages; n += 1) {
    ask(stage, 1_000 + Math.floor(random() * options.chats), `第${n}问：有几处公园？`);
    if (n % 5 === 0) await wait(4);
    if (options.kills > stage.killedAt.length && n % between === between - 1) {
      await wait(random() * 400);
      await end(stage.life, 'SIGKILL');
      stage.killedAt.push(performance.now());
      stage.life = live(stage);
    }
  }
  await settle(stage, stage.asked.size);
  api.chance(() => undefined);
}

/** One chat with a slow answer, others meanwhile; returns the others' waiting times. */
async function oneSlow(stage: Stage): Promise<number[]> {
  const { options, random } = stage;
  const before = stage.asked.size;
  ask(stage, 1, '慢：有几处公园？');
  await wait(200);
  const others: number[] = [];
  for (let n = 0; n < options.meanwhile; n += 1) {
    others.push(ask(stage, 1_000 + Math.floor(random() * options.chats), `第${before + n}问：有几处公园？`));
    await wait(15 + random() * 20);
  }
  await settle(stage, stage.asked.size);
  return others.map((id) => {
    const index = stage.api.sent.findIndex(({ replyTo }) => replyTo === id);
    return (stage.sentAt[index] ?? Number.POSITIVE_INFINITY) - (stage.askedAt.get(id) ?? 0);
  });
}

/** Runs a soak. */
export async function runSoak(options: SoakOptions): Promise<SoakReport> {
  const startedAt = performance.now();
  const api = await startBotApi();
  const folder = mkdtempSync(join(tmpdir(), 'quzhi-soak-'));
  const base = { api, options, folder, random: seededRandom(options.seed), errors: [] as string[] };
  const stage: Stage = { ...base, killedAt: [], asked: new Map(), askedAt: new Map(), sentAt: [], life: live(base) };
  api.onSent(() => void stage.sentAt.push(performance.now()));
  try {
    await storm(stage);
    const { heaps } = stage.life;
    const waits = (await oneSlow(stage)).sort((a, b) => a - b);
    await end(stage.life, 'SIGTERM');
    return {
      ...count(stage),
      ...timesOf(waits),
      ...heapsOf(heaps),
      elapsedSeconds: (performance.now() - startedAt) / 1_000,
    };
  } finally {
    await end(stage.life, 'SIGKILL');
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function timesOf(sorted: readonly number[]): Pick<SoakReport, 'p50Ms' | 'p95Ms'> {
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

function heapsOf(heaps: readonly number[]): Pick<SoakReport, 'heapEarlyMegabytes' | 'heapLateMegabytes'> {
  return { heapEarlyMegabytes: heaps[Math.floor(heaps.length / 4)] ?? 0, heapLateMegabytes: heaps.at(-1) ?? 0 };
}

type Counts = Omit<SoakReport, 'p50Ms' | 'p95Ms' | 'heapEarlyMegabytes' | 'heapLateMegabytes' | 'elapsedSeconds'>;

function count({ api, asked, sentAt, killedAt, errors }: Stage): Counts {
  const timesSent = new Map<number, number[]>();
  for (const [index, { replyTo }] of api.sent.entries()) {
    if (replyTo !== null) timesSent.set(replyTo, [...(timesSent.get(replyTo) ?? []), sentAt[index] ?? 0]);
  }
  const lostReplies = api.calls.filter(({ method, fault }) => method === 'sendMessage' && fault === 'reply-lost');
  const unknowable = new Set(lostReplies.map(({ payload }) => replyIdOf(payload)));
  const wasInFlight = (at: number): boolean => killedAt.some((kill) => at <= kill && at > kill - IN_FLIGHT_MS);
  const repeated = [...timesSent].filter(([, times]) => times.length > 1);
  const blocked = new Set(blockedIds(api));
  const ids = [...asked.keys()];
  const orderOf = (chat: number): number[] => [...timesSent.keys()].filter((id) => asked.get(id) === chat);
  const isDisordered = (order: readonly number[]): boolean => order.some((id, index) => id < (order[index - 1] ?? 0));
  return {
    questions: ids.length,
    answeredOnce: ids.filter((id) => timesSent.get(id)?.length === 1).length,
    repeated: repeated.length,
    wronglyRepeated: repeated.filter(([id, times]) => !unknowable.has(id) && !times.some(wasInFlight)).length,
    blocked: ids.filter((id) => blocked.has(id) && !timesSent.has(id)).length,
    lost: ids.filter((id) => !timesSent.has(id) && !blocked.has(id)).length,
    disordered: [...new Set(asked.values())].filter((chat) => isDisordered(orderOf(chat))).length,
    calls: api.calls.length,
    faulted: api.calls.filter(({ fault }) => fault !== undefined).length,
    kills: killedAt.length,
    violations: api.violations,
    unhandled: errors.filter((line) => /unhandled|TypeError|SqliteError|RangeError/u.test(line)),
  };
}
