// Handles one request: the conversation makes the reply, the outbox keeps it, then it is delivered. A failure reaches the asker as a plain sentence.
import type { Alerts } from '../../chat/alerts.ts';
import type { Conversation, Setting } from '../../chat/conversation.ts';
import { MAX_FILE_BYTES } from '../../chat/corpus/file-upload.ts';
import { wordingFor } from '../../chat/i18n/wording.ts';
import { plainReply, type Reply } from '../../chat/reply.ts';
import type { Semaphore } from '../../serial-queue.ts';
import type { Inbox } from '../../store/state/inbox.ts';
import type { Log } from '../log.ts';
import { readPressed } from '../posed-choices.ts';
import type { Sleep } from '../sleep.ts';
import type { BotApi } from './api.ts';
import { callsOf, closingCalls } from './calls.ts';
import { deliver, moveChat } from './deliver.ts';
import { acknowledgePress, answerInline } from './send.ts';
import type { Request } from './update.ts';
import { type Signs, whileWaiting } from './waiting.ts';

/** The parts of a handler. */
export interface HandlerParts {
  readonly api: BotApi;
  readonly conversation: Conversation;
  readonly inbox: Inbox;
  readonly semaphore: Semaphore;
  readonly log: Log;
  readonly sleep: Sleep;
  readonly now: () => Date;
  readonly alerts?: Alerts | undefined;
  /** The bot's name, for links that open a chat with it. */
  readonly botName: string;
}

/** Handles a request to its end. False where the bot stopped before the reply was out: it is taken up again at the next start. */
export async function handleRequest(request: Request, parts: HandlerParts): Promise<boolean> {
  const { said, speaker } = request;
  const id = String(request.updateId);
  const { conversation, api, inbox } = parts;
  if (said.kind === 'moved') {
    moveChat(speaker, String(said.to), parts);
    return true;
  }
  if (said.kind === 'inline') {
    await answerInline(said.queryId, await makeReply(request, parts), api);
    return true;
  }
  if (!conversation.canReach(speaker.channel, speaker.chat)) {
    // Nobody said anything: who blocked the bot is not written to.
    if (said.kind === 'due') return true;
    conversation.noteReach(speaker.channel, speaker.chat, true);
  }
  if (inbox.drafted(id) === null) {
    const reply = await makeReply(request, parts);
    if (said.kind === 'press') await acknowledgePress(said.callbackId, noteOf(reply), api);
    if (reply === null || (said.kind === 'press' && reply.shownAs === 'note')) return true;
    inbox.draft(
      id,
      [...callsOf(request, reply), ...closingCalls(reply, inbox.polls)].map((call) => JSON.stringify(call)),
    );
  }
  return deliver(request, parts);
}

function noteOf(reply: Reply | null): string {
  return reply?.shownAs === 'note' ? reply.blocks[0].text : '';
}

async function makeReply(request: Request, parts: HandlerParts): Promise<Reply | null> {
  const { said, updateId } = request;
  const settingOf = (signs: Partial<Signs>): Setting => ({
    speaker: request.speaker,
    place: request.place,
    name: request.name,
    again: request.isAgain,
    messageId: String(updateId),
    // A native quiz poll shows at once what was right.
    showsVerdict: said.kind === 'answer',
    showsPictures: true,
    ...signs,
    linkTo: (payload) => `https://t.me/${parts.botName}?start=${payload}`,
  });
  const work = (signs: Partial<Signs>): Promise<Reply | null> =>
    parts.semaphore.run(() => replyTo(request, settingOf(signs), parts));
  try {
    return isQuiet(said) ? await work({}) : await whileWaiting(request, work, parts);
  } catch (error) {
    const id = updateId.toString(36);
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parts.log('error', `telegram: request ${id} failed: ${reason}`);
    parts.alerts?.raise(wordingFor('zh').requestFailed(id));
    const text = said.kind === 'message' ? said.text : null;
    return isQuiet(said) ? null : parts.conversation.failed(settingOf({}), { id, text });
  }
}

/** True where nobody waits for words: neither signs nor apologies are shown. */
function isQuiet({ kind }: Request['said']): boolean {
  return kind === 'inline' || kind === 'answer' || kind === 'due';
}

async function replyTo({ said }: Request, setting: Setting, parts: HandlerParts): Promise<Reply | null> {
  const { conversation, api } = parts;
  switch (said.kind) {
    case 'press': {
      const pressed = readPressed(said.token);
      return pressed === null
        ? conversation.press(setting, said.token)
        : conversation.answer(setting, pressed.token, { options: [pressed.option] });
    }
    case 'answer':
      return conversation.answer(setting, said.token, { options: said.options });
    case 'due':
      return conversation.deliverDue(setting, said.token);
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
