// The client of the HTTP API: JSON, and server-sent events where a reply takes long.
import type { FaultJson, ReplyJson } from '../server/schemas.ts';
import { createEventReader, type ServerEvent } from './server-events.ts';

/** A failed request; `status` is 0 if the server was not reached. */
export class RequestFault extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'RequestFault';
    this.status = status;
  }
}

/** Receives the progress of a reply. */
export interface Listener {
  /** Receives a settled sentence of a generated answer. */
  text(sentence: string): void;
  progress(line: string): void;
}

/** Query parameters; empty values are left out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/** The API client. Every call may throw a RequestFault. */
export interface ApiClient {
  /** Loads JSON. The server has the same version as the page, so the shape is known. */
  get<T>(path: string, query?: Query): Promise<T>;
  send<T>(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<T>;
  /** Sends a message, a button press or a quiz response; null: there is nothing to show. */
  converse(path: string, body: unknown, listener: Listener): Promise<ReplyJson | null>;
  /** Uploads a file that is to wait among the others. */
  add(file: File, path: string): Promise<{ id: string }>;
  /** Uploads a file. @param isForAsking questions are about it and it is not kept; else a maintainer's is checked for adding */
  upload(file: File, listener: Listener, isForAsking?: boolean): Promise<ReplyJson | null>;
  /** Returns the client that speaks in one of the user's conversations. */
  within(conversation: string): ApiClient;
}

/** What the API client needs. */
interface ApiParts {
  readonly fetch: typeof fetch;
  /** The CSRF token. */
  readonly csrf: () => string;
  /** The conversation in which messages are said; default: none is named. */
  readonly conversation?: string;
}

/** Creates an API client over a `fetch`. */
export function createApi({ fetch, csrf, conversation }: ApiParts): ApiClient {
  const place: Record<string, string> = conversation === undefined ? {} : { 'X-Conversation': conversation };
  const write = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = { 'X-CSRF-Token': csrf(), ...place, ...(init.headers as Record<string, string>) };
    return reach(() => fetch(path, { ...init, headers, credentials: 'same-origin' }));
  };
  const converse = (init: RequestInit, path: string, listener: Listener): Promise<ReplyJson | null> =>
    write(path, init).then((response) => replyOf(response, listener));
  return {
    get: async (path, query = {}) => bodyOf(await reach(() => fetch(addressOf(path, query)))),
    send: async (method, path, body) => bodyOf(await write(path, { method, ...jsonOf(body) })),
    converse: (path, body, listener) => {
      const { headers, ...json } = jsonOf(body ?? {});
      return converse({ method: 'POST', ...json, headers: { ...headers, ...STREAMED } }, path, listener);
    },
    add: async (file, path) => {
      const headers = { 'X-File-Name': encodeURIComponent(path), 'Content-Type': 'application/octet-stream' };
      return bodyOf(await write('/api/pending', { method: 'POST', body: file, headers }));
    },
    upload: (file, listener, isForAsking = false) => {
      const headers = { 'X-File-Name': encodeURIComponent(file.name), 'Content-Type': 'application/octet-stream' };
      const path = isForAsking ? '/api/files?for=asking' : '/api/files';
      return converse({ method: 'POST', body: file, headers: { ...headers, ...STREAMED } }, path, listener);
    },
    within: (other) => createApi({ fetch, csrf, conversation: other }),
  };
}

const STREAMED = { Accept: 'text/event-stream, application/json' };

/** Returns the address of a call with its query. */
export function addressOf(path: string, query: Query = {}): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(Object.fromEntries(set.map(([name, value]) => [name, String(value)]))).toString();
  return search === '' ? path : `${path}?${search}`;
}

function jsonOf(body: unknown): { headers: Record<string, string>; body?: string } {
  if (body === undefined) return { headers: {} };
  return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

async function reach(call: () => Promise<Response>): Promise<Response> {
  const response = await unbroken(call);
  if (response.ok) return response;
  throw new RequestFault(response.status, await faultOf(response));
}

async function faultOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => null)) as Partial<FaultJson> | null;
  return body?.error?.message ?? '';
}

async function bodyOf<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text === '' ? null : JSON.parse(text)) as T;
}

async function replyOf(response: Response, listener: Listener): Promise<ReplyJson | null> {
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (!isStream || response.body === null) return bodyOf(response);
  const reader = createEventReader();
  const decoder = new TextDecoder();
  const pieces = response.body.getReader();
  for (;;) {
    const { done, value } = await unbroken(() => pieces.read());
    for (const event of reader.take(done ? '\n\n' : decoder.decode(value, { stream: true }))) {
      const reply = heard(event, listener);
      if (reply !== undefined) return reply;
    }
    if (done) throw new RequestFault(0, '');
  }
}

/** Turns network errors into faults of status 0. */
async function unbroken<T>(call: () => Promise<T>): Promise<T> {
  return call().catch((error: unknown) => {
    throw new RequestFault(0, String(error));
  });
}

/** Handles an event; returns the reply if the event carries one, else undefined. */
function heard({ name, data }: ServerEvent, listener: Listener): ReplyJson | null | undefined {
  const body = JSON.parse(data) as { text?: string; line?: string; error?: FaultJson['error'] } | null;
  if (name === 'text') listener.text(body?.text ?? '');
  if (name === 'progress') listener.progress(body?.line ?? '');
  if (name === 'fault') throw new RequestFault(500, body?.error?.message ?? '');
  return name === 'reply' ? (body as ReplyJson | null) : undefined;
}
