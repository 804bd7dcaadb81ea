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

/** A bot, its server and its product. */
export interface Stage {
  readonly api: BotApiStandIn;
  readonly log: string[];
  /** Milliseconds that the bot waited between tries. */
  readonly waits: number[];
  bench: Bench;
  bot: TelegramHandle;
  /** Sends a private message from a person; returns its message id. */
  say(text: string, from?: typeof OWNER): number;
  /** Presses a button under a message of the bot. */
  press(token: string, messageId: number, from?: typeof OWNER): void;
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
  const start = (bench: Bench, more: StageOptions = {}): TelegramHandle => {
    const bot = startTelegram({
      token: api.token,
      apiRoot: api.root,
      conversation: bench.conversation,
      inbox: bench.state.inbox,
      log: (level, message) => void log.push(`${level}: ${message}`),
      sleep: sleeper(waits),
      now: () => NOW,
      graceMs: GRACE_MS,
      alerts: bench.board,
      ...options,
      ...more,
    });
    bot.done.catch(() => undefined);
    return bot;
  };
  const house = { ownerIds: [String(OWNER.id)], access: 'invite', ...options } as const;
  const bench = createBench(house);
  const stage: Stage = {
    api,
    log,
    waits,
    bench,
    bot: start(bench),
    say: (text, from = OWNER) => {
      messageId += 1;
      api.deliver({ message: { message_id: messageId, date: 0, from, chat: { id: from.id, type: 'private' }, text } });
      return messageId;
    },
    press: (token, pressed, from = OWNER) => {
      const message = { message_id: pressed, date: 0, chat: { id: from.id, type: 'private' } };
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

/** Waits between tries pass at once and are noted; the grace, typing and slowness times last until they are cut short. */
function sleeper(waits: number[]): (milliseconds: number, signal: AbortSignal) => Promise<void> {
  return (milliseconds, signal) => {
    if (milliseconds !== GRACE_MS && milliseconds !== TYPING_MS && milliseconds !== SLOW_MS) {
      waits.push(milliseconds);
      return new Promise((resolve) => setImmediate(resolve));
    }
    return new Promise((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  };
}
