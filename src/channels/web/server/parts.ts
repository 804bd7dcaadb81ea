// The dependencies of the web server.
import type { Limiter } from '../../../chat/access/limits.ts';
import type { Conversation } from '../../../chat/conversation.ts';
import type { SerialQueue } from '../../../serial-queue.ts';
import type { RequestGuard } from './request-guard.ts';
import type { WidgetParts } from './widget/widget-assets.ts';

/** The dependencies of routes. */
export interface WebParts {
  readonly conversation: Conversation;
  readonly guard: RequestGuard;
  /** The calls of each user, one after the other. */
  readonly turns: SerialQueue;
  readonly requests: Limiter;
  /** What other sites may show; null: nothing. */
  readonly widget: WidgetParts | null;
  /** True if a language model chooses what answers: a first sentence is streamed meanwhile. */
  readonly streams: boolean;
  readonly version: string;
  /** Why nothing can be answered now (the index is missing or damaged); null: it can. */
  readonly unready: () => string | null;
  /** Logs an error; returns the id of the log entry. */
  readonly tell: (error: unknown, request: Request) => string;
  /** A new secret of 256 random bits, ≤ 64 characters of `[A-Za-z0-9_-]`. */
  readonly newSecret: () => string;
  /** A new name, ≤ 32 characters of `[0-9a-z]`. */
  readonly newId: () => string;
  readonly now: () => Date;
}
