// Reads a message out of a call of the Bot API. Used by the stand-in.
import { parseTelegramHtml } from './bot-api-html.ts';
import type { SentPoll } from './bot-api-polls.ts';

/** A message that the bot sent. */
export interface SentMessage {
  readonly chatId: number;
  readonly messageId: number;
  readonly html: string;
  /** The text after entity parsing. */
  readonly text: string;
  readonly replyTo: number | null;
  readonly threadId: number | null;
  /** Callback data by label of button. */
  readonly buttons: Readonly<Record<string, string>>;
  /** Content of a document. */
  readonly file?: string;
  /** Bytes of a picture, one character each. */
  readonly photo?: string;
  readonly poll?: SentPoll;
}

interface MessagePayload {
  readonly chat_id: number;
  readonly text?: string;
  readonly caption?: string;
  readonly description?: string;
  readonly document?: string;
  readonly photo?: string;
  readonly message_thread_id?: number;
  readonly reply_parameters?: { readonly message_id: number };
  readonly reply_markup?: {
    readonly inline_keyboard: readonly { readonly text: string; readonly callback_data: string }[][];
  };
}

/** The message that a call sends or rewrites. */
export function messageOf(payload: Readonly<Record<string, unknown>>, messageId: number): SentMessage {
  const message = payload as unknown as MessagePayload;
  const html = message.text || (message.caption ?? message.description ?? '');
  const parsed = parseTelegramHtml(html);
  const keys = (message.reply_markup?.inline_keyboard ?? []).flat();
  return {
    chatId: message.chat_id,
    messageId,
    html,
    text: parsed.ok ? parsed.text : '',
    replyTo: message.reply_parameters?.message_id ?? null,
    threadId: message.message_thread_id ?? null,
    buttons: Object.fromEntries(keys.map((key) => [key.text, key.callback_data])),
    ...(message.document === undefined ? {} : { file: message.document }),
    ...(message.photo === undefined ? {} : { photo: message.photo }),
  };
}
