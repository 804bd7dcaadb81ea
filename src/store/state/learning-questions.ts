// Questions put to learners and their answers, on disk. An answer, its grade and the card it changes are one transaction.
import type Database from 'better-sqlite3';
import type {
  AnswerArrival,
  Attempt,
  GradedResponse,
  Learner,
  PosedQuestion,
  Settled,
} from '../../quiz/learning/records.ts';
import type { Schedule } from '../../quiz/learning/schedule.ts';
import type { Item } from '../../quiz/types.ts';
import type { CardWriter } from './learning-cards.ts';
import { type HandMark, openCorrecting } from './learning-corrections.ts';
import type { KeptItems } from './learning-items.ts';
import { type Columns, found, idOf, type RowOf, rowNumber, timeOf } from './rows.ts';

/** A row of `question`. */
export type QuestionRow = RowOf<Omit<PosedQuestion, 'token' | 'item'>> & {
  readonly id: number;
  readonly itemKey: string;
};

/** A row of `attempt`. */
export type AttemptRow = Learner &
  Columns<Attempt, 'isRight' | 'share' | 'at' | 'isDoubtful'> & { readonly questionId: number; readonly given: string };

/** The columns of a question, by the names of `QuestionRow`. */
export const QUESTION =
  'id, channel, chat, user, purpose, set_id AS "set", n, item_key AS itemKey, put_at AS putAt, closes_at AS closesAt, is_skipped AS isSkipped';
/** The columns of an attempt, by the names of `AttemptRow`. */
export const ATTEMPT =
  'question_id AS questionId, channel, user, given, is_right AS isRight, share, at, is_doubtful AS isDoubtful';

/** A question of its row. */
export function toQuestion(
  { id, itemKey, putAt, closesAt, isSkipped, ...row }: QuestionRow,
  items: KeptItems,
): PosedQuestion {
  return {
    ...row,
    token: idOf(id),
    item: items.get(itemKey),
    putAt: timeOf(putAt),
    closesAt: new Date(closesAt),
    isSkipped: isSkipped === 1,
  };
}

/** An attempt of its row. */
export function toAttempt({ questionId, channel, user, given, isRight, isDoubtful, share, at }: AttemptRow): Attempt {
  return {
    token: idOf(questionId),
    learner: { channel, user },
    response: JSON.parse(given) as Attempt['response'],
    isRight: isRight === 1,
    share,
    at: new Date(at),
    isDoubtful: isDoubtful === 1,
  };
}

/** What questions are kept with. */
export interface QuestionParts {
  readonly items: KeptItems;
  readonly cards: CardWriter;
}

/** Puts a question that belongs to a set, or to none. */
export type Insert = (
  question: Omit<PosedQuestion, 'token' | 'item' | 'isSkipped'>,
  item: { readonly key: string; readonly item: Item },
) => number;

/** How questions are inserted. */
export function insertQuestion(database: Database.Database): Insert {
  const insert = database.prepare(
    `INSERT INTO question (channel, chat, user, purpose, set_id, n, item_key, item_id, put_at, closes_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return ({ channel, chat, user, purpose, set, n, putAt, closesAt }, { key, item }) => {
    const times = [putAt?.getTime() ?? null, closesAt.getTime()];
    return Number(insert.run(channel, chat, user, purpose, set, n, key, item.id, ...times).lastInsertRowid);
  };
}

/** Questions and their answers. */
export interface PosedQuestions {
  /** Puts an item to a chat: to one user, or to all (`user: null`). */
  put(
    question: Pick<PosedQuestion, 'channel' | 'chat' | 'user' | 'purpose' | 'item' | 'closesAt'>,
    at: Date,
  ): PosedQuestion;
  find(token: string): PosedQuestion | null;
  /** The question that a learner answered last; null: none. */
  latest(learner: Learner): PosedQuestion | null;
  /** Notes that a question of a set is shown now; a second time changes nothing. */
  show(token: string, at: Date): void;
  skip(token: string): void;
  /**
   * Takes an answer in one transaction: grades it (`grade` gets the question and the learner's schedule of its item; null: cannot be
   * read as an answer), keeps the attempt and the card. Keyed by question and learner: a second answer changes nothing.
   */
  settle(
    token: string,
    answer: AnswerArrival,
    grade: (question: PosedQuestion, schedule: Schedule | null) => GradedResponse | null,
  ): Settled;
  /** The answer that a message brought; null: none. A message that is handed in again must not answer the next question. */
  broughtBy(learner: Learner, message: string): Attempt | null;
  /** Marks an answer anew, by hand; its card follows where the answer was practice. False where there is no such answer. */
  mark(token: string, learner: Learner, mark: HandMark): boolean;
  /** Takes back a learner's latest answer to a question that is still open, and what it made of its card; null: there is none. */
  undo(learner: Learner, at: Date): PosedQuestion | null;
  /** The answers to a question, oldest first. */
  attempts(token: string): readonly Attempt[];
}

/** The questions in an open state file. */
export function openQuestions(database: Database.Database, parts: QuestionParts): PosedQuestions {
  const { items } = parts;
  const select = database.prepare<[number], QuestionRow>(`SELECT ${QUESTION} FROM question WHERE id = ?`);
  const show = database.prepare<[number, number]>('UPDATE question SET put_at = ? WHERE id = ? AND put_at IS NULL');
  const skip = database.prepare<[number]>('UPDATE question SET is_skipped = 1 WHERE id = ?');
  const latest = database.prepare<[string, string], QuestionRow>(
    `SELECT ${QUESTION} FROM question WHERE id =
       (SELECT question_id FROM attempt WHERE channel = ? AND user = ? ORDER BY at DESC, question_id DESC LIMIT 1)`,
  );
  const question = (row: QuestionRow): PosedQuestion => toQuestion(row, items);
  const find = (token: string): PosedQuestion | null => found(select.get(rowNumber(token)), question);
  return {
    put: openPutting(database, items),
    find,
    latest: ({ channel, user }) => found(latest.get(channel, user), question),
    show: (token, at) => void show.run(at.getTime(), rowNumber(token)),
    skip: (token) => void skip.run(rowNumber(token)),
    ...openAttempts(database),
    settle: openSettling(database, { find, cards: parts.cards }),
    ...openCorrecting(database, { find, cards: parts.cards }),
  };
}

function openPutting(database: Database.Database, items: KeptItems): PosedQuestions['put'] {
  const insert = insertQuestion(database);
  const put = database.transaction<PosedQuestions['put']>((question, at) => {
    const key = items.keep(question.item, at);
    const whole = { ...question, set: null, n: 0, putAt: at, isSkipped: false };
    return { ...whole, token: idOf(insert(whole, { key, item: question.item })) };
  });
  return (question, at) => put.immediate(question, at);
}

function openAttempts(database: Database.Database): Pick<PosedQuestions, 'attempts' | 'broughtBy'> {
  const attempts = database.prepare<[number], AttemptRow>(
    `SELECT ${ATTEMPT} FROM attempt WHERE question_id = ? ORDER BY at, channel, user`,
  );
  const brought = database.prepare<[string, string, string], AttemptRow>(
    `SELECT ${ATTEMPT} FROM attempt WHERE channel = ? AND user = ? AND message = ? ORDER BY at DESC LIMIT 1`,
  );
  return {
    attempts: (token) => attempts.all(rowNumber(token)).map(toAttempt),
    broughtBy: ({ channel, user }, message) => found(brought.get(channel, user, message), toAttempt),
  };
}

type GradeAnswer = (question: PosedQuestion, schedule: Schedule | null) => GradedResponse | null;

function openSettling(
  database: Database.Database,
  { find, cards }: { readonly find: PosedQuestions['find']; readonly cards: CardWriter },
): PosedQuestions['settle'] {
  const before = database.prepare<[number, string, string], AttemptRow>(
    `SELECT ${ATTEMPT} FROM attempt WHERE question_id = ? AND channel = ? AND user = ?`,
  );
  const keep = openKeeping(database, cards);
  const settle = database.transaction((token: string, answer: AnswerArrival, grade: GradeAnswer): Settled => {
    const { learner, at } = answer;
    const question = find(token);
    if (question === null || !isFor(learner, question)) return { outcome: 'unknown' };
    const earlier = before.get(rowNumber(token), learner.channel, learner.user);
    const isOpen = question.closesAt > at;
    if (earlier !== undefined && !(answer.replaces && isOpen))
      return { outcome: 'already', question, attempt: toAttempt(earlier) };
    if (!isOpen) return { outcome: 'closed', question };
    const schedule = cards.schedule(learner, question.item.id);
    const graded = grade(question, schedule);
    return graded === null ? { outcome: 'ungraded', question } : keep(question, { graded, schedule, answer });
  });
  return (token, answer, grade) => settle.immediate(token, answer, grade);
}

/** True if a question was put to a learner. Tokens are numbers in a row: one that was not put yet can be guessed, and is not open. */
function isFor(learner: Learner, { channel, user, putAt }: PosedQuestion): boolean {
  return channel === learner.channel && (user === null || user === learner.user) && putAt !== null;
}

interface Kept {
  readonly graded: GradedResponse;
  /** Before the answer. */
  readonly schedule: Schedule | null;
  readonly answer: AnswerArrival;
}

function openKeeping(database: Database.Database, cards: CardWriter): (question: PosedQuestion, kept: Kept) => Settled {
  const insert = database.prepare(
    `INSERT OR REPLACE INTO attempt (question_id, channel, user, item_id, district, topic, given, is_right, share, at, message,
       before, is_doubtful) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (question, { graded, schedule, answer: { learner, at, message = null } }) => {
    const { item, token } = question;
    const { response, isRight, share, isDoubtful = false } = graded;
    const about = [item.id, item.district, item.topic];
    const result = [JSON.stringify(response), isRight ? 1 : 0, share, at.getTime(), message];
    const before = schedule === null ? null : JSON.stringify(schedule);
    insert.run(rowNumber(token), learner.channel, learner.user, ...about, ...result, before, isDoubtful ? 1 : 0);
    if (graded.schedule !== null) cards.write(learner, item, { schedule: graded.schedule, isRight, at });
    return { outcome: 'graded', question, attempt: { token, learner, response, isRight, share, at, isDoubtful } };
  };
}
