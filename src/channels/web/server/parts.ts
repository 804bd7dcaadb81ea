// What the endpoints share.
import type { Conversation } from '../../../chat/conversation.ts';
import type { Lines, RequestCounter, Slots } from './queue.ts';
import type { Door } from './visit.ts';

/** Everything that an endpoint can use. */
export interface WebParts {
  readonly conversation: Conversation;
  readonly door: Door;
  readonly lines: Lines;
  readonly requests: RequestCounter;
  /** How many files may come in at once. */
  readonly uploads: Slots;
  /** Whether a language model writes. */
  readonly streams: boolean;
  readonly version: string;
  /** Logs a fault; returns the id under which the log explains it. */
  readonly tell: (error: unknown, request: Request) => string;
  /** A new secret of 256 random bits, ≤ 64 characters of `[A-Za-z0-9_-]`. */
  readonly newSecret: () => string;
  /** A new name, ≤ 32 characters of `[0-9a-z]`. */
  readonly newId: () => string;
  readonly now: () => Date;
}
