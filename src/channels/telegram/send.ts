// Makes the calls that deliver replies. One place for each method that sends.
import { Buffer } from 'node:buffer';
import type { Reply } from '../../chat/reply.ts';
import type { BotApi, CallOutcome } from './api.ts';
import type { KeptCall } from './calls.ts';
import { drawReply } from './draw.ts';

const MAX_NOTE_CHARACTERS = 200;

/** Options of a stored call. */
export interface MakeOptions {
  /** The chat's id now; default: its id when the call was stored. */
  readonly chatId?: number;
  /** Told before each try. */
  readonly beforeTry?: () => void;
}

/** Makes a kept call until it has an outcome. */
export function makeCall(call: KeptCall, api: BotApi, options: MakeOptions = {}): Promise<CallOutcome<unknown>> {
  const { chatId: chat_id = call.payload.chat_id, ...how } = options;
  switch (call.method) {
    case 'sendDocument': {
      const { document, ...target } = call.payload;
      const source = Buffer.from(document.text, 'utf8');
      return api.call('sendDocument', { ...target, chat_id, document: { source, filename: document.name } }, how);
    }
    case 'sendPhoto': {
      const { photo, ...payload } = call.payload;
      const source = Buffer.from(photo.base64, 'base64');
      return api.call('sendPhoto', { ...payload, chat_id, photo: { source, filename: photo.name } }, how);
    }
    default:
      // Telegraf's types split what one payload holds, and know older polls; the server takes it whole.
      return api.call(call.method, { ...call.payload, chat_id } as Parameters<typeof api.call<'sendMessage'>>[1], how);
  }
}

/** Takes the waiting sign off a pressed button, with an optional short note. Best effort: an old press is declined. */
export async function acknowledgePress(callbackId: string, note: string, api: BotApi): Promise<void> {
  const text = note.slice(0, MAX_NOTE_CHARACTERS);
  await api.call(
    'answerCallbackQuery',
    { callback_query_id: callbackId, ...(text === '' ? {} : { text }) },
    { tries: 2 },
  );
}

/** Shows a reply under what a person types behind the bot's name; nothing where there is none. Best effort: it is soon too late. */
export async function answerInline(queryId: string, reply: Reply | null, api: BotApi): Promise<void> {
  const [first] = reply === null ? [] : drawReply({ ...reply, buttons: [] });
  const [head] = reply?.blocks ?? [];
  const article = first && {
    type: 'article' as const,
    id: '1',
    title: (head?.text ?? '').slice(0, 60) || '…',
    input_message_content: { message_text: first.html, parse_mode: 'HTML' as const },
  };
  const results = article ? [article] : [];
  await api.call(
    'answerInlineQuery',
    { inline_query_id: queryId, results, cache_time: 0, is_personal: true },
    { tries: 2 },
  );
}
