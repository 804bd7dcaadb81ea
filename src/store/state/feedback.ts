// Judgements of answers and refused questions, on disk; maintainers see both without names.
import type Database from 'better-sqlite3';
import type { RefusalReason } from '../../types.ts';
import type { Person } from './personal-data.ts';
import type { RowOf } from './rows.ts';

/** A reader's judgement of an answer: good, or what was wrong with it. */
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
  /** The districts it was about, or an empty string. */
  readonly subject: string;
  readonly question: string;
  /** The number of times it was asked. */
  readonly times: number;
}

/** Judgements of answers, and questions that were refused. */
export interface FeedbackLog {
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
}

/** Opens the feedback in a state file. */
export function openFeedback(database: Database.Database): FeedbackLog {
  return { ...openOpinions(database), ...openGaps(database) };
}

function openOpinions(database: Database.Database): Pick<FeedbackLog, 'judge' | 'feedback'> {
  const judge = database.prepare<[string, string, string, string, string, number]>(
    'INSERT OR REPLACE INTO feedback (channel, user, exchange, verdict, question, at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const list = database.prepare<[number], RowOf<Feedback>>(
    'SELECT verdict, question, at FROM feedback ORDER BY id DESC LIMIT ?',
  );
  const counts = database.prepare<[], { verdict: string; times: number }>(
    'SELECT verdict, count(*) AS times FROM feedback GROUP BY verdict ORDER BY verdict',
  );
  return {
    judge: ({ channel, user }, { exchange, verdict, question, at }) => {
      judge.run(channel, user, exchange, verdict, question, at.getTime());
    },
    feedback: (most) => ({
      latest: list.all(most).map((row) => ({ ...row, at: new Date(row.at) })),
      counts: counts.all(),
    }),
  };
}

function openGaps(database: Database.Database): Pick<FeedbackLog, 'noteGap' | 'gaps'> {
  const note = database.prepare<[string, string, string, number]>(
    `INSERT INTO gap VALUES (?, ?, ?, 1, ?)
     ON CONFLICT DO UPDATE SET times = times + 1, last_at = excluded.last_at`,
  );
  const list = database.prepare<[], Gap>(
    'SELECT reason, subject, question, times FROM gap ORDER BY times DESC, last_at DESC',
  );
  return {
    noteGap: ({ reason, subject, question }, at) => {
      note.run(reason, subject, question, at.getTime());
    },
    gaps: () => list.all(),
  };
}
