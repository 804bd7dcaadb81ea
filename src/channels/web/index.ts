// The web channel: serves the page and its API over HTTP, with limits of time and size.
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createLimiter } from '../../chat/access/limits.ts';
import type { SignIn } from '../../chat/access/sign-in.ts';
import type { Conversation } from '../../chat/conversation.ts';
import { AppError } from '../../errors.ts';
import { createSerialQueue } from '../../serial-queue.ts';
import type { Log } from '../log.ts';
import { limitConnections } from './connections.ts';
import { createApplication } from './server/application.ts';
import { type Assets, assetsOf, bundleClient } from './server/assets.ts';
import { bundleWidget, type WidgetParts } from './server/widget/widget-assets.ts';

export { CHANNEL } from './server/request-guard.ts';

const MAX_REQUESTS_PER_MINUTE = 1_200;
const MAX_CONNECTIONS = 2_000;
const MAX_HEADER_BYTES = 16_384;
/** Longer than proxies and browsers wait, so that they close first: a request on a connection that we close is lost. */
const KEEP_ALIVE_MS = 65_000;

/** Time limits of clients. */
interface Timeouts {
  /** For the headers of a request. */
  readonly headersMs: number;
  /** For a whole request, a file over a slow line included. */
  readonly requestMs: number;
  /** How often connections are checked. */
  readonly checkEveryMs: number;
}

const TIMEOUTS: Timeouts = { headersMs: 10_000, requestMs: 120_000, checkEveryMs: 2_000 };

/** Options of the web channel. */
export interface WebOptions {
  /** Address to listen on. */
  readonly host: string;
  /** 0: chosen by the system. */
  readonly port: number;
  /** The address that people open (`https://quzhi.example`); null: the one it listens on. */
  readonly publicUrl: string | null;
  readonly conversation: Conversation;
  /** Null: no sign-in, every visitor is the owner; only for loopback addresses. */
  readonly signIn: SignIn | null;
  /** The owner's id. */
  readonly owner: string;
  readonly streams: boolean;
  /** Who may show the widget, and the conversation in which their visitors ask; absent or null: there is none. */
  readonly widget?: Omit<WidgetParts, 'script'> | null;
  /** Why nothing can be answered now; null: it can. */
  readonly unready: () => string | null;
  readonly version: string;
  readonly log: Log;
  readonly newSecret: () => string;
  readonly newId: () => string;
  readonly now: () => Date;
  /** The page's files; default: bundled at start. */
  readonly assets?: Assets;
  /** Default: 10 s for headers, 2 min for a request. */
  readonly timeouts?: Timeouts;
}

/** A running web server. */
export interface Web {
  /** The address that people open. */
  readonly url: string;
  /** Closes every connection and stops listening. */
  stop(): Promise<void>;
}

/**
 * Starts the web server.
 * @throws AppError web/port if the address is unavailable
 */
export async function startWeb(options: WebOptions): Promise<Web> {
  const { host, publicUrl } = options;
  let port = options.port;
  const local = (): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const origin = (): string => publicUrl ?? local();
  const guard = { signIn: options.signIn, owner: options.owner, origin, hosts: () => hostsOf(origin(), local()) };
  const { widget = null } = options;
  const parts = {
    ...options,
    widget: widget && { ...widget, script: await bundleWidget() },
    guard,
    turns: createSerialQueue(),
    requests: createLimiter({ perPerson: MAX_REQUESTS_PER_MINUTE, inAll: Number.POSITIVE_INFINITY }),
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

/** Returns the allowed values of the `Host` header. */
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
  { host, port, log, timeouts = TIMEOUTS }: Pick<WebOptions, 'host' | 'port' | 'log' | 'timeouts'>,
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
          headersTimeout: timeouts.headersMs,
          requestTimeout: timeouts.requestMs,
          keepAliveTimeout: KEEP_ALIVE_MS,
          connectionsCheckingInterval: timeouts.checkEveryMs,
        },
      },
      () => resolve(server),
    ) as Server<typeof IncomingMessage>;
    server.maxConnections = MAX_CONNECTIONS;
    limitConnections(server, log);
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
