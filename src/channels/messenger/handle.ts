// Handles one request of a messenger: the conversation makes the reply, the outbox keeps it, then it is sent until it is out or cannot be.
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
import type { MessengerAdapter, MessengerRequest, SendOutcome } from './adapter.ts';
import { createPreview, type Signs } from './preview.ts';
import type { RateGate } from './rate-gate.ts';

/** The parts of a handler. */
export interface HandlerParts<Update, Message> {
  readonly adapter: MessengerAdapter<Update, Message>;
  readonly conversation: Conversation;
  readonly inbox: Inbox;
  readonly semaphore: Semaphore;
  readonly gate: RateGate;
  readonly log: Log;
  readonly sleep: Sleep;
  readonly now: () => Date;
  readonly alerts?: Alerts | undefined;
  /** Aborted: the channel stops, and drops what is under way. */
  readonly signal: AbortSignal;
}

/** Handles a request to its end. False where the program stopped before the reply was out: it is taken up again at the next start. */
export async function handleRequest<Update, Message>(
  request: MessengerRequest<Update>,
  parts: HandlerParts<Update, Message>,
): Promise<boolean> {
  const { speaker, said, id } = request;
  const { conversation, inbox, adapter } = parts;
  if (!conversation.canReach(speaker.channel, speaker.chat)) {
    // Nobody said anything: who put the bot out is not written to.
    if (said.kind === 'due') return true;
    conversation.noteReach(speaker.channel, speaker.chat, true);
  }
  if (inbox.drafted(id) === null) {
    const reply = await makeReply(request, parts);
    if (parts.signal.aborted && reply === null) return false;
    if (reply === null) return true;
    inbox.draft(
      id,
      adapter.draw(reply, request).map((message) => JSON.stringify(message)),
    );
  }
  return deliver(request, parts);
}

async function deliver<Update, Message>(
  request: MessengerRequest<Update>,
  parts: HandlerParts<Update, Message>,
): Promise<boolean> {
  const { inbox, conversation, log, alerts } = parts;
  const { speaker, id } = request;
  for (const { n, payload } of inbox.drafted(id) ?? []) {
    const outcome = await sendUntilDone(JSON.parse(payload) as Message, request, parts);
    if (outcome === 'stopped') return false;
    if (outcome === 'sent') {
      inbox.arrived(id, n);
      continue;
    }
    if (outcome.kind === 'blocked') conversation.noteReach(speaker.channel, speaker.chat, false);
    else alerts?.raise(`${speaker.channel}: ${outcome.reason}`);
    log('error', `${speaker.channel}: a reply was not delivered: ${outcome.reason}`);
    return true;
  }
  return true;
}

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 30_000;

/** Sends a message until it has an outcome that another try would not better. */
export async function sendUntilDone<Update, Message>(
  message: Message,
  request: MessengerRequest<Update>,
  {
    adapter,
    gate,
    log,
    sleep,
    signal,
  }: Pick<HandlerParts<Update, Message>, 'adapter' | 'gate' | 'log' | 'sleep' | 'signal'>,
): Promise<Exclude<SendOutcome, { kind: 'retry' }> | 'stopped'> {
  // What left before, and whose outcome nobody knows, may have arrived: that it is declined now can be because of that.
  let mayHaveArrived = false;
  for (let failures = 0; ; failures += 1) {
    await gate.pass(request.speaker.chat, signal);
    if (signal.aborted) return 'stopped';
    const outcome = await adapter.send(message, request, { mayHaveArrived });
    if (outcome === 'sent') return outcome;
    if (outcome.kind === 'rejected' && (mayHaveArrived || request.isAgain)) {
      log('warn', `${adapter.channel}: ${outcome.reason}; it may have arrived before`);
      return 'sent';
    }
    if (outcome.kind !== 'retry') return outcome;
    mayHaveArrived ||= outcome.mayHaveArrived === true;
    const waitMs = outcome.waitMs ?? Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10));
    log('warn', `${adapter.channel}: ${outcome.reason}; next try in ${waitMs / 1_000} s`);
    await sleep(waitMs, signal);
  }
}

async function makeReply<Update, Message>(
  request: MessengerRequest<Update>,
  parts: HandlerParts<Update, Message>,
): Promise<Reply | null> {
  const { said, id } = request;
  const settingOf = (signs: Partial<Signs>): Setting => ({
    speaker: request.speaker,
    place: request.place,
    name: request.name,
    again: request.isAgain,
    messageId: id,
    ...signs,
  });
  const preview = said.kind === 'message' || said.kind === 'file' ? createPreview(request, parts) : null;
  try {
    return await parts.semaphore.run(() => replyTo(request, settingOf(preview?.signs ?? {}), parts));
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    // The program stops: the request is taken up again at the next start.
    if (parts.signal.aborted) return null;
    parts.log('error', `${request.speaker.channel}: request ${id} failed: ${reason}`);
    parts.alerts?.raise(wordingFor('zh').requestFailed(id));
    const text = said.kind === 'message' ? said.text : null;
    return said.kind === 'due' ? null : parts.conversation.failed(settingOf({}), { id: shortOf(id), text });
  } finally {
    await preview?.end();
  }
}

/** The id of a failure as a button's token takes it. */
function shortOf(id: string): string {
  return id.replace(/[^\w-]/gu, '').slice(-16) || '0';
}

async function replyTo<Update, Message>(
  { said, update }: MessengerRequest<Update>,
  setting: Setting,
  parts: HandlerParts<Update, Message>,
): Promise<Reply | null> {
  const { conversation } = parts;
  switch (said.kind) {
    case 'press': {
      const pressed = readPressed(said.token);
      return pressed === null
        ? conversation.press(setting, said.token)
        : conversation.answer(setting, pressed.token, { options: [pressed.option] });
    }
    case 'due':
      return conversation.deliverDue(setting, said.token);
    case 'file':
      return update === null ? null : receive(update, { caption: said.caption, setting }, parts);
    case 'message':
      return said.text === null
        ? wordless(setting, conversation)
        : conversation.handle({ ...setting, text: said.text });
  }
}

/** A file that has not come whole within this time is given up. */
const FILE_MS = 180_000;

async function receive<Update, Message>(
  update: Update,
  { caption, setting }: { caption: string; setting: Setting },
  { conversation, adapter, signal }: Pick<HandlerParts<Update, Message>, 'conversation' | 'adapter' | 'signal'>,
): Promise<Reply | null> {
  const reading = new AbortController();
  try {
    const isGivenUp = AbortSignal.any([reading.signal, signal, AbortSignal.timeout(FILE_MS)]);
    const { download, ...file } = await adapter.openFile(update, isGivenUp);
    return await conversation.receive(setting, { ...file, caption, download: () => download(MAX_FILE_BYTES) });
  } finally {
    reading.abort();
  }
}

/** A sticker or picture: members are told what can be read, anyone else what they are told anyway. */
async function wordless(setting: Setting, conversation: Conversation): Promise<Reply | null> {
  const reply = await conversation.handle({ ...setting, text: '' });
  const { language } = setting.speaker;
  if (reply === null || reply.shownAs === 'note') return reply;
  return plainReply(language, wordingFor(language).wordsOnly);
}
