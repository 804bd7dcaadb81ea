// What of Telegram's updates we read, and whether a message is meant for the bot. Trusts no field to be there.
import { displayName } from '../../chat/access/display-name.ts';
import type { Place } from '../../chat/access/policy.ts';
import type { Due } from '../../chat/practice/due.ts';
import type { Speaker } from '../../store/state/exchanges.ts';
import type { FoundPoll } from '../../store/state/polls.ts';

/** A person or bot. */
export interface TelegramUser {
  readonly id: number;
  readonly is_bot: boolean;
  readonly username?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly language_code?: string;
}

interface TelegramEntity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly user?: TelegramUser;
}

/** A message, as far as we read it. */
export interface TelegramMessage {
  readonly message_id: number;
  readonly message_thread_id?: number;
  readonly is_topic_message?: boolean;
  readonly from?: TelegramUser;
  readonly chat: { readonly id: number; readonly type: string };
  readonly text?: string;
  readonly entities?: readonly TelegramEntity[];
  readonly caption?: string;
  readonly caption_entities?: readonly TelegramEntity[];
  readonly reply_to_message?: TelegramMessage;
  readonly document?: { readonly file_id: string; readonly file_name?: string; readonly file_size?: number };
  /** Set on all messages of an album. */
  readonly media_group_id?: string;
  /** Present: somebody else's words, passed on. */
  readonly forward_origin?: unknown;
  /** Present: words that another bot wrote. */
  readonly via_bot?: unknown;
  /** The group goes on under this id. */
  readonly migrate_to_chat_id?: number;
}

/** The bot itself: who it is, and the commands to which it answers without being named. */
export interface Bot extends TelegramUser {
  readonly commands: ReadonlySet<string>;
}

/** An update, as far as we read it. */
export interface TelegramUpdate {
  readonly update_id: number;
  readonly message?: TelegramMessage;
  readonly callback_query?: {
    readonly id: string;
    readonly from: TelegramUser;
    readonly message?: TelegramMessage;
    readonly data?: string;
  };
  readonly inline_query?: { readonly id: string; readonly from: TelegramUser; readonly query: string };
  readonly poll_answer?: TelegramPollAnswer;
  /** The state of one of our polls: it tells what an id shows. */
  readonly poll?: { readonly id: string; readonly question: string; readonly options: readonly { text: string }[] };
  /** No update of Telegram's: something that is due by the clock, stored as an update with a negative number. */
  readonly due?: Due;
}

/** A vote on a poll of ours. */
export interface TelegramPollAnswer {
  readonly poll_id: string;
  /** Absent: a group votes, or someone anonymous. */
  readonly user?: TelegramUser;
  /** Empty: the vote was taken back. */
  readonly option_ids: readonly number[];
}

/** The kinds of update that we ask for. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'inline_query', 'poll', 'poll_answer'] as const;

/** Something said or pressed that the bot should react to. */
export interface Request {
  readonly updateId: number;
  readonly speaker: Speaker;
  /** The person's display name. */
  readonly name: string | null;
  readonly place: Place;
  readonly chatId: number;
  /** The message to which replies refer. */
  readonly messageId: number;
  /** The forum topic in which to reply; null: none. */
  readonly threadId: number | null;
  /** The update was taken up before, and the bot may have stopped before its reply was kept. */
  readonly isAgain: boolean;
  readonly said: /** `text` is null where the message holds no words (a sticker, a photo). */
    | { readonly kind: 'message'; readonly text: string | null }
    | { readonly kind: 'press'; readonly callbackId: string; readonly token: string }
    | {
        readonly kind: 'file';
        readonly fileId: string;
        readonly fileName: string;
        readonly sizeBytes: number | null;
        readonly caption: string;
      }
    /** Typed behind the bot's name in any chat. */
    | { readonly kind: 'inline'; readonly queryId: string; readonly text: string }
    /** Options chosen of a posed question. */
    | { readonly kind: 'answer'; readonly token: string; readonly options: readonly number[] }
    /** Nobody said anything: something is due. */
    | { readonly kind: 'due'; readonly token: string }
    /** The group goes on under another id; nothing is replied. */
    | { readonly kind: 'moved'; readonly to: number };
}

/** The chat that an update belongs to; updates of one chat are handled in order. */
export function chatKeyOf(update: TelegramUpdate): string {
  // An update without a chat is malformed: it is given up when its turn comes, not here.
  const chat =
    update.due?.chat ??
    (update.message ?? update.callback_query?.message)?.chat?.id ??
    update.callback_query?.from?.id ??
    update.inline_query?.from?.id;
  return String(chat ?? 'none');
}

/** The request in an update, or null where it is none of the bot's business (others' talk in a group, bots, channels). */
export function requestOf(update: TelegramUpdate, bot: Bot): Request | null {
  const { message, callback_query: press, due } = update;
  if (due) return dueRequest(update.update_id, due);
  if (message) return messageRequest(update.update_id, message, bot);
  if (update.inline_query) return inlineRequest(update.update_id, update.inline_query);
  if (!press?.message) return null;
  const said = { kind: 'press', callbackId: press.id, token: press.data ?? '' } as const;
  return request(update.update_id, { message: press.message, from: press.from }, said);
}

/** The request in a vote that is whole (`votes.ts`); null where it is on a poll that was forwarded to somebody else. */
export function answerRequest(
  updateId: number,
  { user, option_ids }: TelegramPollAnswer,
  { token, chat, messageId }: FoundPoll,
): Request | null {
  const isGroup = chat.startsWith('-');
  if (user === undefined || (!isGroup && chat !== String(user.id))) return null;
  const message = { message_id: messageId ?? 0, chat: { id: Number(chat), type: isGroup ? 'group' : 'private' } };
  return request(updateId, { message, from: user }, { kind: 'answer', token, options: option_ids });
}

function dueRequest(updateId: number, { chat, user, token }: Due): Request | null {
  const message = { message_id: 0, chat: { id: Number(chat), type: chat.startsWith('-') ? 'group' : 'private' } };
  return request(updateId, { message, from: { id: Number(user), is_bot: false } }, { kind: 'due', token });
}

function messageRequest(updateId: number, message: TelegramMessage, bot: Bot): Request | null {
  if (!message.from) return null;
  if (message.migrate_to_chat_id !== undefined) {
    return request(updateId, { message, from: message.from }, { kind: 'moved', to: message.migrate_to_chat_id });
  }
  if (message.from.is_bot) return null;
  const text = message.text ?? message.caption ?? null;
  // A command is what a person says themselves: one that is passed on is somebody else's.
  const isPassedOn = message.forward_origin !== undefined || message.via_bot !== undefined;
  if (isPassedOn && text !== null && /^\s*\//u.test(text)) return null;
  const isPrivate = message.chat.type === 'private';
  const addressed = text === null ? null : addressedText(text, message, bot);
  if (!isPrivate && addressed === null) return null;
  const { document } = message;
  if (document) return request(updateId, { message, from: message.from }, fileSaid(document, addressed ?? text ?? ''));
  // Of an album only the picture with the words is answered: ten replies to one album are nine too many.
  if (text === null && message.media_group_id !== undefined) return null;
  return request(updateId, { message, from: message.from }, { kind: 'message', text: addressed ?? text });
}

function fileSaid(document: NonNullable<TelegramMessage['document']>, caption: string): Request['said'] {
  const { file_id: fileId, file_name: fileName = 'file', file_size: sizeBytes = null } = document;
  return { kind: 'file', fileId, fileName, sizeBytes, caption };
}

function inlineRequest(
  updateId: number,
  { id, from, query }: NonNullable<TelegramUpdate['inline_query']>,
): Request | null {
  const message = { message_id: 0, chat: { id: from.id, type: 'private' } };
  return request(updateId, { message, from }, { kind: 'inline', queryId: id, text: query });
}

function nameOf({ first_name, last_name, username }: TelegramUser): string | null {
  const name = [first_name, last_name]
    .filter((part) => part !== undefined)
    .join(' ')
    .trim();
  return displayName(name) ?? displayName(username ?? '');
}

function request(
  updateId: number,
  { message, from }: { message: TelegramMessage; from: TelegramUser },
  said: Request['said'],
): Request | null {
  const place = placeOf(message.chat.type);
  if (place === null) return null;
  const language = from.language_code === undefined || from.language_code.startsWith('zh') ? 'zh' : 'en';
  return {
    updateId,
    speaker: { channel: 'telegram', chat: String(message.chat.id), user: String(from.id), language },
    name: nameOf(from),
    place,
    chatId: message.chat.id,
    messageId: message.message_id,
    threadId: message.is_topic_message === true ? (message.message_thread_id ?? null) : null,
    isAgain: false,
    said,
  };
}

function placeOf(chatType: string): Place | null {
  if (chatType === 'private') return 'private';
  return chatType === 'group' || chatType === 'supergroup' ? 'group' : null;
}

/** The text as said to the bot, without its name; null where it is not said to the bot: no mention, reply or command of its. */
function addressedText(text: string, message: TelegramMessage, bot: Bot): string | null {
  const name = `@${bot.username ?? ''}`.toLowerCase();
  const [command, word = '', to] = /^\/(\w+)(@\w+)?/u.exec(text) ?? [];
  if (command !== undefined)
    return (to === undefined ? bot.commands.has(word.toLowerCase()) : to.toLowerCase() === name) ? text : null;
  const mentions = (message.entities ?? message.caption_entities ?? []).filter((entity) => {
    if (entity.type === 'text_mention') return entity.user?.id === bot.id;
    return entity.type === 'mention' && text.slice(entity.offset, entity.offset + entity.length).toLowerCase() === name;
  });
  if (mentions.length > 0) return withoutSpans(text, mentions);
  return message.reply_to_message?.from?.id === bot.id ? text : null;
}

function withoutSpans(text: string, spans: readonly TelegramEntity[]): string {
  return [...spans]
    .sort((a, b) => b.offset - a.offset)
    .reduce((rest, { offset, length }) => `${rest.slice(0, offset)} ${rest.slice(offset + length)}`, text)
    .trim();
}
