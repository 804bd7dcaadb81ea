// The Telegram channel: fetches updates, stores them, hands them to the conversation chat by chat, and survives what comes.
import type { Alerts } from '../../chat/alerts.ts';
import type { Conversation } from '../../chat/conversation.ts';
import { wordingFor } from '../../chat/i18n/wording.ts';
import { AppError } from '../../errors.ts';
import { createSemaphore, createSerialQueue } from '../../serial-queue.ts';
import type { Inbox } from '../../store/state/inbox.ts';
import { runClock } from '../clock.ts';
import type { Log } from '../log.ts';
import { endWithin, type Sleep, sleepFor } from '../sleep.ts';
import { takeUp } from '../take-up.ts';
import { type BotApi, createBotApi } from './api.ts';
import { itemOf } from './clock.ts';
import { createDispatcher } from './dispatch.ts';
import { escapeHtml } from './draw.ts';
import { describeFault } from './fault.ts';
import { registerMenus } from './menu.ts';
import { fetchUpdates, isUpdate, store } from './poll.ts';
import { ALLOWED_UPDATES, type TelegramUser } from './update.ts';
import { startWebhook, type WebhookOptions } from './webhook.ts';

/** The options of the channel. */
export interface TelegramOptions {
  readonly token: string;
  /** Address of the Bot API server; `https://api.telegram.org` is the public one. */
  readonly apiRoot: string;
  readonly conversation: Conversation;
  /** Keeps updates between their arrival and their reply, and replies until they are delivered, across restarts. */
  readonly inbox: Inbox;
  /** Present: updates come by webhook; absent: they are fetched. */
  readonly webhook?: WebhookOptions | undefined;
  /** Alerts to maintainers. */
  readonly alerts?: Alerts;
  /** Most replies that are made at once; default 16. Sending is not counted. */
  readonly concurrency?: number;
  readonly log: Log;
  /** Ends the channel when aborted, as `stop()` does. */
  readonly signal?: AbortSignal;
  readonly sleep?: Sleep;
  readonly now?: () => Date;
  /** Interval at which the clock looks for what is due; default 20 s. */
  readonly clockMs?: number;
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

/** Starts the channel and returns at once; watch `done`. */
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

interface Running extends TelegramOptions {
  readonly api: BotApi;
  readonly sleep: Sleep;
  /** Aborted: fetch no more. */
  readonly stopping: AbortSignal;
  /** Aborted: drop what is under way. */
  readonly cut: AbortController;
}

const NO_OWNER =
  'telegram: no owner is set, so nobody can invite people. Put your numeric id into TELEGRAM_OWNER_IDS (the bot tells it to whoever writes to it)';

/** The commands that the bot hears in groups without being named: those of private chats too, so that it can say where they work. */
function commandsOf(conversation: Conversation): ReadonlySet<string> {
  const lines = (['group', 'private'] as const).flatMap((place) =>
    conversation.commands('zh', { role: 'owner', place }),
  );
  return new Set(lines.map(({ command }) => command));
}

async function run(running: Running): Promise<void> {
  const { api, conversation, inbox, log, sleep, cut, alerts, graceMs = 10_000, concurrency = 16 } = running;
  const now = running.now ?? (() => new Date());
  const user = await identify(running);
  if (user === null) return;
  log('info', `telegram: @${user.username ?? user.id} is listening`);
  if (conversation.owners().length === 0) log('warn', NO_OWNER);
  const queue = createSerialQueue();
  const accept = createDispatcher(
    {
      api,
      conversation,
      inbox,
      log,
      sleep,
      now,
      alerts,
      semaphore: createSemaphore(concurrency),
      botName: user.username ?? '',
    },
    { bot: { ...user, commands: commandsOf(conversation) }, queue, signal: cut.signal },
  );
  const registered = registerMenus(conversation, api, conversation.owners().map(Number));
  const deaf = alerts?.hear((text) => void tellMaintainers(text, running));
  takeUp(inbox, { channel: 'telegram', accept, log, alerts });
  const { stopping: signal, clockMs: everyMs = 20_000 } = running;
  const clock = runClock({
    channel: 'telegram',
    toItem: itemOf,
    conversation,
    inbox,
    log,
    now,
    sleep,
    everyMs,
    signal,
    accept,
  });
  await receiveUpdates(running, { accept, now });
  await clock;
  await endWithin(graceMs, () => Promise.all([queue.idle(), registered]), { sleep, cut });
  deaf?.();
}

/** Takes updates as a webhook or by fetching them, until the channel stops. */
async function receiveUpdates(
  running: Running,
  { accept, now }: { accept: (payload: string) => void; now: () => Date },
): Promise<void> {
  const { api, inbox, log, sleep, stopping, webhook, pollSeconds = 50 } = running;
  if (webhook === undefined) {
    return fetchUpdates({ api, inbox, log, now, sleep, pollSeconds, signal: stopping, accept });
  }
  const server = await startWebhook({
    ...webhook,
    accept: (update) => isUpdate(update) && store([update], { inbox, log, now, accept }),
    health: () => ({ status: 'ok', waiting: inbox.pending().length }),
  });
  log('info', `telegram: webhook and /health listen on port ${server.port}`);
  if (!stopping.aborted) await new Promise((resolve) => stopping.addEventListener('abort', resolve, { once: true }));
  await server.stop();
}

async function tellMaintainers(text: string, { api, conversation, log }: Running): Promise<void> {
  for (const user of conversation.maintainers('telegram')) {
    if (!conversation.canReach('telegram', user)) continue;
    const message = {
      chat_id: Number(user),
      text: escapeHtml(wordingFor('zh').alert(text)),
      parse_mode: 'HTML' as const,
    };
    const outcome = await api.call('sendMessage', message, { tries: 3 });
    if (!outcome.ok && outcome.fault !== 'stopped')
      log('warn', `telegram: an alert was not delivered: ${describeFault(outcome.fault)}`);
  }
}

/** Asks the server who the bot is, and sets how updates come; null where the channel is stopped meanwhile. */
async function identify({ api, stopping: signal, webhook }: Running): Promise<TelegramUser | null> {
  const outcome = await api.call('getMe', {}, { signal, giveUpOn: ['token'] });
  if (outcome.ok) {
    if (webhook === undefined) {
      // A webhook left from an earlier life would make every fetch fail; updates that wait are kept.
      await api.call('deleteWebhook', { drop_pending_updates: false }, { signal, tries: 3 });
    } else {
      const { url, secret } = webhook;
      await api.call('setWebhook', { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES }, { signal });
    }
    return outcome.result as TelegramUser;
  }
  if (outcome.fault === 'stopped') return null;
  const code = outcome.fault.kind === 'token' ? 'telegram/token' : 'telegram/unreachable';
  throw new AppError(
    code,
    `The bot cannot start: ${describeFault(outcome.fault)}. Get a token from @BotFather; check TELEGRAM_API_ROOT if you set it.`,
  );
}
