// What a conversation remembers, and of whom. Interfaces only: `store/state.ts` keeps it on disk.
import type { Answer, Language } from '../../types.ts';

export type { Language } from '../../types.ts';

/** Who speaks, and where. All three names are opaque to the conversation. */
export interface Speaker {
  /** Name of the channel (`telegram`, `terminal`). */
  readonly channel: string;
  readonly chat: string;
  readonly user: string;
  /** Language of our wording where a message itself does not tell. */
  readonly language: Language;
}

/** One question and what came of it. */
export interface Exchange {
  /** The question as it was put. */
  readonly question: string;
  readonly answer: Answer;
  /** True if later questions may follow up on this one. */
  readonly followable: boolean;
  readonly at: Date;
}

/** Memory of past exchanges: it outlives a restart. */
export interface ChatMemory {
  /** Keeps an exchange; returns the id under which its answer is found again (≤ 32 characters of `[0-9a-z]`). */
  keep(speaker: Speaker, exchange: Exchange): string;
  /** The answer of this id if it was given in the speaker's chat; with `null`, the speaker's latest; else null. */
  find(speaker: Speaker, id: string | null): Answer | null;
  /** The speaker's latest followable questions after `since`, at most `limit`, oldest first. */
  recentQuestions(speaker: Speaker, { limit, since }: { limit: number; since: Date }): string[];
  /** Starts the speaker afresh: earlier questions are no longer followed up; past answers stay open. */
  startAfresh(speaker: Speaker): void;
}
