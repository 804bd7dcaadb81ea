// A local stand-in of the Bot API, on a port that the system chooses. Every call is held against the schema; updates are
// kept until they are confirmed, as the real server does; faults are injected on demand. It is no complete Telegram.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseTelegramHtml } from './bot-api-html.ts';
import { faultsOfCall } from './bot-api-validate.ts';

/** What to do to a call instead of answering it well. */
export type Injected =
  | { readonly status: number; readonly retryAfterSeconds?: number; readonly description?: string }
  /** The connection breaks before the call is taken. */
  | 'dropped'
  /** The call is taken, its reply never arrives. */
  | 'reply-lost';

/** A call as it came. */
export interface RecordedCall {
  readonly method: string;
  /** Path of the address before `/bot…`, where the server stands behind another. */
  readonly prefix: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** False where a fault was injected before the call took effect. */
  readonly taken: boolean;
}

/** A message that the bot sent. */
export interface SentMessage {
  readonly chatId: number;
  readonly messageId: number;
  readonly html: string;
  /** The text after entity parsing. */
  readonly text: string;
  readonly replyTo: number | null;
  readonly threadId: number | null;
  /** Callback data by label of button. */
  readonly buttons: Readonly<Record<string, string>>;
}

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
  /** Updates that no fetch has confirmed yet. */
  unconfirmed(): readonly number[];
  /** Lets the next calls of a method fail, one fault each, in order. */
  inject(method: string, ...faults: readonly Injected[]): void;
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
    violations: state.violations,
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: TOKEN,
    bot: BOT,
    deliver: (update) => {
      state.updates.push({ update_id: state.nextUpdateId, ...update });
      state.changed();
      return state.nextUpdateId++;
    },
    unconfirmed: () => state.updates.map(({ update_id }) => update_id),
    inject: (method, ...faults) => {
      state.faults.set(method, [...(state.faults.get(method) ?? []), ...faults]);
    },
    clearFaults: () => state.faults.clear(),
    until: (condition, timeoutMs = 20_000) => waitUntil(condition, state, timeoutMs),
    stop: () => stop(server),
  };
}

interface State {
  readonly calls: RecordedCall[];
  readonly sent: SentMessage[];
  readonly violations: string[];
  readonly faults: Map<string, readonly Injected[]>;
  readonly listeners: Set<() => void>;
  updates: ({ update_id: number } & Readonly<Record<string, unknown>>)[];
  nextUpdateId: number;
  nextMessageId: number;
  changed(): void;
}

function createState(): State {
  const listeners = new Set<() => void>();
  const changed = (): void => [...listeners].forEach((listener) => void listener());
  return {
    calls: [],
    sent: [],
    violations: [],
    faults: new Map(),
    listeners,
    updates: [],
    nextUpdateId: 700,
    nextMessageId: 9_000,
    changed,
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  const body: Buffer[] = [];
  for await (const part of request) body.push(part as Buffer);
  const [, prefix = '', token, method = ''] = /^((?:\/[\w-]+)*)\/bot([^/]+)\/(\w+)$/u.exec(request.url ?? '') ?? [];
  if (token !== TOKEN) return send(response, 401, { description: 'Unauthorized' });
  const payload = JSON.parse(Buffer.concat(body).toString('utf8') || '{}') as Record<string, unknown>;
  const [fault, ...later] = state.faults.get(method) ?? [];
  state.faults.set(method, later);
  const taken = fault === undefined || fault === 'reply-lost';
  state.calls.push({ method, prefix, payload, taken });
  const result = taken ? await take(method, payload, state) : null;
  state.changed();
  if (fault === 'dropped' || fault === 'reply-lost') return void response.destroy();
  if (fault) return sendFault(response, fault);
  if (result === null) return send(response, 400, { description: 'Bad Request: see violations' });
  send(response, 200, { result });
}

function sendFault(
  response: ServerResponse,
  { status, retryAfterSeconds, description = 'injected' }: Exclude<Injected, string>,
): void {
  send(response, status, {
    description,
    ...(retryAfterSeconds === undefined ? {} : { parameters: { retry_after: retryAfterSeconds } }),
  });
}

function send(response: ServerResponse, status: number, body: Readonly<Record<string, unknown>>): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(status === 200 ? { ok: true, ...body } : { ok: false, error_code: status, ...body }));
}

/** The effect of a call and its result; null where it is declined. */
async function take(method: string, payload: Readonly<Record<string, unknown>>, state: State): Promise<unknown> {
  const faults = faultsOfCall(method, payload);
  state.violations.push(...faults.map((fault) => `${method}: ${fault}`));
  if (faults.length > 0) return null;
  if (method === 'getMe') return BOT;
  if (method === 'getUpdates') return fetchUpdates(payload, state);
  if (method === 'sendMessage') return takeMessage(payload, state);
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

interface MessagePayload {
  readonly chat_id: number;
  readonly text: string;
  readonly message_thread_id?: number;
  readonly reply_parameters?: { readonly message_id: number };
  readonly reply_markup?: {
    readonly inline_keyboard: readonly { readonly text: string; readonly callback_data: string }[][];
  };
}

function takeMessage(payload: Readonly<Record<string, unknown>>, state: State): unknown {
  const {
    chat_id,
    text: html,
    message_thread_id,
    reply_parameters,
    reply_markup,
  } = payload as unknown as MessagePayload;
  const parsed = parseTelegramHtml(html);
  const text = parsed.ok ? parsed.text : '';
  const messageId = state.nextMessageId++;
  const keys = (reply_markup?.inline_keyboard ?? []).flat().map((key) => [key.text, key.callback_data] as const);
  state.sent.push({
    chatId: chat_id,
    messageId,
    html,
    text,
    replyTo: reply_parameters?.message_id ?? null,
    threadId: message_thread_id ?? null,
    buttons: Object.fromEntries(keys),
  });
  return { message_id: messageId, date: 0, chat: { id: chat_id, type: 'private' }, text };
}

function waitUntil(condition: () => boolean, state: State, timeoutMs: number): Promise<void> {
  if (condition()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (!condition()) return;
      clearTimeout(timer);
      state.listeners.delete(look);
      resolve();
    };
    const timer = setTimeout(() => {
      state.listeners.delete(look);
      reject(
        new Error(`The stand-in waited ${timeoutMs} ms in vain; ${state.violations.join('; ') || 'no violations'}`),
      );
    }, timeoutMs);
    state.listeners.add(look);
  });
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
