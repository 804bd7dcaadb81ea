// Serves Telegram and the messengers of offices side by side; each has its own owners, members and inbox.
import { randomBytes } from 'node:crypto';
import type { MessengerAdapter } from '../channels/messenger/adapter.ts';
import { type Sleep, sleepFor } from '../channels/sleep.ts';
import type { AccessPolicy } from '../chat/access/policy.ts';
import { type Conversation, createConversation } from '../chat/conversation.ts';
import type { Config } from '../config.ts';
import { ownersOf } from './channel-plan.ts';
import type { Serving } from './serving.ts';

/** 128 random bits: nobody guesses an invitation. */
const CODE_BYTES = 16;

/** Serves every messenger that is set up until the signal aborts. Where one is not let in at the start, the others end, too. @throws AppError telegram/… or messenger/… */
export async function serveMessengers(serving: Serving, signal: AbortSignal): Promise<void> {
  const { telegram, messengers } = serving.config;
  const ending = new AbortController();
  const both = AbortSignal.any([signal, ending.signal]);
  const running = [
    ...(telegram === null ? [] : [serveTelegram(telegram, serving, both)]),
    ...messengers.map((messenger) => serveMessenger(messenger, serving, both)),
  ];
  try {
    await Promise.all(running);
  } finally {
    ending.abort();
    await Promise.allSettled(running);
  }
}

function conversationFor(own: AccessPolicy, { parts, limiter, config }: Serving): Conversation {
  const policy = { ...own, owners: ownersOf(config) };
  const newCode = (): string => randomBytes(CODE_BYTES).toString('base64url');
  return createConversation({ ...parts, access: { policy, limiter, newCode } });
}

async function serveTelegram(
  { token, apiRoot, webhook, access, ownerIds }: NonNullable<Config['telegram']>,
  serving: Serving,
  signal: AbortSignal,
): Promise<void> {
  const { startTelegram } = await import('../channels/telegram/index.ts');
  const conversation = conversationFor({ access, ownerIds: ownerIds.map(String) }, serving);
  const { alerts, state } = serving.parts;
  const inbox = state.inboxOf('telegram');
  await startTelegram({ token, apiRoot, webhook, conversation, inbox, alerts, log: serving.log, signal }).done;
}

/** How each messenger is signed in to. */
type AdapterOptions = Pick<Config['messengers'][number], 'id' | 'secret' | 'url'> &
  Pick<Serving, 'log'> & {
    readonly sleep: Sleep;
  };

/** The adapters, each loaded where its messenger is set up. */
const ADAPTERS: Readonly<
  Record<
    Config['messengers'][number]['channel'],
    (options: AdapterOptions) => Promise<MessengerAdapter<unknown, unknown>>
  >
> = {
  wecom: async (options) => (await import('../channels/wecom/index.ts')).createWecom(options),
  dingtalk: async (options) => (await import('../channels/dingtalk/index.ts')).createDingtalk(options),
};

async function serveMessenger(
  { channel, id, secret, url, access, ownerIds }: Config['messengers'][number],
  serving: Serving,
  signal: AbortSignal,
): Promise<void> {
  const { runMessenger } = await import('../channels/messenger/messenger.ts');
  const { log, parts } = serving;
  const conversation = conversationFor({ access, ownerIds }, serving);
  if (ownerIds.length === 0)
    log(
      'warn',
      `${channel}: no owner is set, so nobody can invite people. Put your id into ${channel.toUpperCase()}_OWNER_IDS (the bot tells it to whoever writes to it)`,
    );
  const adapter = await ADAPTERS[channel]({ id, secret, url, log, sleep: sleepFor });
  const inbox = parts.state.inboxOf(channel);
  await runMessenger({ adapter, conversation, inbox, log, signal, alerts: parts.alerts });
}
