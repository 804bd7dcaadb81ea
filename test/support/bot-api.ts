// A local stand-in of the Bot API, on a port that the system chooses. Every call is held against the schema; updates are
// kept until they are confirmed, as the real server does; faults are injected on demand. It is no complete Telegram.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { messageOf, type SentMessage } from './bot-api-messages.ts';
import { pollOf, type SentPoll, toldPoll, type Voter, voteOn } from './bot-api-polls.ts';
import { createState, deliver, type Injected, type RecordedCall, type State, waitUntil } from './bot-api-state.ts';
import { faultsOfCall } from './bot-api-validate.ts';
import { readPayload, send, sendFault } from './bot-api-wire.ts';

export type { SentMessage } from './bot-api-messages.ts';
export type { SentPoll } from './bot-api-polls.ts';
export type { Injected, RecordedCall } from './bot-api-state.ts';

/** A running stand-in. */
export interface BotApiStandIn {
  readonly root: string;
  readonly token: string;
  readonly bot: { readonly id: number; readonly is_bot: true; readonly first_name: string; readonly username: string };
  readonly calls: readonly RecordedCall[];
  readonly sent: readonly SentMessage[];
  /** Calls that the real server would decline, or that name what is not in its schema. */
  readonly violations: readonly string[];
  /** Queues an update for the bot; returns its number. */
  deliver(update: Readonly<Record<string, unknown>>): number;
  /** Messages as they were rewritten, and the ids of those deleted. */
  readonly edited: readonly SentMessage[];
  readonly deleted: readonly number[];
  /** Polls as they were sent, oldest first. */
  readonly polls: readonly SentPoll[];
  /** A person votes: the bot is told who, and (unless `quietly`) how the poll stands. @throws Error where that cannot be */
  vote(pollId: string, user: Voter, chosen: readonly number[], how?: 'quietly'): void;
  /** Puts a file on the server; returns its id. */
  hold(bytes: Uint8Array): string;
  /** Updates that no fetch has confirmed yet. */
  unconfirmed(): readonly number[];
  /** Lets the next calls of a method fail, one fault each, in order. */
  inject(method: string, ...faults: readonly Injected[]): void;
  /** Chooses a fault for every call that has none to come; undefined: none. */
  chance(choose: (method: string) => Injected | undefined): void;
  /** Tells of each message as it is taken. */
  onSent(listener: () => void): void;
  /** Forgets the faults that were to come. */
  clearFaults(): void;
  /** Resolves when the condition holds; looks after every call. @throws after `timeoutMs` */
  until(condition: () => boolean, timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}

const TOKEN = '4200000001:stand-in-token-of-no-value';
const BOT = { id: 4_200_000_001, is_bot: true, first_name: '区知', username: 'QuzhiTestBot' } as const;
const LONGEST_POLL_MS = 50;

/** Starts a stand-in; stop it after use. */
export async function startBotApi(): Promise<BotApiStandIn> {
  const state = createState();
  const server = createServer((request, response) => {
    serve(request, response, state).catch((error: unknown) => {
      state.violations.push(`the stand-in failed: ${error}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    calls: state.calls,
    sent: state.sent,
    edited: state.edited,
    deleted: state.deleted,
    polls: state.polls,
    vote: (pollId, user, chosen, how) => vote(pollId, { user, chosen, how }, state),
    hold: (bytes) => `file${state.files.push(bytes) - 1}`,
    violations: state.violations,
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: TOKEN,
    bot: BOT,
    deliver: (update) => deliver(update, state),
    unconfirmed: () => state.updates.map(({ update_id }) => update_id),
    inject: (method, ...faults) => {
      state.faults.set(method, [...(state.faults.get(method) ?? []), ...faults]);
    },
    chance: (choose) => {
      state.choose = choose;
    },
    onSent: (listener) => {
      state.onSent = listener;
    },
    clearFaults: () => state.faults.clear(),
    until: (condition, timeoutMs = 20_000) => waitUntil(condition, state, timeoutMs),
    stop: () => stop(server),
  };
}

function vote(
  pollId: string,
  { user, chosen, how }: { user: Voter; chosen: readonly number[]; how: 'quietly' | undefined },
  state: State,
): void {
  const poll = state.polls.find(({ id }) => id === pollId);
  if (poll === undefined) throw new Error(`there is no poll ${pollId}`);
  deliver(voteOn(poll, user, chosen), state);
  if (how !== 'quietly') deliver({ poll: toldPoll(poll) }, state);
}

async function serve(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  const body: Buffer[] = [];
  for await (const part of request) body.push(part as Buffer);
  const held = heldFile(request.url ?? '', state);
  if (held !== null) return void response.end(held);
  const [, prefix = '', token, method = ''] = /^((?:\/[\w-]+)*)\/bot([^/]+)\/(\w+)$/u.exec(request.url ?? '') ?? [];
  if (token !== TOKEN) return send(response, 401, { description: 'Unauthorized' });
  const payload = await readPayload(Buffer.concat(body), request.headers['content-type'] ?? '');
  const [next, ...later] = state.faults.get(method) ?? [];
  const fault = next ?? state.choose(method);
  state.faults.set(method, later);
  const taken = fault === undefined || fault === 'reply-lost';
  state.calls.push({ method, prefix, payload, taken, fault });
  const result = taken ? await take(method, payload, state) : null;
  state.changed();
  if (fault === 'dropped' || fault === 'reply-lost') return void response.destroy();
  if (fault) return sendFault(response, fault);
  if (result === null) return send(response, 400, { description: 'Bad Request: see violations' });
  send(response, 200, { result });
}

/** A file that a download names; null where it is no download. */
function heldFile(url: string, { files }: State): Uint8Array | null {
  const [, token, number] = /\/file\/bot([^/]+)\/documents\/file(\d+)$/u.exec(url) ?? [];
  return token === TOKEN ? (files[Number(number)] ?? null) : null;
}

/** The effect of a call and its result; null where it is declined. */
async function take(method: string, payload: Readonly<Record<string, unknown>>, state: State): Promise<unknown> {
  const faults = faultsOfCall(method, payload);
  state.violations.push(...faults.map((fault) => `${method}: ${fault}`));
  if (faults.length > 0) return null;
  if (method === 'getMe') return BOT;
  if (method === 'getUpdates') return fetchUpdates(payload, state);
  if (method === 'sendMessage') return takeMessage(payload, state);
  if (method === 'sendDocument') return takeMessage({ ...payload, text: '', file: payload.document }, state);
  if (method === 'sendPhoto') return takeMessage(payload, state);
  if (method === 'sendPoll') return takePoll(payload, state);
  if (method === 'stopPoll') return stopPoll(payload, state);
  if (method === 'editMessageText') return takeMessage(payload, state);
  if (method === 'deleteMessage') return state.deleted.push(Number(payload.message_id)) > 0;
  if (method === 'getFile') return { file_id: payload.file_id, file_path: `documents/${payload.file_id}` };
  return true;
}

async function fetchUpdates(
  { offset, limit, timeout }: Readonly<Record<string, unknown>>,
  state: State,
): Promise<unknown> {
  state.updates = state.updates.filter(({ update_id }) => update_id >= Number(offset ?? 0));
  const pollMs = Math.min(Number(timeout ?? 0) * 1_000, LONGEST_POLL_MS);
  if (state.updates.length === 0) await waitUntil(() => state.updates.length > 0, state, pollMs).catch(() => undefined);
  return state.updates.slice(0, Number(limit ?? 100));
}

function takePoll(payload: Readonly<Record<string, unknown>>, state: State): unknown {
  const poll = pollOf(payload, { id: `5${state.nextMessageId}`, messageId: state.nextMessageId });
  state.polls.push(poll);
  return { ...takeMessage(payload, state, poll), poll: toldPoll(poll) };
}

function stopPoll({ chat_id, message_id }: Readonly<Record<string, unknown>>, { polls }: State): unknown {
  const poll = polls.find(({ chatId, messageId }) => chatId === chat_id && messageId === message_id);
  if (poll === undefined) return null;
  poll.isClosed = true;
  return toldPoll(poll);
}

function takeMessage(payload: Readonly<Record<string, unknown>>, state: State, poll?: SentPoll): object {
  const isNew = payload.message_id === undefined;
  const content = messageOf(payload, isNew ? state.nextMessageId++ : Number(payload.message_id));
  const message = poll === undefined ? content : { ...content, poll };
  (isNew ? state.sent : state.edited).push(message);
  if (isNew) state.onSent();
  return { message_id: message.messageId, date: 0, chat: { id: message.chatId, type: 'private' }, text: message.text };
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
