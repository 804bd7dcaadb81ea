// A person's own past questions: listed, sought, opened again, deleted. Interface; `store/history.ts` keeps it.
import type { Answer } from '../../types.ts';
import type { Speaker } from '../ports/exchanges.ts';

/** A past exchange. */
export interface PastExchange {
  readonly id: string;
  readonly question: string;
  readonly answer: Answer;
  readonly at: Date;
}

/** What is sought in one's history. */
export interface HistoryQuery {
  /** Stands in the question or the direct answer; empty: everything. */
  readonly query: string;
  /** Only what is older than the exchange of this id; null: from the latest. */
  readonly before: string | null;
  readonly limit: number;
}

/** Past exchanges of a speaker in a chat: nobody else's can be reached by it. */
export interface History {
  /** Latest first. */
  list(speaker: Speaker, query: HistoryQuery): PastExchange[];
  find(speaker: Speaker, id: string): PastExchange | null;
  /** Deletes one exchange; false where there was none. */
  remove(speaker: Speaker, id: string): boolean;
  /** Deletes all; returns how many. */
  removeAll(speaker: Speaker): number;
}
