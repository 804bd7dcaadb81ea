// Turns replies into calls of the Bot API that can be kept and repeated, and makes them. One place for each method that sends.
import { Buffer } from 'node:buffer';
import type { Reply } from '../../chat/reply.ts';
import type { BotApi, Outcome } from './api.ts';
import { type DrawnMessage, drawReply } from './draw.ts';
import type { Request } from './update.ts';

const MAX_NOTE_CHARACTERS = 200;

/** A call as it is kept in the outbox. */
export type KeptCall =
  | { readonly method: 'sendMessage' | 'editMessageText'; readonly payload: MessagePayload }
  | { readonly method: 'sendDocument'; readonly payload: DocumentPayload };

interface Target {
  readonly chat_id: number;
  readonly message_thread_id?: number;
  readonly reply_parameters?: { readonly message_id: number; readonly allow_sending_without_reply: true };
}

interface MessagePayload extends Partial<Target> {
  readonly chat_id: number;
  /** Set where a message is replaced. */
  readonly message_id?: number;
  readonly text: string;
  readonly parse_mode: 'HTML';
  readonly link_preview_options: { readonly is_disabled: true };
  readonly reply_markup?: { inline_keyboard: { text: string; callback_data: string }[][] };
}

interface DocumentPayload extends Target {
  readonly document: { readonly name: string; readonly text: string };
}

/** The calls that deliver a reply, in order. */
export function callsOf(request: Request, reply: Reply): KeptCall[] {
  const target: Target = {
    chat_id: request.chatId,
    ...(request.threadId === null ? {} : { message_thread_id: request.threadId }),
    ...(request.messageId === 0
      ? {}
      : { reply_parameters: { message_id: request.messageId, allow_sending_without_reply: true } }),
  };
  const isEdit = reply.shownAs === 'edit' && request.said.kind === 'press';
  const messages = drawReply(reply).map((drawn, index): KeptCall => {
    if (!isEdit || index > 0) return { method: 'sendMessage', payload: { ...target, ...bodyOf(drawn) } };
    const place = { chat_id: request.chatId, message_id: request.messageId };
    return { method: 'editMessageText', payload: { ...place, ...bodyOf(drawn) } };
  });
  const { file } = reply;
  if (file === undefined) return messages;
  return [...messages, { method: 'sendDocument', payload: { ...target, document: file } }];
}

function bodyOf({ html, keyboard }: DrawnMessage) {
  const rows = keyboard.map((row) => row.map((button) => ({ ...button })));
  return {
    text: html,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(rows.length === 0 ? {} : { reply_markup: { inline_keyboard: rows } }),
  } as const;
}

/** Makes a kept call until it has an outcome. @param chatId where the chat is now; default: where it was when the call was kept */
export function makeCall(call: KeptCall, api: BotApi, chatId = call.payload.chat_id): Promise<Outcome<unknown>> {
  if (call.method === 'sendDocument') {
    const { document, ...target } = call.payload;
    const source = Buffer.from(document.text, 'utf8');
    return api.call('sendDocument', { ...target, chat_id: chatId, document: { source, filename: document.name } });
  }
  // Telegraf's types split what one payload holds; the server takes it whole.
  return api.call(call.method, { ...call.payload, chat_id: chatId } as Parameters<typeof api.call<'sendMessage'>>[1]);
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
