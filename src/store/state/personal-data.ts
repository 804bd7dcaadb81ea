// A person's settings and data, on disk: the language, export, deletion on request, and deletion by age.
import type Database from 'better-sqlite3';
import type { Language } from '../../types.ts';
import { LEARNER_DELETES, LEARNER_SELECTS, LEARNING_AGEING, LEARNING_ORPHANS } from './learning-tables.ts';
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
  /** Everything that is held of a person, by kind. */
  exportOf(person: Person): Readonly<Record<string, readonly unknown[]>>;
  /** Deletes what a person asked and said, and their name; membership stays. Returns the number of records deleted. */
  forget(person: Person): number;
  /** Deletes what is older; returns the number of records deleted. */
  prune(before: Date): number;
}

/** Opens the personal data in a state file. */
export function openPersonalData(database: Database.Database): PersonalData {
  return { ...openSettings(database), ...openRights(database) };
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

/** Tables that hold a person's data, by the columns `channel` and `user`. */
const PERSONAL = ['exchange', 'feedback', 'setting', 'member', 'pseudonym', 'round_player'] as const;
/** Tables that age, by the column that tells. */
const AGEING = { exchange: 'at', feedback: 'at', gap: 'last_at', round: 'began_at', ...LEARNING_AGEING } as const;

/** A person's sessions and tokens without the hash of the secret. They go with membership. */
const CREDENTIAL_SELECT =
  'SELECT id, kind, name, made_at, expires_at, used_at FROM access_key WHERE channel = ? AND user = ?';

function openRights(database: Database.Database): Pick<PersonalData, 'exportOf' | 'forget' | 'prune'> {
  const own = PERSONAL.map((table) => [table, `SELECT * FROM ${table} WHERE channel = ? AND user = ?`] as const);
  const selects = [...own, ['access_key', CREDENTIAL_SELECT] as const, ...Object.entries(LEARNER_SELECTS)].map(
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
