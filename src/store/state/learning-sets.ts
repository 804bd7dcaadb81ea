// Sets of questions on disk: what was drawn for a learner, in order. One under way each; one paper of an exam each, for good.
import type Database from 'better-sqlite3';
import type { Learner, PracticeSet, SetQuestion } from '../../quiz/learning/records.ts';
import type { Item } from '../../quiz/types.ts';
import type { KeptItems } from './learning-items.ts';
import {
  ATTEMPT,
  type AttemptRow,
  insertQuestion,
  QUESTION,
  type QuestionRow,
  toAttempt,
  toQuestion,
} from './learning-questions.ts';
import { found, type RowOf, timeOf } from './rows.ts';

type SetRow = Learner & RowOf<Omit<PracticeSet, 'learner'>>;

const SET =
  'id, channel, user, chat, name, purpose, exam, begun_at AS begunAt, closes_at AS closesAt, ended_at AS endedAt, shown_n AS shownN';

function toSet({ channel, user, begunAt, closesAt, endedAt, ...row }: SetRow): PracticeSet {
  return {
    ...row,
    learner: { channel, user },
    begunAt: new Date(begunAt),
    closesAt: new Date(closesAt),
    endedAt: timeOf(endedAt),
  };
}

/** The papers of an exam, in the order in which they were begun. */
export function papersOf(database: Database.Database): (code: string) => PracticeSet[] {
  const select = database.prepare<[string], SetRow>(`SELECT ${SET} FROM practice_set WHERE exam = ? ORDER BY id`);
  return (code) => select.all(code).map(toSet);
}

/** Sets of questions; a learner has at most one under way. */
export interface Sets {
  /** Begins a set and ends the one under way; null where the learner has had this exam already. */
  begin(
    set: Pick<PracticeSet, 'learner' | 'chat' | 'purpose' | 'exam' | 'name' | 'closesAt'> & {
      readonly items: readonly Item[];
    },
    at: Date,
  ): PracticeSet | null;
  find(id: number): PracticeSet | null;
  /** The set that is neither ended nor closed; null: none. */
  underWay(learner: Learner, at: Date): PracticeSet | null;
  /** Its questions in their order. */
  progress(id: number): readonly SetQuestion[];
  /** Notes the question that a paper stands at, from 0; −1: its overview. */
  turnTo(id: number, n: number): void;
  /** Ends a set; a paper that is handed in takes no more answers. */
  end(id: number, at: Date): void;
}

/** The sets in an open state file. */
export function openSets(database: Database.Database, items: KeptItems): Sets {
  const select = database.prepare<[number], SetRow>(`SELECT ${SET} FROM practice_set WHERE id = ?`);
  const open = database.prepare<[string, string, number], SetRow>(
    `SELECT ${SET} FROM practice_set WHERE channel = ? AND user = ? AND ended_at IS NULL AND closes_at > ? ORDER BY id DESC LIMIT 1`,
  );
  const turnTo = database.prepare<[number, number]>('UPDATE practice_set SET shown_n = ? WHERE id = ?');
  return {
    begin: openBeginning(database, items),
    find: (id) => found(select.get(id), toSet),
    underWay: ({ channel, user }, at) => found(open.get(channel, user, at.getTime()), toSet),
    progress: openStanding(database, items),
    turnTo: (id, n) => void turnTo.run(n, id),
    end: openEnding(database),
  };
}

function openEnding(database: Database.Database): Sets['end'] {
  const end = database.prepare<[number, number]>(
    'UPDATE practice_set SET ended_at = ? WHERE id = ? AND ended_at IS NULL',
  );
  const close = database.prepare<[number, number, number]>(
    "UPDATE question SET closes_at = ? WHERE set_id = ? AND purpose = 'exam' AND closes_at > ?",
  );
  return database.transaction<Sets['end']>((id, at) => {
    end.run(at.getTime(), id);
    close.run(at.getTime(), id, at.getTime());
  });
}

function openBeginning(database: Database.Database, items: KeptItems): Sets['begin'] {
  const endOthers = database.prepare<[number, string, string, number]>(
    'UPDATE practice_set SET ended_at = ? WHERE channel = ? AND user = ? AND ended_at IS NULL AND id <> ?',
  );
  const insert = database.prepare(
    `INSERT OR IGNORE INTO practice_set (channel, chat, user, name, purpose, exam, begun_at, closes_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ask = insertQuestion(database);
  const begin = database.transaction<Sets['begin']>((set, at) => {
    const { learner, chat, name, purpose, exam, closesAt } = set;
    const { channel, user } = learner;
    const result = insert.run(channel, chat, user, name, purpose, exam, at.getTime(), closesAt.getTime());
    if (result.changes === 0) return null;
    const id = Number(result.lastInsertRowid);
    endOthers.run(at.getTime(), channel, user, id);
    for (const [n, item] of set.items.entries()) {
      const question = { channel, chat, user, purpose, set: id, n, putAt: null, closesAt };
      ask(question, { key: items.keep(item, at), item });
    }
    return { id, learner, chat, name, purpose, exam, begunAt: at, closesAt, endedAt: null, shownN: null };
  });
  return (set, at) => begin.immediate(set, at);
}

function openStanding(database: Database.Database, items: KeptItems): Sets['progress'] {
  const questions = database.prepare<[number], QuestionRow>(
    `SELECT ${QUESTION} FROM question WHERE set_id = ? ORDER BY n`,
  );
  const attempts = database.prepare<[number], AttemptRow>(
    `SELECT ${ATTEMPT} FROM attempt WHERE question_id IN (SELECT id FROM question WHERE set_id = ?)`,
  );
  return (id): SetQuestion[] => {
    const answered = new Map(attempts.all(id).map((row) => [row.questionId, toAttempt(row)]));
    return questions.all(id).map((row) => ({
      question: toQuestion(row, items),
      attempt: answered.get(row.id) ?? null,
    }));
  };
}
