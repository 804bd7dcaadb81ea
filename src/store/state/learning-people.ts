// Learners' habits, notices and history on disk.
import type Database from 'better-sqlite3';
import type { Attempt, Habit, HistoryEntry, Learner, Notice } from '../../quiz/learning/records.ts';
import type { ItemId } from '../../quiz/types.ts';
import { found, type RowOf, timeOf } from './rows.ts';

type HabitRow = Learner &
  RowOf<Omit<Habit, 'learner' | 'pace' | 'memory'>> &
  Readonly<Record<'pace' | 'memory', string | null>>;

const HABIT =
  'channel, user, chat, remind_at_minute AS remindAtMinute, zone, paused_until AS pausedUntil, pace, memory';

const toHabit = ({ channel, user, pausedUntil, pace, memory, ...row }: HabitRow): Habit => ({
  ...row,
  learner: { channel, user },
  pausedUntil: timeOf(pausedUntil),
  pace: pace === null ? null : (JSON.parse(pace) as Habit['pace']),
  memory: memory === null ? null : (JSON.parse(memory) as Habit['memory']),
});

/** Habits and notices. */
export interface Habits {
  /** null: the learner has set nothing. */
  of(learner: Learner): Habit | null;
  set(habit: Habit): void;
  /** Those on a channel who want to be reminded. */
  reminded(channel: string): readonly Habit[];
}

/** The habits in an open state file. */
export function openHabits(database: Database.Database): Habits {
  const one = database.prepare<[string, string], HabitRow>(
    `SELECT ${HABIT} FROM learner WHERE channel = ? AND user = ?`,
  );
  const reminded = database.prepare<[string], HabitRow>(
    `SELECT ${HABIT} FROM learner WHERE channel = ? AND remind_at_minute IS NOT NULL ORDER BY user`,
  );
  const write = database.prepare(
    `INSERT OR REPLACE INTO learner (channel, user, chat, remind_at_minute, zone, paused_until, pace, memory)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    of: ({ channel, user }) => found(one.get(channel, user), toHabit),
    set: ({ learner: { channel, user }, chat, remindAtMinute, zone, pausedUntil, pace, memory }) => {
      write.run(
        channel,
        user,
        chat,
        remindAtMinute,
        zone,
        pausedUntil?.getTime() ?? null,
        pace === null ? null : JSON.stringify(pace),
        memory === null ? null : JSON.stringify(memory),
      );
    },
    reminded: (channel) => reminded.all(channel).map(toHabit),
  };
}

/** Notices that wait for their learner. */
export interface Notices {
  /** Takes the first that wait, at most so many: they are not told again; `left` wait on. */
  take(learner: Learner, most: number): { readonly notices: readonly Notice[]; readonly left: number };
  /** Learners on a channel for whom notices wait. */
  waiting(channel: string): readonly Learner[];
}

/** The notices in an open state file. */
export function openNotices(database: Database.Database): Notices {
  const take = database.prepare<[string, string, number], { id: number; notice: string }>(
    `DELETE FROM notice WHERE id IN (SELECT id FROM notice WHERE channel = ? AND user = ? ORDER BY id LIMIT ?)
     RETURNING id, notice`,
  );
  const count = database
    .prepare<[string, string], number>('SELECT count(*) FROM notice WHERE channel = ? AND user = ?')
    .pluck();
  const waiting = database.prepare<[string], { channel: string; user: string }>(
    'SELECT DISTINCT channel, user FROM notice WHERE channel = ? ORDER BY user',
  );
  return {
    take: ({ channel, user }, most) => {
      const taken = take.all(channel, user, most).sort((a, b) => a.id - b.id);
      const notices = taken.map(({ notice }) => JSON.parse(notice) as Notice);
      return { notices, left: count.get(channel, user) ?? 0 };
    },
    waiting: (channel) => waiting.all(channel),
  };
}

type HistoryRow = Learner & RowOf<HistoryEntry>;

const toAnswered = ({ itemId, district, topic, isRight, at }: HistoryRow): HistoryEntry => ({
  itemId,
  district,
  topic,
  isRight: isRight === 1,
  at: new Date(at),
});

/** Statistics look back as far as this many answers. */
const MAX_ANSWERS = 50_000;

// What was answered in an exam is told to nobody before its end.
const TOLD = `FROM attempt JOIN question ON question.id = attempt.question_id
  LEFT JOIN practice_set ON practice_set.id = question.set_id
  LEFT JOIN exam ON exam.code = practice_set.exam
  WHERE (exam.ends_at IS NULL OR exam.ends_at <= ?)`;
const COLUMNS = `attempt.item_id AS itemId, attempt.district, attempt.topic, attempt.is_right AS isRight, attempt.at,
  attempt.channel, attempt.user`;

/** What is known of the answers given, for progress and statistics. Answers of exams that have not ended are left out. */
export interface AnswerHistory {
  /** A learner's answers, oldest first. */
  of(learner: Learner, at: Date): readonly HistoryEntry[];
  /** What was answered to an item, as it was put in. */
  responses(item: ItemId, at: Date): readonly Attempt['response'][];
  /** Everybody's latest, oldest first: some tens of thousands at most. */
  all(at: Date): readonly (HistoryEntry & { readonly learner: string })[];
}

/** The history in an open state file. */
export function openHistory(database: Database.Database): AnswerHistory {
  const mine = database.prepare<[number, string, string], HistoryRow>(
    `SELECT ${COLUMNS} ${TOLD} AND attempt.channel = ? AND attempt.user = ? ORDER BY attempt.at, attempt.question_id`,
  );
  const all = database.prepare<[number], HistoryRow>(
    `SELECT ${COLUMNS} ${TOLD} ORDER BY attempt.at DESC, attempt.question_id DESC LIMIT ${MAX_ANSWERS}`,
  );
  const given = database
    .prepare<[number, string], string>(`SELECT attempt.given ${TOLD} AND attempt.item_id = ? LIMIT ${MAX_ANSWERS}`)
    .pluck();
  return {
    responses: (item, at) => given.all(at.getTime(), item).map((text) => JSON.parse(text) as Attempt['response']),
    of: ({ channel, user }, at) => mine.all(at.getTime(), channel, user).map(toAnswered),
    all: (at) => {
      const rows = all.all(at.getTime()).reverse();
      return rows.map((row) => ({ ...toAnswered(row), learner: `${row.channel}/${row.user}` }));
    },
  };
}
