// Accounts of one person on several channels, on disk: each is linked to a home, under which everything of theirs is kept.
import type Database from 'better-sqlite3';
import { sha256 } from '../files.ts';
import type { Person } from './personal-data.ts';

/** Accounts that belong to one person. */
export interface Accounts {
  /** The account under which a person's data is kept; null: the account is linked to none. */
  homeOf(account: Person): Person | null;
  /** Keeps a code by which another account can be linked to this one, once; the one before is void. */
  issue(home: Person, code: string, expiresAt: Date): void;
  /** Uses a code up; returns whose it is, null: nobody's, or too old. */
  redeem(code: string, at: Date): Person | null;
  /** Links an account to a home and moves what is its own there; what was linked to it before follows. */
  link(account: Person, home: Person, at: Date): void;
}

/** Tables that hold what is a person's in private, by `channel`, `chat` and `user`; the chat bears the person's id. */
const BY_CHAT = ['exchange', 'practice_set', 'question'] as const;
/** Tables by `channel` and `user` alone. */
const BY_PERSON = [
  'conversation',
  'share',
  'feedback',
  'attempt',
  'card',
  'notice',
  'fault_report',
  'setting',
] as const;

/** Of two cards of an item, the one answered last stays. Parameters: home, account. */
const OLDER_CARDS = `DELETE FROM card WHERE channel = ? AND user = ? AND EXISTS (
  SELECT 1 FROM card AS other WHERE other.channel = ? AND other.user = ?
  AND other.item_id = card.item_id AND other.answered_at > card.answered_at)`;

/** Opens the accounts in a state file. */
export function openAccounts(database: Database.Database): Accounts {
  const home = database.prepare<[string, string], Person>(
    'SELECT home_channel AS channel, home_user AS user FROM linked_account WHERE channel = ? AND user = ?',
  );
  const keep = database.prepare<[string, string, string, number]>(
    'INSERT OR REPLACE INTO link_code VALUES (?, ?, ?, ?)',
  );
  const find = database.prepare<[string, number], Person>(
    'SELECT home_channel AS channel, home_user AS user FROM link_code WHERE hash = ? AND expires_at > ?',
  );
  const forget = database.prepare<[string]>('DELETE FROM link_code WHERE hash = ?');
  const redeem = database.transaction((hash: string, at: Date): Person | null => {
    const found = find.get(hash, at.getTime()) ?? null;
    forget.run(hash);
    return found;
  });
  const link = openLink(database);
  return {
    homeOf: ({ channel, user }) => home.get(channel, user) ?? null,
    issue: ({ channel, user }, code, expiresAt) => void keep.run(channel, user, sha256(code), expiresAt.getTime()),
    redeem: (code, at) => redeem.immediate(sha256(code), at),
    link: (account, to, at) => link.immediate(account, to, at),
  };
}

function openLink(database: Database.Database): Database.Transaction<Accounts['link']> {
  const follow = database.prepare<[string, string, string, string]>(
    'UPDATE linked_account SET home_channel = ?, home_user = ? WHERE home_channel = ? AND home_user = ?',
  );
  const insert = database.prepare<[string, string, string, string, number]>(
    'INSERT OR REPLACE INTO linked_account VALUES (?, ?, ?, ?, ?)',
  );
  const older = database.prepare<[string, string, string, string]>(OLDER_CARDS);
  const moves = BY_CHAT.map((table) =>
    database.prepare<[string, string, string, string, string, string]>(
      `UPDATE OR IGNORE ${table} SET channel = ?, user = ?, chat = ? WHERE channel = ? AND user = ? AND chat = ?`,
    ),
  );
  const moveHabit = database.prepare<[string, string, string, string, string]>(
    'UPDATE OR IGNORE learner SET channel = ?, user = ?, chat = ? WHERE channel = ? AND user = ?',
  );
  const others = BY_PERSON.map((table) =>
    database.prepare<[string, string, string, string]>(
      `UPDATE OR IGNORE ${table} SET channel = ?, user = ? WHERE channel = ? AND user = ?`,
    ),
  );
  // Two reminders for one person are one too many: what the home has of its own stays.
  const leftovers = ['card', 'learner', 'setting'].map((table) =>
    database.prepare<[string, string]>(`DELETE FROM ${table} WHERE channel = ? AND user = ?`),
  );
  return database.transaction((account, home, at) => {
    const [from, to] = [[account.channel, account.user] as const, [home.channel, home.user] as const];
    older.run(...to, ...from);
    for (const move of moves) move.run(...to, home.user, ...from, account.user);
    moveHabit.run(...to, home.user, ...from);
    for (const move of others) move.run(...to, ...from);
    for (const leftover of leftovers) leftover.run(...from);
    follow.run(...to, ...from);
    insert.run(...from, ...to, at.getTime());
  });
}
