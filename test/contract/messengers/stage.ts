// A bot at work against a messenger's stand-in: real state and engine, made-up product, waits that cost no time.

import type { Log } from '../../../src/channels/log.ts';
import type { MessengerAdapter } from '../../../src/channels/messenger/adapter.ts';
import { runMessenger } from '../../../src/channels/messenger/messenger.ts';
import type { Sleep } from '../../../src/channels/sleep.ts';
import { type Bench, type BenchOptions, createBench, NOW } from '../../chat/fixtures.ts';
import type { MessengerStandIn, ShownMessage } from '../../support/messengers/stand-in.ts';

export const OWNER = 'owner';
export const QUESTION = '柳溪区有几处公园？';
const [GRACE_MS, CLOCK_MS, PREVIEW_MS] = [10_000, 20_000, 1_000];

/** How an adapter is made for a stand-in. */
export type CreateAdapter = (options: {
  readonly id: string;
  readonly secret: string;
  readonly url: string;
  readonly log: Log;
  readonly sleep: Sleep;
}) => MessengerAdapter<never, never>;

/** A messenger under test. */
export interface Platform {
  readonly channel: string;
  readonly start: () => Promise<MessengerStandIn>;
  readonly create: CreateAdapter;
  /** The methods by which replies leave. */
  readonly sending: readonly string[];
}

/** A bot, its messenger and its product. */
export interface MessengerStage {
  readonly api: MessengerStandIn;
  readonly channel: string;
  readonly log: string[];
  bench: Bench;
  readonly clock: { now: Date };
  /** Lets the clock look for what is due. */
  tick(): void;
  /** Stops the bot and starts another on the same state, as a restart does. */
  restart(options?: Omit<BenchOptions, 'folder'>): Promise<void>;
  stop(): Promise<void>;
  /** Why the bot ended; null while it runs, or where it was stopped. */
  failure(): unknown;
  end(): Promise<void>;
}

/** Opens a stage whose owner is `owner`. */
export async function openMessengerStage(platform: Platform, secret?: string): Promise<MessengerStage> {
  const api = await platform.start();
  const log: string[] = [];
  const ticks: (() => void)[] = [];
  const clock = { now: NOW };
  const sleep = sleeper(ticks);
  const write: Log = (level, message) => void log.push(`${level}: ${message}`);
  let failure: unknown = null;
  let stopping = new AbortController();
  let done: Promise<void> = Promise.resolve();
  const start = ({ conversation, state, board }: Bench): void => {
    stopping = new AbortController();
    const adapter = platform.create({ id: api.id, secret: secret ?? api.secret, url: api.url, log: write, sleep });
    const inbox = state.inboxOf(platform.channel);
    const times = { sleep, now: () => clock.now, graceMs: GRACE_MS, clockMs: CLOCK_MS };
    const options = { adapter, conversation, inbox, log: write, alerts: board, signal: stopping.signal, ...times };
    done = runMessenger(options).catch((error: unknown) => {
      failure = error;
    });
  };
  const stop = async (): Promise<void> => {
    stopping.abort();
    await done;
  };
  const stage: MessengerStage = {
    api,
    channel: platform.channel,
    log,
    bench: createBench({ ownerIds: [OWNER], access: 'invite', now: () => clock.now }),
    clock,
    tick: () => {
      for (const look of ticks.splice(0)) look();
    },
    restart: async (more) => {
      await stop();
      stage.bench = stage.bench.restart(more);
      start(stage.bench);
      await api.until(() => api.signIns() > 0);
    },
    stop,
    failure: () => failure,
    end: async () => {
      await stop();
      await api.stop();
      stage.bench.remove();
    },
  };
  start(stage.bench);
  await Promise.race([done, api.until(() => api.signIns() > 0)]);
  return stage;
}

/** What a person sees of a stage's bot, and does. */
export function viewOf(stage: () => MessengerStage) {
  const whole = (): readonly ShownMessage[] => stage().api.shown.filter(({ isWhole }) => isWhole);
  const told = (text: string | RegExp): Promise<void> =>
    stage().api.until(() =>
      whole().some((message) => (typeof text === 'string' ? message.text.includes(text) : text.test(message.text))),
    );
  const withButton = async (label: string): Promise<ShownMessage> => {
    await stage().api.until(() => whole().some(({ buttons }) => label in buttons));
    return whole().findLast(({ buttons }) => label in buttons) as ShownMessage;
  };
  const press = async (label: string): Promise<void> => {
    const { buttons } = await withButton(label);
    stage().api.press(buttons[label] ?? '');
  };
  const settled = async (): Promise<void> => {
    const { api, bench } = stage();
    await api.until(() => api.unheard().length === 0);
    await api.until(() => bench.state.inboxOf(stage().channel).pending().length === 0);
  };
  return { whole, told, withButton, press, settled };
}

/** Waits pass at once; the grace and preview times are short, the clock's lasts until a tick. */
function sleeper(ticks: (() => void)[]): Sleep {
  return (milliseconds, signal) => {
    if (![GRACE_MS, CLOCK_MS, PREVIEW_MS].includes(milliseconds))
      return new Promise((resolve) => setTimeout(resolve, 5));
    return new Promise((resolve) => {
      const end = (): void => {
        signal.removeEventListener('abort', end);
        resolve();
      };
      if (signal.aborted) return resolve();
      if (milliseconds === CLOCK_MS) ticks.push(end);
      if (milliseconds === PREVIEW_MS) setTimeout(end, 5);
      if (milliseconds === GRACE_MS) setTimeout(end, 200);
      signal.addEventListener('abort', end, { once: true });
    });
  };
}
