// Handles one request: the conversation makes the reply, the outbox keeps it, then it is delivered. A failure reaches the asker as a plain sentence.
import type { Alerts } from '../../chat/alerts.ts';
import type { Conversation, Setting } from '../../chat/conversation.ts';
import { MAX_FILE_BYTES } from '../../chat/filing.ts';
import type { Inbox } from '../../chat/inbox.ts';
import { plainReply, type Reply } from '../../chat/reply.ts';
import { wordingFor } from '../../chat/wordings.ts';
import type { Log } from '../log.ts';
import type { BotApi, Outcome, Sleep } from './api.ts';
import { describeFault } from './fault.ts';
import type { Slots } from './queue.ts';
import { acknowledgePress, answerInline, callsOf, type KeptCall, makeCall } from './send.ts';
import type { Request } from './update.ts';
import { type Signs, whileWaiting } from './waiting.ts';

/** What handling needs. */
export interface HandlerParts {
  readonly api: BotApi;
  readonly conversation: Conversation;
  readonly inbox: Inbox;
  readonly slots: Slots;
  readonly log: Log;
  readonly sleep: Sleep;
  readonly alerts?: Alerts | undefined;
  /** The bot's name, for links that open a chat with it. */
  readonly botName: string;
}

/** Handles a request to its end. False where the bot stopped before the reply was out: it is taken up again at the next start. */
export async function handleRequest(request: Request, parts: HandlerParts): Promise<boolean> {
  const { said, speaker, updateId } = request;
  const { conversation, api, inbox } = parts;
  if (said.kind === 'moved') {
    conversation.moveChat(speaker.channel, speaker.chat, String(said.to));
    return true;
  }
  if (said.kind === 'inline') {
    await answerInline(said.queryId, await makeReply(request, parts), api);
    return true;
  }
  if (!conversation.canReach(speaker.channel, speaker.chat))
    conversation.noteReach(speaker.channel, speaker.chat, true);
  if (inbox.drafted(updateId) === null) {
    const reply = await makeReply(request, parts);
    if (said.kind === 'press') await acknowledgePress(said.callbackId, noteOf(reply), api);
    if (reply === null || (said.kind === 'press' && reply.shownAs === 'note')) return true;
    inbox.draft(
      updateId,
      callsOf(request, reply).map((call) => JSON.stringify(call)),
    );
  }
  return deliver(request, parts);
}

function noteOf(reply: Reply | null): string {
  return reply?.shownAs === 'note' ? reply.blocks[0].text : '';
}

/** Sends what of a kept reply has not arrived. A message that is declined for good ends the reply. */
async function deliver(request: Request, parts: HandlerParts): Promise<boolean> {
  const { inbox, log, conversation } = parts;
  const { updateId, speaker } = request;
  for (const { n, payload } of inbox.drafted(updateId) ?? []) {
    const outcome = await send(JSON.parse(payload) as KeptCall, request, parts);
    if (outcome.ok) {
      inbox.arrived(updateId, n);
      continue;
    }
    if (outcome.fault === 'stopped') return false;
    if (outcome.fault.kind === 'blocked') conversation.noteReach(speaker.channel, speaker.chat, false);
    else parts.alerts?.raise(describeFault(outcome.fault));
    log('error', `telegram: a reply was not delivered: ${describeFault(outcome.fault)}`);
    return true;
  }
  return true;
}

/** Makes a kept call; where the group has moved meanwhile, in its new place. */
async function send(
  call: KeptCall,
  { speaker }: Request,
  { api, conversation }: HandlerParts,
): Promise<Outcome<unknown>> {
  const outcome = await makeCall(call, api);
  if (outcome.ok || outcome.fault === 'stopped' || outcome.fault.kind !== 'moved') return outcome;
  conversation.moveChat(speaker.channel, speaker.chat, String(outcome.fault.chatId));
  return makeCall(call, api, outcome.fault.chatId);
}

async function makeReply(request: Request, parts: HandlerParts): Promise<Reply | null> {
  const { said, updateId } = request;
  const settingOf = (signs: Partial<Signs>): Setting => ({
    speaker: request.speaker,
    place: request.place,
    name: request.name,
    ...signs,
    linkTo: (payload) => `https://t.me/${parts.botName}?start=${payload}`,
  });
  const work = (signs: Partial<Signs>): Promise<Reply | null> =>
    parts.slots.run(() => replyTo(request, settingOf(signs), parts));
  try {
    return said.kind === 'inline' ? await work({}) : await whileWaiting(request, work, parts);
  } catch (error) {
    const id = updateId.toString(36);
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parts.log('error', `telegram: request ${id} failed: ${reason}`);
    parts.alerts?.raise(wordingFor('zh').requestFailed(id));
    const text = said.kind === 'message' ? said.text : null;
    return said.kind === 'inline' ? null : parts.conversation.failed(settingOf({}), { id, text });
  }
}

async function replyTo({ said }: Request, setting: Setting, parts: HandlerParts): Promise<Reply | null> {
  const { conversation, api } = parts;
  switch (said.kind) {
    case 'press':
      return conversation.press(setting, said.token);
    case 'inline':
      return conversation.inline({ ...setting, speaker: { ...setting.speaker, chat: 'inline' } }, said.text);
    case 'file': {
      const download = (): Promise<Uint8Array> => api.download(said.fileId, MAX_FILE_BYTES);
      return conversation.receive(setting, {
        name: said.fileName,
        sizeBytes: said.sizeBytes,
        caption: said.caption,
        download,
      });
    }
    case 'message':
      return said.text === null
        ? wordless(setting, conversation)
        : conversation.handle({ ...setting, text: said.text });
    case 'moved':
      return null;
  }
}

/** A sticker or picture: members are told what can be read, anyone else what they are told anyway. */
async function wordless(setting: Setting, conversation: Conversation): Promise<Reply | null> {
  const reply = await conversation.handle({ ...setting, text: '' });
  const { language } = setting.speaker;
  if (reply === null || reply.shownAs === 'note') return reply;
  return plainReply(language, wordingFor(language).wordsOnly);
}
