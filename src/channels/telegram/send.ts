// Sends replies, shows that the bot is typing, registers the commands. One place for each method of the Bot API we use.

import type { Reply } from '../../chat/reply.ts';
import type { CommandLine } from '../../chat/wording.ts';
import type { Log } from '../log.ts';
import type { BotApi, Outcome, Sleep } from './api.ts';
import { type DrawnMessage, drawReply } from './draw.ts';
import { describeFault } from './fault.ts';
import type { Request } from './update.ts';

const TYPING_LASTS_MS = 4_500;
const TYPING_LIMIT_MS = 1_000;
const MAX_CALLBACK_TEXT_CHARACTERS = 200;

/** Where and how a request is replied to. */
export interface SendParts {
  readonly api: BotApi;
  readonly log: Log;
}

/** Sends a reply as one or more messages, in order. True unless the server declined it (a user who blocked the bot) or the bot stops. */
export async function sendReply(request: Request, reply: Reply, { api, log }: SendParts): Promise<Outcome<unknown>> {
  let outcome: Outcome<unknown> = { ok: true, result: null };
  for (const message of drawReply(reply)) {
    outcome = await sendMessage(request, message, api);
    if (outcome.ok) continue;
    if (outcome.fault !== 'stopped')
      log('error', `telegram: a reply was not delivered: ${describeFault(outcome.fault)}`);
    return outcome;
  }
  return outcome;
}

function sendMessage(
  { chatId, messageId, threadId }: Request,
  { html, keyboard }: DrawnMessage,
  api: BotApi,
): Promise<Outcome<unknown>> {
  const rows = keyboard.map((row) => row.map((button) => ({ ...button })));
  return api.call('sendMessage', {
    chat_id: chatId,
    text: html,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    reply_parameters: { message_id: messageId, allow_sending_without_reply: true },
    ...(threadId === null ? {} : { message_thread_id: threadId }),
    ...(rows.length === 0 ? {} : { reply_markup: { inline_keyboard: rows } }),
  });
}

/** Takes the waiting sign off a pressed button, with an optional short note. Best effort: an old press is declined. */
export async function acknowledgePress(callbackId: string, note: string, api: BotApi): Promise<void> {
  const text = note.slice(0, MAX_CALLBACK_TEXT_CHARACTERS);
  await api.call(
    'answerCallbackQuery',
    { callback_query_id: callbackId, ...(text === '' ? {} : { text }) },
    { tries: 2 },
  );
}

/** Shows that the bot is typing until the work is done; never delays the work by more than a second, nor fails it. */
export async function whileTyping<T>(
  request: Request,
  work: () => Promise<T>,
  { api, sleep }: { api: BotApi; sleep: Sleep },
): Promise<T> {
  const done = new AbortController();
  const { chatId, threadId } = request;
  const payload = {
    chat_id: chatId,
    action: 'typing' as const,
    ...(threadId === null ? {} : { message_thread_id: threadId }),
  };
  const show = async (): Promise<void> => {
    await api.call('sendChatAction', payload, { tries: 1, timeoutMs: TYPING_LIMIT_MS });
  };
  const first = show();
  const repeated = repeat(show, sleep, done.signal);
  try {
    return await work();
  } finally {
    done.abort();
    // The sign must be shown before the message is sent: afterwards it would stay without a cause.
    await Promise.all([first, repeated]);
  }
}

async function repeat(show: () => Promise<void>, sleep: Sleep, signal: AbortSignal): Promise<void> {
  for (;;) {
    await sleep(TYPING_LASTS_MS, signal);
    if (signal.aborted) return;
    await show();
  }
}

/** Registers the bot's menu: Chinese for everyone, English where the reader's Telegram is in English. Best effort. */
export async function registerCommands(
  commands: (language: 'zh' | 'en') => readonly CommandLine[],
  api: BotApi,
): Promise<void> {
  const listOf = (language: 'zh' | 'en') => commands(language).map((line) => ({ ...line }));
  await api.call('setMyCommands', { commands: listOf('zh') }, { tries: 5 });
  await api.call('setMyCommands', { commands: listOf('zh'), language_code: 'zh' }, { tries: 5 });
  await api.call('setMyCommands', { commands: listOf('en'), language_code: 'en' }, { tries: 5 });
}
