// What the stand-in of the Bot API remembers between calls, and how one waits for it to change.
import type { SentMessage } from './bot-api-messages.ts';
import type { SentPoll } from './bot-api-polls.ts';

/** What to do to a call instead of answering it well. */
export type Injected =
  | {
      readonly status: number;
      readonly retryAfterSeconds?: number;
      readonly migrateTo?: number;
      readonly description?: string;
    }
  /** The connection breaks before the call is taken. */
  | 'dropped'
  /** The call is taken, its reply never arrives. */
  | 'reply-lost';

/** A call as it came. */
export interface RecordedCall {
  readonly method: string;
  /** Path of the address before `/bot…`, where the server stands behind another. */
  readonly prefix: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** False where a fault was injected before the call took effect. */
  readonly taken: boolean;
  readonly fault: Injected | undefined;
}

/** Everything that was called, sent and is to come. */
export interface State {
  readonly calls: RecordedCall[];
  readonly sent: SentMessage[];
  readonly edited: SentMessage[];
  readonly deleted: number[];
  readonly files: Uint8Array[];
  readonly polls: SentPoll[];
  readonly violations: string[];
  readonly faults: Map<string, readonly Injected[]>;
  readonly listeners: Set<() => void>;
  updates: ({ update_id: number } & Readonly<Record<string, unknown>>)[];
  choose: (method: string) => Injected | undefined;
  onSent: () => void;
  nextUpdateId: number;
  nextMessageId: number;
  changed(): void;
}

/** A stand-in that nobody has called yet. */
export function createState(): State {
  const listeners = new Set<() => void>();
  const changed = (): void => [...listeners].forEach((listener) => void listener());
  return {
    calls: [],
    sent: [],
    edited: [],
    deleted: [],
    files: [],
    polls: [],
    violations: [],
    faults: new Map(),
    listeners,
    updates: [],
    choose: () => undefined,
    onSent: () => undefined,
    nextUpdateId: 700,
    nextMessageId: 9_000,
    changed,
  };
}

/** Queues an update for the bot; returns its number. */
export function deliver(update: Readonly<Record<string, unknown>>, state: State): number {
  state.updates.push({ update_id: state.nextUpdateId, ...update });
  state.changed();
  return state.nextUpdateId++;
}

/** Resolves when the condition holds; looks after every change. @throws after `timeoutMs` */
export function waitUntil(condition: () => boolean, state: State, timeoutMs: number): Promise<void> {
  if (condition()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (!condition()) return;
      clearTimeout(timer);
      state.listeners.delete(look);
      resolve();
    };
    const timer = setTimeout(() => {
      state.listeners.delete(look);
      reject(
        new Error(`The stand-in waited ${timeoutMs} ms in vain; ${state.violations.join('; ') || 'no violations'}`),
      );
    }, timeoutMs);
    state.listeners.add(look);
  });
}
