// Receives updates as a webhook, beside the fetch loop: a small HTTP server that stores, then acknowledges. It also tells whether the bot is well.
import { Buffer } from 'node:buffer';
import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const MAX_BODY_BYTES = 1_048_576;
const MAX_CONNECTIONS = 200;
/** For the headers of a request and for all of it: Telegram sends at once. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 };
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/** The address at which Telegram delivers updates. */
export interface WebhookOptions {
  /** Public address, `https://…`; its path is where updates are taken. */
  readonly url: string;
  /** 1–256 characters of `A-Za-z0-9_-`; Telegram sends it with every update. */
  readonly secret: string;
  /** Port to listen on; 0: the system chooses. */
  readonly port: number;
  /** Address to listen on; default: this machine alone, for a server before it that speaks https. */
  readonly host?: string;
}

/** The server's address and its two callbacks. */
export interface WebhookParts extends WebhookOptions {
  /** Stores an update; false where it could not be stored: Telegram delivers it again. */
  readonly accept: (update: unknown) => boolean;
  /** Returns the JSON of `/health`. */
  readonly health: () => Readonly<Record<string, unknown>>;
}

/** A running server. */
export interface Webhook {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts the server. */
export async function startWebhook(parts: WebhookParts): Promise<Webhook> {
  const server = createServer(LIMITS, (request, response) => {
    serve(request, parts)
      .then((status) => reply(response, status, parts))
      .catch(() => reply(response, 400, parts));
  });
  server.maxConnections = MAX_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(parts.port, parts.host ?? '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) };
}

/** Status to reply with; 200 to `/health` is filled with the health. */
async function serve(request: IncomingMessage, { url, secret, accept }: WebhookParts): Promise<number | 'health'> {
  const path = new URL(request.url ?? '/', 'http://local').pathname;
  if (request.method === 'GET' && path === '/health') return 'health';
  if (path !== new URL(url).pathname || request.method !== 'POST') return 404;
  if (!isSame(String(request.headers[SECRET_HEADER] ?? ''), secret)) return 401;
  const body: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += (part as Buffer).length;
    if (bytes > MAX_BODY_BYTES) return 413;
    body.push(part as Buffer);
  }
  return accept(JSON.parse(Buffer.concat(body).toString('utf8'))) ? 200 : 503;
}

/** Compares in a time that tells nothing of where they differ. */
function isSame(received: string, expected: string): boolean {
  const [a, b] = [Buffer.from(received), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function reply(response: ServerResponse, status: number | 'health', { health }: WebhookParts): void {
  response.writeHead(status === 'health' ? 200 : status, { 'content-type': 'application/json' });
  response.end(status === 'health' ? JSON.stringify(health()) : '{}');
}

async function stop(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
