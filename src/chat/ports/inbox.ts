// Keeps what arrives on a channel between its arrival and its reply, and the reply until it is delivered, across restarts.
// Interface only: `store/inbox.ts` keeps it on disk.
import type { Polls } from './polls.ts';

/** An update as a channel delivered it. */
export interface InboxItem {
  /** The channel's own number for it. */
  readonly updateId: number;
  /** The update as it came, as JSON. */
  readonly payload: string;
}

/** One message of a reply, as the channel will send it. */
export interface Draft {
  /** Its place in the reply, from 0. */
  readonly n: number;
  readonly payload: string;
}

/** Updates of one channel; each is stored once, however often it comes, and replied to with one reply, whatever crashes. */
export interface Inbox {
  /** Stores updates, all or none; returns those that were not there before. */
  store(updates: readonly InboxItem[], at: Date): InboxItem[];
  /** Updates that await their reply, in order. */
  pending(): InboxItem[];
  /** Keeps the reply to an update, whole, before its first message leaves: from then on no other reply is made. */
  draft(updateId: number, payloads: readonly string[]): void;
  /** What of a kept reply is not known to have arrived, in order; null where no reply is kept. */
  drafted(updateId: number): readonly Draft[] | null;
  /** A message of the reply has arrived, or was declined for good: it is not sent again. */
  arrived(updateId: number, n: number): void;
  /** The update has its reply. */
  finish(updateId: number, at: Date): void;
  /** Which of the channel's polls hold which questions. */
  readonly polls: Polls;
}
