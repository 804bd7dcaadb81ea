// Keeps a messenger's limit of messages to one chat: what is too much waits its turn instead of being declined.
import type { Sleep } from '../sleep.ts';

/** Lets messages pass, so many within some time to each chat. */
export interface RateGate {
  /** Resolves when the next message to a chat may leave, or the signal aborts. Calls for one chat must not overlap. */
  pass(chat: string, signal: AbortSignal): Promise<void>;
}

/** The limit, and how time passes. */
export interface RateGateOptions {
  readonly messages: number;
  readonly perMs: number;
  readonly now: () => Date;
  readonly sleep: Sleep;
}

/** Chats whose messages are all older than the limit's time are forgotten beyond this number. */
const MAX_CHATS = 5_000;

/** Creates a gate. */
export function createRateGate({ messages, perMs, now, sleep }: RateGateOptions): RateGate {
  const passed = new Map<string, number[]>();
  const recent = (chat: string): number[] => (passed.get(chat) ?? []).filter((at) => at > now().getTime() - perMs);
  return {
    pass: async (chat, signal) => {
      const before = recent(chat);
      if (before.length >= messages) await sleep((before[0] ?? 0) + perMs - now().getTime(), signal);
      passed.set(chat, [...recent(chat), now().getTime()].slice(-messages));
      if (passed.size > MAX_CHATS) for (const old of passed.keys()) if (recent(old).length === 0) passed.delete(old);
    },
  };
}
