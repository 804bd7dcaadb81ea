// A bot at work against the stand-in: real state, made-up product, waits that cost no time.
import { startTelegram, type TelegramHandle, type TelegramOptions } from '../../../src/channels/telegram/index.ts';
import { type Bench, type BenchOptions, createBench, NOW } from '../../chat/fixtures.ts';
import { type BotApiStandIn, startBotApi } from '../../support/bot-api.ts';

export const OWNER = { id: 7, is_bot: false, first_name: 'Owner' };
export const STRANGER = { id: 8, is_bot: false, first_name: 'Stranger' };
export const QUESTION = '柳溪区有几处公园？';
const GRACE_MS = 10_000;
const TYPING_MS = 4_500;
const SLOW_MS = 6_000;
const CLOCK_MS = 20_000;
/** A group; approved where a test says so. */
export const GROUP = { id: -500, type: 'supergroup', title: 'Group' };

/** A bot, its server and its product. */
export interface Stage {
  readonly api: BotApiStandIn;
  readonly log: string[];
  /** Milliseconds that the bot waited between tries. */
  readonly waits: number[];
  bench: Bench;
  bot: TelegramHandle;
  /** What time it is: tests move it on. */
  readonly clock: { now: Date };
  /** Lets the clock look for what is due. */
  tick(): void;
  /** Sends a private message from a person; returns its message id. */
  say(text: string, from?: typeof OWNER, chat?: typeof GROUP): number;
  /** Presses a button under a message of the bot. */
  press(token: string, messageId: number, from?: typeof OWNER, chat?: typeof GROUP): void;
  /** Stops the bot and starts another on the same state, as a restart does. */
  restart(options?: StageOptions): Promise<void>;
  end(): Promise<void>;
}

/** What of the bot or its house differs from the usual. */
export type StageOptions = Partial<TelegramOptions> & Omit<BenchOptions, 'folder'>;

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const api = await startBotApi();
  const log: string[] = [];
  const waits: number[] = [];
  let messageId = 100;
  const ticks: (() => void)[] = [];
  const clock = { now: NOW };
  const start = (bench: Bench, more: StageOptions = {}): TelegramHandle => {
    const bot = startTelegram({
      token: api.token,
      apiRoot: api.root,
      conversation: bench.conversation,
      inbox: bench.state.inboxOf('telegram'),
      log: (level, message) => void log.push(`${level}: ${message}`),
      sleep: sleeper(waits, ticks),
      now: () => clock.now,
      graceMs: GRACE_MS,
      alerts: bench.board,
      ...options,
      ...more,
    });
    bot.done.catch(() => undefined);
    return bot;
  };
  const access = {
    ownerIds: [String(OWNER.id)],
    access: 'invite',
    now: () => clock.now,
    ...options,
  } as const;
  const bench = createBench(access);
  const stage: Stage = {
    api,
    log,
    waits,
    bench,
    bot: start(bench),
    clock,
    tick: () => {
      for (const look of ticks.splice(0)) look();
    },
    say: (text, from = OWNER, chat) => {
      messageId += 1;
      const message = { message_id: messageId, date: 0, from, chat: chat ?? { id: from.id, type: 'private' }, text };
      api.deliver({ message });
      return messageId;
    },
    press: (token, pressed, from = OWNER, chat) => {
      const message = { message_id: pressed, date: 0, chat: chat ?? { id: from.id, type: 'private' } };
      api.deliver({ callback_query: { id: `q${pressed}`, from, chat_instance: '1', data: token, message } });
    },
    restart: async (more) => {
      await stage.bot.stop();
      stage.bench = stage.bench.restart(more);
      stage.bot = start(stage.bench, more);
    },
    end: async () => {
      await stage.bot.stop();
      await api.stop();
      stage.bench.remove();
    },
  };
  return stage;
}

/** Waits between tries pass at once and are noted; the grace, typing and slowness times last until they are cut short, the clock's until a tick. */
function sleeper(waits: number[], ticks: (() => void)[]): (milliseconds: number, signal: AbortSignal) => Promise<void> {
  return (milliseconds, signal) => {
    if (![GRACE_MS, TYPING_MS, SLOW_MS, CLOCK_MS].includes(milliseconds)) {
      waits.push(milliseconds);
      return new Promise((resolve) => setImmediate(resolve));
    }
    return new Promise((resolve) => {
      const end = (): void => {
        signal.removeEventListener('abort', end);
        resolve();
      };
      if (signal.aborted) resolve();
      if (milliseconds === CLOCK_MS) ticks.push(end);
      signal.addEventListener('abort', end, { once: true });
    });
  };
}
