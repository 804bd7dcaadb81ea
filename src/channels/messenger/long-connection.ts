// Keeps a WebSocket to a messenger open: connects, watches that it lives, and connects again, later and later, until it is stopped.
// What the frames mean is the adapter's business.
import { WebSocket } from 'ws';
import { AppError } from '../../errors.ts';
import type { Log } from '../log.ts';
import type { Sleep } from '../sleep.ts';

/** An open connection. */
export interface Link {
  /** Sends a frame; false where the connection is gone. */
  send(data: string | Uint8Array): boolean;
  /** Asks on the level of the WebSocket whether the other side is there. */
  ping(): void;
  /** The messenger has let us in: from now on a loss is mended at once. */
  ready(): void;
  /** Closes the connection; another is opened after a while, `waitMs` at least. */
  close(waitMs?: number): void;
  /** Ends the channel where it was never let in, else the connection. */
  refuse(error: AppError): void;
}

/** What a connection does. */
export interface LongConnectionOptions {
  readonly channel: string;
  /** Returns the address to connect to. @throws AppError where we are not let in; Error where it cannot be had now */
  readonly address: () => Promise<string>;
  readonly opened: (link: Link) => void;
  readonly received: (data: Buffer, link: Link) => void;
  readonly closed: () => void;
  /** Says that we are still there; the messenger's answers tell that it is. */
  readonly beat: (link: Link) => void;
  readonly beatEveryMs: number;
  readonly log: Log;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
}

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 30_000;
const HANDSHAKE_MS = 10_000;
const MAX_FRAME_BYTES = 16 * 1_048_576;
/** A connection over which nothing came for so many beats is dead. */
const DEAD_AFTER_BEATS = 3;

/** Keeps connected until the signal aborts. @throws AppError where we are not let in at the start */
export async function keepConnected(options: LongConnectionOptions): Promise<void> {
  const { channel, log, sleep, signal } = options;
  let wasEverReady = false;
  for (let failures = 0; !signal.aborted; failures += 1) {
    const { wasReady, error, minWaitMs } = await connect(options);
    wasEverReady ||= wasReady;
    if (error instanceof AppError && !wasEverReady) throw error;
    if (signal.aborted) return;
    if (wasReady) failures = 0;
    const waitMs = Math.max(minWaitMs, Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10)));
    log(
      'warn',
      `${channel}: the connection is lost${error === null ? '' : ` (${error.message})`}; next try in ${waitMs / 1_000} s`,
    );
    await sleep(waitMs, signal);
  }
}

interface Ended {
  readonly wasReady: boolean;
  readonly error: Error | null;
  readonly minWaitMs: number;
}

async function connect(options: LongConnectionOptions): Promise<Ended> {
  try {
    const address = await options.address();
    return options.signal.aborted ? { wasReady: false, error: null, minWaitMs: 0 } : await hold(address, options);
  } catch (cause) {
    return { wasReady: false, error: cause instanceof Error ? cause : new Error(String(cause)), minWaitMs: 0 };
  }
}

/** Holds one connection until it is closed. */
function hold(address: string, options: LongConnectionOptions): Promise<Ended> {
  const { signal, beatEveryMs } = options;
  const socket = new WebSocket(address, { handshakeTimeout: HANDSHAKE_MS, maxPayload: MAX_FRAME_BYTES });
  let quietBeats = 0;
  const ended = { wasReady: false, error: null as Error | null, minWaitMs: 0 };
  const link: Link = {
    send: (data) => {
      if (socket.readyState !== WebSocket.OPEN) return false;
      socket.send(data);
      return true;
    },
    ping: () => socket.ping(),
    ready: () => {
      ended.wasReady = true;
    },
    close: (waitMs = 0) => {
      ended.minWaitMs = waitMs;
      socket.terminate();
    },
    refuse: (refusal) => {
      ended.error = refusal;
      socket.terminate();
    },
  };
  const timer = setInterval(() => {
    quietBeats += 1;
    if (quietBeats > DEAD_AFTER_BEATS) socket.terminate();
    else if (socket.readyState === WebSocket.OPEN) options.beat(link);
  }, beatEveryMs);
  const end = (): void => socket.terminate();
  signal.addEventListener('abort', end, { once: true });
  const alive = (): void => {
    quietBeats = 0;
  };
  socket.on('open', () => options.opened(link));
  socket.on('ping', alive);
  socket.on('pong', alive);
  socket.on('message', (data: Buffer) => {
    alive();
    options.received(data, link);
  });
  socket.on('error', (cause) => {
    ended.error ??= cause;
  });
  return new Promise((resolve) => {
    socket.on('close', () => {
      clearInterval(timer);
      signal.removeEventListener('abort', end);
      options.closed();
      resolve(ended);
    });
  });
}
