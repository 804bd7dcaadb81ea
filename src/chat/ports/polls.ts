// Which native polls of a channel hold which posed questions. A poll's id is learned only when its sending is confirmed; a poll
// whose sending was never confirmed can be answered all the same, so it must be recognised by what it shows.
// Interface only: `store/polls.ts` keeps it on disk.

/** What a poll shows. */
export interface PollFace {
  readonly question: string;
  readonly options: readonly string[];
}

/** A posed question on its way to a chat as a poll. */
export interface PutPoll extends PollFace {
  /** Of the posed question; see `Posed`. */
  readonly token: string;
  readonly chat: string;
  /** The forum topic that it goes to; null: none. */
  readonly threadId: number | null;
}

/** The posed question that a poll holds. */
export interface FoundPoll {
  readonly token: string;
  readonly chat: string;
  /** The channel's number for the poll's message; null: unknown. */
  readonly messageId: number | null;
}

/** The polls of one channel. */
export interface Polls {
  /** Notes a try to send a poll, before it is made: after a second one, somewhere a poll may stand whose id nobody told us. */
  put(poll: PutPoll, at: Date): void;
  /** A sending was confirmed: the poll has this id. */
  arrived(id: string, poll: { readonly token: string; readonly messageId: number | null }, at: Date): void;
  /** The server tells what a poll of ours shows. */
  seen(id: string, face: PollFace, at: Date): void;
  /** The posed question of a poll that somebody answers; null where it is not known, or not known yet. */
  find(id: string, voter: string): FoundPoll | null;
  /** The only question in the voter's own chat that may stand in a poll of unknown id; null where there is none, or several. */
  guess(voter: string): FoundPoll | null;
  /** Where the polls stand that hold a posed question, as far as their sending was confirmed. */
  placesOf(token: string): readonly { readonly chat: string; readonly messageId: number }[];
  /** The forum topic of a chat that the latest poll went to; null: none. */
  threadOf(chat: string): number | null;
  /** A chat goes on under another id. */
  moveChat(from: string, to: string): void;
}
