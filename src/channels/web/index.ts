// The web page as a channel: listens, lets people in, hands everything on to the conversation. Bounds of time and size stand here.
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { SignIn } from '../../chat/access/sign-in.ts';
import type { Conversation } from '../../chat/conversation.ts';
import { AppError } from '../../errors.ts';
import type { Log } from '../log.ts';
import { createApplication } from './server/application.ts';
import { type Assets, assetsOf, bundleClient } from './server/assets.ts';
import { createLines, createRequestCounter, createSlots } from './server/queue.ts';

export { CHANNEL } from './server/visit.ts';

const MOST_WAITING = 4;
const MOST_REQUESTS_PER_MINUTE = 1_200;
const MOST_UPLOADS = 3;
const MOST_CONNECTIONS = 2_000;
const MAX_HEADER_BYTES = 16_384;
/** Longer than proxies and browsers wait, so that they close first: a request on a connection that we close is lost. */
const KEEP_ALIVE_MS = 65_000;

/** How long a client may take. */
export interface Patience {
  /** For the headers of a request. */
  readonly headersMs: number;
  /** For a whole request, a file over a slow line included. */
  readonly requestMs: number;
  /** How often clients are looked at. */
  readonly checkEveryMs: number;
}

const PATIENCE: Patience = { headersMs: 10_000, requestMs: 120_000, checkEveryMs: 2_000 };

/** What the page is made of. */
export interface WebOptions {
  /** Address to listen on. */
  readonly host: string;
  /** 0: the system chooses. */
  readonly port: number;
  /** Where people reach the page (`https://quzhi.example`); null: where it listens. */
  readonly publicUrl: string | null;
  readonly conversation: Conversation;
  /** Null: nobody signs in, whoever comes is the owner. Only for addresses of the machine itself. */
  readonly signIn: SignIn | null;
  /** The owner's id. */
  readonly owner: string;
  readonly streams: boolean;
  readonly version: string;
  readonly log: Log;
  readonly newSecret: () => string;
  readonly newId: () => string;
  readonly now: () => Date;
  /** The page's files; default: the client, bundled now. */
  readonly assets?: Assets;
  /** Default: 10 s for headers, 2 min for a request. */
  readonly patience?: Patience;
}

/** A page that is served. */
export interface Web {
  /** Where people reach it. */
  readonly url: string;
  /** Ends every connection and stops listening. */
  stop(): Promise<void>;
}

/**
 * Serves the page.
 * @throws AppError web/port where the address cannot be listened on
 */
export async function startWeb(options: WebOptions): Promise<Web> {
  const { host, publicUrl } = options;
  let port = options.port;
  const local = (): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const origin = (): string => publicUrl ?? local();
  const door = { signIn: options.signIn, owner: options.owner, origin, hosts: () => hostsOf(origin(), local()) };
  const parts = {
    ...options,
    door,
    lines: createLines(MOST_WAITING),
    requests: createRequestCounter(MOST_REQUESTS_PER_MINUTE),
    uploads: createSlots(MOST_UPLOADS),
    tell: (error: unknown, request: Request): string => {
      const id = options.newId();
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      options.log('error', `web: ${request.method} ${new URL(request.url).pathname} failed (${id}): ${reason}`);
      return id;
    },
  };
  const app = createApplication(parts, options.assets ?? assetsOf(await bundleClient()));
  const server = await listen(app.fetch, options);
  port = (server.address() as AddressInfo).port;
  server.on('error', (error) => options.log('error', `web: ${error.message}`));
  return { url: origin(), stop: () => stop(server) };
}

/** Names under which requests may ask for the page. */
function hostsOf(origin: string, local: string): string[] {
  const { host } = new URL(origin);
  const { port, hostname } = new URL(local);
  const isLoopback = /^(?:127\.|localhost$|\[::1\]$)/u.test(hostname);
  const names = isLoopback ? ['127.0.0.1', 'localhost', '[::1]', hostname] : [hostname];
  // A default port is left out by browsers.
  return [host, ...names.map((name) => new URL(`http://${name}:${port === '' ? 80 : port}`).host)];
}

async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port, patience = PATIENCE }: Pick<WebOptions, 'host' | 'port' | 'patience'>,
): Promise<Server<typeof IncomingMessage>> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch,
        hostname: host,
        port,
        // The rest of the process keeps the Request and Response that Node gave it.
        overrideGlobalObjects: false,
        serverOptions: {
          maxHeaderSize: MAX_HEADER_BYTES,
          headersTimeout: patience.headersMs,
          requestTimeout: patience.requestMs,
          keepAliveTimeout: KEEP_ALIVE_MS,
          connectionsCheckingInterval: patience.checkEveryMs,
        },
      },
      () => resolve(server),
    ) as Server<typeof IncomingMessage>;
    server.maxConnections = MOST_CONNECTIONS;
    server.once('error', (cause) => reject(cannotListen(host, port, cause)));
  });
}

function cannotListen(host: string, port: number, cause: Error): AppError {
  const { code } = cause as NodeJS.ErrnoException;
  const reason = code === 'EADDRINUSE' ? 'another program listens there already' : cause.message;
  const remedy = 'Set WEB_PORT to a free port (0: any), WEB_HOST to an address of this machine, or WEB_PORT=off.';
  return new AppError('web/port', `The page cannot be served at ${host}:${port}: ${reason}. ${remedy}`, { cause });
}

async function stop(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
