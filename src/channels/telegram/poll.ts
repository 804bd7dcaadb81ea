// The fetch loop: an update is acknowledged (by the next fetch's offset) only after it is stored.
import type { Inbox } from '../../store/state/inbox.ts';
import type { Log } from '../log.ts';
import type { Sleep } from '../sleep.ts';
import type { BotApi } from './api.ts';
import { describeFault } from './fault.ts';
import { ALLOWED_UPDATES, type TelegramUpdate } from './update.ts';

/** The parts of the fetch loop. */
export interface FetchOptions {
  readonly api: BotApi;
  readonly inbox: Inbox;
  readonly log: Log;
  readonly now: () => Date;
  readonly sleep: Sleep;
  readonly pollSeconds: number;
  readonly signal: AbortSignal;
  /** Takes the payload of an update that is stored. Must not throw. */
  readonly accept: (payload: string) => void;
}

const RETRY_MS = 5_000;
/** The time a fetch may take beyond the server's own waiting time. */
const FETCH_SLACK_MS = 10_000;

/** Fetches and stores updates until the signal aborts. */
export async function fetchUpdates(options: FetchOptions): Promise<void> {
  const { sleep, signal } = options;
  // 0 asks for everything that was never confirmed.
  let offset = 0;
  while (!signal.aborted) {
    const updates = await fetchOnce(offset, options);
    const isStored = updates !== null && store(updates, options);
    if (isStored) offset = updates.reduce((next, { update_id }) => Math.max(next, update_id + 1), offset);
    else await sleep(RETRY_MS, signal);
  }
}

/** The next updates; null where there is no telling. */
async function fetchOnce(
  offset: number,
  { api, log, pollSeconds, signal }: FetchOptions,
): Promise<readonly TelegramUpdate[] | null> {
  const payload = { offset, timeout: pollSeconds, allowed_updates: ALLOWED_UPDATES };
  const outcome = await api.call('getUpdates', payload, { signal, timeoutMs: pollSeconds * 1_000 + FETCH_SLACK_MS });
  if (outcome.ok) return Array.isArray(outcome.result) ? outcome.result.filter(isUpdate) : [];
  if (outcome.fault !== 'stopped') log('error', `telegram: fetching failed: ${describeFault(outcome.fault)}`);
  return null;
}

/** True for what has an update's number: not negative, those are our own (`clock.ts`), and not what is ours alone to say. */
export function isUpdate(value: unknown): value is TelegramUpdate {
  if (typeof value !== 'object' || value === null || !('update_id' in value) || 'due' in value) return false;
  return Number.isSafeInteger(value.update_id) && Number(value.update_id) >= 0;
}

/** Stores updates and hands on the new ones; false where they could not be stored: unconfirmed, they come again. */
export function store(
  updates: readonly TelegramUpdate[],
  { inbox, log, now, accept }: Pick<FetchOptions, 'inbox' | 'log' | 'now' | 'accept'>,
): boolean {
  if (updates.length === 0) return true;
  const items = updates.map((update) => ({ id: String(update.update_id), payload: JSON.stringify(update) }));
  try {
    for (const { payload } of inbox.store(items, now())) accept(payload);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log('error', `telegram: updates could not be stored: ${reason}. Check the state folder.`);
    return false;
  }
}
