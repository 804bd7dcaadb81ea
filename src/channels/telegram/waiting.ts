// What a person sees while an answer is made: the typing sign, the sentence that answers while a language model
// still chooses, and for slow work a line that says so. Never fails the work.
import { wordingFor } from '../../chat/i18n/wording.ts';
import type { Sleep } from '../sleep.ts';
import type { BotApi } from './api.ts';
import { escapeHtml, plainHtml } from './draw.ts';
import { acknowledgePress } from './send.ts';
import type { Request } from './update.ts';

/** The time after which a typing sign is shown again. */
const TYPING_LASTS_MS = 4_500;
/** From when on a work counts as slow. */
const SLOW_AFTER_MS = 6_000;
const CALL_LIMIT_MS = 1_000;
const MAX_DRAFT_CHARACTERS = 3_000;
const LINE_OPTIONS = { tries: 1, timeoutMs: 5_000 };

interface WaitingParts {
  readonly api: BotApi;
  readonly sleep: Sleep;
}

/** Ways to show how far a work is. */
export interface Signs {
  readonly onProgress: (line: string) => void;
  /** Gets one sentence after the other. */
  readonly onText: (sentence: string) => void;
}

/** Does a work and shows that it is under way. The work may tell how far it is. */
export async function whileWaiting<T>(
  request: Request,
  work: (signs: Signs) => Promise<T>,
  parts: WaitingParts,
): Promise<T> {
  const done = new AbortController();
  const line = createStatusLine((text, messageId) => drawStatusLine(text, messageId, { request, api: parts.api }));
  // In private what is written shows as a draft, which the reply replaces without a trace; groups have no drafts.
  const draft = request.place === 'private' ? createStatusLine((text) => drawDraft(text, request, parts.api)) : line;
  let written = '';
  const onText = (sentence: string): void => {
    written = `${written}${sentence}`.slice(-MAX_DRAFT_CHARACTERS);
    draft.show(`${written} …`);
  };
  const signs = request.said.kind === 'press' ? Promise.resolve() : showTyping(request, parts, done.signal);
  const slow = showSlow(request, { ...parts, line }, done.signal);
  try {
    return await work({ onProgress: (text) => line.show(text), onText });
  } finally {
    done.abort();
    // Signs must be over before the reply is sent: afterwards they would stay without a cause.
    await Promise.all([signs, slow]);
    await draft.settled();
    const messageId = await line.settled();
    const place = messageId === null ? null : { chat_id: request.chatId, message_id: messageId };
    if (place !== null) await parts.api.call('deleteMessage', place, { tries: 2 });
  }
}

async function showTyping(
  { chatId, threadId }: Request,
  { api, sleep }: WaitingParts,
  signal: AbortSignal,
): Promise<void> {
  const topic = threadId === null ? {} : { message_thread_id: threadId };
  const payload = { chat_id: chatId, action: 'typing' as const, ...topic };
  do {
    await api.call('sendChatAction', payload, { tries: 1, timeoutMs: CALL_LIMIT_MS });
    await sleep(TYPING_LASTS_MS, signal);
  } while (!signal.aborted);
}

async function showSlow(
  { said, speaker }: Request,
  { api, sleep, line }: WaitingParts & { line: StatusLine },
  signal: AbortSignal,
): Promise<void> {
  await sleep(SLOW_AFTER_MS, signal);
  if (signal.aborted) return;
  if (said.kind === 'press') await acknowledgePress(said.callbackId, '', api);
  line.show(wordingFor(speaker.language).working);
}

/** One message that is rewritten as work goes on. */
interface StatusLine {
  show(text: string): void;
  /** Shows nothing more; gives the message's id once all calls have ended, null where there is none. */
  settled(): Promise<number | null>;
}

function createStatusLine(drawText: (text: string, messageId: number | null) => Promise<number | null>): StatusLine {
  let messageId: number | null = null;
  let shown = '';
  let next: string | null = null;
  let drawing: Promise<void> | null = null;
  const draw = async (): Promise<void> => {
    while (next !== null) {
      const text = next;
      next = null;
      if (text !== shown) messageId = await drawText(text, messageId);
      shown = text;
    }
    drawing = null;
  };
  return {
    // While one state is drawn, only the latest of the later ones is kept: work never waits for its line.
    show: (text) => {
      next = text;
      drawing ??= draw();
    },
    settled: async () => {
      next = null;
      await drawing;
      return messageId;
    },
  };
}

/** Sends the line, or rewrites it; returns its message's id, null while there is none. */
async function drawStatusLine(
  text: string,
  messageId: number | null,
  { request: { chatId, threadId }, api }: { request: Request; api: BotApi },
): Promise<number | null> {
  const body = { chat_id: chatId, text: escapeHtml(text), parse_mode: 'HTML' as const };
  if (messageId !== null) {
    await api.call('editMessageText', { ...body, message_id: messageId }, LINE_OPTIONS);
    return messageId;
  }
  const topic = threadId === null ? {} : { message_thread_id: threadId };
  const outcome = await api.call('sendMessage', { ...body, ...topic, disable_notification: true }, LINE_OPTIONS);
  return outcome.ok ? ((outcome.result as { message_id?: number }).message_id ?? null) : null;
}

/** Shows a draft of the reply; it leaves no message. */
async function drawDraft(text: string, { chatId, threadId, updateId }: Request, api: BotApi): Promise<null> {
  const topic = threadId === null ? {} : { message_thread_id: threadId };
  const body = {
    chat_id: chatId,
    draft_id: Math.abs(updateId) || 1,
    text: plainHtml(text),
    parse_mode: 'HTML' as const,
    ...topic,
  };
  await api.call('sendMessageDraft', body, LINE_OPTIONS);
  return null;
}
