// What stand-ins share whose bots call by HTTP and hear over a WebSocket: faults of calls, updates that come until they are acknowledged.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { CallFault, Kept } from './stand-in.ts';

/** A call as it came. */
export interface HttpCall {
  readonly method: string;
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly raw: Buffer;
  /** The body as JSON; empty where it is none. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** A response. */
export interface HttpResult {
  readonly status: number;
  readonly body: object | Buffer;
}

/** An update that was pushed. */
export interface Pushed {
  readonly id: string;
  readonly frame: string | Buffer;
  isHeard: boolean;
}

/** The platform's part of a stand-in. */
export interface HttpPlatform {
  /** The name of a call, under which faults befall it. */
  readonly nameOf: (call: HttpCall) => string;
  readonly carryOut: (name: string, call: HttpCall) => HttpResult | Promise<HttpResult>;
  /** The response of a call that is declined with a code. */
  readonly declined: (code: number) => HttpResult;
  /** True if a connection is let in. */
  readonly letIn: (url: URL) => boolean;
  /** A connection was let in. */
  readonly connected?: (socket: WebSocket) => void;
  readonly received: (data: Buffer, socket: WebSocket) => void;
}

/** A running server. */
export interface HttpStandIn {
  readonly port: number;
  readonly updates: Pushed[];
  /** Pushes an update so many times. */
  push(id: string, frame: string | Buffer, times: number): string;
  heard(id: string): void;
  unheard(): readonly string[];
  cut(): void;
  signIns(): number;
  stop(): Promise<void>;
}

/** Starts a server for a platform. */
export async function startHttp(kept: Kept, platform: HttpPlatform): Promise<HttpStandIn> {
  const updates: Pushed[] = [];
  let socket: WebSocket | null = null;
  let signIns = 0;
  const server = createServer((request, response) => void take(request, response, { kept, platform }));
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (opened, request) => {
    if (!platform.letIn(new URL(request.url ?? '/', 'http://localhost'))) return void opened.close(4_001);
    socket = opened;
    signIns += 1;
    opened.on('message', (data: Buffer) => {
      platform.received(data, opened);
      kept.changed();
    });
    opened.on('close', () => {
      if (socket === opened) socket = null;
    });
    platform.connected?.(opened);
    for (const update of updates.filter(({ isHeard }) => !isHeard)) opened.send(update.frame);
    kept.changed();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    updates,
    push: (id, frame, times) => {
      updates.push({ id, frame, isHeard: false });
      for (let n = 0; n < times; n += 1) socket?.send(frame);
      return id;
    },
    heard: (id) => {
      for (const update of updates) if (update.id === id) update.isHeard = true;
    },
    unheard: () => updates.filter(({ isHeard }) => !isHeard).map(({ id }) => id),
    cut: () => socket?.terminate(),
    signIns: () => signIns,
    stop: async () => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => sockets.close(resolve));
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function take(
  request: IncomingMessage,
  response: ServerResponse,
  { kept, platform }: { readonly kept: Kept; readonly platform: HttpPlatform },
): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const raw = Buffer.concat(pieces);
  const url = new URL(request.url ?? '/', 'http://localhost');
  const call: HttpCall = { method: request.method ?? '', url, request, raw, body: parse(raw) };
  const name = platform.nameOf(call);
  kept.calls.push({ method: name, body: call.body });
  const fault: CallFault | undefined = kept.faultOf(name);
  if (fault === 'unheard' || fault === 'cut-before') return void request.socket.destroy();
  const result = typeof fault === 'object' ? platform.declined(fault.code) : await platform.carryOut(name, call);
  if (fault === 'cut-after' || fault === 'answer-lost') request.socket.destroy();
  else {
    const isFile = Buffer.isBuffer(result.body);
    response.writeHead(result.status, { 'content-type': isFile ? 'application/octet-stream' : 'application/json' });
    response.end(isFile ? result.body : JSON.stringify(result.body));
  }
  kept.changed();
}

function parse(raw: Buffer): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(raw.toString('utf8')) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

/** Reads the form of a call that uploads: its fields, and the bytes of its files. */
export async function readForm({ raw, request }: HttpCall): Promise<ReadonlyMap<string, string | File>> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(raw), { headers }).formData();
  return new Map([...form.entries()] as [string, string | File][]);
}

const MINUTE_MS = 60_000;

/** Counts what is shown to each chat; true where it is more than allowed within a minute. */
export function createMinuteCount(most: number): (chat: string) => boolean {
  const sentAt = new Map<string, number[]>();
  return (chat) => {
    const recent = [...(sentAt.get(chat) ?? []).filter((at) => at > Date.now() - MINUTE_MS), Date.now()];
    sentAt.set(chat, recent);
    return recent.length > most;
  };
}
