// Delivers a kept reply: what of it has not arrived is sent, in order, until it is out or cannot be. It makes no reply.
import type { Alerts } from '../../chat/alerts.ts';
import type { Conversation } from '../../chat/conversation.ts';
import type { Inbox } from '../../store/state/inbox.ts';
import type { Log } from '../log.ts';
import type { BotApi, CallOutcome } from './api.ts';
import { type KeptCall, writtenInstead } from './calls.ts';
import { describeFault } from './fault.ts';
import { type MakeOptions, makeCall } from './send.ts';
import type { Request } from './update.ts';

/** The parts of delivery. */
export interface DeliveryParts {
  readonly api: BotApi;
  readonly conversation: Conversation;
  readonly inbox: Inbox;
  readonly log: Log;
  readonly now: () => Date;
  readonly alerts?: Alerts | undefined;
}

/** Sends what of a kept reply has not arrived. A message that is declined for good ends the reply. False where the bot stopped first. */
export async function deliver(request: Request, parts: DeliveryParts): Promise<boolean> {
  const { inbox, log, conversation, alerts } = parts;
  const { speaker } = request;
  const id = String(request.updateId);
  for (const { n, payload } of inbox.drafted(id) ?? []) {
    const call = JSON.parse(payload) as KeptCall;
    const outcome = await send(call, request, parts);
    if (outcome.ok) {
      // First the poll's id: were it lost, an answer would find its question by its looks alone.
      notePoll(call, outcome.result, parts);
      inbox.arrived(id, n);
      continue;
    }
    if (outcome.fault === 'stopped') return false;
    // A poll that cannot be closed has closed itself, or is gone.
    if (call.method === 'stopPoll' && outcome.fault.kind === 'rejected') continue;
    if (outcome.fault.kind === 'blocked') conversation.noteReach(speaker.channel, speaker.chat, false);
    else alerts?.raise(describeFault(outcome.fault));
    log('error', `telegram: a reply was not delivered: ${describeFault(outcome.fault)}`);
    return true;
  }
  return true;
}

/** Makes a kept call; where the group has moved meanwhile, in its new place. */
async function send(call: KeptCall, { speaker }: Request, parts: DeliveryParts): Promise<CallOutcome<unknown>> {
  const { api } = parts;
  const options = optionsOf(call, parts);
  const outcome = await makeCall(call, api, options);
  if (outcome.ok || outcome.fault === 'stopped') return outcome;
  if (outcome.fault.kind === 'rejected' && call.method === 'sendPoll') {
    parts.log(
      'warn',
      `telegram: a poll was declined, its question is written instead: ${describeFault(outcome.fault)}`,
    );
    return makeCall(writtenInstead(call, speaker.language), api);
  }
  if (outcome.fault.kind !== 'moved') return outcome;
  const { chatId } = outcome.fault;
  moveChat(speaker, String(chatId), parts);
  return makeCall(call, api, { ...options, chatId });
}

/** A chat goes on under another id. */
export function moveChat(
  { channel, chat }: Request['speaker'],
  to: string,
  { conversation, inbox }: Pick<DeliveryParts, 'conversation' | 'inbox'>,
): void {
  conversation.moveChat(channel, chat, to);
  inbox.polls.moveChat(chat, to);
}

/** A poll is noted before each try: one whose sending is never confirmed may stand in the chat all the same. */
function optionsOf(call: KeptCall, { inbox, now }: DeliveryParts): MakeOptions {
  if (call.method !== 'sendPoll') return {};
  const { token, payload } = call;
  const options = payload.options.map(({ text }) => text);
  const place = { chat: String(payload.chat_id), threadId: payload.message_thread_id ?? null };
  const poll = { token, ...place, question: payload.question, options };
  return { beforeTry: () => inbox.polls.put(poll, now()) };
}

function notePoll(call: KeptCall, result: unknown, { inbox, now }: DeliveryParts): void {
  if (call.method !== 'sendPoll') return;
  // Where the question was written instead, the message holds no poll.
  const { message_id, poll } = result as { readonly message_id?: number; readonly poll?: { readonly id?: string } };
  if (poll?.id === undefined) return;
  inbox.polls.arrived(poll.id, { token: call.token, messageId: message_id ?? null }, now());
}
