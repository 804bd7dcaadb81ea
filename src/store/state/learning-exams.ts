// Exams and their papers on disk.
import type Database from 'better-sqlite3';
import type { Attempt, Exam, Learner, PracticeSet, Stratum } from '../../quiz/learning/records.ts';
import type { Schedule } from '../../quiz/learning/schedule.ts';
import type { ItemId } from '../../quiz/types.ts';
import type { CardWriter } from './learning-cards.ts';
import type { KeptItems } from './learning-items.ts';
import { papersOf } from './learning-sets.ts';
import { type Columns, found, type RowOf } from './rows.ts';

type ExamRow = RowOf<Omit<Exam, 'strata' | 'rules'>> & { readonly counts: string; readonly rules: string };

const EXAM =
  'code, channel, made_by AS madeBy, made_at AS madeAt, ends_at AS endsAt, minutes, seed, about, counts, rules';

/** What exams are kept with. */
export interface ExamParts {
  readonly items: KeptItems;
  readonly cards: CardWriter;
}

/** Exams and their papers. */
export interface Exams {
  make(exam: Exam): void;
  find(code: string): Exam | null;
  /** A maker's exams, latest first. */
  latest(channel: string, most: number): readonly Exam[];
  /** The papers of an exam, in the order in which they were begun. */
  papers(code: string): readonly PracticeSet[];
  /** Ends it early. */
  end(code: string, at: Date): void;
  /** Items that an exam which has not ended may put: practice must not reveal them. */
  reserved(at: Date): ReadonlySet<ItemId>;
  /** Enters the answers of ended exams into cards, each exam once. */
  settleEnded(at: Date, review: (before: Schedule | null, isRight: boolean, at: Date) => Schedule): void;
}

/** The exams in an open state file. */
export function openExams(database: Database.Database, parts: ExamParts): Exams {
  const one = database.prepare<[string], ExamRow>(`SELECT ${EXAM} FROM exam WHERE code = ?`);
  const latest = database.prepare<[string, number], ExamRow>(
    `SELECT ${EXAM} FROM exam WHERE channel = ? ORDER BY made_at DESC, code LIMIT ?`,
  );
  const reserved = database
    .prepare<[number], ItemId>(
      'SELECT item_id FROM exam_item JOIN exam ON exam.code = exam_item.code WHERE exam.ends_at > ?',
    )
    .pluck();
  const toExam = openReading(database, parts.items);
  return {
    make: openMaking(database, parts.items),
    find: (code) => found(one.get(code), toExam),
    latest: (channel, most) => latest.all(channel, most).map(toExam),
    papers: papersOf(database),
    end: openEnding(database),
    reserved: (at) => new Set(reserved.all(at.getTime())),
    settleEnded: openSettlingEnded(database, parts),
  };
}

/** Ends an exam and every paper of it: results may be told from now on, so nothing more is taken. */
function openEnding(database: Database.Database): Exams['end'] {
  const papers = 'SELECT id FROM practice_set WHERE exam = ?';
  const statements = [
    'UPDATE exam SET ends_at = min(ends_at, ?) WHERE code = ?',
    'UPDATE practice_set SET ended_at = coalesce(ended_at, min(closes_at, ?)) WHERE exam = ?',
    'UPDATE practice_set SET closes_at = min(closes_at, ?) WHERE exam = ?',
    `UPDATE question SET closes_at = min(closes_at, ?) WHERE set_id IN (${papers})`,
  ].map((sql) => database.prepare<[number, string]>(sql));
  const end = database.transaction((code: string, at: Date) => {
    for (const statement of statements) statement.run(at.getTime(), code);
  });
  return (code, at) => end.immediate(code, at);
}

function openReading(database: Database.Database, items: KeptItems): (row: ExamRow) => Exam {
  const keys = database.prepare<[string], { stratum: number; key: string }>(
    'SELECT stratum, item_key AS key FROM exam_item WHERE code = ? ORDER BY stratum, n',
  );
  return ({ counts, rules, madeAt, endsAt, ...row }) => {
    const rows = keys.all(row.code);
    const strata = (JSON.parse(counts) as number[]).map((count, index): Stratum => {
      const own = rows.filter(({ stratum }) => stratum === index);
      return { count, items: own.map(({ key }) => items.get(key)) };
    });
    const times = { madeAt: new Date(madeAt), endsAt: new Date(endsAt) };
    return { ...row, ...times, strata, rules: JSON.parse(rules) as Exam['rules'] };
  };
}

function openMaking(database: Database.Database, items: KeptItems): Exams['make'] {
  const insert = database.prepare(
    `INSERT INTO exam (code, channel, made_by, made_at, ends_at, minutes, seed, about, counts, rules)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const add = database.prepare('INSERT INTO exam_item VALUES (?, ?, ?, ?, ?)');
  const make = database.transaction<Exams['make']>((exam) => {
    const { code, channel, madeBy, madeAt, endsAt, minutes, seed, about, strata, rules } = exam;
    const counts = JSON.stringify(strata.map(({ count }) => count));
    const times = [madeAt.getTime(), endsAt.getTime()];
    insert.run(code, channel, madeBy, ...times, minutes, seed, about, counts, JSON.stringify(rules));
    for (const [index, stratum] of strata.entries()) {
      for (const [n, item] of stratum.items.entries()) add.run(code, index, n, items.keep(item, madeAt), item.id);
    }
  });
  return (exam) => make.immediate(exam);
}

type EndedRow = Learner & Columns<Attempt, 'isRight' | 'at'> & { readonly itemKey: string };

function openSettlingEnded(database: Database.Database, { items, cards }: ExamParts): Exams['settleEnded'] {
  const ended = database
    .prepare<[number], string>('SELECT code FROM exam WHERE is_settled = 0 AND ends_at <= ?')
    .pluck();
  const answers = database.prepare<[string], EndedRow>(
    `SELECT attempt.channel, attempt.user, question.item_key AS itemKey, attempt.is_right AS isRight, attempt.at
     FROM practice_set JOIN question ON question.set_id = practice_set.id JOIN attempt ON attempt.question_id = question.id
     WHERE practice_set.exam = ? ORDER BY attempt.at, question.id`,
  );
  const note = database.prepare<[string]>('UPDATE exam SET is_settled = 1 WHERE code = ?');
  const settle = database.transaction<Exams['settleEnded']>((at, review) => {
    for (const code of ended.all(at.getTime())) {
      for (const row of answers.all(code)) {
        const item = items.get(row.itemKey);
        const before = cards.schedule(row, item.id);
        const isRight = row.isRight === 1;
        // What was practised since the exam counts more than what was answered in it.
        if ((before?.lastReviewAt ?? 0) > row.at) continue;
        const schedule = review(before, isRight, new Date(row.at));
        cards.write(row, item, { schedule, isRight, at: new Date(row.at) });
      }
      note.run(code);
    }
  });
  return (at, review) => {
    if (ended.get(at.getTime()) !== undefined) settle.immediate(at, review);
  };
}
