// Corrections of answers on disk: marked anew by hand, or taken back. The card follows in the same transaction.
import type Database from 'better-sqlite3';
import type { Learner, PosedQuestion } from '../../quiz/learning/records.ts';
import type { Schedule } from '../../quiz/learning/schedule.ts';
import type { CardWriter } from './learning-cards.ts';
import { rowNumber } from './rows.ts';

/** A mark that a person gives. */
export interface HandMark {
  readonly isRight: boolean;
  /** Share of what was asked for, 0 … 1. */
  readonly share: number;
  /** The schedule that an answer makes of the one before. */
  readonly review: (before: Schedule | null, isRight: boolean, at: Date) => Schedule;
}

/** What corrections do to answers. */
export interface Corrections {
  mark(token: string, learner: Learner, mark: HandMark): boolean;
  undo(learner: Learner, at: Date): PosedQuestion | null;
}

interface CorrectedRow {
  readonly id: number;
  readonly before: string | null;
  readonly at: number;
}

/** What corrections are made with. */
export interface CorrectionParts {
  readonly find: (token: string) => PosedQuestion | null;
  readonly cards: CardWriter;
}

const scheduleOf = ({ before }: CorrectedRow): Schedule | null =>
  before === null ? null : (JSON.parse(before) as Schedule);

/** The corrections of answers in an open state file. */
export function openCorrecting(database: Database.Database, { find, cards }: CorrectionParts): Corrections {
  const one = database.prepare<[number, string, string], CorrectedRow>(
    'SELECT question_id AS id, before, at FROM attempt WHERE question_id = ? AND channel = ? AND user = ?',
  );
  const write = database.prepare<[number, number, number, string, string]>(
    'UPDATE attempt SET is_right = ?, share = ?, is_doubtful = 0 WHERE question_id = ? AND channel = ? AND user = ?',
  );
  const mark = database.transaction<Corrections['mark']>((token, learner, { isRight, share, review }) => {
    const row = one.get(rowNumber(token), learner.channel, learner.user);
    const question = find(token);
    if (row === undefined || question === null) return false;
    write.run(isRight ? 1 : 0, share, row.id, learner.channel, learner.user);
    const at = new Date(row.at);
    // What was practised since counts more, and exams touch cards at their end alone.
    const isLatest = cards.schedule(learner, question.item.id)?.lastReviewAt === row.at;
    if (!isLatest) return true;
    cards.write(learner, question.item, { schedule: review(scheduleOf(row), isRight, at), isRight, at });
    return true;
  });
  return {
    mark: (token, learner, hand) => mark.immediate(token, learner, hand),
    undo: openUndoing(database, { find, cards }),
  };
}

function openUndoing(database: Database.Database, { find, cards }: CorrectionParts): Corrections['undo'] {
  const latest = database.prepare<[string, string, number], CorrectedRow & { readonly setId: number }>(
    `SELECT question_id AS id, before, at, set_id AS setId FROM attempt JOIN question ON question.id = question_id
     WHERE attempt.channel = ? AND attempt.user = ? AND purpose IN ('quiz', 'review', 'mistakes') AND closes_at > ?
     ORDER BY at DESC, question_id DESC LIMIT 1`,
  );
  const remove = database.prepare<[number, string, string]>(
    'DELETE FROM attempt WHERE question_id = ? AND channel = ? AND user = ?',
  );
  const reopen = database.prepare<[number, string, string, number]>(
    `UPDATE practice_set SET ended_at = NULL WHERE id = ? AND NOT EXISTS (SELECT 1 FROM practice_set AS other
       WHERE other.channel = ? AND other.user = ? AND other.ended_at IS NULL AND other.id > ?)`,
  );
  const undo = database.transaction<Corrections['undo']>((learner, now) => {
    const { channel, user } = learner;
    const row = latest.get(channel, user, now.getTime());
    const question = row === undefined ? null : find(row.id.toString(36));
    if (row === undefined || question === null) return null;
    const isLatest = cards.schedule(learner, question.item.id)?.lastReviewAt === row.at;
    if (!isLatest) return null;
    remove.run(row.id, channel, user);
    cards.restore(learner, question.item, scheduleOf(row));
    reopen.run(row.setId, channel, user, row.setId);
    return question;
  });
  return (learner, now) => undo.immediate(learner, now);
}
