// Names what went wrong with a call of the Bot API, and how long to wait before the next try.
import { TelegramError } from 'telegraf';

/** A fault of a call, by what to do next. */
export type ApiFault =
  /** Too many calls: wait as long as the server says. */
  | { readonly kind: 'flood'; readonly waitMs: number }
  /** Server error, network loss, broken or late response. */
  | { readonly kind: 'outage' }
  /** Somebody else fetches updates with this token, or a webhook is set. */
  | { readonly kind: 'conflict' }
  /** The token is not, or no longer, accepted. */
  | { readonly kind: 'token' }
  /** The person blocked the bot, or the bot was put out of the group. */
  | { readonly kind: 'blocked' }
  /** The group goes on under another id. */
  | { readonly kind: 'moved'; readonly chatId: number }
  /** The server understood and declined: the same call again would fail again. */
  | { readonly kind: 'rejected'; readonly code: number; readonly description: string };

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** The fault behind an error of a call; null where the error is none of the Bot API's (a bug of ours, say). */
export function faultOf(error: unknown): ApiFault | null {
  if (error instanceof TelegramError) return faultOfResponse(error);
  const name = error instanceof Error ? error.name : '';
  // node-fetch, under telegraf: `FetchError` for connections and bodies, `AbortError` for our own time limit.
  return ['FetchError', 'AbortError', 'TimeoutError'].includes(name) ? { kind: 'outage' } : null;
}

function faultOfResponse({ code, description, parameters }: TelegramError): ApiFault {
  if (code === 429) return { kind: 'flood', waitMs: Math.max(1, parameters?.retry_after ?? 1) * 1_000 };
  if (code >= 500) return { kind: 'outage' };
  if (code === 403) return { kind: 'blocked' };
  if (parameters?.migrate_to_chat_id !== undefined) return { kind: 'moved', chatId: parameters.migrate_to_chat_id };
  if (code === 409) return { kind: 'conflict' };
  // The server answers 404 where the token is malformed: there is no such bot to call.
  if (code === 401 || (code === 404 && description === 'Not Found')) return { kind: 'token' };
  return { kind: 'rejected', code, description };
}

/** True where the same call again would fail again. */
export function isFinal({ kind }: ApiFault): boolean {
  return kind === 'rejected' || kind === 'blocked' || kind === 'moved';
}

/**
 * Milliseconds to wait before the next try: what the server asks for, else 0.5 s doubled with each failure, at most 30 s.
 * @param failures tries that failed before this one, ≥ 0
 */
export function waitBefore(fault: ApiFault, failures: number): number {
  return fault.kind === 'flood' ? fault.waitMs : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 16));
}

/** A fault in a few words for the log, with what an operator can do about it. */
export function describeFault(fault: ApiFault): string {
  switch (fault.kind) {
    case 'flood':
      return `Telegram asks to wait ${fault.waitMs / 1_000} s (429)`;
    case 'outage':
      return 'Telegram cannot be reached or is out of order; check the network, TELEGRAM_API_ROOT and any proxy if it lasts';
    case 'conflict':
      return 'another program fetches updates with this token (409): stop it, or give this one a token of its own';
    case 'token':
      return 'Telegram does not accept the token (401): put a valid one into TELEGRAM_BOT_TOKEN and restart';
    case 'blocked':
      return 'the chat blocked the bot (403)';
    case 'moved':
      return 'the group goes on under another id';
    case 'rejected':
      return `Telegram declined the call (${fault.code}: ${fault.description})`;
  }
}
