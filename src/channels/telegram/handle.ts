// Handles one request: who may ask, the conversation, the reply. A failure in it reaches the asker as a plain sentence.
import { type AccessPolicy, mayAsk } from '../../chat/access.ts';
import type { Conversation } from '../../chat/conversation.ts';
import { plainReply, type Reply } from '../../chat/reply.ts';
import { wordingFor } from '../../chat/wordings.ts';
import type { Log } from '../log.ts';
import type { BotApi, Outcome, Sleep } from './api.ts';
import { acknowledgePress, sendReply, whileTyping } from './send.ts';
import type { Request } from './update.ts';

/** What handling needs. */
export interface HandlerParts {
  readonly api: BotApi;
  readonly conversation: Conversation;
  readonly policy: AccessPolicy;
  readonly log: Log;
  readonly sleep: Sleep;
}

/** Handles a request to its end. False where the bot stopped before the reply was out: the request is to be handled again. */
export async function handleRequest(request: Request, parts: HandlerParts): Promise<boolean> {
  const { speaker, place, said } = request;
  if (!mayAsk(parts.policy, speaker.user, place)) return refuseStranger(request, parts);
  if (said.kind === 'press') await acknowledgePress(said.callbackId, '', parts.api);
  const work = (): Promise<Reply> => replyTo(request, parts);
  const reply = said.kind === 'press' ? await work() : await whileTyping(request, work, parts);
  return isSettled(await sendReply(request, reply, parts));
}

function isSettled(outcome: Outcome<unknown>): boolean {
  return outcome.ok || outcome.fault !== 'stopped';
}

/** Strangers learn their id in private, so that an owner can let them in; in groups they get silence. */
async function refuseStranger(request: Request, parts: HandlerParts): Promise<boolean> {
  const { speaker, place, said } = request;
  const notice = wordingFor(speaker.language).notMember(speaker.user);
  if (said.kind === 'press') {
    await acknowledgePress(said.callbackId, notice, parts.api);
    return true;
  }
  if (place === 'group') return true;
  return isSettled(await sendReply(request, plainReply(speaker.language, notice), parts));
}

async function replyTo({ updateId, speaker, said }: Request, { conversation, log }: HandlerParts): Promise<Reply> {
  const wording = wordingFor(speaker.language);
  try {
    if (said.kind === 'press') return conversation.press(speaker, said.token);
    if (said.text === null) return plainReply(speaker.language, wording.wordsOnly);
    return await conversation.handle({ speaker, text: said.text });
  } catch (error) {
    const id = updateId.toString(36);
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log('error', `telegram: request ${id} failed: ${reason}`);
    return plainReply(speaker.language, wording.failed(id));
  }
}
