// Keeps what arrives on a channel between its arrival and its reply, across restarts. Interface only: `store/state.ts` keeps it on disk.

/** An update as a channel delivered it. */
export interface InboxItem {
  /** The channel's own number for it. */
  readonly updateId: number;
  /** The update as it came, as JSON. */
  readonly payload: string;
}

/** Updates of one channel; each is stored once, however often it comes. */
export interface Inbox {
  /** Stores updates, all or none; returns those that were not there before. */
  store(updates: readonly InboxItem[], at: Date): InboxItem[];
  /** Updates that await their reply, in order. */
  pending(): InboxItem[];
  /** The update has its reply. */
  finish(updateId: number, at: Date): void;
}
