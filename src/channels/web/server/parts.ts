// The dependencies of the web server.
import type { Conversation } from '../../../chat/conversation.ts';
import type { RequestCounter, Slots, TurnQueue } from './limits.ts';
import type { RequestGuard } from './request-guard.ts';

/** The dependencies of routes. */
export interface WebParts {
  readonly conversation: Conversation;
  readonly guard: RequestGuard;
  readonly turns: TurnQueue;
  readonly requests: RequestCounter;
  /** Limits concurrent uploads. */
  readonly uploads: Slots;
  /** True if a language model chooses what answers: a first sentence is streamed meanwhile. */
  readonly streams: boolean;
  readonly version: string;
  /** Logs an error; returns the id of the log entry. */
  readonly tell: (error: unknown, request: Request) => string;
  /** A new secret of 256 random bits, ≤ 64 characters of `[A-Za-z0-9_-]`. */
  readonly newSecret: () => string;
  /** A new name, ≤ 32 characters of `[0-9a-z]`. */
  readonly newId: () => string;
  readonly now: () => Date;
}
