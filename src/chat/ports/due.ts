// Something that is due by the clock, as a channel keeps it between its being noticed and its reply. Data only.

/** A thing that is due: a reminder, the next question of a timed round, the end of an exam. */
export interface Due {
  /** Unique and the same each time the same thing is noticed: a channel handles one key once. */
  readonly key: string;
  readonly chat: string;
  readonly user: string;
  /** Handed back to the conversation (`Conversation.rouse`); as a button's token. */
  readonly token: string;
}
