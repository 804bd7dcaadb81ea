// A person's settings and data, on disk: the language, export, deletion on request, and deletion by age.
import type Database from 'better-sqlite3';
import type { Language } from '../../types.ts';
import { POLL_DELETE } from './polls.ts';

/** A person on a channel. */
export interface Person {
  readonly channel: string;
  readonly user: string;
}

/** A person's data: the language they chose, export and deletion of everything that is stored about them. */
export interface PersonalData {
  /** The language a person chose; null: none, their app and their words tell. */
  language(person: Person): Language | null;
  setLanguage(person: Person, language: Language | null): void;
  /** Everything that is held of an account, by kind. */
  exportOf(person: Person): Readonly<Record<string, readonly unknown[]>>;
  /**
   * Deletes what was asked and said under an account, and its name; membership stays. Returns the number of records deleted.
   * `isInOffice`: whom the audit log means stays known, as long as they may act on others.
   */
  forget(person: Person, options?: { readonly isInOffice?: boolean }): number;
  /** Deletes what is older; returns the number of records deleted. */
  prune(before: Date): number;
  /** Notes that the product looks at the clock; returns when it last did, or last kept something; null: never. */
  noteUpkeep(at: Date): Date | null;
}

/** Opens the personal data in a state file. */
export function openPersonalData(database: Database.Database): PersonalData {
  return { ...openSettings(database), ...openRights(database), ...openUpkeep(database) };
}

function openSettings(database: Database.Database): Pick<PersonalData, 'language' | 'setLanguage'> {
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

/** Selects a learner's data by kind, with the text of questions where only keys are stored. Parameters: channel, user. */
const LEARNER_SELECTS: Readonly<Record<string, string>> = {
  question: `SELECT question.*, json_extract(kept_item.item, '$.question') AS text
    FROM question LEFT JOIN kept_item ON kept_item.key = question.item_key
    WHERE channel = ? AND user = ? AND put_at IS NOT NULL`,
  card: `SELECT card.*, json_extract(kept_item.item, '$.question') AS text
    FROM card LEFT JOIN kept_item ON kept_item.key = card.item_key WHERE channel = ? AND user = ?`,
  ...Object.fromEntries(
    ['practice_set', 'attempt', 'learner', 'notice', 'fault_report'].map((table) => [
      table,
      `SELECT * FROM ${table} WHERE channel = ? AND user = ?`,
    ]),
  ),
};

/**
 * Deletes what is held of a learner. That someone sat an exam stays, without their name and answers: else forgetting would buy a
 * second attempt. Parameters: channel, user.
 */
const LEARNER_DELETES: readonly string[] = [
  'UPDATE practice_set SET name = NULL WHERE channel = ? AND user = ? AND exam IS NOT NULL',
  'DELETE FROM practice_set WHERE channel = ? AND user = ? AND exam IS NULL',
  ...['attempt', 'question', 'card', 'learner', 'notice', 'fault_report'].map(
    (table) => `DELETE FROM ${table} WHERE channel = ? AND user = ?`,
  ),
];

/** Learners' tables that age, by the column that tells. */
const LEARNING_AGEING: Readonly<Record<string, string>> = {
  attempt: 'at',
  question: 'closes_at',
  practice_set: 'closes_at',
  card: 'answered_at',
  notice: 'at',
  fault: 'at',
  exam: 'ends_at',
};

/** Deletes what nothing refers to any more, once the ageing rows are gone. Parameter: how old kept items must be. */
const LEARNING_ORPHANS: readonly string[] = [
  'DELETE FROM fault_report WHERE at < ? AND fault_id NOT IN (SELECT id FROM fault)',
  'DELETE FROM exam_item WHERE ? IS NOT NULL AND code NOT IN (SELECT code FROM exam)',
  `DELETE FROM kept_item WHERE last_at < ? AND key NOT IN (
    SELECT item_key FROM question UNION SELECT item_key FROM card UNION SELECT item_key FROM fault UNION SELECT item_key FROM exam_item)`,
];

/** Tables that hold a person's data, by the columns `channel` and `user`. */
const PERSONAL = ['exchange', 'conversation', 'feedback', 'setting', 'member', 'pseudonym', 'round_player'] as const;
/** Tables that age, by the column that tells. */
const AGEING = {
  exchange: 'at',
  conversation: 'at',
  share: 'at',
  feedback: 'at',
  gap: 'last_at',
  round: 'began_at',
  ...LEARNING_AGEING,
} as const;

/** A person's sessions, tokens and shared links, without the hashes of their secrets. The first two go with membership. */
const WITHOUT_SECRETS: Readonly<Record<string, string>> = {
  access_key: 'SELECT id, kind, name, made_at, expires_at, used_at FROM access_key WHERE channel = ? AND user = ?',
  linked_account: 'SELECT channel, user, at FROM linked_account WHERE home_channel = ? AND home_user = ?',
  share: 'SELECT id, conversation, exchange, at FROM share WHERE channel = ? AND user = ?',
};

/** A code by which another account could be linked to a person's. Links themselves stay: a role may hang on them. */
const LINK_CODE_DELETE = 'DELETE FROM link_code WHERE home_channel = ? AND home_user = ?';

function openRights(database: Database.Database): Pick<PersonalData, 'exportOf' | 'forget' | 'prune'> {
  const own = PERSONAL.map((table) => [table, `SELECT * FROM ${table} WHERE channel = ? AND user = ?`] as const);
  const selects = [...own, ...Object.entries(WITHOUT_SECRETS), ...Object.entries(LEARNER_SELECTS)].map(
    ([table, sql]) => [table, database.prepare<[string, string]>(sql)] as const,
  );
  // Membership is the owner's record, not the member's: it goes by /revoke. What a person asked goes when they say so.
  const unname = database.prepare<[string, string]>('DELETE FROM pseudonym WHERE channel = ? AND user = ?');
  const ownDeletes = [...PERSONAL.filter((table) => table !== 'member' && table !== 'pseudonym'), 'share'].map(
    (table) => `DELETE FROM ${table} WHERE channel = ? AND user = ?`,
  );
  const deletes = [...ownDeletes, ...LEARNER_DELETES, POLL_DELETE, LINK_CODE_DELETE].map((sql) =>
    database.prepare<[string, string]>(sql),
  );
  const rename = database.prepare<[string, string]>('UPDATE member SET name = NULL WHERE channel = ? AND user = ?');
  const prunes = Object.entries(AGEING).map(([table, column]) =>
    database.prepare<[number]>(`DELETE FROM ${table} WHERE ${column} < ?`),
  );
  const orphans = LEARNING_ORPHANS.map((sql) => database.prepare<[number]>(sql));
  const forget = database.transaction((channel: string, user: string, isInOffice: boolean) => {
    const named = isInOffice ? 0 : unname.run(channel, user).changes;
    if (!isInOffice) rename.run(channel, user);
    return deletes.reduce((sum, statement) => sum + statement.run(channel, user).changes, named);
  });
  return {
    exportOf: ({ channel, user }) =>
      Object.fromEntries(selects.map(([table, statement]) => [table, statement.all(channel, user)])),
    forget: ({ channel, user }, { isInOffice = false } = {}) => {
      const count = forget.immediate(channel, user, isInOffice);
      // What was written before may still stand in the log of writes; it is emptied into the file, where deleted rows are zeros.
      database.pragma('wal_checkpoint(TRUNCATE)');
      return count;
    },
    prune: (before) => {
      const pruned = prunes.reduce((sum, statement) => sum + statement.run(before.getTime()).changes, 0);
      for (const statement of orphans) statement.run(before.getTime());
      return pruned;
    },
  };
}

function openUpkeep(database: Database.Database): Pick<PersonalData, 'noteUpkeep'> {
  const seen = database
    .prepare<[], number | null>('SELECT coalesce((SELECT seen_at FROM upkeep), (SELECT max(at) FROM exchange))')
    .pluck();
  const look = database.prepare<[number]>('INSERT OR REPLACE INTO upkeep VALUES (1, ?)');
  return {
    noteUpkeep: (at) => {
      const before = seen.get() ?? null;
      look.run(at.getTime());
      return before === null ? null : new Date(before);
    },
  };
}
