// Rounds in groups: the same questions to everyone, one after the other. Interface only: `store/rounds.ts` keeps them on disk;
// the questions themselves and the answers to them are kept like all others (`quiz/keeping.ts`).
import type { Item } from '../../quiz/types.ts';
import type { Language } from '../ports/exchanges.ts';

/** A question of a round that was put. */
export interface AskedQuestion {
  /** Of the posed question. */
  readonly token: string;
  readonly at: Date;
}

/** A round. */
export interface Round {
  /** `[0-9a-z]{1,10}`. */
  readonly id: string;
  readonly channel: string;
  readonly chat: string;
  /** Who began it. */
  readonly starter: string;
  readonly language: Language;
  /** How long each question takes answers; null: until the round ends. */
  readonly seconds: number | null;
  readonly items: readonly Item[];
  /** The questions put so far, in order: as many as `items`, or fewer. */
  readonly asked: readonly AskedQuestion[];
  readonly beganAt: Date;
  readonly endedAt: Date | null;
}

/** The rounds. */
export interface Rounds {
  begin(round: Pick<Round, 'channel' | 'chat' | 'starter' | 'language' | 'seconds' | 'items'>, at: Date): Round;
  find(id: string): Round | null;
  /** The chat's latest round that has not ended; null: none. */
  underWay(channel: string, chat: string): Round | null;
  /** Notes that question `n` (from 0) was put; false, and nothing changes, where it is not the next one or the round has ended. */
  ask(id: string, n: number, question: AskedQuestion): boolean;
  /** Ends it; false where it has ended already. */
  end(id: string, at: Date): boolean;
  /** Timed rounds that have not ended. */
  timed(channel: string): readonly Round[];
  /** The round that a question belongs to; null: none. */
  ofQuestion(token: string): Round | null;
  /** Keeps how a player calls themselves. */
  notePlayer(id: string, player: { readonly user: string; readonly name: string | null }): void;
  /** Names of those who answered, by id; who gave none is not there. */
  names(id: string): ReadonlyMap<string, string>;
}
