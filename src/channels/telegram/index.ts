// The Telegram channel: fetches updates, stores them, hands them to the conversation chat by chat, and survives what comes.
import { setTimeout as wait } from 'node:timers/promises';
import type { Access } from '../../chat/access.ts';
import type { Conversation } from '../../chat/conversation.ts';
import type { Inbox } from '../../chat/inbox.ts';
import { AppError } from '../../errors.ts';
import type { Log } from '../log.ts';
import { type BotApi, createBotApi, type Sleep } from './api.ts';
import { describeFault } from './fault.ts';
import { handleRequest } from './handle.ts';
import { fetchUpdates } from './poll.ts';
import { createQueues, type Queues } from './queue.ts';
import { registerCommands } from './send.ts';
import { type Bot, chatKeyOf, requestOf, type TelegramUpdate, type TelegramUser } from './update.ts';

/** What the channel is made of. */
export interface TelegramOptions {
  readonly token: string;
  /** Address of the Bot API server; `https://api.telegram.org` is the public one. */
  readonly apiRoot: string;
  /** Numeric ids of the owners. */
  readonly ownerIds: readonly (number | string)[];
  readonly access: Access;
  readonly conversation: Conversation;
  /** Keeps updates between their arrival and their reply, across restarts. */
  readonly inbox: Inbox;
  readonly log: Log;
  /** Ends the channel when aborted, as `stop()` does. */
  readonly signal?: AbortSignal;
  readonly sleep?: Sleep;
  readonly now?: () => Date;
  /** Longest time that one fetch waits for updates. */
  readonly pollSeconds?: number;
  /** Longest time that a stop waits for replies that are under way; those left are given after the next start. */
  readonly graceMs?: number;
}

/** A running channel. */
export interface TelegramHandle {
  /** Stops fetching, finishes what was begun (within the grace time) and resolves when all is quiet. */
  stop(): Promise<void>;
  /** Resolves when the channel has stopped. @throws AppError `telegram/token` where the token is refused at start */
  readonly done: Promise<void>;
}

/**
 * Starts the channel and returns at once; watch `done`.
 * @throws AppError `telegram/token` for a token of the wrong form, `config/invalid` for an address that is none
 */
export function startTelegram(options: TelegramOptions): TelegramHandle {
  const stopping = new AbortController();
  const cut = new AbortController();
  const stop = (): void => stopping.abort();
  if (options.signal?.aborted) stop();
  options.signal?.addEventListener('abort', stop, { once: true });
  const sleep = options.sleep ?? sleepFor;
  const api = createBotApi({ ...options, sleep, signal: cut.signal });
  const done = run({ ...options, sleep, api, stopping: stopping.signal, cut }).finally(() => {
    options.signal?.removeEventListener('abort', stop);
    cut.abort();
  });
  return {
    done,
    stop: async () => {
      stop();
      await done.catch(() => undefined);
    },
  };
}

/** Waits in real time. */
const sleepFor: Sleep = async (milliseconds, signal) => {
  await wait(milliseconds, undefined, { signal }).catch(() => undefined);
};

interface Running extends TelegramOptions {
  readonly api: BotApi;
  readonly sleep: Sleep;
  /** Aborted: fetch no more. */
  readonly stopping: AbortSignal;
  /** Aborted: drop what is under way. */
  readonly cut: AbortController;
}

async function run(running: Running): Promise<void> {
  const {
    api,
    conversation,
    inbox,
    log,
    stopping,
    sleep,
    cut,
    now = () => new Date(),
    pollSeconds = 50,
    graceMs = 10_000,
  } = running;
  const user = await identify(api, stopping);
  if (user === null) return;
  log('info', `telegram: @${user.username ?? user.id} is listening`);
  if (running.access === 'invite' && running.ownerIds.length === 0) {
    log(
      'warn',
      'telegram: nobody may ask yet. Put your numeric id into TELEGRAM_OWNER_IDS (the bot tells it to whoever writes to it)',
    );
  }
  const commands = new Set(conversation.commands('zh').map(({ command }) => command));
  const queues = createQueues();
  const accept = dispatcher(running, { bot: { ...user, commands }, queues, now });
  const registered = registerCommands(conversation.commands, api);
  for (const { payload } of inbox.pending()) accept(payload);
  await fetchUpdates({ api, inbox, log, now, sleep, pollSeconds, signal: stopping, accept });
  const grace = new AbortController();
  await Promise.race([Promise.all([queues.idle(), registered]), sleep(graceMs, grace.signal)]);
  grace.abort();
  cut.abort();
  await Promise.all([queues.idle(), registered]);
}

/** Asks the server who the bot is; null where the channel is stopped meanwhile. */
async function identify(api: BotApi, signal: AbortSignal): Promise<TelegramUser | null> {
  const outcome = await api.call('getMe', {}, { signal, giveUpOn: ['token'] });
  if (outcome.ok) {
    // A webhook left from an earlier life would make every fetch fail; updates that wait are kept.
    await api.call('deleteWebhook', { drop_pending_updates: false }, { signal, tries: 3 });
    return outcome.result as TelegramUser;
  }
  if (outcome.fault === 'stopped') return null;
  const code = outcome.fault.kind === 'token' ? 'telegram/token' : 'telegram/unreachable';
  throw new AppError(
    code,
    `The bot cannot start: ${describeFault(outcome.fault)}. Get a token from @BotFather; check TELEGRAM_API_ROOT if you set it.`,
  );
}

/** Takes stored updates to their chats' queues; an update is finished when its reply is out, or cannot be made. */
function dispatcher(
  { inbox, log, ...parts }: Running,
  { bot, queues, now }: { bot: Bot; queues: Queues; now: () => Date },
): (payload: string) => void {
  const policy = { access: parts.access, ownerIds: parts.ownerIds.map(String) };
  const settle = async (update: TelegramUpdate): Promise<boolean> => {
    const request = requestOf(update, bot);
    return request === null || handleRequest(request, { ...parts, policy, log });
  };
  return (payload) => {
    const update = JSON.parse(payload) as TelegramUpdate;
    const report = (what: string, error: unknown): void =>
      log('error', `telegram: update ${update.update_id} ${what}: ${error instanceof Error ? error.stack : error}`);
    queues.add(chatKeyOf(update), async () => {
      const isSettled = await settle(update).catch((error: unknown) => {
        report('was given up', error);
        return true;
      });
      try {
        if (isSettled) inbox.finish(update.update_id, now());
      } catch (error) {
        report('could not be marked as finished', error);
      }
    });
  };
}
