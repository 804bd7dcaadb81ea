// Feedback, gaps, settings, and what is held of a person. Interfaces only: `store/records.ts` keeps them on disk.
import type { RefusalReason } from '../../types.ts';
import type { Language } from './exchanges.ts';

export type { Language } from './exchanges.ts';

/** A person on a channel. */
export interface Person {
  readonly channel: string;
  readonly user: string;
}

/** What a reader thought of an answer: good, or what was wrong with it. */
export type Verdict = 'good' | 'figure' | 'source' | 'missed';

/** A reader's judgement, as maintainers see it: without a name. */
export interface Feedback {
  readonly verdict: Verdict;
  readonly question: string;
  readonly at: Date;
}

/** A question that was refused, without a name. */
export interface Gap {
  readonly reason: RefusalReason;
  /** What it was about: districts, or nothing. */
  readonly subject: string;
  readonly question: string;
  /** How often it was put. */
  readonly times: number;
}

/** What is kept beside members and answers. */
export interface Records {
  /** The language a person chose; null: none, their app and their words tell. */
  language(person: Person): Language | null;
  setLanguage(person: Person, language: Language | null): void;
  /** Keeps a judgement; a later one on the same answer replaces it. */
  judge(
    person: Person,
    judgement: { readonly exchange: string; readonly verdict: Verdict; readonly question: string; readonly at: Date },
  ): void;
  /** The latest judgements, and how many there are of each kind. */
  feedback(most: number): {
    readonly latest: readonly Feedback[];
    readonly counts: readonly { readonly verdict: string; readonly times: number }[];
  };
  noteGap(gap: Omit<Gap, 'times'>, at: Date): void;
  /** Refused questions, most frequent first. */
  gaps(): readonly Gap[];
  /** Everything that is held of a person, by kind. */
  exportOf(person: Person): Readonly<Record<string, readonly unknown[]>>;
  /** Deletes what a person asked and said, and their name; membership stays. Returns the number of records deleted. */
  forget(person: Person): number;
  /** Deletes what is older; returns the number of records deleted. */
  prune(before: Date): number;
}
