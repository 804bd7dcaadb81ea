// The engine of messengers: stores what comes, has it handled chat by chat, survives what happens. Telegram, whose updates are fetched
// and whose polls are its own, has a loop apart (`channels/telegram`) over the same inbox, clock and conversation.
import { once } from 'node:events';
import type { Alerts } from '../../chat/alerts.ts';
import type { Conversation } from '../../chat/conversation.ts';
import { wordingFor } from '../../chat/i18n/wording.ts';
import { readInput } from '../../chat/input.ts';
import type { Due } from '../../chat/practice/due.ts';
import { plainReply } from '../../chat/reply.ts';
import { createSemaphore, createSerialQueue } from '../../serial-queue.ts';
import type { Inbox } from '../../store/state/inbox.ts';
import { runClock } from '../clock.ts';
import type { Log } from '../log.ts';
import { endWithin, type Sleep, sleepFor } from '../sleep.ts';
import { takeUp } from '../take-up.ts';
import type { MessengerAdapter, MessengerRequest } from './adapter.ts';
import { type HandlerParts, handleRequest, sendUntilDone } from './handle.ts';
import { createRateGate } from './rate-gate.ts';

/** The options of a messenger. */
export interface MessengerOptions<Update, Message> {
  readonly adapter: MessengerAdapter<Update, Message>;
  readonly conversation: Conversation;
  /** The inbox of the adapter's channel. */
  readonly inbox: Inbox;
  readonly log: Log;
  /** Ends the channel when aborted. */
  readonly signal: AbortSignal;
  readonly alerts?: Alerts | undefined;
  readonly sleep?: Sleep;
  readonly now?: () => Date;
  /** Interval at which the clock looks for what is due; default 20 s. */
  readonly clockMs?: number;
  /** Longest time that a stop waits for replies that are under way; those left are given after the next start. */
  readonly graceMs?: number;
  /** Most replies that are made at once; default 16. Sending is not counted. */
  readonly concurrency?: number;
}

/** An update as it is stored. */
type Stored<Update> = { readonly id: string; readonly update: Update } | { readonly id: string; readonly due: Due };

/** Serves a messenger until the signal aborts. @throws AppError `messenger/credentials` where they are refused at the start */
export async function runMessenger<Update, Message>(options: MessengerOptions<Update, Message>): Promise<void> {
  const { adapter, inbox, signal, alerts, graceMs = 10_000, clockMs: everyMs = 20_000 } = options;
  const [cut, connected, stopping] = [new AbortController(), new AbortController(), new AbortController()];
  const parts = partsOf(options, cut.signal);
  const queue = createSerialQueue();
  const accept = (payload: string, isAgain = false): void => {
    const request = readStored(payload, isAgain, parts);
    if (request !== null) void queue.run(request.speaker.chat, () => handle(request, parts));
  };
  const deaf = alerts?.hear((text) => void queue.run('alerts', () => tellMaintainers(text, parts)));
  takeUp(inbox, { ...parts, channel: adapter.channel, accept });
  const stop = (): void => stopping.abort();
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const clock = runClock({ ...parts, channel: adapter.channel, toItem, everyMs, signal: stopping.signal, accept });
  // The connection outlives the stop: replies that are under way still leave by it. What comes meanwhile waits for the next start.
  const take = (payload: string): void => (stopping.signal.aborted ? undefined : accept(payload));
  const receiving = adapter.receive({
    signal: connected.signal,
    alert: (text) => alerts?.raise(`${adapter.channel}: ${text}`),
    store: (id, update) => store({ id, update }, { ...parts, accept: take }),
  });
  try {
    await Promise.race([receiving, aborted(stopping.signal)]);
  } finally {
    stop();
    signal.removeEventListener('abort', stop);
    deaf?.();
    await clock;
    await endWithin(graceMs, () => queue.idle(), { sleep: parts.sleep, cut });
    connected.abort();
    await receiving.catch(() => undefined);
  }
}

function partsOf<Update, Message>(
  { adapter, conversation, inbox, log, alerts, ...options }: MessengerOptions<Update, Message>,
  signal: AbortSignal,
): HandlerParts<Update, Message> {
  const { sleep = sleepFor, now = () => new Date(), concurrency = 16 } = options;
  const gate = createRateGate({ ...adapter.rate, now, sleep });
  return {
    adapter,
    conversation,
    inbox,
    gate,
    log,
    sleep,
    now,
    alerts,
    signal,
    semaphore: createSemaphore(concurrency),
  };
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

function toItem(due: Due): { id: string; payload: string } {
  const id = `due:${due.key}`;
  return { id, payload: JSON.stringify({ id, due }) };
}

/** Stores an update and hands it on where it is new; false where it could not be stored: unacknowledged, it may come again. */
function store<Update>(
  stored: Stored<Update>,
  {
    inbox,
    log,
    now,
    adapter,
    accept,
  }: Pick<HandlerParts<Update, never>, 'inbox' | 'log' | 'now'> & {
    readonly adapter: { readonly channel: string };
    readonly accept: (payload: string) => void;
  },
): boolean {
  try {
    const items = [{ id: stored.id, payload: JSON.stringify(stored) }];
    for (const { payload } of inbox.store(items, now())) accept(payload);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log('error', `${adapter.channel}: an update could not be stored: ${reason}. Check the state folder.`);
    return false;
  }
}

/** The request in a stored update; null where it is none of ours, is malformed, or stopped what is under way: it is finished then. */
function readStored<Update, Message>(
  payload: string,
  isAgain: boolean,
  parts: HandlerParts<Update, Message>,
): MessengerRequest<Update> | null {
  const { adapter, conversation, inbox, log, now } = parts;
  let id = '';
  try {
    const stored = JSON.parse(payload) as Stored<Update>;
    id = stored.id;
    const request = 'due' in stored ? requestOfDue(stored.due, adapter.channel) : requestOf(stored, adapter);
    // A stop must not queue behind what it is to stop.
    if (request !== null && !(isStop(request) && conversation.stop(request.speaker))) return { ...request, isAgain };
  } catch (error) {
    log('error', `${adapter.channel}: update ${id} cannot be read: ${error instanceof Error ? error.stack : error}`);
  }
  if (id !== '') inbox.finish(id, now());
  return null;
}

function requestOf<Update, Message>(
  { id, update }: { readonly id: string; readonly update: Update },
  adapter: MessengerAdapter<Update, Message>,
): MessengerRequest<Update> | null {
  const request = adapter.read(update);
  return request === null ? null : { ...request, id, update, isAgain: false };
}

function requestOfDue({ key, chat, user, token }: Due, channel: string): MessengerRequest<never> {
  const speaker = { channel, chat, user, language: 'zh' } as const;
  const place = chat === user ? 'private' : 'group';
  return { id: `due:${key}`, speaker, name: null, place, said: { kind: 'due', token }, update: null, isAgain: false };
}

function isStop({ said }: MessengerRequest<unknown>): boolean {
  const input = said.kind === 'message' && said.text !== null ? readInput(said.text) : null;
  return input?.kind === 'command' && input.name === 'stop';
}

async function handle<Update, Message>(
  request: MessengerRequest<Update>,
  parts: HandlerParts<Update, Message>,
): Promise<void> {
  const { inbox, log, now, adapter } = parts;
  const report = (error: unknown): true => {
    log(
      'error',
      `${adapter.channel}: update ${request.id} was given up: ${error instanceof Error ? error.stack : error}`,
    );
    return true;
  };
  try {
    if (await handleRequest(request, parts).catch(report)) inbox.finish(request.id, now());
  } catch (error) {
    report(error);
  }
}

async function tellMaintainers<Update, Message>(text: string, parts: HandlerParts<Update, Message>): Promise<void> {
  const { adapter, conversation, log } = parts;
  for (const user of conversation.maintainers(adapter.channel)) {
    if (!conversation.canReach(adapter.channel, user)) continue;
    const request = requestOfDue({ key: 'alert', chat: user, user, token: '' }, adapter.channel);
    for (const message of adapter.draw(plainReply('zh', wordingFor('zh').alert(text)), request)) {
      const outcome = await sendUntilDone(message, request, parts);
      if (outcome !== 'sent' && outcome !== 'stopped')
        log('warn', `${adapter.channel}: an alert was not delivered: ${outcome.reason}`);
    }
  }
}
