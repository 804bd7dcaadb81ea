// The calls of the Bot API that deliver a reply, as data that can be kept and repeated. It makes no call.
import { Buffer } from 'node:buffer';
import { linesOfPosed } from '../../chat/render.ts';
import type { Posed, Reply } from '../../chat/reply.ts';
import type { Polls } from '../../store/state/polls.ts';
import type { Language } from '../../types.ts';
import { choicesOf } from '../posed-choices.ts';
import { type DrawnMessage, drawReply, plainHtml, rowsOf } from './draw.ts';
import { type DrawnPoll, drawPoll, POLL_LIMITS } from './draw-poll.ts';
import type { Request } from './update.ts';

/** A call as it is kept in the outbox. */
export type KeptCall =
  | { readonly method: 'sendMessage' | 'editMessageText'; readonly payload: MessagePayload }
  | { readonly method: 'sendDocument'; readonly payload: DocumentPayload }
  | { readonly method: 'sendPhoto'; readonly payload: PhotoPayload }
  | { readonly method: 'stopPoll'; readonly payload: { readonly chat_id: number; readonly message_id: number } }
  | { readonly method: 'sendPoll'; readonly token: string; readonly payload: PollPayload };

interface Target {
  readonly chat_id: number;
  readonly message_thread_id?: number;
  readonly reply_parameters?: { readonly message_id: number; readonly allow_sending_without_reply: true };
}

interface Keyboard {
  readonly inline_keyboard: { text: string; callback_data: string }[][];
}

interface MessagePayload extends Partial<Target> {
  readonly chat_id: number;
  /** Set where a message is replaced. */
  readonly message_id?: number;
  readonly text: string;
  readonly parse_mode: 'HTML';
  readonly link_preview_options: { readonly is_disabled: true };
  readonly reply_markup?: Keyboard | { readonly force_reply: true };
}

interface DocumentPayload extends Target {
  readonly document: { readonly name: string; readonly text: string };
}

interface PhotoPayload extends Target {
  readonly photo: { readonly name: string; readonly base64: string };
  readonly caption: string;
  readonly parse_mode: 'HTML';
  readonly reply_markup?: Keyboard;
}

interface PollPayload extends Target, DrawnPoll {
  readonly reply_markup?: Keyboard;
}

const MAX_CAPTION_CHARACTERS = 1_024;

/** The calls that deliver a reply, in order. */
export function callsOf(request: Request, reply: Reply): KeptCall[] {
  const target: Target = {
    chat_id: request.chatId,
    ...(request.threadId === null ? {} : { message_thread_id: request.threadId }),
    ...(request.messageId === 0
      ? {}
      : { reply_parameters: { message_id: request.messageId, allow_sending_without_reply: true } }),
  };
  const { file } = reply;
  const said = sayingCalls(request, reply, target);
  return file === undefined ? said : [...said, { method: 'sendDocument', payload: { ...target, document: file } }];
}

/** The calls that close the polls of questions which take no answer any more. */
export function closingCalls({ closes = [] }: Reply, polls: Pick<Polls, 'placesOf'>): KeptCall[] {
  return closes.flatMap((token) =>
    polls.placesOf(token).map(({ chat, messageId }): KeptCall => {
      return { method: 'stopPoll', payload: { chat_id: Number(chat), message_id: messageId } };
    }),
  );
}

/** A question, a picture or words; a question carries no picture. */
function sayingCalls(request: Request, reply: Reply, target: Target): KeptCall[] {
  const { picture, posed } = reply;
  if (posed !== undefined) return posedCalls(posed, reply, { request, target });
  if (picture !== undefined) return pictureCalls(picture, reply, { request, target });
  return messageCalls(request, reply, target);
}

function messageCalls(request: Request, reply: Reply, target: Target): KeptCall[] {
  const isEdit = isEditing(request, reply);
  return drawReply(reply).map((drawn, index): KeptCall => {
    if (!isEdit || index > 0) return { method: 'sendMessage', payload: { ...target, ...bodyOf(drawn) } };
    const place = { chat_id: request.chatId, message_id: request.messageId };
    return { method: 'editMessageText', payload: { ...place, ...bodyOf(drawn) } };
  });
}

function isEditing({ said }: Request, { shownAs }: Reply): boolean {
  return shownAs === 'edit' && said.kind === 'press';
}

/** A poll, with what the reply says above its question where there is room; else lines of text. */
function posedCalls(posed: Posed, reply: Reply, { request, target }: { request: Request; target: Target }): KeptCall[] {
  const { posed: _, ...said } = reply;
  const above = drawReply({ ...said, buttons: [] }, POLL_LIMITS.description);
  const isOnePiece = above.length <= 1 && !isEditing(request, reply);
  const poll = drawPoll(posed, isOnePiece ? above[0] : null);
  if (poll === null) return writtenCalls(posed, reply, { request, target });
  const keyboard = keyboardOf(rowsOf(reply.buttons));
  // The next question of a set refers to no message: it would quote the question before.
  const { reply_parameters: _parameters, ...place } = target;
  const where = request.said.kind === 'answer' ? place : target;
  const call: KeptCall = { method: 'sendPoll', token: posed.token, payload: { ...where, ...poll, ...keyboard } };
  return isOnePiece ? [call] : [...messageCalls(request, { ...said, buttons: [] }, target), call];
}

function writtenCalls(
  posed: Posed,
  { posed: _, ...reply }: Reply,
  { request, target }: { request: Request; target: Target },
): KeptCall[] {
  const [first, ...more] = reply.blocks;
  const blocks = [first, ...more, ...linesOfPosed(posed, reply.language)] as const;
  const buttons = [...choicesOf(posed), ...reply.buttons];
  const calls = messageCalls(request, { ...reply, blocks, buttons }, target);
  const last = calls.at(-1);
  if (buttons.length > 0 || last?.method !== 'sendMessage') return calls;
  // Nothing to press: the person's app opens the field to write in.
  return [...calls.slice(0, -1), { ...last, payload: { ...last.payload, reply_markup: { force_reply: true } } }];
}

/** The message that takes the place of a poll which the server declines: a group may allow messages and forbid polls. */
export function writtenInstead(
  { token, payload }: Extract<KeptCall, { method: 'sendPoll' }>,
  language: Language,
): KeptCall {
  const { question, options, allows_multiple_answers, description, reply_markup, ...rest } = payload;
  const { chat_id, message_thread_id, reply_parameters } = rest;
  const texts = options.map(({ text }) => text);
  const form = allows_multiple_answers ? 'several' : 'one';
  const posed: Posed = { token, form, question, options: texts, key: null, closesInSeconds: null };
  const [first, ...more] = linesOfPosed(posed, language);
  const blocks = [first ?? { kind: 'headline', text: question }, ...more] as const;
  const [drawn] = drawReply({ language, blocks, buttons: choicesOf(posed) });
  const rows = [...(drawn?.keyboard ?? []), ...(reply_markup?.inline_keyboard ?? [])];
  const html = [description ?? '', drawn?.html ?? ''].filter((part) => part !== '').join('\n');
  const place = {
    chat_id,
    ...(message_thread_id && { message_thread_id }),
    ...(reply_parameters && { reply_parameters }),
  };
  return { method: 'sendMessage', payload: { ...place, ...bodyOf({ html, keyboard: rows }) } };
}

type Picture = NonNullable<Reply['picture']>;

/** A picture with the whole reply under it where there is room; else with its own words, and the reply in messages of its own. */
function pictureCalls(
  picture: Picture,
  { picture: _, ...reply }: Reply,
  { request, target }: { request: Request; target: Target },
): KeptCall[] {
  const [under, ...more] = drawReply(reply, MAX_CAPTION_CHARACTERS);
  if (under !== undefined && more.length === 0) return [photoCall(picture, under, target)];
  const own = { html: plainHtml(picture.caption.slice(0, MAX_CAPTION_CHARACTERS)), keyboard: [] };
  return [photoCall(picture, own, target), ...messageCalls(request, reply, target)];
}

function photoCall({ name, png }: Picture, { html, keyboard }: DrawnMessage, target: Target): KeptCall {
  const photo = { name, base64: Buffer.from(png).toString('base64') };
  const payload = { ...target, photo, caption: html, parse_mode: 'HTML' as const, ...keyboardOf(keyboard) };
  return { method: 'sendPhoto', payload };
}

function bodyOf({ html, keyboard }: DrawnMessage) {
  return {
    text: html,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...keyboardOf(keyboard),
  } as const;
}

function keyboardOf(rows: DrawnMessage['keyboard']): { readonly reply_markup?: Keyboard } {
  if (rows.length === 0) return {};
  return { reply_markup: { inline_keyboard: rows.map((row) => row.map((button) => ({ ...button }))) } };
}
