// Calls of the Bot API that do not give up: they wait out floods, outages and conflicts. Knows nothing of conversations.
import { Telegram } from 'telegraf';
import type { Telegram as Methods, Opts } from 'telegraf/types';
import type { Log } from '../log.ts';
import type { Sleep } from '../sleep.ts';
import { type ApiFault, describeFault, faultOf, isFinal, waitBefore } from './fault.ts';

/** Methods younger than Telegraf's types, with the fields that we send. */
interface YoungMethods {
  sendMessageDraft: {
    readonly chat_id: number;
    readonly message_thread_id?: number;
    readonly draft_id: number;
    readonly text: string;
    readonly parse_mode: 'HTML';
  };
}

type BotMethod = keyof Methods | keyof YoungMethods;
type Payload<M extends BotMethod> = M extends keyof Methods
  ? Opts<M>
  : M extends keyof YoungMethods
    ? YoungMethods[M]
    : never;
type Signal = NonNullable<Parameters<Telegram['callApi']>[2]>['signal'];

/** The outcome of a call: the server's result, or why there is none. */
export type CallOutcome<T> =
  | { readonly ok: true; readonly result: T }
  | { readonly ok: false; readonly fault: ApiFault | 'stopped' };

/** Options of a call. */
export interface CallOptions {
  /** Tries in all, ≥ 1; without end by default. */
  readonly tries?: number;
  /** Time limit of one try. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Faults that end the call at once, beside those that are final. */
  readonly giveUpOn?: readonly ApiFault['kind'][];
  /** Told before each try. */
  readonly beforeTry?: () => void;
}

/** The Bot API. */
export interface BotApi {
  /** Calls a method until it has an outcome that another try would not better. */
  call<M extends BotMethod>(method: M, payload: Payload<M>, options?: CallOptions): Promise<CallOutcome<unknown>>;
  /** Fetches a file that was sent to the bot. @throws Error where that fails or the file is larger; the message holds no address */
  download(fileId: string, maxBytes: number): Promise<Uint8Array>;
}

/** The options of the Bot API client. */
export interface BotApiOptions {
  readonly token: string;
  /** Address of the server (`https://…`); a path is kept. */
  readonly apiRoot: string;
  readonly log: Log;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
}

/** Creates a client of the Bot API. `config.ts` has checked the token and the address. */
export function createBotApi({ token, apiRoot, log, sleep, signal: stopped }: BotApiOptions): BotApi {
  // Without the slash at its end, the last part of a path in the address would be lost.
  const telegram = new Telegram(token, { apiRoot: apiRoot.replace(/\/*$/u, '/') });
  const call: BotApi['call'] = (method, payload, options = {}) =>
    callUntilDone({ telegram, log, sleep, stopped }, { method, payload, ...options });
  return {
    call,
    download: async (fileId, maxBytes) => {
      const outcome = await call('getFile', { file_id: fileId }, { tries: 4 });
      const path = outcome.ok ? (outcome.result as { file_path?: string }).file_path : undefined;
      if (path === undefined) throw new Error('Telegram does not give the file');
      return fetchFile(`${apiRoot.replace(/\/+$/u, '')}/file/bot${token}/${path}`, maxBytes, stopped);
    },
  };
}

const DOWNLOAD_LIMIT_MS = 60_000;

/** The address holds the token: no error may show it. */
async function fetchFile(address: string, maxBytes: number, stopped: AbortSignal): Promise<Uint8Array> {
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(DOWNLOAD_LIMIT_MS)]);
  const bytes = await fetch(address, { signal, redirect: 'error' })
    .then(async (response) => {
      const isTooLarge = Number(response.headers.get('content-length') ?? 0) > maxBytes;
      return response.ok && !isTooLarge ? new Uint8Array(await response.arrayBuffer()) : null;
    })
    .catch(() => null);
  if (bytes === null) throw new Error('a file could not be fetched from Telegram');
  return bytes;
}

interface Client {
  readonly telegram: Telegram;
  readonly log: Log;
  readonly sleep: Sleep;
  readonly stopped: AbortSignal;
}

async function callUntilDone<M extends BotMethod>(
  { telegram, log, sleep, stopped }: Client,
  { method, payload, ...options }: { method: M; payload: Payload<M> } & CallOptions,
): Promise<CallOutcome<unknown>> {
  const { tries = Number.POSITIVE_INFINITY, timeoutMs = 30_000, signal = stopped, giveUpOn = [], beforeTry } = options;
  for (let failures = 0; ; failures += 1) {
    if (signal.aborted) return { ok: false, fault: 'stopped' };
    beforeTry?.();
    const outcome = await tryCall(telegram, method, { payload, signal, timeoutMs });
    if (outcome.ok || outcome.fault === 'stopped') return outcome;
    const { fault } = outcome;
    if (isFinal(fault) || giveUpOn.includes(fault.kind) || failures + 1 >= tries) return outcome;
    const waitMs = waitBefore(fault, failures);
    log('warn', `telegram ${method}: ${describeFault(fault)}; next try in ${waitMs / 1_000} s`);
    await sleep(waitMs, signal);
  }
}

/** One try, ended by the signal or the time limit. */
async function tryCall<M extends BotMethod>(
  telegram: Telegram,
  method: M,
  { payload, signal, timeoutMs }: { payload: Payload<M>; signal: AbortSignal; timeoutMs: number },
): Promise<CallOutcome<unknown>> {
  const limit = new AbortController();
  const end = (): void => limit.abort();
  const timer = setTimeout(end, timeoutMs);
  signal.addEventListener('abort', end);
  try {
    // Telegraf types the signal of a polyfill; the one built into Node serves as well. It sends methods unknown to its types.
    const result = await telegram.callApi(method as keyof Methods, payload as never, {
      signal: limit.signal as unknown as Signal,
    });
    return { ok: true, result };
  } catch (error) {
    const fault = signal.aborted ? 'stopped' : faultOf(error);
    if (fault === null) throw error;
    return { ok: false, fault };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}
