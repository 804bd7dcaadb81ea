// Feedback, gaps, settings and a person's own data, on disk: kept, listed, exported, forgotten, and pruned by age.
import type Database from 'better-sqlite3';
import type { Feedback, Gap, Language, Records } from '../../chat/ports/feedback-and-settings.ts';
import { LEARNER_DELETES, LEARNER_SELECTS, LEARNING_AGEING, LEARNING_ORPHANS } from './learning-tables.ts';
import { POLL_DELETE } from './polls.ts';

/** The records in an open state file. */
export function openRecords(database: Database.Database): Records {
  return { ...openSettings(database), ...openOpinions(database), ...openGaps(database), ...openPersonal(database) };
}

function openSettings(database: Database.Database): Pick<Records, 'language' | 'setLanguage'> {
  const get = database
    .prepare<[string, string], Language>('SELECT language FROM setting WHERE channel = ? AND user = ?')
    .pluck();
  const set = database.prepare<[string, string, string]>('INSERT OR REPLACE INTO setting VALUES (?, ?, ?)');
  const clear = database.prepare<[string, string]>('DELETE FROM setting WHERE channel = ? AND user = ?');
  return {
    language: ({ channel, user }) => get.get(channel, user) ?? null,
    setLanguage: ({ channel, user }, language) => {
      if (language === null) clear.run(channel, user);
      else set.run(channel, user, language);
    },
  };
}

function openOpinions(database: Database.Database): Pick<Records, 'judge' | 'feedback'> {
  const judge = database.prepare<[string, string, string, string, string, number]>(
    'INSERT OR REPLACE INTO feedback (channel, user, exchange, verdict, question, at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const list = database.prepare<[number], Omit<Feedback, 'at'> & { at: number }>(
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

function openGaps(database: Database.Database): Pick<Records, 'noteGap' | 'gaps'> {
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

type Personal = Pick<Records, 'exportOf' | 'forget' | 'prune'>;
/** Tables that hold a person's data, by the columns `channel` and `user`. */
const PERSONAL = ['exchange', 'feedback', 'setting', 'member', 'pseudonym', 'round_player'] as const;
/** Tables that age, by the column that tells. */
const AGEING = { exchange: 'at', feedback: 'at', gap: 'last_at', round: 'began_at', ...LEARNING_AGEING } as const;

/** What of a person's sessions and tokens is told: never the hash that stands for the secret. They go with membership. */
const KEY_SELECT = 'SELECT id, kind, name, made_at, expires_at, used_at FROM access_key WHERE channel = ? AND user = ?';

function openPersonal(database: Database.Database): Personal {
  const own = PERSONAL.map((table) => [table, `SELECT * FROM ${table} WHERE channel = ? AND user = ?`] as const);
  const selects = [...own, ['access_key', KEY_SELECT] as const, ...Object.entries(LEARNER_SELECTS)].map(
    ([table, sql]) => [table, database.prepare<[string, string]>(sql)] as const,
  );
  // Membership is the owner's record, not the member's: it goes by /revoke. What a person asked goes when they say so.
  const ownDeletes = PERSONAL.filter((table) => table !== 'member').map(
    (table) => `DELETE FROM ${table} WHERE channel = ? AND user = ?`,
  );
  const deletes = [...ownDeletes, ...LEARNER_DELETES, POLL_DELETE].map((sql) =>
    database.prepare<[string, string]>(sql),
  );
  const rename = database.prepare<[string, string]>('UPDATE member SET name = NULL WHERE channel = ? AND user = ?');
  const prunes = Object.entries(AGEING).map(([table, column]) =>
    database.prepare<[number]>(`DELETE FROM ${table} WHERE ${column} < ?`),
  );
  const orphans = LEARNING_ORPHANS.map((sql) => database.prepare<[number]>(sql));
  const forget = database.transaction((channel: string, user: string) => {
    rename.run(channel, user);
    return deletes.reduce((sum, statement) => sum + statement.run(channel, user).changes, 0);
  });
  return {
    exportOf: ({ channel, user }) =>
      Object.fromEntries(selects.map(([table, statement]) => [table, statement.all(channel, user)])),
    forget: ({ channel, user }) => forget.immediate(channel, user),
    prune: (before) => {
      const pruned = prunes.reduce((sum, statement) => sum + statement.run(before.getTime()).changes, 0);
      for (const statement of orphans) statement.run(before.getTime());
      return pruned;
    },
  };
}
